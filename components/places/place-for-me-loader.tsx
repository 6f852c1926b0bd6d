'use client';

import type { ComponentProps } from 'react';
import { LazyPart } from '../ui/lazy-part';
import type PlaceForMe from './place-for-me';

const load = () => import('./place-for-me');

/** Brings the person's own answer when it comes into view. */
export function PlaceForMeLoader(props: ComponentProps<typeof PlaceForMe>) {
  return <LazyPart load={load} props={props} className="min-h-52" />;
}
