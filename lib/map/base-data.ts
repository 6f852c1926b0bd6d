import type { FeatureCollection } from 'geojson';
import type { Bounds } from '@/lib/geo/position';

/** Kinds of features of the drawn base (content/base): property `kind`, and `class` on streets. */
export interface BaseData {
  water: FeatureCollection;
  streets: FeatureCollection;
}

/** Where rivers and streets are drawn; beyond it there is paper. Degrees, WGS-84. */
export const baseExtent: Bounds = [106.558, 29.541, 106.596, 29.573];
