import path from 'node:path';
import sharp from 'sharp';
import { readOwnSheet } from './own-sheet';

/** Pixels of the longer side of an A3 at 300 dpi: more no printer shows. */
const MOST_PIXELS = 4961;

/** A drawing made ready for paper, and whose it is. */
export interface OwnPicture {
  picture: Buffer;
  width: number;
  height: number;
  illustrator: string;
  licence: string;
  /** ISO date of its edition. */
  date: string;
}

/** An illustrator's drawing of a walk, made ready for paper; undefined where there is none. */
export async function loadOwnPicture(
  walk: string,
  isGrey: boolean,
  content = path.join(process.cwd(), 'content'),
): Promise<OwnPicture | undefined> {
  const own = await readOwnSheet(content, walk);
  if (!own) return undefined;
  const { width, height, illustrator, licence, edition, picture: name } = own.facts;
  const limits = { limitInputPixels: 100_000_000 };
  // An SVG is drawn as fine as a printer needs it, whatever it says of its size; a picture is not made larger than it is.
  const plain = await sharp(own.picturePath, limits).metadata();
  const density = name === 'sheet.svg' ? (72 * MOST_PIXELS) / Math.max(plain.width, plain.height) : 72;
  const picture = await sharp(own.picturePath, { ...limits, density })
    // A photograph lies as its camera was held.
    .autoOrient()
    .resize(MOST_PIXELS, MOST_PIXELS, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .grayscale(isGrey)
    .jpeg({ quality: 92 })
    .toBuffer();
  return { picture, width, height, illustrator, licence, date: edition };
}
