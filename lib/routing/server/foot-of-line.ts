import type { LngLat } from '@/lib/geo/position';

export const METERS_PER_DEGREE = 111_195.08;

/** The point of a line that is nearest to another one. */
export interface Foot {
  /** Of the line's length, 0 to 1. */
  share: number;
  /** The segment it lies on. */
  segment: number;
  position: LngLat;
  /** From the other point. */
  meters: number;
}

/** The foot of a point on a line of at least two points; on a plane, which is exact to centimetres over a few hundred metres. */
export function nearestOn(line: readonly LngLat[], [lng, lat]: LngLat): Foot {
  const squeeze = Math.cos((lat * Math.PI) / 180);
  const flat = line.map(([x, y]) => [
    (x - lng) * squeeze * METERS_PER_DEGREE,
    (y - lat) * METERS_PER_DEGREE,
  ]) as [number, number][];
  let [total, along] = [0, 0];
  let best: Omit<Foot, 'share'> = { segment: 0, position: line[0] as LngLat, meters: Infinity };
  for (let at = 1; at < flat.length; at++) {
    const [ax, ay] = flat[at - 1] as [number, number];
    const [bx, by] = flat[at] as [number, number];
    const [dx, dy] = [bx - ax, by - ay];
    const length = Math.hypot(dx, dy);
    const part = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (length * length)));
    const meters = Math.hypot(ax + part * dx, ay + part * dy);
    if (meters < best.meters) {
      const [a, b] = [line[at - 1] as LngLat, line[at] as LngLat];
      const position: LngLat = [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
      best = { segment: at - 1, position, meters };
      along = total + part * length;
    }
    total += length;
  }
  return { ...best, share: total === 0 ? 0 : along / total };
}
