import { type RefObject, useEffect, useRef } from 'react';
import type { Bounds } from '@/lib/geo/position';

/** How an engine fits its first view and every later one. */
export const fitting = { padding: 48, maxZoom: 16.5 } as const;

interface FittingMap {
  fitBounds(bounds: [number, number, number, number], options: object): unknown;
}

/** Shows new bounds when they change; at once for people who ask for less movement. */
export function useFollowBounds(map: RefObject<FittingMap | null>, bounds: Bounds) {
  const shown = useRef(bounds.join());
  useEffect(() => {
    if (shown.current === bounds.join()) return;
    shown.current = bounds.join();
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    map.current?.fitBounds([...bounds], { ...fitting, duration: isStill ? 0 : 600 });
  }, [map, bounds]);
}
