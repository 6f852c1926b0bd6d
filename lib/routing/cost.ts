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
import { exp, type Pace, rollingRate, stairSeconds } from './pace';
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
const UNKNOWNS = UNKNOWN_INCLINE | UNKNOWN_WIDTH | UNKNOWN_KERB | UNKNOWN_SURFACE | UNKNOWN_DIRECTION;
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
  /*
   * What is read of the profile for every edge, in fields of one's own: profiles are objects of many shapes, and looking into one takes longer than
   * the sums do.
   */
  private readonly pace: Pace;
  private readonly secondsPerMeter: number;
  private readonly crossingSeconds: number;
  private readonly stepEffort: number;
  private readonly climbEffort: number;
  private readonly upLimit: number;
  private readonly downLimit: number;
  /** Bits that keep this person from an edge, and what share of its seconds the others add. */
  private readonly barring: number;
  private readonly avoidance: number;
  /** Flags of an edge that bar it. */
  private readonly barringFlags: number;
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
    const { metersPerSecond, secondsPerStepUp, secondsPerStepDown, onWheels } = profile;
    const { maxInclineUp, maxInclineDown } = profile;
    this.pace = {
      metersPerSecond,
      secondsPerStepUp,
      secondsPerStepDown,
      onWheels,
      maxInclineUp,
      maxInclineDown,
    };
    this.secondsPerMeter = 1 / metersPerSecond;
    this.upRate = rollingRate(maxInclineUp);
    this.downRate = rollingRate(maxInclineDown);
    this.crossingSeconds = profile.crossingSeconds;
    this.stepEffort = profile.stepEffort;
    this.climbEffort = profile.climbEffort;
    this.upLimit = maxInclineUp + SLOPE_ROUNDING;
    this.downLimit = maxInclineDown + SLOPE_ROUNDING;
    this.barring = profile.unknown === 'forbid' ? -1 : ~UNKNOWNS;
    this.avoidance = profile.unknown === 'avoid' ? AVOIDED_FACTOR - 1 : 0;
    this.barringFlags = (onWheels ? WHEELCHAIR_NO : 0) | (options.noFare ? HAS_FEE : 0);
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

  /** The violation that a kind of edge (by its index) is by itself for this person, whatever else there is to it; 0 is none. */
  barOf(kind: number): number {
    return this.barredKinds[kind] as number;
  }

  /**
   * Works out one slot (twice the edge, plus 1 taken backwards), entered `elapsed` seconds after the moment the clock counts from (negative:
   * before it). False when it cannot be taken in this direction at all, or is known at once to have one of the `final` violations.
   */
  evaluate(slot: number, elapsed: number, final = 0): boolean {
    if (!this.weigh(slot, final)) return false;
    if (this.checksHours) this.judge(slot >> 1, elapsed);
    return true;
  }

  /** The same for someone who takes the last `share` of the slot and leaves it `remaining` seconds before that moment. */
  evaluateBefore(slot: number, remaining: number, share = 1, final = 0): boolean {
    if (!this.weigh(slot, final)) return false;
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
  weigh(slot: number, final = 0): boolean {
    const at = (slot >>> 1) * EDGE_WORDS;
    const backward = slot & 1;
    const flags = this.words[at + FLAGS] as number;
    if (flags & (NO_WAY << backward)) return false;
    const met = this.metOn(at, flags, backward);
    if ((met & this.barring & final) !== 0) return false;
    const seconds = this.secondsOn(at, flags, backward);
    let extra = 0;
    if ((flags & KIND) === K_STEPS) extra = (this.numbers[at + AMOUNT] as number) * this.stepEffort;
    if (this.climbEffort > 0 && !(flags & IS_RIDE)) {
      const rise = backward ? -(this.numbers[at + RISE] as number) : (this.numbers[at + RISE] as number);
      if (rise > 0) extra += rise * this.climbEffort;
    }
    if ((met & ~this.barring) !== 0) extra += seconds * this.avoidance;
    this.seconds = seconds;
    this.cost = seconds + extra;
    this.violations = met & this.barring;
    return true;
  }

  /**
   * Seconds of every slot of `slots`, for who is about to ask for most of them: Infinity where it is barred, NaN where that depends on the hour. In
   * one go it takes a third of the time of asking for one here and one there.
   */
  weighAll(slots: Uint32Array, against: 0 | 1, seconds: Float32Array) {
    const { words, barring } = this;
    const { outages } = this.options;
    const varying = this.minute === undefined ? 0 : HAS_HOURS;
    for (let i = 0; i < slots.length; i++) {
      const slot = (slots[i] as number) ^ against;
      const at = (slot >>> 1) * EDGE_WORDS;
      const backward = slot & 1;
      const flags = words[at + FLAGS] as number;
      if (flags & (NO_WAY << backward) || this.metOn(at, flags, backward) & barring)
        seconds[i] = Number.POSITIVE_INFINITY;
      else seconds[i] = flags & varying ? Number.NaN : this.secondsOn(at, flags, backward);
    }
    if (outages?.size)
      for (let i = 0; i < slots.length; i++)
        if (outages.has((slots[i] as number) >>> 1)) seconds[i] = Number.NaN;
  }

  /*
   * Both parts of what a slot is are asked for by place and flags of its record, and short: so they are compiled into the loops that ask for one slot
   * after the other.
   */
  private secondsOn(at: number, flags: number, backward: number): number {
    const { numbers } = this;
    const kind = flags & KIND;
    if (kind === K_STEPS) {
      const isDown = (flags & (LEADS_DOWN << backward)) !== 0;
      return stairSeconds(numbers[at + AMOUNT] as number, numbers[at + LENGTH] as number, isDown, this.pace);
    }
    if (flags & IS_RIDE) return numbers[at + AMOUNT] as number;
    const crossing = kind === K_CROSSING ? this.crossingSeconds : 0;
    if (!this.pace.onWheels)
      return (numbers[at + LEVEL + backward] as number) * this.secondsPerMeter + crossing;
    const flat = (numbers[at + LENGTH] as number) * this.secondsPerMeter;
    const pitch = backward ? -(numbers[at + PITCH] as number) : (numbers[at + PITCH] as number);
    if (pitch > 0) return flat * exp(pitch * this.upRate) + crossing;
    return (pitch < 0 ? flat * exp(-pitch * this.downRate) : flat) + crossing;
  }

  /** Violations, and unknowns whatever this person makes of them. */
  private metOn(at: number, flags: number, backward: number): number {
    const kind = flags & KIND;
    let met = this.barredKinds[kind] as number;
    const barringFlags = flags & this.barringFlags;
    if (barringFlags) {
      if (barringFlags & HAS_FEE) met |= FARE;
      if (barringFlags & WHEELCHAIR_NO && kind !== K_STEPS) met |= WHEELCHAIR;
    }
    if (kind === K_STEPS) return met;
    if (flags & IS_RIDE) return flags & DIRECTION_UNKNOWN ? met | UNKNOWN_DIRECTION : met;
    return this.checksWays ? met | this.metUnderfoot(at, flags, backward) : met;
  }

  private metUnderfoot(at: number, flags: number, backward: number): number {
    const { numbers } = this;
    let met = 0;
    if (this.checksIncline) {
      const slope = backward ? -(numbers[at + SLOPE] as number) : (numbers[at + SLOPE] as number);
      if (slope > this.upLimit) met |= INCLINE_UP;
      else if (-slope > this.downLimit) met |= INCLINE_DOWN;
      else if (Number.isNaN(slope) && (numbers[at + LENGTH] as number) > 0) met |= UNKNOWN_INCLINE;
    }
    if (this.widthLimit > 0) {
      const width = (flags >>> WIDTH_SHIFT) & 255;
      if (width === UNKNOWN.width) met |= UNKNOWN_WIDTH;
      else if (width < this.widthLimit) met |= WIDTH;
    }
    // Kerbs are met where a way crosses one: a footway without the tag has none to speak of.
    const kerb = (flags >>> KERB_SHIFT) & 7;
    if (kerb > this.kerbLimit) met |= KERB;
    else if (kerb === 0 && (flags & KIND) === K_CROSSING && this.kerbLimit < 4) met |= UNKNOWN_KERB;
    if (this.groundLimit < 2) {
      const ground = (flags >>> GROUND_SHIFT) & 3;
      if (ground === UNKNOWN_GROUND) met |= UNKNOWN_SURFACE;
      else if (ground > this.groundLimit) met |= SURFACE;
    }
    return met;
  }
}
