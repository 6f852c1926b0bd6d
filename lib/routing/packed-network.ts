/**
 * The pedestrian network as typed arrays: what the engine searches and what a network file holds. Nodes and edges are numbers; everything
 * nobody surveyed has a value of its own (`UNKNOWN`), never zero.
 */
import type { Bounds, LngLat } from '@/lib/geo/position';
import { type EdgeKind, edgeKinds } from './network';

/** Values of a column; the first is always unknown, so that a missing tag needs no thought. */
export const surfaces = [
  'unknown',
  'asphalt',
  'concrete',
  'paving_stones',
  'paved',
  'metal',
  'wood',
  'brick',
  'compacted',
  'fine_gravel',
  'sett',
  'cobblestone',
  'stone',
  'unpaved',
  'gravel',
  'ground',
  'grass',
  'sand',
] as const;
export const smoothnesses = ['unknown', 'good', 'intermediate', 'bad', 'very_bad', 'impassable'] as const;
export const kerbs = ['unknown', 'flush', 'lowered', 'rolled', 'raised'] as const;
export const handrails = ['unknown', 'no', 'left', 'right', 'both', 'yes'] as const;
export const ramps = ['unknown', 'no', 'stroller', 'wheelchair'] as const;
export const answers = ['unknown', 'no', 'yes'] as const;
export const wheelchairs = ['unknown', 'no', 'limited', 'yes'] as const;
/** `unknown`: it goes one way, and nobody says which. */
export const directions = ['both', 'forward', 'backward', 'unknown'] as const;
/** Which end of an edge is the upper one. */
export const climbs = ['unknown', 'up', 'down'] as const;
export const confidences = ['unknown', 'poor', 'estimate', 'sourced'] as const;

export type Surface = (typeof surfaces)[number];
export type Smoothness = (typeof smoothnesses)[number];
export type Kerb = (typeof kerbs)[number];
export type Handrail = (typeof handrails)[number];
export type Ramp = (typeof ramps)[number];
export type Answer = (typeof answers)[number];
export type Climb = Exclude<(typeof climbs)[number], 'unknown'>;

/** Unknown values of the number columns. */
export const UNKNOWN = {
  elevation: -32768,
  incline: -32768,
  steps: 65535,
  width: 255,
  seconds: 65535,
  fee: 65535,
  level: -128,
} as const;

/** In the column of fares: it costs something, and nobody says how much. */
export const FEE_UNSTATED = 65534;

export interface NodeInput {
  position: LngLat;
  /** Metres above sea level. */
  elevation?: number | undefined;
  /** The height is an elevation model's: good for time and climbs, not for saying that a way is too steep. */
  isModelled?: boolean | undefined;
  /** Floor it lies on; halves are mezzanines. */
  level?: number | undefined;
}

/** An edge in OpenStreetMap terms, ready to be packed. What is missing is unknown. */
export interface EdgeInput {
  /** Indexes of its nodes. */
  from: number;
  to: number;
  kind: EdgeKind;
  /** Metres along the way. */
  lengthMeters: number;
  /** From `from` to `to`, both ends included. */
  geometry: readonly LngLat[];
  /** Which way it can be taken, seen from `from`: an escalator goes one way. Missing is unknown on what moves, both ways elsewhere. */
  direction?: (typeof directions)[number] | undefined;
  /** Surveyed rise over run along from → to, in [-1, 1]. */
  incline?: number | undefined;
  /** Whether it leads up or down along from → to, where somebody said so; by how much is another question. */
  climb?: Climb | undefined;
  stepCount?: number | undefined;
  handrail?: Handrail | undefined;
  ramp?: Ramp | undefined;
  /** Metres. */
  width?: number | undefined;
  surface?: Surface | undefined;
  smoothness?: Smoothness | undefined;
  /** The highest kerb met along it. */
  kerb?: Kerb | undefined;
  tactilePaving?: Answer | undefined;
  lit?: Answer | undefined;
  covered?: Answer | undefined;
  wheelchair?: (typeof wheelchairs)[number] | undefined;
  /** Floor it lies on; halves are mezzanines. */
  level?: number | undefined;
  /** OpenStreetMap opening_hours. */
  openingHours?: string | undefined;
  /** Yuan, or the local currency of an import; 0 is free, `yes` costs something nobody says how much. */
  fee?: number | 'yes' | undefined;
  waitSeconds?: number | undefined;
  rideSeconds?: number | undefined;
  /** As its signs say. */
  name?: string | undefined;
  /** The name in Latin letters, where the signs have others. */
  latin?: string | undefined;
  /** Id of the edge where it was authored, or `way/123` of OpenStreetMap. */
  id?: string | undefined;
  confidence?: (typeof confidences)[number] | undefined;
}

/** Columns of one number a node or an edge. Degrees are in millionths, heights in decimetres, lengths in decimetres. */
export interface NetworkColumns {
  nodeLng: Int32Array;
  nodeLat: Int32Array;
  nodeElevation: Int16Array;
  /** 1 where the height is an elevation model's. */
  nodeModelled: Uint8Array;
  /** Halves of a floor. */
  nodeLevel: Int8Array;
  edgeFrom: Uint32Array;
  edgeTo: Uint32Array;
  edgeLength: Uint32Array;
  edgeKind: Uint8Array;
  edgeDirection: Uint8Array;
  /** Thousandths, signed along from → to. */
  edgeIncline: Int16Array;
  edgeClimb: Uint8Array;
  edgeSteps: Uint16Array;
  edgeHandrail: Uint8Array;
  edgeRamp: Uint8Array;
  /** Decimetres. */
  edgeWidth: Uint8Array;
  edgeSurface: Uint8Array;
  edgeSmoothness: Uint8Array;
  edgeKerb: Uint8Array;
  edgeTactile: Uint8Array;
  edgeLit: Uint8Array;
  edgeCovered: Uint8Array;
  edgeWheelchair: Uint8Array;
  /** Halves of a floor. */
  edgeLevel: Int8Array;
  edgeConfidence: Uint8Array;
  /** Index into `strings`; 0 is none. */
  edgeHours: Uint32Array;
  edgeName: Uint32Array;
  edgeId: Uint32Array;
  /** Tenths of the currency, or FEE_UNSTATED. */
  edgeFee: Uint16Array;
  edgeWait: Uint16Array;
  edgeRide: Uint16Array;
  /** Edge e has the points shape[2·shapeStart[e]] … shape[2·shapeStart[e + 1] - 1] between its ends, longitude then latitude. */
  shapeStart: Uint32Array;
  shape: Int32Array;
}

export interface PackedNetwork extends NetworkColumns {
  nodeCount: number;
  edgeCount: number;
  strings: readonly string[];
  /** Names whose letters are not Latin, in Latin letters. */
  latin: ReadonlyMap<string, string>;
  attribution: string;
  /** ISO date the network was built. */
  built: string;
  /** Slots of node n are adjacency[adjacencyStart[n]] … : each an edge, twice its number plus 1 when it is taken backwards. */
  adjacencyStart: Uint32Array;
  adjacency: Uint32Array;
}

const E6 = 1e6;
export const toLngLat = (network: NetworkColumns, node: number): LngLat => [
  (network.nodeLng[node] ?? 0) / E6,
  (network.nodeLat[node] ?? 0) / E6,
];

/** Points of an edge from its `from` to its `to`. */
export function edgeGeometry(network: PackedNetwork, edge: number): LngLat[] {
  const points = [toLngLat(network, network.edgeFrom[edge] ?? 0)];
  for (let i = network.shapeStart[edge] ?? 0; i < (network.shapeStart[edge + 1] ?? 0); i++)
    points.push([(network.shape[2 * i] ?? 0) / E6, (network.shape[2 * i + 1] ?? 0) / E6]);
  points.push(toLngLat(network, network.edgeTo[edge] ?? 0));
  return points;
}

/** Adds to a value of a column and gives what it was before. */
function bump(column: Uint32Array, at: number, by: number): number {
  const before = column[at] as number;
  column[at] = before + by;
  return before;
}

/** Links every node to the edges that leave it, in both directions. */
export function linkAdjacency(
  nodeCount: number,
  edgeFrom: Uint32Array,
  edgeTo: Uint32Array,
): Pick<PackedNetwork, 'adjacencyStart' | 'adjacency'> {
  const adjacencyStart = new Uint32Array(nodeCount + 1);
  for (let edge = 0; edge < edgeFrom.length; edge++) {
    bump(adjacencyStart, (edgeFrom[edge] as number) + 1, 1);
    bump(adjacencyStart, (edgeTo[edge] as number) + 1, 1);
  }
  for (let node = 0; node < nodeCount; node++) bump(adjacencyStart, node + 1, adjacencyStart[node] as number);
  const next = adjacencyStart.slice();
  const adjacency = new Uint32Array(edgeFrom.length * 2);
  for (let edge = 0; edge < edgeFrom.length; edge++) {
    adjacency[bump(next, edgeFrom[edge] as number, 1)] = edge * 2;
    adjacency[bump(next, edgeTo[edge] as number, 1)] = edge * 2 + 1;
  }
  return { adjacencyStart, adjacency };
}

/** Index of a value in its column's list; what is undefined is unknown. */
function indexIn<T>(values: readonly T[], value: T | undefined): number {
  return value === undefined ? 0 : values.indexOf(value);
}

/** What moves goes one way. */
const movingKinds: readonly EdgeKind[] = ['escalator', 'moving_walkway'];

/** A number scaled into a column, or the column's unknown. Throws RangeError when it does not fit: a silent cut would be a wrong fact. */
function scaled(
  value: number | undefined,
  factor: number,
  least: number,
  most: number,
  unknown: number,
): number {
  if (value === undefined) return unknown;
  const whole = Math.round(value * factor);
  if (!(whole >= least && whole <= most)) throw new RangeError(`${value} does not fit the network file`);
  return whole;
}

/** The box around all nodes, in degrees. */
export function boundsOfNetwork({ nodeCount, nodeLng, nodeLat }: PackedNetwork): Bounds {
  let west = 180e6;
  let south = 90e6;
  let east = -180e6;
  let north = -90e6;
  for (let node = 0; node < nodeCount; node++) {
    west = Math.min(west, nodeLng[node] as number);
    east = Math.max(east, nodeLng[node] as number);
    south = Math.min(south, nodeLat[node] as number);
    north = Math.max(north, nodeLat[node] as number);
  }
  return [west / 1e6, south / 1e6, east / 1e6, north / 1e6];
}

/** What a way is called: as its signs say, and in Latin letters where those have others. */
export interface WayName {
  name: string | undefined;
  latin: string | undefined;
}

/** What an edge is called. */
export function nameOf({ strings, edgeName, latin }: PackedNetwork, edge: number): WayName {
  const name = strings[edgeName[edge] as number] || undefined;
  return { name, latin: name && latin.get(name) };
}

/** Packs nodes and edges. Throws RangeError when an edge names a node that is not there or a value does not fit its column. */
export function packNetwork(
  nodes: readonly NodeInput[],
  edges: readonly EdgeInput[],
  { attribution, built }: { attribution: string; built: string },
): PackedNetwork {
  const strings = [''];
  const stringIndex = new Map<string, number>([['', 0]]);
  const intern = (text: string | undefined) => {
    if (!text) return 0;
    let index = stringIndex.get(text);
    if (index === undefined) {
      index = strings.push(text) - 1;
      stringIndex.set(text, index);
    }
    return index;
  };
  const edgeCount = edges.length;
  const shapeStart = new Uint32Array(edgeCount + 1);
  edges.forEach((edge, index) => {
    if (!(edge.from < nodes.length && edge.to < nodes.length))
      throw new RangeError(`edge ${edge.id ?? index} names a node that is not there`);
    shapeStart[index + 1] = (shapeStart[index] as number) + Math.max(0, edge.geometry.length - 2);
  });
  const shape = new Int32Array((shapeStart[edgeCount] as number) * 2);
  edges.forEach((edge, index) => {
    edge.geometry.slice(1, -1).forEach(([lng, lat], point) => {
      const at = 2 * ((shapeStart[index] as number) + point);
      shape[at] = Math.round(lng * E6);
      shape[at + 1] = Math.round(lat * E6);
    });
  });
  const bytes = (of: (edge: EdgeInput) => number) => Uint8Array.from(edges, of);
  const edgeFrom = Uint32Array.from(edges, ({ from }) => from);
  const edgeTo = Uint32Array.from(edges, ({ to }) => to);
  return {
    nodeCount: nodes.length,
    edgeCount,
    attribution,
    built,
    strings,
    latin: new Map(edges.flatMap(({ name, latin }) => (name && latin ? [[name, latin]] : []))),
    nodeLng: Int32Array.from(nodes, ({ position }) => Math.round(position[0] * E6)),
    nodeLat: Int32Array.from(nodes, ({ position }) => Math.round(position[1] * E6)),
    nodeElevation: Int16Array.from(nodes, ({ elevation }) =>
      scaled(elevation, 10, -32767, 32767, UNKNOWN.elevation),
    ),
    nodeModelled: Uint8Array.from(nodes, ({ isModelled }) => Number(isModelled ?? false)),
    nodeLevel: Int8Array.from(nodes, ({ level }) => scaled(level, 2, -127, 127, UNKNOWN.level)),
    edgeFrom,
    edgeTo,
    edgeLength: Uint32Array.from(edges, ({ lengthMeters }) => scaled(lengthMeters, 10, 0, 0xffffffff, 0)),
    edgeKind: bytes(({ kind }) => edgeKinds.indexOf(kind)),
    edgeDirection: bytes(({ direction, kind }) =>
      directions.indexOf(direction ?? (movingKinds.includes(kind) ? 'unknown' : 'both')),
    ),
    edgeIncline: Int16Array.from(edges, ({ incline }) => scaled(incline, 1000, -1000, 1000, UNKNOWN.incline)),
    edgeClimb: bytes(({ climb }) => indexIn(climbs, climb)),
    edgeSteps: Uint16Array.from(edges, ({ stepCount }) => scaled(stepCount, 1, 0, 65534, UNKNOWN.steps)),
    edgeHandrail: bytes(({ handrail }) => indexIn(handrails, handrail)),
    edgeRamp: bytes(({ ramp }) => indexIn(ramps, ramp)),
    // Wider than 25 m is wide enough for everybody.
    edgeWidth: bytes(({ width }) =>
      scaled(width === undefined ? undefined : Math.min(width, 25.4), 10, 0, 254, UNKNOWN.width),
    ),
    edgeSurface: bytes(({ surface }) => indexIn(surfaces, surface)),
    edgeSmoothness: bytes(({ smoothness }) => indexIn(smoothnesses, smoothness)),
    edgeKerb: bytes(({ kerb }) => indexIn(kerbs, kerb)),
    edgeTactile: bytes(({ tactilePaving }) => indexIn(answers, tactilePaving)),
    edgeLit: bytes(({ lit }) => indexIn(answers, lit)),
    edgeCovered: bytes(({ covered }) => indexIn(answers, covered)),
    edgeWheelchair: bytes(({ wheelchair }) => indexIn(wheelchairs, wheelchair)),
    edgeLevel: Int8Array.from(edges, ({ level }) => scaled(level, 2, -127, 127, UNKNOWN.level)),
    edgeConfidence: bytes(({ confidence }) => indexIn(confidences, confidence)),
    edgeHours: Uint32Array.from(edges, ({ openingHours }) => intern(openingHours)),
    edgeName: Uint32Array.from(edges, ({ name }) => intern(name)),
    edgeId: Uint32Array.from(edges, ({ id }) => intern(id)),
    edgeFee: Uint16Array.from(edges, ({ fee }) =>
      fee === 'yes' ? FEE_UNSTATED : scaled(fee, 10, 0, FEE_UNSTATED - 1, UNKNOWN.fee),
    ),
    edgeWait: Uint16Array.from(edges, ({ waitSeconds }) => scaled(waitSeconds, 1, 0, 65534, UNKNOWN.seconds)),
    edgeRide: Uint16Array.from(edges, ({ rideSeconds }) => scaled(rideSeconds, 1, 0, 65534, UNKNOWN.seconds)),
    shapeStart,
    shape,
    ...linkAdjacency(nodes.length, edgeFrom, edgeTo),
  };
}
