import type { ServiceFeature } from '../service';

/** What an import says of the services it made. */
export interface KeptServices {
  /** By category. */
  kept: Record<string, number>;
  withoutHours: number;
  withoutWheelchair: number;
}

export function countKept(features: readonly ServiceFeature[]): KeptServices {
  const kept: Record<string, number> = {};
  for (const { properties } of features) kept[properties.category] = (kept[properties.category] ?? 0) + 1;
  return {
    kept,
    withoutHours: features.filter(({ properties }) => !properties.opening_hours).length,
    withoutWheelchair: features.filter(({ properties }) => !properties.wheelchair).length,
  };
}
