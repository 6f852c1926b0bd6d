import type { LngLat } from '@/lib/geo/position';

export type WarpErrorCode =
  /** Fewer than three control points. */
  | 'too-few'
  /** Two control points on the same spot, of the ground or of the picture. */
  | 'same-spot'
  /** All on a line, on the ground or in the picture: how wide the map is beside it stays open. */
  | 'in-line'
  /** A control point that is not in the picture. */
  | 'outside'
  /** The picture shows the ground as in a mirror: usually x and y, or longitude and latitude, are confused. */
  | 'mirrored'
  /** Two spots of the ground would come to lie on one spot of the picture. */
  | 'folded';

/** Control points no map can be made from. The message names them as `points.<index>`, for whoever wrote them. */
export class WarpError extends Error {
  override readonly name = 'WarpError';
  constructor(
    readonly code: WarpErrorCode,
    message: string,
    /** Indexes of the points concerned, the likeliest culprit first. */
    readonly points: readonly number[],
    /** Where it folds: the spot of the ground, and of the picture in pixels. */
    readonly where?: { position: LngLat; x: number; y: number },
  ) {
    super(message);
  }
}
