import type { FeatureCollection, Position } from 'geojson';
import type { LngLat } from '@/lib/geo/position';
import type { CirclePageReply } from './ask';
import type { CircleReply } from './circle';
import { type CircleQuery, formatCircleQuery } from './circle-query';

const copy = (polygons: readonly (readonly (readonly LngLat[])[])[]): Position[][][] =>
  polygons.map((rings) => rings.map((ring) => ring.map((point) => [...point])));

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
            properties: { category: service.category, kind: service.kind, name: service.name, ...properties },
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
        point(id, { role: 'lost', walker_seconds: Math.round(walkerSeconds), reason: reason.kind }),
      ),
    ],
  };
}
