import type { FeatureCollection, Position } from 'geojson';
import type { LngLat } from '@/lib/geo/position';
import type { CirclePageReply } from './ask';
import type { CircleReply } from './circle';
import { type CircleQuery, formatCircleQuery } from './circle-query';
import type { LossReason } from './loss';

const copy = (polygons: readonly (readonly (readonly LngLat[])[])[]): Position[][][] =>
  polygons.map((rings) => rings.map((ring) => ring.map((point) => [...point])));

/** Why a start has no circle and what to ask instead, in a sentence of English. */
export function noCircleDetail(
  { kind, nearest, area }: Exclude<CircleReply, { kind: 'circle' }>,
  what: string,
): string {
  const why =
    kind === 'outside-area'
      ? `The ${what} lies outside the drawn area.`
      : `No drawn way within 200 m of the ${what}.`;
  if (nearest) {
    const at = nearest.position.map((degrees) => degrees.toFixed(5)).join(',');
    return `${why} The nearest point on one is ${at}, ${Math.round(nearest.meters)} m off.`;
  }
  const [west, south, east, north] = area.map((degrees) => degrees.toFixed(2));
  return `${why} Ways are drawn from ${west} to ${east} east and ${south} to ${north} north.`;
}

/** What keeps somebody from a service, with what is known of each barrier; a number nobody knows is left out. */
function reasonOf(reason: LossReason) {
  const seconds = (name: string, value: number) =>
    Number.isFinite(value) ? { [name]: Math.round(value) } : {};
  return {
    reason: reason.kind,
    ...('barriers' in reason && {
      barriers: reason.barriers.map(({ violation, kind, name, lengthMeters, value, limit, position }) => ({
        violation,
        kind,
        name,
        meters: Math.round(lengthMeters),
        value,
        limit,
        position: [...position],
      })),
    }),
    ...('seconds' in reason && seconds('seconds', reason.seconds)),
    ...(reason.kind === 'farther' && seconds('pace_seconds', reason.paceSeconds)),
    ...(reason.kind === 'outage' && {
      ...seconds('without_notice_seconds', reason.withoutSeconds),
      notices: [...reason.notices],
    }),
    ...(reason.kind === 'closed' && seconds('opens_in_seconds', reason.opensInMinutes * 60)),
  };
}

/** A circle as GeoJSON, WGS-84: its area, a healthy walker's, the services reached and lost. Seconds on foot or wheels. */
export function circleCollection(
  circle: Extract<CircleReply, { kind: 'circle' }>,
  services: CirclePageReply['services'],
  query: CircleQuery,
  ignored: readonly { name: string; value: string }[],
): FeatureCollection & Record<string, unknown> {
  const area = (role: string, polygons: LngLat[][][], meters: number) => ({
    type: 'Feature' as const,
    geometry: { type: 'MultiPolygon' as const, coordinates: copy(polygons) },
    properties: { role, meters_of_way: Math.round(meters), minutes: query.minutes },
  });
  const point = (id: string, properties: object) => {
    const service = services[id];
    return service
      ? [
          {
            type: 'Feature' as const,
            id,
            geometry: { type: 'Point' as const, coordinates: [...service.position] },
            properties: {
              category: service.category,
              kind: service.kind,
              name: service.name,
              sources: [...service.sources],
              checked: service.checked,
              accuracy_m: service.accuracyMeters,
              ...properties,
            },
          },
        ]
      : [];
  };
  return {
    type: 'FeatureCollection',
    attribution: '© OpenStreetMap contributors, ODbL 1.0; YuWalk 渝步, CC BY 4.0',
    question: formatCircleQuery(query).toString(),
    ignored: ignored.map(({ name, value }) => `${name}=${value}`),
    start: [...circle.start.position],
    scores: circle.scores,
    features: [
      area('circle', circle.area, circle.meters),
      area('healthy-walker', circle.walkerArea, circle.walkerMeters),
      ...circle.services.flatMap(({ id, seconds, isOpen }) =>
        point(id, { role: 'reached', seconds: Math.round(seconds), open: isOpen ?? 'unknown' }),
      ),
      ...circle.lost.flatMap(({ id, walkerSeconds, reason }) =>
        point(id, {
          role: 'lost',
          ...(Number.isFinite(walkerSeconds) && { walker_seconds: Math.round(walkerSeconds) }),
          ...reasonOf(reason),
        }),
      ),
    ],
  };
}
