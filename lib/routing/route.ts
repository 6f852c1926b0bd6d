/** From a found path to an answer: legs, sums, and in plain terms what is in the way. */
import type { LngLat } from '@/lib/geo/position';
import { type CostModel, hoursOf, minutesUntilWorking, type Violation, violationsIn } from './cost';
import { leadsDown, riseOf, slopeOf, stepsOf } from './edge-records';
import { type EdgeKind, edgeKinds, rideKinds } from './network';
import { minutesUntilOpen } from './opening-hours';
import {
  type Climb,
  confidences,
  directions,
  edgeGeometry,
  FEE_UNSTATED,
  type Handrail,
  handrails,
  kerbs,
  nameOf,
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
  /** The name in Latin letters, where it has others. */
  latin: string | undefined;
  lengthMeters: number;
  seconds: number;
  /** Metres, signed; undefined when a height is unknown. */
  rise: number | undefined;
  /** Whether it leads up or down, which may be known without the metres; undefined for what is level or unknown, and for what does both. */
  climb: Climb | undefined;
  /** False for a moving way that may run against the walker, because nobody said which way it goes. */
  isDirectionKnown: boolean;
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
  /** The name in Latin letters, where it has others. */
  latin: string | undefined;
  /** Minutes from the moment it is reached until it opens; Infinity when that is not known. */
  opensInMinutes: number | undefined;
  /** From setting out to where it is. */
  afterSeconds: number;
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
  /** Sum of the known fares, and how many are unknown: rides nobody gave a fare, and whatever costs an amount nobody says. */
  fee: number;
  unknownFees: number;
  barriers: readonly Barrier[];
  slots: readonly number[];
}

const POOR = confidences.indexOf('poor');
const DIRECTION_UNKNOWN = directions.indexOf('unknown');

/** The part of a line between two shares of its length. */
export function cutLine(line: readonly LngLat[], from: number, to: number): LngLat[] {
  const [low, high] = from <= to ? [from, to] : [to, from];
  if (low === 0 && high === 1) return from <= to ? [...line] : line.toReversed();
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
      return { value: feeOf(network, edge), limit: 0 };
    default:
      return { value: undefined, limit: undefined };
  }
}

/** Currency units an edge costs; undefined where nobody says. */
function feeOf(network: PackedNetwork, edge: number): number | undefined {
  const fee = network.edgeFee[edge] as number;
  return fee === UNKNOWN.fee || fee === FEE_UNSTATED ? undefined : fee / 10;
}

/** Whether a slot leads up or down: by its rise, or where somebody only said so. */
function climbOf(
  network: PackedNetwork,
  edge: number,
  backward: boolean,
  rise: number | undefined,
): Climb | undefined {
  if (network.edgeClimb[edge] === 0 && !rise) return undefined;
  return leadsDown(network, edge, backward, rise ?? Number.NaN) ? 'down' : 'up';
}

/** Floor at a share of an edge from its `from`: of its node at the ends, its own between them. Undefined where nobody said. */
function floorAt(network: PackedNetwork, edge: number, share: number): number | undefined {
  const node = share === 0 ? network.edgeFrom[edge] : share === 1 ? network.edgeTo[edge] : undefined;
  const level = (node === undefined ? network.edgeLevel[edge] : network.nodeLevel[node]) as number;
  return level === UNKNOWN.level ? undefined : level / 2;
}

const differing = (from: number | undefined, to: number | undefined) =>
  from !== undefined && to !== undefined && from !== to ? ([from, to] as const) : undefined;

/** Tells a path: legs of one kind and name, sums, barriers, each at the time it is reached. */
export function describePath(path: Path, model: CostModel): Route {
  const { network, options } = model;
  /** Seconds from the moment the clock counts from to setting out. */
  const departure = model.arrives ? -path.seconds : 0;
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
  let lastId: number | undefined;
  /** Floor the last leg begins on. */
  let firstFloor: number | undefined;

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
    const elapsed = departure + sum.seconds;
    model.evaluate(slot, elapsed);
    const kind = edgeKinds[network.edgeKind[edge] as number] as EdgeKind;
    const meters = ((network.edgeLength[edge] as number) / 10) * share;
    const whole = riseOf(network, edge, backward);
    const rise = Number.isNaN(whole) ? undefined : whole * share;
    const seconds = model.seconds * share;
    const isRide = rideKinds.includes(kind);
    const part = cutLine(edgeGeometry(network, edge), from, to);
    const { name, latin } = nameOf(network, edge);
    const counted = stepsOf(network, edge);
    const steps = kind === 'steps' && !Number.isNaN(counted) ? Math.round(counted * share) : undefined;
    const rail = handrails[network.edgeHandrail[edge] as number] as Handrail;
    const handrail = backward ? (opposite[rail] ?? rail) : rail;
    const fee = feeOf(network, edge);
    const climb = climbOf(network, edge, backward, rise);

    const slope = slopeOf(network, edge, backward);
    const met = model.violations === 0 ? [] : violationsIn(model.violations);
    for (const violation of share > 0 ? met : []) {
      const { value, limit } = valuesOf(violation, model, edge, slope);
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
        else if (typeof value === 'number' && typeof before.value === 'number')
          before.value = Math.max(before.value, value);
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
        latin,
        opensInMinutes:
          violation === 'closed'
            ? minutesUntilOpen(spans ?? [], (model.minute ?? 0) + elapsed / 60)
            : violation === 'outOfOrder'
              ? minutesUntilWorking(options.outages?.get(edge) ?? [], elapsed / 60)
              : undefined,
        afterSeconds: sum.seconds,
        position: part[0] as LngLat,
      };
      barriers.push(barrier);
      openBarriers.push(barrier);
    }
    openBarriers = openBarriers.filter((barrier) => met.includes(barrier.violation));

    sum.seconds += seconds;
    sum.meters += meters;
    sum.fee += fee ?? 0;
    // What was cut into pieces is paid once.
    const isSamePassage = network.edgeId[edge] !== 0 && network.edgeId[edge] === lastId;
    lastId = network.edgeId[edge];
    const hasUnknownFee = fee === undefined && (isRide || network.edgeFee[edge] === FEE_UNSTATED);
    if (hasUnknownFee && !isSamePassage) sum.unknownFees += 1;
    if (!isRide) {
      // A course that is only a guess may hide anything, stairs too.
      const isGuess = network.edgeConfidence[edge] === POOR;
      if (isGuess || (Number.isNaN(slope) && kind !== 'steps')) sum.unknown += meters;
      if (rise !== undefined && rise > 0) sum.ascent += rise;
      if (rise !== undefined && rise < 0) sum.descent -= rise;
      if (kind === 'steps') {
        if (steps === undefined) sum.uncounted += meters;
        else if (climb === 'down') sum.down += steps;
        else sum.up += steps;
      }
    }
    for (let i = line.length > 0 ? 1 : 0; i < part.length; i++) line.push(part[i] as LngLat);

    const floors = [floorAt(network, edge, from), floorAt(network, edge, to)] as const;
    const last = legs.at(-1);
    // Two lifts in a row are two rides; a street that goes on is one leg.
    if (
      last &&
      last.kind === kind &&
      last.name === name &&
      !isRide &&
      last.handrail === handrail &&
      (kind !== 'steps' || last.climb === climb)
    ) {
      last.lengthMeters += meters;
      last.seconds += seconds;
      last.rise = last.rise === undefined || rise === undefined ? undefined : last.rise + rise;
      last.steps = last.steps === undefined || steps === undefined ? undefined : last.steps + steps;
      last.climb = last.climb === climb ? climb : undefined;
      last.levels = differing(firstFloor, floors[1]);
      last.line.push(...part.slice(1));
    } else {
      firstFloor = floors[0];
      legs.push({
        kind,
        name,
        latin,
        lengthMeters: meters,
        seconds,
        rise,
        climb,
        isDirectionKnown: network.edgeDirection[edge] !== DIRECTION_UNKNOWN,
        steps,
        handrail,
        levels: differing(...floors),
        fee,
        line: part,
      });
    }
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
