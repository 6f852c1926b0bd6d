import { svgPathProperties } from 'svg-path-properties';

/** A letter with the middle of its foot on the curve. */
export interface LetterPlace {
  letter: string;
  x: number;
  y: number;
  /** Turned clockwise. */
  degrees: number;
}

/**
 * Where the letters of a text along a curve stand, as SVG's textPath has it: from `offset` (a length or a percentage) on, or around or up to it by
 * `anchor`. Letters beyond either end are left out, as there.
 */
export function letterPlaces(
  d: string,
  letters: readonly { letter: string; advance: number }[],
  offset: string,
  anchor: 'start' | 'middle' | 'end',
): LetterPlace[] {
  const curve = new svgPathProperties(d);
  const total = curve.getTotalLength();
  const width = letters.reduce((sum, { advance }) => sum + advance, 0);
  const from = Number.parseFloat(offset) * (offset.endsWith('%') ? total / 100 : 1);
  let at = from - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  return letters.flatMap(({ letter, advance }) => {
    const middle = at + advance / 2;
    at += advance;
    if (middle < 0 || middle > total) return [];
    const { x, y, tangentX, tangentY } = curve.getPropertiesAtLength(middle);
    return [{ letter, x, y, degrees: (Math.atan2(tangentY, tangentX) * 180) / Math.PI }];
  });
}
