import { loadContent } from '@/lib/content/server/load-content';
import {
  answerGeoReport,
  type GeoReportAnswer,
  refuseMethod,
} from '@/lib/feedback/server/public/georeport/answer';
import { loadStore } from '@/lib/feedback/server/store';
import { defaultLocale } from '@/lib/i18n/locales';
import { absoluteUrl } from '@/lib/server/env';

export const dynamic = 'force-dynamic';

type Context = RouteContext<'/open311/v2/[...path]'>;

const toResponse = ({ status, contentType, body }: GeoReportAnswer, headers: HeadersInit = {}) =>
  new Response(body, {
    status,
    headers: { 'Content-Type': contentType, 'Access-Control-Allow-Origin': '*', ...headers },
  });

/** The portal's own GeoReport v2 endpoint, read-only: /open311/v2/requests.json?status=open. See discovery.json. */
export async function GET(request: Request, { params }: Context) {
  const [{ path }, { kinds }] = await Promise.all([params, loadContent()]);
  const answer = await answerGeoReport(path, new URL(request.url).searchParams, {
    loadStore,
    kinds,
    urlOf: absoluteUrl,
  });
  return toResponse(answer, { 'Cache-Control': answer.status === 200 ? 'public, max-age=60' : 'no-store' });
}

const methods = 'GET, HEAD, OPTIONS';

async function refuse(_request: Request, { params }: Context) {
  const { path } = await params;
  return toResponse(refuseMethod(path, absoluteUrl(`/${defaultLocale}/feedback`)), { Allow: methods });
}

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };

export const OPTIONS = () =>
  new Response(null, {
    status: 204,
    headers: {
      Allow: methods,
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': methods,
    },
  });
