import { seeOther, trackPath } from '@/app/_track/back-to';
import { readCode } from '@/lib/feedback/typed-code';
import { isLocale } from '@/lib/i18n/locales';
import { isOwnOrigin, readForm } from '@/lib/server/read-form';

/** The form of the code, where it was typed right: leads to its page. What is wrong with a code is said where it was typed. */
export async function POST(request: Request, { params }: RouteContext<'/[locale]/feedback/track/open'>) {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const form = `/${locale}/feedback/track`;
  if (!isOwnOrigin(request)) return seeOther(`${form}?problem=foreign#problem`);
  const typed = await readForm(request, 10_000).then(
    (data) => String(data.get('code') ?? ''),
    () => undefined,
  );
  if (typed === undefined) return seeOther(`${form}?problem=broken#problem`);
  const { code } = readCode(typed);
  return seeOther(
    code ? trackPath(locale, code) : `${form}?code=${encodeURIComponent(typed.slice(0, 100))}#problem`,
  );
}

/** Reloaded or typed by hand: the form. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/feedback/track/open'>) {
  const { locale } = await params;
  return isLocale(locale) ? seeOther(`/${locale}/feedback/track`) : new Response(null, { status: 404 });
}
