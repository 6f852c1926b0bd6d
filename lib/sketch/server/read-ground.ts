import type { FeatureCollection } from 'geojson';
import { readCollection } from '@/lib/map/server/read-base';

/** What is known of the ground of the city: rivers, streets, and the lines of the metro from station to station. */
export interface Ground {
  water: FeatureCollection;
  streets: FeatureCollection;
  rail: FeatureCollection;
}

export async function readGround(): Promise<Ground> {
  const [water, streets, rail] = await Promise.all([
    readCollection('water.geojson'),
    readCollection('streets.geojson'),
    readCollection('rail.geojson'),
  ]);
  return { water, streets, rail };
}
