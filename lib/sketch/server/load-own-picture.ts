import path from 'node:path';
import sharp from 'sharp';
import { readOwnSheet } from './own-sheet';

/** Pixels of the longer side of an A3 at 300 dpi: more no printer shows. */
const MOST_PIXELS = 4961;

/** An illustrator's drawing of a walk, made ready for paper; undefined where there is none. */
export async function loadOwnPicture(
  walk: string,
  isGrey: boolean,
): Promise<{ picture: Buffer; width: number; height: number } | undefined> {
  const own = await readOwnSheet(path.join(process.cwd(), 'content'), walk);
  if (!own) return undefined;
  const { width, height } = own.facts;
  // An SVG is drawn as fine as a printer needs it; a picture is not made larger than it is.
  const density = own.facts.picture.endsWith('.svg') ? (72 * MOST_PIXELS) / Math.max(width, height) : 72;
  const drawn = sharp(own.picturePath, { density, limitInputPixels: 100_000_000 })
    .resize(MOST_PIXELS, MOST_PIXELS, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .grayscale(isGrey);
  return { picture: await drawn.jpeg({ quality: 92 }).toBuffer(), width, height };
}
