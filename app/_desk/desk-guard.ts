import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { setRequestLocale } from 'next-intl/server';
import { type DeskAbility, mayAtDesk } from '@/lib/feedback/desk';
import { type Desk, loadDesk } from '@/lib/feedback/server/desk/desk';
import type { Actor } from '@/lib/feedback/server/desk/perform';
import { type DeskSession, readDeskSession } from '@/lib/feedback/server/desk/sign-in';
import type { Locale } from '@/lib/i18n/locales';
import { routing } from '@/lib/i18n/routing';

/** The language of an address; a page nobody has where it is none. */
export function deskLocale(locale: string): Locale {
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  return locale;
}

/** Who is signed in, as far as they came. */
export async function readVisitor(): Promise<{ desk: Desk; session: DeskSession | undefined }> {
  const [desk, given] = await Promise.all([loadDesk(), headers()]);
  return { desk, session: await readDeskSession(desk, given.get('cookie')) };
}

/** Opens a page of the desk: who is not signed in goes to sign-in, who has no second factor to enrolment, whose role does not allow it to the list. */
export async function openDeskPage(
  locale: Locale,
  ability: DeskAbility = 'read',
): Promise<{ desk: Desk; session: DeskSession; actor: Actor }> {
  const { desk, session } = await readVisitor();
  if (!session || (session.isEnrolled && !session.isOpen)) redirect(`/${locale}/desk/sign-in`);
  if (!session.isOpen) redirect(`/${locale}/desk/enrol`);
  const { id, role } = session.account;
  if (!mayAtDesk(role, ability)) redirect(`/${locale}/desk?fault=not-allowed#problem`);
  return { desk, session, actor: { id, role } };
}
