import { cookies } from 'next/headers';
import { z } from 'zod';
import { FOLLOW_COOKIE, FOLLOW_SECONDS, sealFollow } from '@/app/_requests/follow-cookie';
import type { FollowFault } from '@/components/feedback/requests/me-too';
import { isReference } from '@/lib/feedback/code';
import { isBlocked } from '@/lib/feedback/server/abuse/blocks';
import { limit } from '@/lib/feedback/server/abuse/limits';
import { senderOf } from '@/lib/feedback/server/abuse/sender';
import { follow } from '@/lib/feedback/server/public/follow';
import { loadStore } from '@/lib/feedback/server/store';
import { contactSchema } from '@/lib/feedback/submission';
import { isLocale } from '@/lib/i18n/locales';
import { environment } from '@/lib/server/env';
import { isOwnOrigin, readForm } from '@/lib/server/read-form';

const FORM_BYTES = 10_000;

/** "Me too", as its form sends it; leads by redirect to the code, so that going back or reloading follows nothing twice. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/[locale]/feedback/requests/[reference]/follow'>,
) {
  const { locale, reference } = await params;
  if (!isLocale(locale) || !isReference(reference)) return new Response(null, { status: 404 });
  if (!isOwnOrigin(request)) return new Response(null, { status: 403 });
  const form = await readForm(request, FORM_BYTES).catch(() => undefined);
  const key = z.uuid().safeParse(form?.get('key'));
  if (!form || !key.success || form.get('website')) return new Response(null, { status: 400 });
  const path = `/${locale}/feedback/requests/${reference}`;
  const go = (to: string) => new Response(null, { status: 303, headers: { Location: `${path}${to}` } });
  const refuse = (fault: FollowFault) => go(`?fault=${fault}#me-too`);

  const typed = String(form.get('email') ?? '').trim();
  const wantsNews = form.get('news') !== null;
  const contact = contactSchema.safeParse({ email: typed });
  if (wantsNews && (!typed || !contact.success)) return refuse('email');
  // An address nobody may use is not kept; its owner should know that.
  if (typed && !wantsNews) return refuse('consent');

  const store = await loadStore();
  const sender = senderOf(request.headers, store.vault);
  if ((await limit(store, 'follow', sender)) > 0) return refuse('limited');
  if (await isBlocked(store, { sender, text: '' })) return refuse('blocked');
  const outcome = await follow(store, {
    reference,
    key: key.data,
    contact: contact.data ?? {},
    language: locale,
  });
  if (outcome.result === 'not-found') return new Response(null, { status: 404 });
  if (outcome.result === 'closed') return refuse('closed');
  (await cookies()).set(FOLLOW_COOKIE, sealFollow(store.vault, reference, outcome.receipt.id), {
    httpOnly: true,
    sameSite: 'lax',
    secure: environment.SITE_URL.startsWith('https:'),
    // The same suggestion has an address in each language.
    path: '/',
    maxAge: FOLLOW_SECONDS,
  });
  return go('/followed');
}

/** The address of the form, opened: back to the suggestion. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[locale]/feedback/requests/[reference]/follow'>,
) {
  const { locale, reference } = await params;
  if (!isLocale(locale) || !isReference(reference)) return new Response(null, { status: 404 });
  return new Response(null, {
    status: 303,
    headers: { Location: `/${locale}/feedback/requests/${reference}` },
  });
}
