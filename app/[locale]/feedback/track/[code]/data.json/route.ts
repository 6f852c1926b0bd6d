import { seeOther } from '@/app/_track/back-to';
import { parseCode } from '@/lib/feedback/code';
import { loadStore } from '@/lib/feedback/server/store';
import { exportData } from '@/lib/feedback/server/tracking/export-data';
import { limitLookups } from '@/lib/feedback/server/tracking/limit-lookups';
import { isLocale } from '@/lib/i18n/locales';
import { absoluteUrl } from '@/lib/server/env';

/** Everything that is kept about a suggestion, as a file. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[locale]/feedback/track/[code]/data.json'>,
) {
  const { locale, code: typed } = await params;
  const code = parseCode(typed);
  if (!isLocale(locale) || !code) return new Response(null, { status: 404 });
  const store = await loadStore();
  const limit = await limitLookups(store, request.headers);
  if (limit.seconds > 0)
    return new Response(null, { status: 429, headers: { 'Retry-After': String(limit.seconds) } });
  const data = await exportData(store, {
    code,
    photoUrl: (id) => absoluteUrl(`/feedback/media/${id}.jpg`),
  });
  if (!data) {
    await limit.miss();
    return seeOther(`/${locale}/feedback/track/${typed}`);
  }
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="yuwalk.json"',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
    },
  });
}
