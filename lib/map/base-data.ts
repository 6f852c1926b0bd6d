import type { FeatureCollection } from 'geojson';
import type { Bounds } from '@/lib/geo/position';

/** Layers of the drawn base: public/map/<layer>.geojson. Features tell their `kind`, streets their `class`. */
export interface BaseData {
  water: FeatureCollection;
  streets: FeatureCollection;
  /** The walking network: every way a walk can take, stairs told apart. */
  ways: FeatureCollection;
  /** Parks by name; their outlines are not known, so they are points. */
  parks: FeatureCollection;
  stations: FeatureCollection;
  /** Edge of the drawn part, as a closed line: the mist is drawn along it. */
  edge: FeatureCollection;
}

/** Where rivers and streets are drawn; beyond it there is paper. Degrees, WGS-84. */
export const baseExtent: Bounds = [106.5586, 29.541, 106.596, 29.573];
