import type { LngLat } from '@/lib/geo/position';

const METERS_PER_DEGREE = 111_195;

/** Square metres of a MultiPolygon of a city's size, holes taken out. */
export function areaSquareMeters(polygons: readonly (readonly (readonly LngLat[])[])[]): number {
  let total = 0;
  for (const ring of polygons.flat()) {
    const squeeze = Math.cos(((ring[0]?.[1] ?? 0) * Math.PI) / 180);
    // Outer rings run anticlockwise and count up, holes run the other way and count down.
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1] as LngLat, ring[i] as LngLat];
      total += ((a[0] * b[1] - b[0] * a[1]) * squeeze * METERS_PER_DEGREE * METERS_PER_DEGREE) / 2;
    }
  }
  return Math.abs(total);
}

/** Ground between streets up to this size is a block among them: some 140 by 140 m. */
const BLOCK_SQUARE_METERS = 20_000;

/**
 * An area for the eye: blocks between reached streets belong to it, or it would look like a net of streets. Larger gaps stay, for there lies a
 * cliff, a park or water. Only for drawing; sizes and data are of the area as it was found.
 */
export function withoutBlocks<Ring extends readonly LngLat[]>(
  polygons: readonly (readonly Ring[])[],
): Ring[][] {
  return polygons.map((rings) =>
    rings.filter((ring, index) => index === 0 || areaSquareMeters([[ring]]) > BLOCK_SQUARE_METERS),
  );
}
