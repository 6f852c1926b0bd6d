'use client';

import type { ComponentProps } from 'react';
import { LazyPart } from '../ui/lazy-part';
import type WalkForMeLive from './walk-for-me-live';

const load = () => import('./walk-for-me-live');

/** Brings the person's own answer; until then, and without scripts, the table beside it answers. */
export function WalkForMeLoader(props: ComponentProps<typeof WalkForMeLive>) {
  return <LazyPart load={load} props={props} className="min-h-44" />;
}
