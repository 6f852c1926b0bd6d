import { loadEndChoices } from '@/app/_ends/load-end-choices';
import { askCirclePage } from '@/lib/circle/ask';
import { circleCollection, noCircleDetail } from '@/lib/circle/circle-collection';
import { parseCircleQuery } from '@/lib/circle/circle-query';
import { defaultLocale, isLocale } from '@/lib/i18n/locales';
import { loadNotices } from '@/lib/notices/server/load-notices';
import { loadLocalServices } from '@/lib/places/server/services';
import { formatRouteEnd } from '@/lib/routing/route-query';
import { loadRouter } from '@/lib/routing/server/load-router';

export const dynamic = 'force-dynamic';

/** A circle as data, asked like the page: /data/circle.geojson?from=106.57336,29.56011&profile=wheelchair&minutes=15. See /data/openapi.json. */
export async function GET(request: Request) {
  const url = new URL(request.url);
  const asked = url.searchParams.get('lang');
  const locale = isLocale(asked) ? asked : defaultLocale;
  const params = Object.fromEntries(
    [...url.searchParams.keys()]
      .filter((name) => name !== 'lang')
      .map((name) => [name, url.searchParams.getAll(name)]),
  );
  const [ends, services, { router, problem }, { outages }] = await Promise.all([
    loadEndChoices(locale),
    loadLocalServices(locale),
    loadRouter(),
    loadNotices(),
  ]);
  const { query, ignored } = parseCircleQuery(params, (end) => ends.positionOf(end) !== undefined);
  const start = ends.positionOf(query.start);
  if (!start)
    return problemResponse(
      400,
      'No start',
      'from: a place, station or walk by id (place.jiefangbei), or longitude,latitude in WGS-84.',
    );
  if (!router) return problemResponse(503, 'No network', `The network of ways cannot be used: ${problem}.`);
  const other = ends.positionOf(query.other);
  const {
    circle,
    other: second,
    services: named,
  } = askCirclePage(router, services, { query, start, other, now: Date.now() }, outages);
  if (circle.kind !== 'circle')
    return problemResponse(422, 'No circle', noCircleDetail(circle, 'start'), {
      ...(circle.nearest && {
        nearest: circle.nearest.position,
        nearest_meters: Math.round(circle.nearest.meters),
      }),
      area: circle.area,
    });
  const withoutSecond = query.other && {
    name: 'with',
    value: `${formatRouteEnd(query.other)}: ${
      second && second.kind !== 'circle'
        ? noCircleDetail(second, 'second start')
        : 'An answer holds one circle; ask again with from.'
    }`,
  };
  const leftOut = withoutSecond ? [...ignored, withoutSecond] : ignored;
  return Response.json(circleCollection(circle, named, query, leftOut), {
    headers: {
      'Content-Type': 'application/geo+json; charset=utf-8',
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'public, max-age=60',
    },
  });
}

/** RFC 9457. */
function problemResponse(status: number, title: string, detail: string, more: object = {}) {
  return Response.json(
    { title, status, detail, ...more },
    { status, headers: { 'Content-Type': 'application/problem+json', 'Access-Control-Allow-Origin': '*' } },
  );
}
