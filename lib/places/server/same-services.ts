import { distanceMeters, type LngLat } from '@/lib/geo/position';
import type { ServiceFeature } from '../service';

/** Within these metres the same name is the same thing, mapped as a point and again as an outline. */
const SAME_METERS = 50;
/** Two stops of one name face each other across a street, and what has no name is told apart by its point only. */
const SAME_POINT_METERS = 2;

/** Tells what is there already: the same kind, name and floor close by. */
export class SameServices {
  private readonly known = new Map<string, LngLat[]>();

  /** Remembers a service; false when it was known. */
  add({ properties, geometry }: ServiceFeature): boolean {
    const { category, kind = '', name = '', level = '' } = properties;
    const key = [category, kind, level, name].join('\n');
    const near = name === '' || kind === 'bus-stop' ? SAME_POINT_METERS : SAME_METERS;
    const positions = this.known.get(key) ?? [];
    if (positions.some((position) => distanceMeters(position, geometry.coordinates) <= near)) return false;
    this.known.set(key, [...positions, geometry.coordinates]);
    return true;
  }
}
