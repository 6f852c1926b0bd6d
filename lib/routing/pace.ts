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

/** Only to time stairs nobody counted; never shown as a number of steps. */
export const ASSUMED_STEP_RISE_METERS = 0.16;
const ELEVATOR_WAIT_SECONDS = 60;
const ELEVATOR_METERS_PER_SECOND = 1.5;
const CABLEWAY_WAIT_SECONDS = 600;
const CABLEWAY_METERS_PER_SECOND = 4.3;
const ESCALATOR_METERS_PER_SECOND = 0.65;
const LOG_FIFTH = Math.log(5);
const TOBLER_FLAT = Math.exp(-3.5 * 0.05);

/** Share of the flat pace kept on a slope (rise over run, signed in the direction walked), in (0, 1]. */
function slopeFactor(slope: number, pace: Pace): number {
  if (!pace.onWheels) return Math.min(1, Math.exp(-3.5 * Math.abs(slope + 0.05)) / TOBLER_FLAT);
  const limit = slope >= 0 ? pace.maxInclineUp : pace.maxInclineDown;
  return Math.exp((-LOG_FIFTH * Math.abs(slope)) / limit);
}

/**
 * Seconds along an edge of `lengthMeters` whose far end lies `rise` metres above its near end (negative: below; NaN: height unknown, taken
 * as level). `steps`, `wait` and `ride` are NaN where unknown. Infinity where the body cannot: stairs on wheels cost what they cost a walker,
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
): number {
  const climb = Number.isNaN(rise) ? 0 : rise;
  switch (kind) {
    case 'steps': {
      const count = Number.isNaN(steps) ? Math.abs(climb) / ASSUMED_STEP_RISE_METERS : steps;
      const treads = count * (climb >= 0 ? pace.secondsPerStepUp : pace.secondsPerStepDown);
      // Stair streets have landings: the way is never quicker than walking its length on the flat.
      return Math.max(treads, lengthMeters / pace.metersPerSecond);
    }
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
      return lengthMeters / (pace.metersPerSecond * slopeFactor(climb / lengthMeters, pace));
    }
  }
}
