import {
  AMOUNT,
  DIRECTION_UNKNOWN,
  EDGE_WORDS,
  edgeRecordsOf,
  FLAGS,
  GROUND_SHIFT,
  HAS_FEE,
  HAS_HOURS,
  IS_RIDE,
  KERB_SHIFT,
  KIND,
  LEADS_DOWN,
  LENGTH,
  LEVEL,
  NO_WAY,
  PITCH,
  RISE,
  SLOPE,
  UNKNOWN_GROUND,
  WHEELCHAIR_NO,
  WIDTH_SHIFT,
} from './edge-records';
import { type EdgeKind, edgeKinds } from './network';
import { isOpenAt, parseOpeningHours, type WeekSpans } from './opening-hours';
import { exp, rollingRate, stairSeconds } from './pace';
import { kerbs, type PackedNetwork, UNKNOWN } from './packed-network';
import { grounds, type Profile } from './profiles';

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
  'unknownDirection',
  'fare',
  'closed',
  'outOfOrder',
] as const;
export type Violation = (typeof violations)[number];

export const bit = (violation: Violation) => 1 << violations.indexOf(violation);
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
const UNKNOWN_DIRECTION = bit('unknownDirection');
const FARE = bit('fare');
const CLOSED = bit('closed');
const OUT_OF_ORDER = bit('outOfOrder');
/** Violations that pass with time. */
export const TEMPORARY = CLOSED | OUT_OF_ORDER;

/** The violations of a bit set, in the order of the list. */
export const violationsIn = (bits: number): Violation[] =>
  violations.filter((_, index) => (bits & (1 << index)) !== 0);

const AVOIDED_FACTOR = 1.6;
/** Slopes are kept in single precision. */
const SLOPE_ROUNDING = 1e-6;
const K_STEPS = edgeKinds.indexOf('steps');
const K_CROSSING = edgeKinds.indexOf('crossing');

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

/** When an edge is out of order: minutes from the moment the clock counts from, `[from, until)`; Infinity for an open end. */
export type OutageSpans = readonly (readonly [from: number, until: number])[];

export interface CostOptions {
  /** Minute of the week the walk begins; without it and `arriveMinute` hours do not matter. */
  departMinute?: number | undefined;
  /** Minute of the week the walk ends; instead of `departMinute`. */
  arriveMinute?: number | undefined;
  /** Edges that are, were or will be out of order, seen from departure, or from arrival where that is given. */
  outages?: ReadonlyMap<number, OutageSpans> | undefined;
  /** Fares are not paid. */
  noFare?: boolean | undefined;
}

/** Minutes until an edge is no longer out of order: 0 when it works, Infinity when no end is known. */
export function minutesUntilWorking(spans: OutageSpans, minute: number): number {
  let at = minute;
  // One outage may follow on another.
  for (let next: OutageSpans[number] | undefined; at < Number.POSITIVE_INFINITY; at = next[1]) {
    const now = at;
    next = spans.find(([from, until]) => now >= from && now < until);
    if (!next) break;
  }
  return at - minute;
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

  /** Minute of the week the clock counts from: departure or arrival. */
  readonly minute: number | undefined;
  private readonly words: Uint32Array;
  private readonly numbers: Float32Array;
  /** Violations that a kind is by itself, in the order of the kinds. */
  private readonly barredKinds: Uint32Array;
  private readonly secondsPerMeter: number;
  private readonly upRate: number;
  private readonly downRate: number;
  private readonly kerbLimit: number;
  private readonly groundLimit: number;
  private readonly widthLimit: number;
  private readonly checksIncline: boolean;
  /** Any limit of slope, width, kerb or ground. */
  private readonly checksWays: boolean;
  private readonly checksHours: boolean;

  constructor(
    readonly network: PackedNetwork,
    readonly profile: Profile,
    readonly options: CostOptions = {},
  ) {
    ({ words: this.words, numbers: this.numbers } = edgeRecordsOf(network));
    this.secondsPerMeter = 1 / profile.metersPerSecond;
    this.upRate = rollingRate(profile.maxInclineUp);
    this.downRate = rollingRate(profile.maxInclineDown);
    this.kerbLimit = kerbs.indexOf(profile.maxKerb);
    this.groundLimit = grounds.indexOf(profile.ground);
    this.widthLimit = profile.minWidth * 10 - 1e-9;
    this.checksIncline = profile.maxInclineUp < 1 || profile.maxInclineDown < 1;
    this.checksWays = this.checksIncline || this.widthLimit > 0 || this.kerbLimit < 4 || this.groundLimit < 2;
    this.minute = options.arriveMinute ?? options.departMinute;
    this.checksHours = this.minute !== undefined || options.outages !== undefined;
    const { steps, elevators, escalators, cableways } = profile;
    const barred: Partial<Record<EdgeKind, number>> = {
      ...(!steps && { steps: STEPS }),
      ...(!elevators && { elevator: ELEVATOR }),
      ...(!escalators && { escalator: ESCALATOR, moving_walkway: ESCALATOR }),
      ...(!cableways && { cableway: CABLEWAY, ferry: CABLEWAY }),
    };
    this.barredKinds = Uint32Array.from(edgeKinds, (kind) => barred[kind] ?? 0);
  }

  /** The clock counts from the arrival back: ways are looked for from their end. */
  get arrives(): boolean {
    return this.options.arriveMinute !== undefined;
  }

  /**
   * Works out one slot (twice the edge, plus 1 taken backwards), entered `elapsed` seconds after the moment the clock counts from (negative:
   * before it). False when it cannot be taken in this direction at all.
   */
  evaluate(slot: number, elapsed: number): boolean {
    if (!this.weigh(slot)) return false;
    if (this.checksHours) this.judge(slot >> 1, elapsed);
    return true;
  }

  /** The same for someone who takes the last `share` of the slot and leaves it `remaining` seconds before that moment. */
  evaluateBefore(slot: number, remaining: number, share = 1): boolean {
    if (!this.weigh(slot)) return false;
    if (this.checksHours) this.judge(slot >> 1, -(remaining + this.seconds * share));
    return true;
  }

  /** What depends on the hour. */
  private judge(edge: number, elapsed: number) {
    const { minute } = this;
    const { outages } = this.options;
    if (minute !== undefined && (this.words[edge * EDGE_WORDS + FLAGS] as number) & HAS_HOURS) {
      const spans = hoursOf(this.network, edge);
      if (spans && !isOpenAt(spans, minute + elapsed / 60)) this.violations |= CLOSED;
    }
    if (outages !== undefined) {
      const spans = outages.get(edge);
      if (spans && minutesUntilWorking(spans, elapsed / 60) > 0) this.violations |= OUT_OF_ORDER;
    }
  }

  /** What does not: whoever asks only for that need not say when. */
  weigh(slot: number): boolean {
    const { profile, numbers } = this;
    const edge = slot >>> 1;
    const at = edge * EDGE_WORDS;
    const backward = slot & 1;
    const flags = this.words[at + FLAGS] as number;
    if (flags & (NO_WAY << backward)) return false;
    const kind = flags & KIND;
    let seconds: number;
    let extra = 0;
    let broken = this.barredKinds[kind] as number;
    let unknown = 0;
    if (kind === K_STEPS) {
      const steps = numbers[at + AMOUNT] as number;
      const isDown = (flags & (LEADS_DOWN << backward)) !== 0;
      seconds = stairSeconds(steps, numbers[at + LENGTH] as number, isDown, profile);
      extra = steps * profile.stepEffort;
    } else if (flags & IS_RIDE) {
      seconds = numbers[at + AMOUNT] as number;
      if (flags & DIRECTION_UNKNOWN) unknown = UNKNOWN_DIRECTION;
    } else {
      if (profile.onWheels) {
        const pitch = backward ? -(numbers[at + PITCH] as number) : (numbers[at + PITCH] as number);
        seconds = (numbers[at + LENGTH] as number) * this.secondsPerMeter;
        if (pitch > 0) seconds *= exp(pitch * this.upRate);
        else if (pitch < 0) seconds *= exp(-pitch * this.downRate);
      } else seconds = (numbers[at + LEVEL + backward] as number) * this.secondsPerMeter;
      if (kind === K_CROSSING) seconds += profile.crossingSeconds;
      if (this.checksWays) {
        if (this.checksIncline) {
          const slope = backward ? -(numbers[at + SLOPE] as number) : (numbers[at + SLOPE] as number);
          if (slope > profile.maxInclineUp + SLOPE_ROUNDING) broken |= INCLINE_UP;
          else if (-slope > profile.maxInclineDown + SLOPE_ROUNDING) broken |= INCLINE_DOWN;
          else if (Number.isNaN(slope) && (numbers[at + LENGTH] as number) > 0) unknown |= UNKNOWN_INCLINE;
        }
        if (this.widthLimit > 0) {
          const width = (flags >>> WIDTH_SHIFT) & 255;
          if (width === UNKNOWN.width) unknown |= UNKNOWN_WIDTH;
          else if (width < this.widthLimit) broken |= WIDTH;
        }
        // Kerbs are met where a way crosses one: a footway without the tag has none to speak of.
        const kerb = (flags >>> KERB_SHIFT) & 7;
        if (kerb > this.kerbLimit) broken |= KERB;
        else if (kerb === 0 && kind === K_CROSSING && this.kerbLimit < 4) unknown |= UNKNOWN_KERB;
        if (this.groundLimit < 2) {
          const ground = (flags >>> GROUND_SHIFT) & 3;
          if (ground === UNKNOWN_GROUND) unknown |= UNKNOWN_SURFACE;
          else if (ground > this.groundLimit) broken |= SURFACE;
        }
      }
    }
    if (profile.climbEffort > 0 && !(flags & IS_RIDE)) {
      const rise = backward ? -(numbers[at + RISE] as number) : (numbers[at + RISE] as number);
      if (rise > 0) extra += rise * profile.climbEffort;
    }
    if (flags & WHEELCHAIR_NO && profile.onWheels && kind !== K_STEPS) broken |= WHEELCHAIR;
    if (unknown !== 0) {
      if (profile.unknown === 'forbid') broken |= unknown;
      else if (profile.unknown === 'avoid') extra += seconds * (AVOIDED_FACTOR - 1);
    }
    if (flags & HAS_FEE && this.options.noFare) broken |= FARE;
    this.seconds = seconds;
    this.cost = seconds + extra;
    this.violations = broken;
    return true;
  }
}
