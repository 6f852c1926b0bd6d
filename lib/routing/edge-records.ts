/** What the search reads of every edge, side by side in memory: one cache line where columns of their own would take a dozen. */
import { type EdgeKind, edgeKinds, rideKinds } from './network';
import { edgeSeconds, likelySteps, slowness, walkerPace } from './pace';
import { climbs, directions, type PackedNetwork, surfaces, UNKNOWN } from './packed-network';
import { groundOf, grounds } from './profiles';

/** Words of a record and what stands in each. Nothing in it belongs to a person: that is the cost model's part. */
export const EDGE_WORDS = 8;
/** Rise over run from `from` to `to`, NaN where unknown: as a limit counts it, which is as surveyed before the heights, and as it is walked. */
export const SLOPE = 0;
export const PITCH = 1;
export const FLAGS = 2;
/** Metres. */
export const LENGTH = 3;
/** Metres on the flat that take a walker as long, forwards and, in the next word, backwards. */
export const LEVEL = 4;
/** Metres from `from` to `to`, signed; NaN where unknown. */
export const RISE = 6;
/** Steps to reckon with on stairs, seconds of a ride. */
export const AMOUNT = 7;

/** Parts of the flags. */
export const KIND = 15;
/** Forwards; shifted by one more, backwards. */
export const NO_WAY = 1 << 4;
export const LEADS_DOWN = 1 << 6;
export const IS_RIDE = 1 << 8;
export const DIRECTION_UNKNOWN = 1 << 9;
export const WHEELCHAIR_NO = 1 << 10;
export const HAS_HOURS = 1 << 11;
export const HAS_FEE = 1 << 12;
/** Shifts of a kerb by its index, of a ground by its rank (3: unknown), of a width in decimetres (255: unknown). */
export const KERB_SHIFT = 13;
export const GROUND_SHIFT = 16;
export const UNKNOWN_GROUND = 3;
export const WIDTH_SHIFT = 18;

export interface EdgeRecords {
  /** The same memory as whole numbers and as fractions. */
  words: Uint32Array;
  numbers: Float32Array;
}

const isRide = edgeKinds.map((kind) => rideKinds.includes(kind));
const K_STEPS = edgeKinds.indexOf('steps');
const [D_FORWARD, D_BACKWARD, D_UNKNOWN] = (['forward', 'backward', 'unknown'] as const).map((direction) =>
  directions.indexOf(direction),
);
const [C_UP, C_DOWN] = [climbs.indexOf('up'), climbs.indexOf('down')];
const groundRanks = surfaces.map((surface) => {
  const ground = groundOf(surface);
  return ground === undefined ? UNKNOWN_GROUND : grounds.indexOf(ground);
});

/**
 * Metres of height gained along a slot, signed; NaN where unknown, and where the heights say the other way than somebody who stood there: then they
 * are a model's, and wrong.
 */
export function riseOf(network: PackedNetwork, edge: number, backward: boolean): number {
  const from = network.nodeElevation[network.edgeFrom[edge] as number] as number;
  const to = network.nodeElevation[network.edgeTo[edge] as number] as number;
  if (from !== UNKNOWN.elevation && to !== UNKNOWN.elevation) {
    const climb = network.edgeClimb[edge] as number;
    if ((climb === C_UP && to < from) || (climb === C_DOWN && to > from)) return Number.NaN;
    return (backward ? from - to : to - from) / 10;
  }
  const incline = network.edgeIncline[edge] as number;
  if (incline === UNKNOWN.incline) return Number.NaN;
  const rise = (incline * (network.edgeLength[edge] as number)) / 10_000;
  return backward ? -rise : rise;
}

/** Whether a slot leads down: as somebody who stood there said, else by its `rise` (metres, NaN where unknown). */
export function leadsDown(network: PackedNetwork, edge: number, backward: boolean, rise: number): boolean {
  const climb = network.edgeClimb[edge] as number;
  return climb === 0 ? rise < 0 : (climb === C_DOWN) !== backward;
}

/** Steps of an edge; NaN where nobody counted them. */
export function stepsOf(network: PackedNetwork, edge: number): number {
  const steps = network.edgeSteps[edge] as number;
  return steps === UNKNOWN.steps ? Number.NaN : steps;
}

/**
 * Slope of a slot, rise over run, as a limit counts it: as surveyed, else by the heights of its ends; NaN where unknown, and where a height is an elevation
 * model's: over a short street a grid of 30 m says little, and among bridges and podiums it is wrong.
 */
export function slopeOf(network: PackedNetwork, edge: number, backward: boolean): number {
  const surveyed = network.edgeIncline[edge] as number;
  if (surveyed !== UNKNOWN.incline) return (backward ? -surveyed : surveyed) / 1000;
  if (
    network.nodeModelled[network.edgeFrom[edge] as number] ||
    network.nodeModelled[network.edgeTo[edge] as number]
  )
    return Number.NaN;
  const length = (network.edgeLength[edge] as number) / 10;
  return length > 0 ? riseOf(network, edge, backward) / length : Number.NaN;
}

/** The node a slot leads to. */
export const headOf = ({ edgeFrom, edgeTo }: PackedNetwork, slot: number) =>
  (slot & 1 ? edgeFrom[slot >>> 1] : edgeTo[slot >>> 1]) as number;

const known = (seconds: number) => (seconds === UNKNOWN.seconds ? Number.NaN : seconds);
const recordsOfNetwork = new WeakMap<PackedNetwork, EdgeRecords>();

/** The records of a network, made the first time they are asked for. */
export function edgeRecordsOf(network: PackedNetwork): EdgeRecords {
  let records = recordsOfNetwork.get(network);
  if (!records) {
    records = makeRecords(network);
    recordsOfNetwork.set(network, records);
  }
  return records;
}

function makeRecords(network: PackedNetwork): EdgeRecords {
  const { edgeCount } = network;
  const words = new Uint32Array(edgeCount * EDGE_WORDS);
  const numbers = new Float32Array(words.buffer);
  for (let edge = 0; edge < edgeCount; edge++) {
    const at = edge * EDGE_WORDS;
    const kind = network.edgeKind[edge] as number;
    const direction = network.edgeDirection[edge] as number;
    const length = (network.edgeLength[edge] as number) / 10;
    const rise = riseOf(network, edge, false);
    words[at + FLAGS] =
      kind |
      (direction === D_BACKWARD ? NO_WAY : 0) |
      (direction === D_FORWARD ? NO_WAY << 1 : 0) |
      (leadsDown(network, edge, false, rise) ? LEADS_DOWN : 0) |
      (leadsDown(network, edge, true, -rise) ? LEADS_DOWN << 1 : 0) |
      (isRide[kind] ? IS_RIDE : 0) |
      (direction === D_UNKNOWN ? DIRECTION_UNKNOWN : 0) |
      (network.edgeWheelchair[edge] === 1 ? WHEELCHAIR_NO : 0) |
      (network.edgeHours[edge] ? HAS_HOURS : 0) |
      (hasFee(network.edgeFee[edge] as number) ? HAS_FEE : 0) |
      ((network.edgeKerb[edge] as number) << KERB_SHIFT) |
      ((groundRanks[network.edgeSurface[edge] as number] as number) << GROUND_SHIFT) |
      ((network.edgeWidth[edge] as number) << WIDTH_SHIFT);
    numbers[at + SLOPE] = slopeOf(network, edge, false);
    numbers[at + PITCH] = length > 0 ? rise / length : 0;
    numbers[at + LENGTH] = length;
    numbers[at + RISE] = rise;
    if (kind === K_STEPS) numbers[at + AMOUNT] = likelySteps(length, rise, stepsOf(network, edge));
    else if (isRide[kind])
      numbers[at + AMOUNT] = edgeSeconds(
        edgeKinds[kind] as EdgeKind,
        length,
        rise,
        Number.NaN,
        known(network.edgeWait[edge] as number),
        known(network.edgeRide[edge] as number),
        walkerPace,
      );
    else if (length > 0) {
      const pitch = Number.isNaN(rise) ? 0 : rise / length;
      numbers[at + LEVEL] = length * slowness(pitch, walkerPace);
      numbers[at + LEVEL + 1] = length * slowness(-pitch, walkerPace);
    }
  }
  return { words, numbers };
}

const hasFee = (fee: number) => fee !== UNKNOWN.fee && fee > 0;
