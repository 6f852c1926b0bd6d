/** From a found path to an answer: legs, sums, and in plain terms what is in the way. */
import type { LngLat } from '@/lib/geo/position';
import { type CostModel, hoursOf, riseOf, stepsOf, type Violation, violationsIn } from './cost';
import { type EdgeKind, edgeKinds, rideKinds } from './network';
import { minutesUntilOpen } from './opening-hours';
import {
  confidences,
  edgeGeometry,
  type Handrail,
  handrails,
  kerbs,
  type PackedNetwork,
  surfaces,
  UNKNOWN,
} from './packed-network';
import type { Path } from './search';

/** A stretch of one kind of way and one name. */
export interface Leg {
  kind: EdgeKind;
  /** As the network has it, in the local language; undefined when it has none. */
  name: string | undefined;
  lengthMeters: number;
  seconds: number;
  /** Metres, signed; undefined when a height is unknown. */
  rise: number | undefined;
  /** Counted steps; undefined off stairs and where nobody counted. */
  steps: number | undefined;
  /** Side as seen by the person walking. */
  handrail: Handrail;
  /** Floors at its ends, where both are known and differ. */
  levels: readonly [from: number, to: number] | undefined;
  /** Currency units; undefined is unknown. */
  fee: number | undefined;
  line: readonly LngLat[];
}

/** One thing in the way, over neighbouring edges. */
export interface Barrier {
  violation: Violation;
  kind: EdgeKind;
  lengthMeters: number;
  /** What was met: slope as rise over run, width in metres, kerb or surface by name, number of steps. Undefined where nobody surveyed. */
  value: number | string | undefined;
  /** What the person allows, in the same terms. */
  limit: number | string | undefined;
  handrail: Handrail;
  name: string | undefined;
  /** Minutes from the moment it is reached until it opens; Infinity when that is not known. */
  opensInMinutes: number | undefined;
  position: LngLat;
}

export interface Route {
  legs: readonly Leg[];
  line: readonly LngLat[];
  seconds: number;
  lengthMeters: number;
  /** Metres climbed and dropped on one's own feet or wheels; rides are not in them. */
  ascent: number;
  descent: number;
  stepsUp: number;
  stepsDown: number;
  /** Metres of stairs nobody counted. */
  uncountedMeters: number;
  /** Metres nobody surveyed: the slope is unknown or the course a guess that may hide stairs. */
  unknownMeters: number;
  /** Sum of the known fares, and how many are unknown. */
  fee: number;
  unknownFees: number;
  barriers: readonly Barrier[];
  slots: readonly number[];
}

const POOR = confidences.indexOf('poor');

/** The part of a line between two shares of its length. */
function cutLine(line: readonly LngLat[], from: number, to: number): LngLat[] {
  const [low, high] = from <= to ? [from, to] : [to, from];
  const lengths = line.slice(1).map((point, index) => {
    const before = line[index] as LngLat;
    return Math.hypot((point[0] - before[0]) * Math.cos((point[1] * Math.PI) / 180), point[1] - before[1]);
  });
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (total === 0) return [...line];
  const pointAt = (share: number): LngLat => {
    let left = share * total;
    for (let i = 0; i < lengths.length; i++) {
      const length = lengths[i] as number;
      if (left <= length || i === lengths.length - 1) {
        const [a, b] = [line[i] as LngLat, line[i + 1] as LngLat];
        const part = length === 0 ? 0 : Math.min(1, left / length);
        return [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
      }
      left -= length;
    }
    return line.at(-1) as LngLat;
  };
  const cut = [pointAt(low)];
  let walked = 0;
  line.slice(1, -1).forEach((point, index) => {
    walked += (lengths[index] as number) / total;
    if (walked > low && walked < high) cut.push(point);
  });
  cut.push(pointAt(high));
  return from <= to ? cut : cut.reverse();
}

const opposite: Partial<Record<Handrail, Handrail>> = { left: 'right', right: 'left' };

/** What a violation met and what the person allows, in the same terms. */
function valuesOf(
  violation: Violation,
  model: CostModel,
  edge: number,
  slope: number,
): Pick<Barrier, 'value' | 'limit'> {
  const { network, profile } = model;
  switch (violation) {
    case 'steps': {
      const steps = stepsOf(network, edge);
      return { value: Number.isNaN(steps) ? undefined : steps, limit: undefined };
    }
    case 'inclineUp':
      return { value: slope, limit: profile.maxInclineUp };
    case 'inclineDown':
      return { value: -slope, limit: profile.maxInclineDown };
    case 'width':
      return { value: (network.edgeWidth[edge] as number) / 10, limit: profile.minWidth };
    case 'kerb':
      return { value: kerbs[network.edgeKerb[edge] as number], limit: profile.maxKerb };
    case 'surface':
      return { value: surfaces[network.edgeSurface[edge] as number], limit: profile.ground };
    case 'fare':
      return { value: (network.edgeFee[edge] as number) / 10, limit: 0 };
    default:
      return { value: undefined, limit: undefined };
  }
}

/** Slope of a slot, rise over run; NaN where unknown. */
export function slopeOf(network: PackedNetwork, edge: number, backward: boolean): number {
  const surveyed = network.edgeIncline[edge] as number;
  if (surveyed !== UNKNOWN.incline) return (backward ? -surveyed : surveyed) / 1000;
  const length = (network.edgeLength[edge] as number) / 10;
  return length > 0 ? riseOf(network, edge, backward) / length : Number.NaN;
}

/** Tells a path: legs of one kind and name, sums, barriers. */
export function describePath(path: Path, model: CostModel): Route {
  const { network, options } = model;
  const legs: (Leg & { line: LngLat[] })[] = [];
  const barriers: Barrier[] = [];
  const line: LngLat[] = [];
  const sum = {
    seconds: 0,
    meters: 0,
    ascent: 0,
    descent: 0,
    up: 0,
    down: 0,
    uncounted: 0,
    unknown: 0,
    fee: 0,
    unknownFees: 0,
  };
  let openBarriers: Barrier[] = [];

  path.slots.forEach((slot, index) => {
    const edge = slot >> 1;
    const backward = (slot & 1) === 1;
    const isFirst = index === 0;
    const isLast = index === path.slots.length - 1;
    const [entry, exit] = backward ? [1, 0] : [0, 1];
    const [from, to] = [isFirst ? path.startFraction : entry, isLast ? path.endFraction : exit];
    const share = Math.abs(to - from);
    // An end that lies on a node needs nothing of the edge it was found on.
    if (share === 0 && path.slots.length > 1) return;
    model.evaluate(slot, sum.seconds);
    const kind = edgeKinds[network.edgeKind[edge] as number] as EdgeKind;
    const meters = ((network.edgeLength[edge] as number) / 10) * share;
    const whole = riseOf(network, edge, backward);
    const rise = Number.isNaN(whole) ? undefined : whole * share;
    const seconds = model.seconds * share;
    const isRide = rideKinds.includes(kind);
    const part = cutLine(edgeGeometry(network, edge), from, to);
    const name = network.strings[network.edgeName[edge] as number] || undefined;
    const counted = stepsOf(network, edge);
    const steps = kind === 'steps' && !Number.isNaN(counted) ? Math.round(counted * share) : undefined;
    const rail = handrails[network.edgeHandrail[edge] as number] as Handrail;
    const handrail = backward ? (opposite[rail] ?? rail) : rail;
    const rawFee = network.edgeFee[edge] as number;
    const fee = rawFee === UNKNOWN.fee ? undefined : rawFee / 10;

    for (const violation of share > 0 ? violationsIn(model.violations) : []) {
      const { value, limit } = valuesOf(violation, model, edge, slopeOf(network, edge, backward));
      const spans = violation === 'closed' ? hoursOf(network, edge) : undefined;
      const before = openBarriers.find(
        (barrier) => barrier.violation === violation && barrier.kind === kind && barrier.name === name,
      );
      if (before) {
        before.lengthMeters += meters;
        // The worst of a run is what a person has to manage; steps add up.
        if (violation === 'steps')
          before.value =
            before.value === undefined || value === undefined
              ? undefined
              : Number(before.value) + Number(value);
        else if (violation === 'width') before.value = Math.min(Number(before.value), Number(value));
        else if (typeof value === 'number') before.value = Math.max(Number(before.value), value);
        continue;
      }
      const barrier: Barrier = {
        violation,
        kind,
        lengthMeters: meters,
        value,
        limit,
        handrail,
        name,
        opensInMinutes:
          violation === 'closed'
            ? minutesUntilOpen(spans ?? [], (options.departMinute ?? 0) + sum.seconds / 60)
            : violation === 'outOfOrder'
              ? Number.POSITIVE_INFINITY
              : undefined,
        position: part[0] as LngLat,
      };
      barriers.push(barrier);
      openBarriers.push(barrier);
    }
    openBarriers = openBarriers.filter((barrier) =>
      violationsIn(model.violations).includes(barrier.violation),
    );

    sum.seconds += seconds;
    sum.meters += meters;
    if (isRide) {
      if (fee === undefined) sum.unknownFees += 1;
      else sum.fee += fee;
    } else {
      // A course that is only a guess may hide anything, stairs too.
      const isGuess = network.edgeConfidence[edge] === POOR;
      if (isGuess || (rise === undefined && kind !== 'steps')) sum.unknown += meters;
      if (rise !== undefined && rise > 0) sum.ascent += rise;
      if (rise !== undefined && rise < 0) sum.descent -= rise;
      if (kind === 'steps') {
        if (steps === undefined) sum.uncounted += meters;
        else if ((rise ?? 0) >= 0) sum.up += steps;
        else sum.down += steps;
      }
    }
    line.push(...part.slice(line.length > 0 ? 1 : 0));

    const [levelA, levelB] = [
      levelBefore(network, path.slots, index),
      levelBefore(network, path.slots, index + 2),
    ];
    const last = legs.at(-1);
    // Two lifts in a row are two rides; a street that goes on is one leg.
    if (last && last.kind === kind && last.name === name && !isRide && last.handrail === handrail) {
      last.lengthMeters += meters;
      last.seconds += seconds;
      last.rise = last.rise === undefined || rise === undefined ? undefined : last.rise + rise;
      last.steps = last.steps === undefined || steps === undefined ? undefined : last.steps + steps;
      last.line.push(...part.slice(1));
    } else
      legs.push({
        kind,
        name,
        lengthMeters: meters,
        seconds,
        rise,
        steps,
        handrail,
        levels:
          isRide && levelA !== undefined && levelB !== undefined && levelA !== levelB
            ? [levelA, levelB]
            : undefined,
        fee,
        line: part,
      });
  });
  return {
    legs,
    line,
    seconds: sum.seconds,
    lengthMeters: sum.meters,
    ascent: sum.ascent,
    descent: sum.descent,
    stepsUp: sum.up,
    stepsDown: sum.down,
    uncountedMeters: sum.uncounted,
    unknownMeters: sum.unknown,
    fee: sum.fee,
    unknownFees: sum.unknownFees,
    barriers,
    slots: path.slots,
  };
}

/** Floor of the slot before `index`, i.e. where a ride begins; undefined when unknown or there is none. */
function levelBefore(network: PackedNetwork, slots: readonly number[], index: number): number | undefined {
  const slot = slots[index - 1];
  if (slot === undefined) return undefined;
  const level = network.edgeLevel[slot >> 1] as number;
  return level === UNKNOWN.level ? undefined : level / 2;
}
