/** The pedestrian network: nodes with heights and edges people move along, read from the authored GeoJSON. */
import { type LngLat, lineLengthMeters } from '@/lib/geo/position';
import type { Confidence, NetworkEdgeFeature, NetworkNodeFeature } from './network-schema';

export const edgeKinds = [
  'footway',
  'sidewalk',
  'crossing',
  'street',
  'ramp',
  'steps',
  'escalator',
  'moving_walkway',
  'elevator',
  'cableway',
  'ferry',
  'indoor',
] as const;
export type EdgeKind = (typeof edgeKinds)[number];

export interface NetworkNode {
  id: string;
  position: LngLat;
  /** Metres above sea level; undefined is unknown. */
  elevation: number | undefined;
  elevationConfidence: 'sourced' | 'estimate' | 'interpolated' | undefined;
  place: string | undefined;
  station: string | undefined;
}

export interface NetworkEdge {
  id: string;
  from: string;
  to: string;
  kind: EdgeKind;
  geometry: readonly LngLat[];
  lengthMeters: number;
  /** Counted steps; undefined on steps means nobody counted them. */
  stepCount: number | undefined;
  /** Surveyed rise over run along from → to, signed. */
  incline: number | undefined;
  conveying: 'forward' | 'backward' | 'reversible' | undefined;
  waitSeconds: number | undefined;
  rideSeconds: number | undefined;
  name: string | undefined;
  confidence: Confidence;
  source: string;
  checked: string;
}

export interface Network {
  nodes: ReadonlyMap<string, NetworkNode>;
  edges: readonly NetworkEdge[];
  /** What it was read from, with every tag: the engine packs these (authored.ts). */
  features: { nodes: readonly NetworkNodeFeature[]; edges: readonly NetworkEdgeFeature[] };
  /** The edge that joins two nodes, in either direction. */
  findEdge(a: string, b: string): NetworkEdge | undefined;
}

/** Kinds that carry a person, who only waits and rides. */
export const rideKinds: readonly EdgeKind[] = [
  'escalator',
  'moving_walkway',
  'elevator',
  'cableway',
  'ferry',
];

/** Kind of an edge from its OpenStreetMap tags. */
export function edgeKind(tags: NetworkEdgeFeature['properties']): EdgeKind {
  if (tags.aerialway) return 'cableway';
  if (tags.highway === 'elevator') return 'elevator';
  if (tags.highway === 'steps') return tags.conveying ? 'escalator' : 'steps';
  if (tags.highway === 'corridor' || tags.indoor === 'yes') return 'indoor';
  if (tags.footway) return tags.footway;
  if (tags.highway === 'footway' || tags.highway === 'pedestrian' || tags.highway === 'path')
    return 'footway';
  return 'street';
}

const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Builds the network from checked features. References are not checked here: see lib/content/check.ts. */
export function buildNetwork(
  nodes: readonly NetworkNodeFeature[],
  edges: readonly NetworkEdgeFeature[],
): Network {
  const nodeMap = new Map<string, NetworkNode>();
  for (const { properties, geometry } of nodes) {
    nodeMap.set(properties._id, {
      id: properties._id,
      position: geometry.coordinates,
      elevation: properties.ele,
      elevationConfidence: properties.ele_confidence,
      place: properties.place,
      station: properties.station,
    });
  }
  const edgeList: NetworkEdge[] = [];
  const byPair = new Map<string, NetworkEdge>();
  for (const { properties, geometry } of edges) {
    const edge: NetworkEdge = {
      id: properties._id,
      from: properties._u_id,
      to: properties._v_id,
      kind: edgeKind(properties),
      geometry: geometry.coordinates,
      lengthMeters: properties.length ?? lineLengthMeters(geometry.coordinates),
      stepCount: properties.step_count,
      incline: properties.incline,
      conveying: properties.conveying,
      waitSeconds: properties.wait_seconds,
      rideSeconds: properties.ride_seconds,
      name: properties.name,
      confidence: properties.confidence,
      source: properties.source,
      checked: properties.checked,
    };
    edgeList.push(edge);
    byPair.set(pairKey(edge.from, edge.to), edge);
  }
  return {
    nodes: nodeMap,
    edges: edgeList,
    features: { nodes, edges },
    findEdge: (a, b) => byPair.get(pairKey(a, b)),
  };
}
