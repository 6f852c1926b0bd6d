import { seeOther } from '@/app/_track/back-to';
import { stopNews } from '@/lib/feedback/server/news/stop-token';
import { loadStore } from '@/lib/feedback/server/store';
import { isLocale } from '@/lib/i18n/locales';

type Context = RouteContext<'/[locale]/feedback/news/[token]/stop'>;

/**
 * Ends the e-mails a link stands for. Mail providers post here by themselves when somebody presses their own button (RFC 8058), without a page of ours: so
 * no origin is asked for, and the token can do nothing else.
 */
export async function POST(_request: Request, { params }: Context) {
  const { locale, token } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const isKnown = await stopNews(await loadStore(), token);
  return seeOther(
    `/${locale}/feedback/news/${encodeURIComponent(token)}?done=${isKnown ? 'stopped' : 'unknown'}#told`,
  );
}

/** Opened by a person, or by a program that looks at links: a page that asks. */
export async function GET(_request: Request, { params }: Context) {
  const { locale, token } = await params;
  return isLocale(locale)
    ? seeOther(`/${locale}/feedback/news/${encodeURIComponent(token)}`)
    : new Response(null, { status: 404 });
}
