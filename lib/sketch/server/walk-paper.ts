/** A walk on paper: the drawn sheet, then its stops, heights and words, to be printed on both sides of one leaf. */

import { type LegendSign, SIGN } from '../hand/furniture';
import {
  type Colophon,
  type Doc,
  faceOf,
  formats,
  heightOf,
  type Inks,
  openDocument,
  type PaperFormat,
  runsOf,
  setCode,
  setNumber,
  setSeal,
  setText,
  type TextLook,
  widthOf,
} from './page';
import { drawSvg } from './svg-to-pdf';

/** A height along a walk, in metres. */
interface HeightPoint {
  meters: number;
  elevation: number;
}

export interface PaperStop {
  name: string;
  /** How far along, how long to stay. */
  facts: string;
  see: string;
  /** Metres from the start. */
  atMeters: number;
}

interface Part {
  title: string;
  text: string;
}

export interface WalkPaper extends Colophon {
  title: string;
  tagline: string;
  seal: string;
  /** Our own hand's SVG, or somebody else's picture (PNG or JPEG), with its size in its own units. */
  sheet: { width: number; height: number } & ({ svg: string } | { picture: Buffer });
  /** The sheet's legend sign by sign: on paper for readers who need larger letters than fit on the sheet. */
  legend?: { title: string; signs: readonly LegendSign[] } | undefined;
  /** Length, time, climb, steps in one line. */
  numbers: string;
  stops: readonly PaperStop[];
  /** Titled paragraphs after the stops: without steps, getting there and away. */
  parts: readonly Part[];
  /** Whose facts these are: last and in smaller letters. */
  sources: Part;
  heights: { title: string; profile: readonly HeightPoint[]; meters: number; low: string; high: string };
  words: { scan: string };
  inks: Inks;
}

const MARGIN = 40;

/** Draws the sheet as large as the box allows, in its middle. */
export function setSheet(
  doc: Doc,
  sheet: WalkPaper['sheet'],
  [x, y, boxWidth, boxHeight]: readonly [number, number, number, number],
) {
  const { width, height } = sheet;
  const scale = Math.min(boxWidth / width, boxHeight / height);
  const [left, top] = [x + (boxWidth - width * scale) / 2, y + (boxHeight - height * scale) / 2];
  doc.save();
  doc.translate(left, top).scale(scale);
  doc.rect(0, 0, width, height).clip();
  if ('svg' in sheet) drawSvg(doc, sheet.svg, faceOf, runsOf);
  else doc.image(sheet.picture, 0, 0, { width, height });
  doc.restore();
  // Viewers let a hair of what was clipped show along the edge: bare paper over it.
  doc.rect(left, top, width * scale, height * scale);
  doc.undash().lineWidth(1.5).strokeOpacity(1).stroke('#ffffff');
}

/** Heights along the way as one line over its own shade, with the stops' numbers below it. `small` is the size of what is written to it. */
export function setHeights(
  doc: Doc,
  { heights: { profile, meters, low, high }, stops, inks }: Pick<WalkPaper, 'heights' | 'stops' | 'inks'>,
  [x, y, width, height]: readonly [number, number, number, number],
  small: number,
) {
  const levels = profile.map(({ elevation }) => elevation);
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  // A nearly level walk must not look like an alp: the scale spans at least 60 m.
  const span = Math.max(most - least, 60);
  const look = { size: small, color: inks.soft, lineGap: 0 };
  const indent = Math.max(widthOf(doc, low, small), widthOf(doc, high, small)) + 8;
  const foot = y + height - small * 1.5;
  const xOf = (along: number) => x + indent + (along / meters) * (width - indent - small);
  const yOf = (elevation: number) => foot - ((elevation - least) / span) * (foot - y - small * 0.6);
  // Two heights nearly the same stand one above the other all the same.
  const apart = Math.max(0, (small * 1.3 - (yOf(least) - yOf(most))) / 2);
  for (const [text, level, shift] of [
    [low, least, apart],
    [high, most, -apart],
  ] as const) {
    const lineY = yOf(level);
    doc
      .moveTo(x + indent, lineY)
      .lineTo(xOf(meters), lineY)
      .undash()
      .lineWidth(0.5)
      .stroke(inks.rule);
    setText(doc, text, x, lineY + shift - small * 0.6, indent - 6, { ...look, align: 'right' });
  }
  const points = profile.map(({ meters: along, elevation }) => [xOf(along), yOf(elevation)] as const);
  const [first] = points;
  if (!first) return;
  doc.moveTo(first[0], foot);
  for (const [px, py] of points) doc.lineTo(px, py);
  doc
    .lineTo(points.at(-1)?.[0] ?? 0, foot)
    .closePath()
    .fillOpacity(0.12)
    .fill(inks.jade);
  doc.fillOpacity(1).moveTo(first[0], first[1]);
  for (const [px, py] of points) doc.lineTo(px, py);
  doc.lineWidth(1.4).lineJoin('round').stroke(inks.jade);
  let taken = Number.NEGATIVE_INFINITY;
  stops.forEach(({ atMeters }, index) => {
    const [middle, number] = [xOf(Math.min(atMeters, meters)), String(index + 1)];
    const half = widthOf(doc, number, small) / 2;
    // Where stops stand close together the first of them has its number.
    if (middle - half < taken + 2) return;
    taken = middle + half;
    doc
      .moveTo(middle, foot)
      .lineTo(middle, foot + small * 0.3)
      .lineWidth(0.8)
      .stroke(inks.cinnabar);
    setText(doc, number, middle - half, foot + small * 0.4, half * 2 + 1, { ...look, color: inks.ink });
  });
}

/** The legend in rows of two, of three on a lying page, each sign as large as its words; returns where it ends. */
function setLegend(
  doc: Doc,
  { title, signs }: NonNullable<WalkPaper['legend']>,
  top: number,
  grown: number,
  inks: Inks,
): number {
  const width = doc.page.width - 2 * MARGIN;
  const look = { size: 9.6 * grown, color: inks.ink };
  let y = setText(doc, title, MARGIN, top, width, { ...look, size: 12 * grown }) + 4;
  const scale = (look.size * 1.6) / SIGN[1];
  const signWidth = SIGN[0] * scale;
  const count = doc.page.width > doc.page.height ? 3 : 2;
  const textWidth = width / count - signWidth - 16;
  for (let at = 0; at < signs.length; at += count) {
    const row = signs.slice(at, at + count);
    const height = Math.max(SIGN[1] * scale, ...row.map(({ text }) => heightOf(doc, text, textWidth, look)));
    row.forEach(({ svg, text }, column) => {
      const x = MARGIN + (column * width) / count;
      doc.save();
      doc.translate(x, y + (height - SIGN[1] * scale) / 2).scale(scale);
      drawSvg(doc, svg, faceOf, runsOf);
      doc.restore();
      const own = heightOf(doc, text, textWidth, look);
      setText(doc, text, x + signWidth + 8, y + (height - own) / 2, textWidth, look);
    });
    y += height + 4;
  }
  return y;
}

/** Text in columns over as many pages as it takes. */
class Columns {
  private column = 0;
  private y: number;

  constructor(
    private readonly doc: Doc,
    private top: number,
    private readonly count: number,
    private readonly nextPage: () => number,
  ) {
    this.y = top;
  }

  private get bottom() {
    return this.doc.page.height - MARGIN - 22;
  }

  private get gap() {
    return this.count > 1 ? 24 : 0;
  }

  get width() {
    return (this.doc.page.width - 2 * MARGIN - this.gap * (this.count - 1)) / this.count;
  }

  /** Room for a block that must not be parted; `set` writes it from its upper left corner. */
  place(height: number, set: (x: number, y: number, width: number) => void) {
    if (this.y + height > this.bottom && (this.y > this.top || this.top > MARGIN)) {
      // Below a heading the other columns have no more room than this one; a fresh page has.
      this.column = this.y > this.top ? this.column + 1 : this.count;
      if (this.column === this.count) {
        this.column = 0;
        this.top = this.nextPage();
      }
      this.y = this.top;
    }
    set(MARGIN + this.column * (this.width + this.gap), this.y, this.width);
    this.y += height;
  }
}

/** Letters of the usual paper; the smaller ones where one leaf then holds everything. */
const USUAL = [1.1, 1, 0.92] as const;
const LARGE = 1.7;

/**
 * The leaf of a walk, lying where its sheet lies. `isLarge` is for readers who need it: nothing smaller than 12 points, the text in 16, and wider columns.
 */
export async function makeWalkPaper(paper: WalkPaper, format: PaperFormat, isLarge = false): Promise<Buffer> {
  if (isLarge) return (await setPaper(paper, format, LARGE)).bytes;
  for (const letters of USUAL) {
    const { bytes, pages } = await setPaper(paper, format, letters);
    if (pages <= 2) return bytes;
  }
  return (await setPaper(paper, format, USUAL[0])).bytes;
}

async function setPaper(
  paper: WalkPaper,
  format: PaperFormat,
  letters: number,
): Promise<{ bytes: Buffer; pages: number }> {
  const isLarge = letters === LARGE;
  const { inks, sheet } = paper;
  const { doc, bytes } = await openDocument(paper.title, paper.locale);
  const isLying = sheet.width > sheet.height;
  const size = isLying ? [...formats[format]].reverse() : [...formats[format]];
  const [width = 0, height = 0] = size;
  const grown = letters * (format === 'a3' ? 1.5 : 1);
  const small = isLarge ? 12 : 7.5 * (format === 'a3' ? 1.5 : 1);
  doc.addPage({ size, margin: 0 });
  setSheet(doc, sheet, [18, 18, width - 36, height - 36]);
  let page = 1;
  const addPage = () => {
    doc.addPage({ size, margin: 0 });
    page++;
    setText(doc, `${paper.foot} · ${page}`, MARGIN, height - MARGIN, width - 2 * MARGIN, {
      size: small,
      color: inks.soft,
    });
    return MARGIN;
  };
  addPage();
  const ink = (letters: number) => ({ size: letters * grown, color: inks.ink });
  const soft = (letters: number) => ({ size: letters * grown, color: inks.soft });
  const code = 66 * Math.min(grown, 1.5);
  setSeal(doc, paper.seal, MARGIN, MARGIN, 26 * grown, inks);
  const textX = MARGIN + 26 * grown + 14;
  const textWidth = width - MARGIN - code - 12 - textX;
  let y = setText(doc, paper.title, textX, MARGIN - 4, textWidth, ink(isLarge ? 17 : 21));
  y = setText(doc, paper.tagline, textX, y + 2, textWidth, soft(10));
  y = setText(doc, paper.numbers, textX, y + 3, textWidth, ink(9.6));
  setCode(doc, paper.url, width - MARGIN - code, MARGIN - 6, code);
  const below = setText(doc, paper.words.scan, width - MARGIN - code, MARGIN + code - 4, code, {
    ...soft(7),
    align: 'center',
  });
  y = Math.max(y, below) + 12;
  if (paper.heights.profile.length > 1) {
    y = setText(doc, paper.heights.title, MARGIN, y, width - 2 * MARGIN, ink(12));
    const tall = (isLying ? 42 : 62) * grown + 1.5 * small;
    setHeights(doc, paper, [MARGIN, y + 2, width - 2 * MARGIN, tall], small);
    y += tall + 14;
  }
  const count = (isLarge ? 1 : 2) + (isLying ? 1 : 0);
  if (isLarge && paper.legend) y = setLegend(doc, paper.legend, y, grown, inks) + 12;
  const columns = new Columns(doc, y, count, addPage);
  const indent = 24 * grown;
  paper.stops.forEach(({ name, facts, see }, index) => {
    const inner = columns.width - indent;
    const parts = [
      [name, ink(12)],
      [facts, soft(8.4)],
      [see, ink(9.6)],
    ] as const;
    const tall = parts.reduce((sum, [text, look]) => sum + heightOf(doc, text, inner, look), 0) + 9;
    columns.place(tall, (x, top) => {
      setNumber(doc, index + 1, x + indent * 0.36, top + 7.4 * grown, indent * 0.36, inks);
      let at = top;
      for (const [text, look] of parts) at = setText(doc, text, x + indent, at, inner, look);
    });
  });
  const setPart = ({ title, text }: Part, looks: readonly [TextLook, TextLook]) => {
    const tall =
      heightOf(doc, title, columns.width, looks[0]) + heightOf(doc, text, columns.width, looks[1]) + 12;
    columns.place(tall, (x, top, inner) => {
      doc
        .moveTo(x, top)
        .lineTo(x + inner, top)
        .undash()
        .lineWidth(0.5)
        .stroke(inks.rule);
      setText(doc, text, x, setText(doc, title, x, top + 4, inner, looks[0]), inner, looks[1]);
    });
  };
  for (const part of paper.parts) setPart(part, [ink(12), ink(9.6)]);
  setPart(paper.sources, [soft(9.6), soft(7.4)]);
  doc.end();
  return { bytes: await bytes, pages: page };
}
