/** Pages of a PDF: faces, units, and what all our papers have in common. Lengths are points, 72 to the inch. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import type { FaceOf } from './svg-to-pdf';

export type Doc = InstanceType<typeof PDFDocument>;

/** What every paper needs to know of its language and its origin. */
export interface Colophon {
  locale: string;
  /** Names and short words on every page: the portal, the edition, where it all comes from. */
  foot: string;
  /** Address the code leads to. */
  url: string;
}

export const colors = {
  ink: '#1e2a2f',
  soft: '#4d5a5e',
  rule: '#d8cfba',
  cinnabar: '#b5391f',
  jade: '#1f6b6b',
  paper: '#faf6ec',
} as const;
export type Inks = Readonly<Record<keyof typeof colors, string>>;

/** For a printer that has black only. */
export const black: Inks = {
  ink: '#000000',
  soft: '#333333',
  rule: '#999999',
  cinnabar: '#000000',
  jade: '#000000',
  paper: '#ffffff',
};

export const formats = { a4: [595.28, 841.89], a3: [841.89, 1190.55] } as const;
export type PaperFormat = keyof typeof formats;

const BRUSH = 'brush';
const KOREAN = 'korean';

export const isKorean = (text: string): boolean => /\p{Script=Hangul}/u.test(text);

/** Hangul stands in its own face, all else in the brush face. */
export const faceOf: FaceOf = (text) => (isKorean(text) ? KOREAN : BRUSH);

/** A text in pieces of one face each: neither face has the letters of the other, and what a face lacks is not printed at all. */
export const runsOf = (text: string): readonly string[] =>
  text.match(/\p{Script=Hangul}+|\P{Script=Hangul}+/gu) ?? [];

let faces: Promise<[Buffer, Buffer]> | undefined;

/** Faces cut at build to the characters of all content (scripts/prepare-assets.ts). */
function loadFaces() {
  const read = (name: string) => readFile(path.join(process.cwd(), '.generated', 'fonts', name));
  faces ??= Promise.all([read('paper.ttf'), read('paper-korean.ttf')]);
  return faces;
}

/** A document with our faces and without pages, and its bytes once it has ended. */
export async function openDocument(
  title: string,
  locale: string,
): Promise<{ doc: Doc; bytes: Promise<Buffer> }> {
  const [brush, korean] = await loadFaces();
  const doc = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    lang: locale,
    displayTitle: true,
    info: { Title: title, Author: 'YuWalk 渝步', CreationDate: new Date(0), ModDate: new Date(0) },
  });
  doc.registerFont(BRUSH, brush).registerFont(KOREAN, korean);
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const bytes = new Promise<Buffer>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  return { doc, bytes };
}

export interface TextLook {
  size: number;
  color?: string;
  lineGap?: number;
  align?: 'left' | 'center' | 'right';
}

/** Height of a text set within a width. */
export function heightOf(
  doc: Doc,
  text: string,
  width: number,
  { size, lineGap = size * 0.3 }: TextLook,
): number {
  if (isKorean(text)) return koreanLines(doc, text, width, size).length * (size * KOREAN_LINE + lineGap);
  doc.font(BRUSH).fontSize(size);
  return doc.heightOfString(text, { width, lineGap });
}

/** Sets a text within a width from its upper left corner; returns where it ends. */
export function setText(doc: Doc, text: string, x: number, y: number, width: number, look: TextLook): number {
  const { size, color = colors.ink, lineGap = size * 0.3, align = 'left' } = look;
  doc.fillColor(color).fillOpacity(1);
  if (!isKorean(text)) {
    doc.font(BRUSH).fontSize(size).text(text, x, y, { width, lineGap, align });
    return y + doc.heightOfString(text, { width, lineGap });
  }
  let top = y;
  for (const line of koreanLines(doc, text, width, size)) {
    const spare = width - widthOf(doc, line, size);
    setLine(doc, line, x + (align === 'left' ? 0 : align === 'center' ? spare / 2 : spare), top + size, size);
    top += size * KOREAN_LINE + lineGap;
  }
  return top;
}

/** Height of a line as a share of its letters: that of the brush face, so that all languages have the same pages. */
const KOREAN_LINE = 1.2;

export function widthOf(doc: Doc, text: string, size: number): number {
  return runsOf(text).reduce(
    (sum, run) => sum + doc.font(faceOf(run, undefined)).fontSize(size).widthOfString(run),
    0,
  );
}

/** One line of letters of several faces on one foot. */
function setLine(doc: Doc, line: string, x: number, foot: number, size: number) {
  let at = x;
  for (const run of runsOf(line)) {
    doc.font(faceOf(run, undefined)).fontSize(size);
    doc.text(run, at, foot, { lineBreak: false, baseline: 'alphabetic' });
    at += doc.widthOfString(run);
  }
}

/** Korean is parted between words, as on the pages (`word-break: keep-all`); only a word too long for the line is parted within. */
function koreanLines(doc: Doc, text: string, width: number, size: number): string[] {
  const fits = (line: string) => widthOf(doc, line, size) <= width;
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line ? `${line} ${word}` : word;
      if (fits(longer)) {
        line = longer;
        continue;
      }
      if (line) lines.push(line);
      line = '';
      for (const letter of word)
        if (line && !fits(line + letter)) {
          lines.push(line);
          line = letter;
        } else line += letter;
    }
    return [...lines, line];
  });
}

/** A QR code as one filled path, quiet zone and all. */
export function setCode(doc: Doc, text: string, x: number, y: number, side: number) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const cell = side / size;
  doc.rect(x, y, side, side).fill('#ffffff');
  data.forEach((row, down) => {
    row.forEach((isDark, across) => {
      // A hair wider than its cell, so that no seam shows between neighbours.
      if (isDark) doc.rect(x + across * cell, y + down * cell, cell * 1.02, cell * 1.02);
    });
  });
  doc.fill('#000000');
}

/** The two characters of a walk's seal in a square of cinnabar. */
export function setSeal(doc: Doc, seal: string, x: number, y: number, side: number, inks: Inks = colors) {
  doc.roundedRect(x, y, side, side * 1.5, side * 0.12).fill(inks.cinnabar);
  [...seal].forEach((character, index) => {
    doc
      .font(BRUSH)
      .fontSize(side * 0.6)
      .fillColor(inks.paper);
    const width = doc.widthOfString(character);
    doc.text(character, x + (side - width) / 2, y + side * (0.1 + 0.66 * index), { lineBreak: false });
  });
}

/** A number in a disc, as the stops have it on the sheet. */
export function setNumber(
  doc: Doc,
  number: number,
  x: number,
  y: number,
  radius: number,
  inks: Inks = colors,
) {
  doc.circle(x, y, radius).fill(inks.cinnabar);
  const text = String(number);
  doc
    .font(BRUSH)
    .fontSize(radius * 1.25)
    .fillColor('#ffffff');
  doc.text(text, x - doc.widthOfString(text) / 2, y - radius * 0.72, { lineBreak: false });
}
