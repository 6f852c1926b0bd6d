/** Cutting lines into the pieces that become edges, and sharing out what was counted over the whole. */
import { distanceMeters, type LngLat, lineLengthMeters } from '@/lib/geo/position';

/** A line longer than this is cut: the engine's bounds and the reach drawn along an edge get coarse. */
export const MAX_EDGE_METERS = 6000;

/** Cuts a line into pieces of equal length of at most `most` metres. */
export function cutLine(line: readonly LngLat[], most = MAX_EDGE_METERS): LngLat[][] {
  const count = Math.ceil(lineLengthMeters(line) / most);
  return count <= 1 ? [[...line]] : cutInto(line, count);
}

/** Cuts a line into `count` pieces of equal length; neighbours share the point of the cut. */
export function cutInto(line: readonly LngLat[], count: number): LngLat[][] {
  const step = lineLengthMeters(line) / count;
  const pieces: LngLat[][] = [];
  let piece: LngLat[] = line.slice(0, 1);
  let walked = 0;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1] as LngLat, line[i] as LngLat];
    const length = distanceMeters(a, b);
    while (pieces.length < count - 1 && walked + length >= step * (pieces.length + 1)) {
      const part = length === 0 ? 0 : (step * (pieces.length + 1) - walked) / length;
      const cut: LngLat = [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
      pieces.push([...piece, cut]);
      piece = [cut];
    }
    piece.push(b);
    walked += length;
  }
  pieces.push(piece);
  return pieces;
}

/** Shares of a whole number by length, whole numbers that add up to it. */
export function shareOut(whole: number, from: number, to: number, total: number): number {
  if (!(total > 0)) return whole;
  return Math.round((whole * to) / total) - Math.round((whole * from) / total);
}
