'use client';

import type { ComponentProps } from 'react';
import { LazyPart } from '../ui/lazy-part';
import type PortalSearch from './portal-search';

const load = () => import('./portal-search');

/** Brings the search; the list below it is the same without. */
export function PortalSearchLoader(props: ComponentProps<typeof PortalSearch>) {
  return <LazyPart load={load} props={props} className="min-h-[4.75rem] max-w-md" />;
}
