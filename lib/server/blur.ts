import { randomInt } from 'node:crypto';
import sharp from 'sharp';

/** Squares along the longer side of a part made unreadable: a face keeps no features, a plate no signs. */
const SQUARES = 5;
/** Parts grow to whole blocks of the JPEG they came from: no edge of what was hidden is left in the block beside it. */
const BLOCK = 16;
/** So much, of 255, each square may be off: whoever tries out all plates against the squares finds none that fits better than others. */
const NOISE = 14;

/** Part of a picture, per cent of its width and height. */
export interface PictureRectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A copy of a JPEG with parts made unreadable for good: a few large squares of the mean colour, with noise. Throws RangeError where a part is empty. */
export async function blurPicture(
  bytes: Uint8Array,
  rectangles: readonly PictureRectangle[],
): Promise<Uint8Array> {
  const { width, height } = await sharp(bytes).metadata();
  const parts = await Promise.all(
    rectangles.map(async (rectangle) => {
      const left = Math.max(0, Math.floor(((rectangle.x / 100) * width) / BLOCK) * BLOCK);
      const top = Math.max(0, Math.floor(((rectangle.y / 100) * height) / BLOCK) * BLOCK);
      const right = Math.min(
        width,
        Math.ceil((((rectangle.x + rectangle.width) / 100) * width) / BLOCK) * BLOCK,
      );
      const bottom = Math.min(
        height,
        Math.ceil((((rectangle.y + rectangle.height) / 100) * height) / BLOCK) * BLOCK,
      );
      if (!(right > left && bottom > top)) throw new RangeError('an empty part');
      const size = { width: right - left, height: bottom - top };
      const square = Math.max(size.width, size.height) / SQUARES;
      const few = {
        width: Math.max(1, Math.round(size.width / square)),
        height: Math.max(1, Math.round(size.height / square)),
      };
      const { data, info } = await sharp(bytes)
        .extract({ left, top, ...size })
        .resize(few.width, few.height, { fit: 'fill', kernel: 'cubic' })
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      for (const index of data.keys())
        data[index] = Math.min(255, Math.max(0, (data[index] ?? 0) + randomInt(-NOISE, NOISE + 1)));
      const input = await sharp(data, { raw: { ...few, channels: info.channels } })
        .resize(size.width, size.height, { fit: 'fill', kernel: 'nearest' })
        .png()
        .toBuffer();
      return { input, left, top };
    }),
  );
  return sharp(bytes).composite(parts).jpeg({ quality: 82, mozjpeg: true }).toBuffer();
}
