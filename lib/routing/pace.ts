/*
 * Seconds along one edge. Streets and paths: Tobler's hiking function, 6·exp(−3.5·|s + 0.05|) km/h, scaled to the person's own pace and held to
 * it downhill, so that a city street is not run down. Wheels slow to a fifth of their pace at the steepest slope the person allows
 * (AccessMap's curve). Stairs are timed per step, never per metre.
 */
import type { EdgeKind } from './network';

/** How fast a body moves; `Profile` has these and more. */
export interface Pace {
  metersPerSecond: number;
  secondsPerStepUp: number;
  secondsPerStepDown: number;
  /** Slopes are rolled, not walked. */
  onWheels: boolean;
  /** Rise over run; only wheels are slowed by how near a slope is to them. */
  maxInclineUp: number;
  maxInclineDown: number;
}

/** An ordinary walker: the numbers of a walk's page. */
export const walkerPace: Pace = {
  metersPerSecond: 1.25,
  secondsPerStepUp: 0.75,
  secondsPerStepDown: 0.6,
  onWheels: false,
  maxInclineUp: Number.POSITIVE_INFINITY,
  maxInclineDown: Number.POSITIVE_INFINITY,
};

/**
 * Only to time stairs nobody counted; never shown as a number of steps. By the height where it is known, else by the length: the counted stairs of
 * real extracts have a step every 0.36 m, landings included.
 */
const ASSUMED_STEP_RISE_METERS = 0.16;
const ASSUMED_STEP_RUN_METERS = 0.36;
const ELEVATOR_WAIT_SECONDS = 60;
const ELEVATOR_METERS_PER_SECOND = 1.5;
const CABLEWAY_WAIT_SECONDS = 600;
const CABLEWAY_METERS_PER_SECOND = 4.3;
const ESCALATOR_METERS_PER_SECOND = 0.65;
const LOG_FIFTH = Math.log(5);
const TOBLER_FLAT = Math.exp(-3.5 * 0.05);

/** Powers of e at every 64th; the search needs one for every edge a wheel rolls on. */
const POWERS = Float64Array.from({ length: 512 }, (_, index) => Math.exp(index / 64));

const WALL = Math.exp(8);

/** e to the power of `x` ≥ 0, to eight digits; from 8 on, three thousand times as slow and more, it is a wall and grows no further. */
export function exp(x: number): number {
  const index = Math.floor(x * 64);
  if (!(index < POWERS.length)) return WALL;
  const rest = x - index / 64;
  return (POWERS[index] as number) * (1 + rest * (1 + rest * (1 / 2 + rest / 6)));
}

/** What a slope is multiplied by to give the logarithm of how much it slows wheels whose limit is `maxIncline`. */
export const rollingRate = (maxIncline: number) => LOG_FIFTH / maxIncline;

/** How many times as long as on the flat a slope takes (rise over run, signed in the direction walked), at least 1. */
export function slowness(slope: number, pace: Pace): number {
  if (!pace.onWheels) return Math.max(1, exp(3.5 * Math.abs(slope + 0.05)) * TOBLER_FLAT);
  return exp(Math.abs(slope) * rollingRate(slope >= 0 ? pace.maxInclineUp : pace.maxInclineDown));
}

/** Steps to reckon with on stairs: the counted ones, else the likely ones. `rise` in metres; it and `steps` are NaN where unknown. */
export function likelySteps(lengthMeters: number, rise: number, steps: number): number {
  if (!Number.isNaN(steps)) return steps;
  return Number.isNaN(rise)
    ? lengthMeters / ASSUMED_STEP_RUN_METERS
    : Math.abs(rise) / ASSUMED_STEP_RISE_METERS;
}

/** Seconds on stairs of so many steps. Stair streets have landings: they are never quicker than walking their length on the flat. */
export function stairSeconds(steps: number, lengthMeters: number, leadsDown: boolean, pace: Pace): number {
  const treads = steps * (leadsDown ? pace.secondsPerStepDown : pace.secondsPerStepUp);
  return Math.max(treads, lengthMeters / pace.metersPerSecond);
}

/**
 * Seconds along an edge of `lengthMeters` whose far end lies `rise` metres above its near end (negative: below; NaN: height unknown, taken
 * as level). `steps`, `wait` and `ride` are NaN where unknown. Stairs lead down where `leadsDown` says so; without it the rise decides, and stairs that
 * may lead either way count as up, the harder of the two. Infinity where the body cannot: stairs on wheels cost what they cost a walker,
 * since whether they are allowed at all is not a question of pace.
 */
export function edgeSeconds(
  kind: EdgeKind,
  lengthMeters: number,
  rise: number,
  steps: number,
  wait: number,
  ride: number,
  pace: Pace,
  leadsDown = rise < 0,
): number {
  const climb = Number.isNaN(rise) ? 0 : rise;
  switch (kind) {
    case 'steps':
      return stairSeconds(likelySteps(lengthMeters, rise, steps), lengthMeters, leadsDown, pace);
    case 'elevator':
      return (
        (Number.isNaN(wait) ? ELEVATOR_WAIT_SECONDS : wait) +
        (Number.isNaN(ride) ? Math.abs(climb) / ELEVATOR_METERS_PER_SECOND : ride)
      );
    case 'cableway':
    case 'ferry':
      return (
        (Number.isNaN(wait) ? CABLEWAY_WAIT_SECONDS : wait) +
        (Number.isNaN(ride) ? lengthMeters / CABLEWAY_METERS_PER_SECOND : ride)
      );
    case 'escalator':
    case 'moving_walkway':
      return Number.isNaN(ride) ? lengthMeters / ESCALATOR_METERS_PER_SECOND : ride;
    default: {
      if (lengthMeters <= 0) return 0;
      return (lengthMeters * slowness(climb / lengthMeters, pace)) / pace.metersPerSecond;
    }
  }
}
