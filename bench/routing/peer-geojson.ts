import { createRequire } from 'node:module';
import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import type { LngLat } from '@/lib/geo/position';
import { CostModel } from '@/lib/routing/cost';
import { edgeGeometry, toLngLat } from '@/lib/routing/packed-network';
import { profiles } from '@/lib/routing/profiles';
import type { Peer, Source } from './peers';
import { now } from './questions';

/** The part of its interface used here: the portal is checked without its packages. */
interface Finder {
  findPath(from: Feature<Point>, to: Feature<Point>): { path: LngLat[] } | undefined;
}
interface Weights {
  forward: number;
  backward: number;
}
type FinderClass = new (
  network: FeatureCollection<LineString, Weights>,
  options: { tolerance: number; weight(a: LngLat, b: LngLat, weights: Weights): Weights },
) => Finder;

/** geojson-path-finder between vertices, with each edge's seconds for a walker ready made: it neither judges limits nor snaps. */
export function makeGeojsonPeer({ network }: Source): Peer {
  const { default: PathFinder } = createRequire(import.meta.url)('geojson-path-finder') as {
    default: FinderClass;
  };
  const model = new CostModel(network, profiles.walk, now);
  const secondsOf = (slot: number) => (model.evaluate(slot, 0) && model.violations === 0 ? model.seconds : 0);
  const features = Array.from({ length: network.edgeCount }, (_, edge): Feature<LineString, Weights> => {
    const coordinates = edgeGeometry(network, edge).map((point) => [...point]);
    // It weighs each segment of a line, and 0 says that it cannot be passed.
    const segments = coordinates.length - 1;
    return {
      type: 'Feature',
      geometry: { type: 'LineString', coordinates },
      properties: { forward: secondsOf(edge * 2) / segments, backward: secondsOf(edge * 2 + 1) / segments },
    };
  });
  const finder = new PathFinder(
    { type: 'FeatureCollection', features },
    { tolerance: 1e-6, weight: (_a, _b, weights) => weights },
  );
  const points = Array.from({ length: network.nodeCount }, (_, node): Feature<Point> => {
    return {
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates: [...toLngLat(network, node)] },
    };
  });
  return {
    routeCase: 'route, nodes only',
    note: 'line; one fixed profile',
    route: ({ fromNode, toNode }) =>
      finder.findPath(points[fromNode] as Feature<Point>, points[toNode] as Feature<Point>),
    isFound: (answer) => answer !== undefined,
  };
}
