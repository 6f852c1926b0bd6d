import { type EdgeKind, edgeKinds, rideKinds } from './network';
import { isOpenAt, parseOpeningHours, type WeekSpans } from './opening-hours';
import { ASSUMED_STEP_RISE_METERS, edgeSeconds } from './pace';
import { kerbs, type PackedNetwork, surfaces, UNKNOWN } from './packed-network';
import { groundOf, grounds, type Profile } from './profiles';

/** What can keep a person from an edge. One bit each, in this order. */
export const violations = [
  'steps',
  'elevator',
  'escalator',
  'cableway',
  'inclineUp',
  'inclineDown',
  'width',
  'kerb',
  'surface',
  'wheelchair',
  'unknownIncline',
  'unknownWidth',
  'unknownKerb',
  'unknownSurface',
  'fare',
  'closed',
  'outOfOrder',
] as const;
export type Violation = (typeof violations)[number];

const bit = (violation: Violation) => 1 << violations.indexOf(violation);
const STEPS = bit('steps');
const ELEVATOR = bit('elevator');
const ESCALATOR = bit('escalator');
const CABLEWAY = bit('cableway');
const INCLINE_UP = bit('inclineUp');
const INCLINE_DOWN = bit('inclineDown');
const WIDTH = bit('width');
const KERB = bit('kerb');
const SURFACE = bit('surface');
const WHEELCHAIR = bit('wheelchair');
const UNKNOWN_INCLINE = bit('unknownIncline');
const UNKNOWN_WIDTH = bit('unknownWidth');
const UNKNOWN_KERB = bit('unknownKerb');
const UNKNOWN_SURFACE = bit('unknownSurface');
const FARE = bit('fare');
const CLOSED = bit('closed');
const OUT_OF_ORDER = bit('outOfOrder');
/** Violations that pass with time. */
export const TEMPORARY = CLOSED | OUT_OF_ORDER;

/** The violations of a bit set, in the order of the list. */
export const violationsIn = (bits: number): Violation[] =>
  violations.filter((_, index) => (bits & (1 << index)) !== 0);

const AVOIDED_FACTOR = 1.6;
const [K_STEPS, K_ELEVATOR, K_ESCALATOR, K_WALKWAY, K_CABLEWAY, K_FERRY, K_CROSSING] = (
  ['steps', 'elevator', 'escalator', 'moving_walkway', 'cableway', 'ferry', 'crossing'] as const
).map((kind) => edgeKinds.indexOf(kind)) as [number, number, number, number, number, number, number];
const isRide = edgeKinds.map((kind) => rideKinds.includes(kind));
const WHEELCHAIR_NO = 1;
/** Rank of a surface's ground by its index; 255 is unknown. */
const groundRanks = Uint8Array.from(surfaces, (surface) => {
  const ground = groundOf(surface);
  return ground === undefined ? 255 : grounds.indexOf(ground);
});

const parsedHours = new WeakMap<PackedNetwork, (WeekSpans | undefined | null)[]>();

/** Spans of an edge's hours; undefined when it has none or they are not understood. Parsed once per network. */
export function hoursOf(network: PackedNetwork, edge: number): WeekSpans | undefined {
  const index = network.edgeHours[edge] ?? 0;
  if (index === 0) return undefined;
  let cache = parsedHours.get(network);
  if (!cache) {
    cache = [];
    parsedHours.set(network, cache);
  }
  let spans = cache[index];
  if (spans === undefined) {
    spans = parseOpeningHours(network.strings[index] ?? '') ?? null;
    cache[index] = spans;
  }
  return spans ?? undefined;
}

export interface CostOptions {
  /** Minute of the week the walk begins; without it hours do not matter. */
  departMinute?: number | undefined;
  /** Edges that are out of order now. */
  outages?: ReadonlySet<number> | undefined;
  /** Fares are not paid. */
  noFare?: boolean | undefined;
}

/** Metres of height gained along a slot, signed; NaN where unknown. */
export function riseOf(network: PackedNetwork, edge: number, backward: boolean): number {
  const from = network.nodeElevation[network.edgeFrom[edge] as number] as number;
  const to = network.nodeElevation[network.edgeTo[edge] as number] as number;
  if (from !== UNKNOWN.elevation && to !== UNKNOWN.elevation) return (backward ? from - to : to - from) / 10;
  const incline = network.edgeIncline[edge] as number;
  if (incline === UNKNOWN.incline) return Number.NaN;
  const rise = (incline * (network.edgeLength[edge] as number)) / 10_000;
  return backward ? -rise : rise;
}

/** Steps of an edge; NaN where nobody counted them. */
export function stepsOf(network: PackedNetwork, edge: number): number {
  const steps = network.edgeSteps[edge] as number;
  return steps === UNKNOWN.steps ? Number.NaN : steps;
}

/**
 * What an edge costs a person. Everything is worked out when asked for, so that a moved slider changes nothing but these numbers. The answer of
 * `evaluate` stands in `seconds`, `cost` and `violations` until the next call: no object is made in the search.
 */
export class CostModel {
  seconds = 0;
  /** Seconds plus what the person would rather avoid: what the search makes least. */
  cost = 0;
  /** Bit set of `violations`. */
  violations = 0;

  private readonly kerbLimit: number;
  private readonly groundLimit: number;
  private readonly widthLimit: number;
  private readonly checksIncline: boolean;

  constructor(
    readonly network: PackedNetwork,
    readonly profile: Profile,
    readonly options: CostOptions = {},
  ) {
    this.kerbLimit = kerbs.indexOf(profile.maxKerb);
    this.groundLimit = grounds.indexOf(profile.ground);
    this.widthLimit = profile.minWidth * 10;
    this.checksIncline = profile.maxInclineUp < 1 || profile.maxInclineDown < 1;
  }

  /**
   * Works out one slot (twice the edge, plus 1 taken backwards), entered `elapsed` seconds after departure. False when it cannot be taken in
   * this direction at all.
   */
  evaluate(slot: number, elapsed: number): boolean {
    const { network, profile, options } = this;
    const edge = slot >> 1;
    const backward = (slot & 1) === 1;
    const direction = network.edgeDirection[edge] as number;
    if (direction !== 0 && (direction === 2) !== backward) return false;

    const kind = network.edgeKind[edge] as number;
    const length = (network.edgeLength[edge] as number) / 10;
    const rise = riseOf(network, edge, backward);
    const wait = network.edgeWait[edge] as number;
    const ride = network.edgeRide[edge] as number;
    const steps = kind === K_STEPS ? stepsOf(network, edge) : Number.NaN;
    let seconds = edgeSeconds(
      edgeKinds[kind] as EdgeKind,
      length,
      rise,
      steps,
      wait === UNKNOWN.seconds ? Number.NaN : wait,
      ride === UNKNOWN.seconds ? Number.NaN : ride,
      profile,
    );
    let extra = 0;
    let broken = 0;
    let unknown = 0;
    switch (kind) {
      case K_STEPS: {
        if (!profile.steps) broken |= STEPS;
        const count = Number.isNaN(steps)
          ? Math.abs(Number.isNaN(rise) ? 0 : rise) / ASSUMED_STEP_RISE_METERS
          : steps;
        extra += count * profile.stepEffort;
        break;
      }
      case K_ELEVATOR:
        if (!profile.elevators) broken |= ELEVATOR;
        break;
      case K_ESCALATOR:
      case K_WALKWAY:
        if (!profile.escalators) broken |= ESCALATOR;
        break;
      case K_CABLEWAY:
      case K_FERRY:
        if (!profile.cableways) broken |= CABLEWAY;
        break;
      default: {
        if (kind === K_CROSSING) seconds += profile.crossingSeconds;
        if (this.checksIncline && length > 0) {
          const surveyed = network.edgeIncline[edge] as number;
          const slope =
            surveyed === UNKNOWN.incline ? rise / length : (backward ? -surveyed : surveyed) / 1000;
          if (Number.isNaN(slope)) unknown |= UNKNOWN_INCLINE;
          else if (slope > profile.maxInclineUp + 1e-9) broken |= INCLINE_UP;
          else if (-slope > profile.maxInclineDown + 1e-9) broken |= INCLINE_DOWN;
        }
        if (this.widthLimit > 0) {
          const width = network.edgeWidth[edge] as number;
          if (width === UNKNOWN.width) unknown |= UNKNOWN_WIDTH;
          else if (width < this.widthLimit - 1e-9) broken |= WIDTH;
        }
        if (this.kerbLimit < 4) {
          const kerb = network.edgeKerb[edge] as number;
          // Kerbs are met where a way crosses one: a footway without the tag has none to speak of.
          if (kerb === 0) {
            if (kind === K_CROSSING) unknown |= UNKNOWN_KERB;
          } else if (kerb > this.kerbLimit) broken |= KERB;
        }
        if (this.groundLimit < 2) {
          const ground = groundRanks[network.edgeSurface[edge] as number] as number;
          if (ground === 255) unknown |= UNKNOWN_SURFACE;
          else if (ground > this.groundLimit) broken |= SURFACE;
        }
      }
    }
    if (profile.climbEffort > 0 && rise > 0 && !isRide[kind]) extra += rise * profile.climbEffort;
    if (profile.onWheels && network.edgeWheelchair[edge] === WHEELCHAIR_NO && kind !== K_STEPS)
      broken |= WHEELCHAIR;
    if (unknown !== 0) {
      if (profile.unknown === 'forbid') broken |= unknown;
      else if (profile.unknown === 'avoid') extra += seconds * (AVOIDED_FACTOR - 1);
    }
    const fee = network.edgeFee[edge] as number;
    if (options.noFare && fee !== UNKNOWN.fee && fee > 0) broken |= FARE;
    if (options.departMinute !== undefined && network.edgeHours[edge] !== 0) {
      const spans = hoursOf(network, edge);
      if (spans && !isOpenAt(spans, options.departMinute + elapsed / 60)) broken |= CLOSED;
    }
    if (options.outages?.has(edge)) broken |= OUT_OF_ORDER;
    this.seconds = seconds;
    this.cost = seconds + extra;
    this.violations = broken;
    return true;
  }
}
