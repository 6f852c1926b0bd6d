import type { LngLat } from '@/lib/geo/position';
import type { WayClass } from '@/lib/routing/way-class';

/** A line on a map: a walk in the portal's own red, or a stretch of a way in the look of its kind. */
export interface MapLine {
  kind: WayClass | 'walk';
  line: readonly LngLat[];
}

/** Colour and dash of each kind; kinds differ without colour too. Dashes are in line widths. */
export const lineLooks: Record<MapLine['kind'], { color: string; dash?: readonly [number, number] }> = {
  walk: { color: 'var(--map-walk)' },
  path: { color: 'var(--way-footway)' },
  street: { color: 'var(--way-street)' },
  steps: { color: 'var(--way-steps)', dash: [0.6, 0.5] },
  ride: { color: 'var(--way-ride)', dash: [2.2, 1.1] },
};

/** An area on a map: what this person reaches, washed; what somebody else would, in outline. */
export interface MapArea {
  kind: 'own' | 'other';
  /** Polygons of rings, the outer one first. */
  polygons: readonly (readonly (readonly LngLat[])[])[];
}
