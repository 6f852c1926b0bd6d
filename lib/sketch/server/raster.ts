/** PNG and JPEG pictures of sheets. */
import sharp, { type Sharp } from 'sharp';
import type { Picture } from '../warp-checks';
import { PictureFault } from './picture-fault';

const MOST_PIXELS = 100_000_000;
export type RasterFormat = 'png' | 'jpeg';

/** Throws PictureFault where a picture has more than 100 megapixels. */
export function checkPixels({ width, height }: Picture): void {
  if (width * height > MOST_PIXELS)
    throw new PictureFault(
      'too-large',
      `${Math.ceil((width * height) / 1_000_000)} megapixels; 100 are taken at most`,
    );
}

/** First bytes of each: nothing else is handed to the decoder. */
const signatures: Record<RasterFormat, readonly number[]> = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff],
};

/**
 * The size of a picture as it is shown, turned as its EXIF says. Only the header is read until its size is known to be right; then the picture is
 * decoded once, strip by strip, to see that nothing is cut off. Throws PictureFault.
 */
export async function readRaster(bytes: Uint8Array, format: RasterFormat): Promise<Picture> {
  if (signatures[format].some((byte, index) => bytes[index] !== byte))
    throw new PictureFault('not-a-picture', `is no ${format}`);
  const { width, height, autoOrient } = await asPicture(format, () => open(bytes, false).metadata());
  checkPixels({ width, height });
  // Made small by averages, which takes every pixel.
  await asPicture(format, () => open(bytes, MOST_PIXELS).resize(16, 16, { fit: 'fill' }).raw().toBuffer());
  return { width: autoOrient.width, height: autoOrient.height };
}

const open = (bytes: Uint8Array, limitInputPixels: number | false): Sharp =>
  sharp(bytes, { limitInputPixels, failOn: 'truncated', sequentialRead: true });

async function asPicture<T>(format: RasterFormat, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const reason = (cause as Error).message.split('\n')[0];
    throw new PictureFault('not-a-picture', `cannot be read as ${format}: ${reason}`, { cause });
  }
}
