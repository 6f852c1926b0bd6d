import type { NetworkEdge } from './network';

/*
 * Seconds an ordinary walker takes along one edge. Streets and paths: Tobler's hiking function, 6·exp(−3.5·|s + 0.05|) km/h, held to
 * its flat value of 1.4 m/s downhill so that a city street is not run down. Stairs are timed per step, never per metre.
 */
const FLAT_METERS_PER_SECOND = 1.25;
const SECONDS_PER_STEP_UP = 0.75;
const SECONDS_PER_STEP_DOWN = 0.6;
/** Only to time stairs nobody counted; never shown as a number of steps. */
const ASSUMED_STEP_RISE_METERS = 0.16;
const ELEVATOR_WAIT_SECONDS = 60;
const ELEVATOR_METERS_PER_SECOND = 1.5;
const CABLEWAY_WAIT_SECONDS = 600;
const ESCALATOR_METERS_PER_SECOND = 0.65;

function slopeFactor(slope: number): number {
  return Math.min(1, Math.exp(-3.5 * Math.abs(slope + 0.05)) / Math.exp(-3.5 * 0.05));
}

/**
 * Seconds along an edge whose far end lies `rise` metres above its near end (negative: below; undefined: height unknown, taken as
 * level).
 */
export function edgeSeconds(
  edge: Pick<NetworkEdge, 'kind' | 'lengthMeters' | 'stepCount' | 'waitSeconds' | 'rideSeconds'>,
  rise: number | undefined,
): number {
  const climb = rise ?? 0;
  switch (edge.kind) {
    case 'steps': {
      const steps = edge.stepCount ?? Math.abs(climb) / ASSUMED_STEP_RISE_METERS;
      const treadSeconds = steps * (climb >= 0 ? SECONDS_PER_STEP_UP : SECONDS_PER_STEP_DOWN);
      // Stair streets have landings: the way is never quicker than walking its length on the flat.
      return Math.max(treadSeconds, edge.lengthMeters / FLAT_METERS_PER_SECOND);
    }
    case 'elevator':
      return (
        (edge.waitSeconds ?? ELEVATOR_WAIT_SECONDS) +
        (edge.rideSeconds ?? Math.abs(climb) / ELEVATOR_METERS_PER_SECOND)
      );
    case 'cableway':
      return (edge.waitSeconds ?? CABLEWAY_WAIT_SECONDS) + (edge.rideSeconds ?? edge.lengthMeters / 4.3);
    case 'escalator':
      return edge.rideSeconds ?? edge.lengthMeters / ESCALATOR_METERS_PER_SECOND;
    default: {
      const slope = edge.lengthMeters > 0 ? climb / edge.lengthMeters : 0;
      return edge.lengthMeters / (FLAT_METERS_PER_SECOND * slopeFactor(slope));
    }
  }
}
