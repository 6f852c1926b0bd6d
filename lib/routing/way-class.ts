import type { EdgeKind } from './network';

/** What a way is for the eye: kinds that are drawn alike. */
export const wayClasses = ['path', 'street', 'steps', 'ride'] as const;
export type WayClass = (typeof wayClasses)[number];

export const wayClassOf: Record<EdgeKind, WayClass> = {
  footway: 'path',
  indoor: 'path',
  ramp: 'path',
  sidewalk: 'street',
  crossing: 'street',
  street: 'street',
  steps: 'steps',
  escalator: 'ride',
  elevator: 'ride',
  cableway: 'ride',
  moving_walkway: 'ride',
  ferry: 'ride',
};
