import sharp from 'sharp';

/** Longest side of a kept picture, pixels. */
const LONGEST_SIDE = 2048;
/** More pixels than any phone takes; a small file that unpacks to more is refused before it is unpacked. */
const PIXEL_LIMIT = 120_000_000;
const SECONDS_LIMIT = 20;

export type PictureFault = 'not-a-picture' | 'too-large';

export class PictureError extends Error {
  constructor(readonly fault: PictureFault) {
    super(`picture: ${fault}`);
  }
}

const readable = new Set(['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif']);

/**
 * A picture made anew from what somebody uploaded: upright, at most 2048 pixels a side, JPEG, without metadata (places, times, names of devices). Throws
 * PictureError where it is no picture or unpacks to too much. SVG counts as no picture.
 */
export async function remakePicture(
  bytes: Uint8Array,
): Promise<{ bytes: Uint8Array; width: number; height: number }> {
  try {
    const image = sharp(bytes, {
      limitInputPixels: PIXEL_LIMIT,
      failOn: 'error',
      pages: 1,
      sequentialRead: true,
    });
    const { format, width, height } = await image.metadata();
    if (!readable.has(format)) throw new PictureError('not-a-picture');
    if (width * height > PIXEL_LIMIT) throw new PictureError('too-large');
    const { data, info } = await image
      .timeout({ seconds: SECONDS_LIMIT })
      .autoOrient()
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch (error) {
    if (error instanceof PictureError) throw error;
    const message = error instanceof Error ? error.message : '';
    throw new PictureError(/pixel limit|timeout/i.test(message) ? 'too-large' : 'not-a-picture');
  }
}
