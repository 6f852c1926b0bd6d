/** What lies between two stops of a walk. */
import type { EdgeKind } from '@/lib/routing/network';
import type { WalkSection } from './measures';

export interface Leg {
  /** On foot or riding, without stops. */
  seconds: number;
  hasStairs: boolean;
  /** Counted steps; undefined where there are stairs nobody has counted. */
  steps: number | undefined;
  /** Neither stairs nor escalators, and somebody has looked: a way nobody surveyed is never called free of steps. */
  isStepFree: boolean;
}

/** Stairs, standing or moving. */
export const isStairs = (kind: EdgeKind): boolean =>
  kind === 'steps' || kind === 'escalator' || kind === 'moving_walkway';

/** Measures the sections that begin between two places of the walk, in metres from its start. */
export function measureLeg(sections: readonly WalkSection[], fromMeters: number, toMeters: number): Leg {
  // A stop stands on a node: a metre is more than rounding takes.
  const own = sections.filter(
    ({ startMeters }) => startMeters >= fromMeters - 1 && startMeters < toMeters - 1,
  );
  const stairs = own.filter(({ edge }) => edge.kind === 'steps');
  const isCounted = stairs.every(({ edge }) => edge.stepCount !== undefined);
  return {
    seconds: own.reduce((sum, section) => sum + section.seconds, 0),
    hasStairs: stairs.length > 0,
    steps: isCounted ? stairs.reduce((sum, { edge }) => sum + (edge.stepCount ?? 0), 0) : undefined,
    isStepFree:
      own.length > 0 &&
      own.every(({ edge: { kind, confidence } }) => !isStairs(kind) && confidence !== 'poor'),
  };
}
