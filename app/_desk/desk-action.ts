import { hasLocale } from 'next-intl';
import type { DeskAbility, DeskDone, DeskFault } from '@/lib/feedback/desk';
import { senderOf } from '@/lib/feedback/server/abuse/sender';
import { type Desk, loadDesk } from '@/lib/feedback/server/desk/desk';
import { type Actor, allow, DeskFaultError, DeskRefusal } from '@/lib/feedback/server/desk/perform';
import { type CookieHeader, type DeskSession, readDeskSession } from '@/lib/feedback/server/desk/sign-in';
import { keepTyped, readWriter, typedCookie } from '@/lib/feedback/server/desk/typed';
import { PHOTO_BYTES_LIMIT } from '@/lib/feedback/submission';
import type { Locale } from '@/lib/i18n/locales';
import { routing } from '@/lib/i18n/routing';
import { environment } from '@/lib/server/env';
import { PictureError } from '@/lib/server/picture';
import { BodyTooLargeError, readForm } from '@/lib/server/read-form';

/** Where the browser goes after a form, without its language: `/desk/…`. */
export interface Outcome {
  to: string;
  done?: DeskDone;
  /** More of the address. */
  query?: Readonly<Record<string, string>>;
  setCookies?: readonly string[];
  /** Part of the page to begin with, where nothing is said at its top. */
  fragment?: string;
}

interface Call<Params> {
  desk: Desk;
  params: Params;
  locale: Locale;
  /** A field of the form, as text. */
  field(name: string): string;
  /** All values of a field. */
  fields(name: string): string[];
  /** A file somebody chose; undefined where none was. */
  file(name: string): Promise<Uint8Array | undefined>;
  cookie: CookieHeader;
  /** Hash of the network address it came from. */
  sender: string;
}

interface Options<Params> {
  /** Where a form that is wrong is shown again. */
  back(params: Params): string;
  /** Fields whose text is kept until then. */
  keeps?: readonly string[];
}

/** The session ended while somebody was typing. */
class SignedOutError extends Error {}

type Handler<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/**
 * Whether a form was sent from a page of this portal. Stricter than for the forms everybody may send: a browser that says nothing of where it comes from is
 * turned away.
 */
export function isFromHere(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site && site !== 'same-origin') return false;
  const origin = headers.get('origin');
  if (!origin || !URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  const own = [headers.get('host'), headers.get('x-forwarded-host'), new URL(environment.SITE_URL).host];
  return own.includes(host);
}

const redirectTo = (locale: Locale, { to, done, query, setCookies = [], fragment }: Outcome) => {
  // What is said stands at the top and takes the focus, without scripts too.
  const part = query?.fault ? 'problem' : done ? 'done' : fragment;
  const parameters = new URLSearchParams({ ...query, ...(done && { done }) }).toString();
  const headers = new Headers({
    location: `/${locale}${to}${parameters ? `?${parameters}` : ''}${part ? `#${part}` : ''}`,
    'cache-control': 'no-store',
  });
  for (const cookie of setCookies) headers.append('set-cookie', cookie);
  // Seen, not sent again: reloading the next page repeats nothing.
  return new Response(null, { status: 303, headers });
};

async function answer<Params extends { locale: string }>(
  request: Request,
  params: Params,
  { back, keeps = [] }: Options<Params>,
  work: (call: Call<Params>) => Promise<Outcome>,
  actorOf: () => Actor | undefined,
): Promise<Response> {
  const { locale } = params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const fail = (fault: DeskFault, field?: string, typed?: string) =>
    redirectTo(locale, {
      to: back(params),
      query: { fault, ...(field && { field }), ...(typed && { typed }) },
    });
  if (!isFromHere(request.headers)) return fail('foreign');
  const desk = await loadDesk();
  let form: FormData;
  try {
    form = await readForm(request, PHOTO_BYTES_LIMIT + 100_000);
  } catch (error) {
    if (error instanceof BodyTooLargeError) return fail('too-large');
    return fail('unknown-value');
  }
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const keep = async (writer: Pick<Actor, 'id'> | undefined) => {
    const values = Object.fromEntries(keeps.map((name) => [name, field(name)]));
    return writer && keeps.length > 0 ? keepTyped(desk, writer, { page: back(params), values }) : undefined;
  };
  try {
    const outcome = await work({
      desk,
      params,
      locale,
      field,
      fields: (name) => form.getAll(name).filter((value) => typeof value === 'string'),
      async file(name) {
        const value = form.get(name);
        return value instanceof File && value.size > 0
          ? new Uint8Array(await value.arrayBuffer())
          : undefined;
      },
      cookie: request.headers.get('cookie'),
      sender: senderOf(request.headers, desk.store.vault),
    });
    return redirectTo(locale, outcome);
  } catch (error) {
    if (error instanceof DeskFaultError) return fail(error.fault, error.field, await keep(actorOf()));
    if (error instanceof PictureError) return fail(error.fault, 'photo', await keep(actorOf()));
    if (error instanceof SignedOutError) {
      const typed = await keep(await readWriter(desk, field('writer')));
      return redirectTo(locale, {
        to: '/desk/sign-in',
        query: { fault: typed ? 'late-kept' : 'late' },
        ...(typed && { setCookies: [typedCookie(typed)] }),
      });
    }
    if (error instanceof DeskRefusal)
      return redirectTo(locale, { to: '/desk', query: { fault: 'not-allowed' } });
    throw error;
  }
}

/** A form of sign-in: nobody is known yet. */
export const openAction =
  <Params extends { locale: string }>(
    options: Options<Params>,
    work: (call: Call<Params>) => Promise<Outcome>,
  ): Handler<Params> =>
  async (request, { params }) =>
    answer(request, await params, options, work, () => undefined);

/** A form of the desk: own origin, a session that a second factor made, and the role checked before the work begins. */
export const deskAction =
  <Params extends { locale: string }>(
    ability: DeskAbility,
    options: Options<Params>,
    work: (call: Call<Params> & { actor: Actor; session: DeskSession }) => Promise<Outcome>,
  ): Handler<Params> =>
  async (request, { params }) => {
    let actor: Actor | undefined;
    return answer(
      request,
      await params,
      options,
      async (call) => {
        const session = await readDeskSession(call.desk, call.cookie);
        if (!session?.isOpen) throw new SignedOutError();
        actor = { id: session.account.id, role: session.account.role };
        allow(actor, ability);
        return work({ ...call, actor, session });
      },
      () => actor,
    );
  };
