import type { CoverageSpan } from '@/lib/circle/coverage';
import type { LngLat } from '@/lib/geo/position';
import type { MapPalette } from '@/lib/map/palette';
import type { WayClass } from '@/lib/routing/way-class';

/** A line on a map: a walk in the portal's own red, a stretch of a way in the look of its kind, or of how well it is served. */
export interface MapLine {
  kind: WayClass | 'walk' | CoverageSpan;
  line: readonly LngLat[];
}

/** Colour and dash of each kind; kinds differ without colour too. Dashes are in line widths. */
export const lineLooks: Record<MapLine['kind'], { color: string; dash?: readonly [number, number] }> = {
  walk: { color: 'var(--map-walk)' },
  path: { color: 'var(--way-footway)' },
  street: { color: 'var(--way-street)' },
  steps: { color: 'var(--way-steps)', dash: [0.6, 0.5] },
  ride: { color: 'var(--way-ride)', dash: [2.2, 1.1] },
  within5: { color: 'var(--span-within5)' },
  within10: { color: 'var(--span-within10)' },
  within15: { color: 'var(--span-within15)', dash: [3.2, 0.9] },
  within30: { color: 'var(--span-within30)', dash: [1.4, 0.9] },
  beyond: { color: 'var(--span-beyond)', dash: [0.5, 1.1] },
};

/** The same colour as a value, for an engine. */
export function lineColor(palette: MapPalette, kind: MapLine['kind']): string {
  if (kind === 'walk') return palette.walk;
  return kind in palette.ways ? palette.ways[kind as WayClass] : palette.spans[kind as CoverageSpan];
}

/** An area on a map: what this person reaches, washed; what somebody else would, in outline. */
export interface MapArea {
  kind: 'own' | 'other';
  /** Polygons of rings, the outer one first. */
  polygons: readonly (readonly (readonly LngLat[])[])[];
}
