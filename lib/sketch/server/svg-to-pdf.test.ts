import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { coverMotifs, drawCover } from '../cover';
import { drawSvg } from './svg-to-pdf';
import { letterPlaces } from './text-on-path';

/** What a page of a PDF is told to draw, before it is packed. */
async function pageOf(svg: string): Promise<string> {
  const doc = new PDFDocument({ compress: false, size: [400, 300], margin: 0 });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve) => {
    doc.on('end', resolve);
  });
  drawSvg(doc, svg, () => 'Helvetica');
  doc.end();
  await done;
  return Buffer.concat(chunks).toString('latin1');
}
const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">${inside}</svg>`;

describe('an SVG of our hand as a PDF', () => {
  test.each(coverMotifs)('every cover is drawn whole: %s', async (motif) => {
    const drawn = drawCover({ motif, theme: 'light', width: 400, height: 300 });
    const page = await pageOf(drawn);
    // Nearly every element leaves its mark; the few that are see-through leave none.
    const elements = drawn.match(/<(path|circle|rect|ellipse)\b/g)?.length ?? 0;
    const marks = page.match(/\n(f\*?|S|B\*?)\n/g)?.length ?? 0;
    expect(marks).toBeGreaterThan(elements * 0.9);
  });
  test('groups hand on their look, and a transform ends with its element', async () => {
    const page = await pageOf(
      svg('<g fill="#ff0000" transform="translate(10 20)"><path d="M0 0H5V5Z"/></g><path d="M0 0H6V6Z"/>'),
    );
    expect(page).toMatch(/1 0 0 1 10 20 cm[\s\S]*1 0 0 (rg|scn)[\s\S]*Q[\s\S]*0 0 0 (rg|scn)/);
  });
  test('definitions are not drawn; letters follow the curve they name', async () => {
    const page = await pageOf(
      svg(
        '<defs><path id="bend" d="M0 100H200"/></defs><text font-size="20"><textPath href="#bend" startOffset="50%" text-anchor="middle">AB</textPath></text>',
      ),
    );
    expect(page.match(/ Tj|\] TJ/g)).toHaveLength(2);
    expect(page).not.toMatch(/\nS\n/);
  });
  test.each([
    ['an image', '<image href="x.png"/>'],
    ['a filter by its transform', '<g transform="skewX(3)"/>'],
    ['a curve that is not there', '<text><textPath href="#none">A</textPath></text>'],
    ['broken XML', '<g>'],
  ])('what the hand never uses is refused: %s', async (_, inside) => {
    await expect(pageOf(svg(inside))).rejects.toThrow(/element|transform|textPath|closed|unexpected|close/i);
  });
});

describe('letters on a curve', () => {
  const letters = [...'abcd'].map((letter) => ({ letter, advance: 10 }));
  test('in the middle of a straight line', () => {
    expect(
      letterPlaces('M0 50L100 50', letters, '50%', 'middle').map(({ x, y }) => [Math.round(x), y]),
    ).toEqual([
      [35, 50],
      [45, 50],
      [55, 50],
      [65, 50],
    ]);
  });
  test('turned as the curve runs, and none beyond its end', () => {
    const places = letterPlaces('M0 0L0 25', letters, '0', 'start');
    expect(places.map(({ y, degrees }) => [Math.round(y), Math.round(degrees)])).toEqual([
      [5, 90],
      [15, 90],
      [25, 90],
    ]);
  });
});
