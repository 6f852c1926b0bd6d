import { distanceMeters } from '@/lib/geo/position';
import { type ControlPoint, makeWarp } from './warp';
import type { Picture } from './warp-checks';
import { WarpError } from './warp-error';

/**
 * How far from each control point the map made from all others puts it, in metres: a point set in the wrong spot stands out, which its residual in a map
 * that passes through all of them cannot show. Undefined where the others are too few, or make no map.
 */
export function leaveOneOut(points: readonly ControlPoint[], size: Picture): (number | undefined)[] {
  return points.map((point, index) => {
    const others = points.filter((_, other) => other !== index);
    if (others.length < 3) return undefined;
    try {
      return distanceMeters(makeWarp(others, size).toPosition(point), point.position);
    } catch (error) {
      if (error instanceof WarpError) return undefined;
      throw error;
    }
  });
}
