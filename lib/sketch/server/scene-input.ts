import type { Feature, LineString, MultiLineString, Polygon, Position } from 'geojson';
import type { Content } from '@/lib/content/check';
import type { LngLat } from '@/lib/geo/position';
import type { Locale } from '@/lib/i18n/locales';
import { baseExtent } from '@/lib/map/base-data';
import { serviceName } from '@/lib/places/service';
import type { EdgeKind } from '@/lib/routing/network';
import type { NetworkEdgeFeature } from '@/lib/routing/network-schema';
import type { MeasuredWalk } from '@/lib/walks/measured-walk';
import { stepFreeWays } from '@/lib/walks/step-free';
import { landmarkOf } from '../landmarks';
import type { SceneInput, SketchWay } from '../scene';
import type { Translate } from '../sheet-words';
import type { Ground } from './read-ground';

const wayOf: Record<EdgeKind, SketchWay> = {
  footway: 'path',
  sidewalk: 'path',
  crossing: 'path',
  ramp: 'path',
  indoor: 'path',
  street: 'street',
  steps: 'steps',
  escalator: 'escalator',
  moving_walkway: 'escalator',
  elevator: 'elevator',
  cableway: 'cableway',
  ferry: 'ferry',
};

/** What somebody has published of a climb: how high a ride goes, how many steps a stair has ("200+" where that is all that is said). */
function noteOf({ properties }: NetworkEdgeFeature, t: Translate): string | undefined {
  const { rise, step_count: steps, 'step_count:note': note = '' } = properties;
  if (rise) return t('rise', { meters: rise });
  return steps ? t('steps', { steps: `${steps}${note.endsWith('+') ? '+' : ''}` }) : undefined;
}

const toLine = (positions: readonly Position[]): LngLat[] =>
  positions.map(([lng = 0, lat = 0]) => [lng, lat]);
const linesOf = ({ geometry }: Feature): Position[][] => {
  if (geometry.type === 'LineString') return [(geometry as LineString).coordinates];
  return geometry.type === 'MultiLineString' ? (geometry as MultiLineString).coordinates : [];
};

/** What a scene is made from: the walk, the network around it, the drawn base, places and stations. `t` speaks from the namespace `Sheet`. */
export function sceneInputOf(
  { network, places, stations, services }: Content,
  { water, streets, rail }: Ground,
  measured: MeasuredWalk,
  locale: Locale,
  t: Translate,
): SceneInput {
  const { walk, measures } = measured;
  const own = new Set(measures.sections.map(({ edge }) => edge.id));
  const nodeOf = new Map(
    [...network.nodes.values()].flatMap(({ place, position }) => (place ? [[place, position] as const] : [])),
  );
  return {
    id: walk.id,
    stretches: measures.sections.map(({ edge, reversed }) => ({
      kind: wayOf[edge.kind],
      line: reversed ? edge.geometry.toReversed() : edge.geometry,
    })),
    stops: walk.waypoints.flatMap(({ key, place: id, toilet, rest, nightView }) => {
      const place = places.get(id);
      const position = nodeOf.get(id) ?? place?.position;
      if (!place || !position) return [];
      return [
        {
          key,
          name: place.name[locale],
          position,
          landmark: landmarkOf(id, place.kind),
          isTurnOff: walk.stepFree?.turnOffAt === key,
          marks: [
            ...(toilet ? (['toilet'] as const) : []),
            ...(rest ? (['rest'] as const) : []),
            ...(nightView ? (['night'] as const) : []),
          ],
        },
      ];
    }),
    rivers: water.features.flatMap((feature): SceneInput['rivers'][number][] => {
      const kind = feature.properties?.kind;
      if (feature.geometry.type !== 'Polygon' || (kind !== 'river' && kind !== 'sandbar')) return [];
      const name = String(feature.properties?.[`name:${locale}`] ?? '');
      const middle = water.features.find(
        ({ properties }) => properties?.kind === 'centreline' && properties[`name:${locale}`] === name,
      );
      return [
        {
          name,
          kind,
          ring: toLine((feature.geometry as Polygon).coordinates[0] ?? []),
          middle: middle ? toLine(linesOf(middle)[0] ?? []) : [],
        },
      ];
    }),
    streets: streets.features.flatMap((feature) =>
      linesOf(feature).map((line) => ({
        name: String(feature.properties?.name ?? ''),
        isMajor: feature.properties?.class === 'major',
        kind: feature.properties?.class === 'bridge' ? ('bridge' as const) : ('street' as const),
        line: toLine(line),
      })),
    ),
    ways: network.edges
      // A straight guess from one station to the next would look like a street.
      .filter(
        ({ id, confidence, lengthMeters }) => !own.has(id) && !(confidence === 'poor' && lengthMeters > 1000),
      )
      .map(({ kind, geometry }) => ({ kind: wayOf[kind], line: geometry })),
    rails: rail.features.flatMap((feature) =>
      linesOf(feature).map((stations) => ({
        line: String(feature.properties?.line),
        course: toLine(stations),
      })),
    ),
    stepFree: stepFreeWays(network, measured),
    notes: network.features.edges.flatMap((edge) => {
      const text = noteOf(edge, t);
      const [from, to] = [edge.geometry.coordinates[0], edge.geometry.coordinates.at(-1)];
      if (!text || !from || !to) return [];
      return [{ text, position: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const }];
    }),
    stations: [...stations.values()].map(({ name, position }) => ({ name: name[locale], position })),
    parks: [...places.values()]
      .filter(({ kind }) => kind === 'park')
      .map(({ name, position }) => ({ name: name[locale], position })),
    meals: services
      .filter(({ category }) => category === 'meals')
      .map((service) => ({ name: serviceName(service, locale), position: service.position })),
    heights: [...network.nodes.values()].flatMap(({ position, elevation }) =>
      elevation === undefined ? [] : [{ position, elevation }],
    ),
    known: baseExtent,
  };
}
