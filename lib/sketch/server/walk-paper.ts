/** A walk on paper: the drawn sheet, then its stops, heights and words, to be printed on both sides of one leaf. */
import {
  type Colophon,
  colors,
  type Doc,
  faceOf,
  formats,
  heightOf,
  openDocument,
  type PaperFormat,
  setCode,
  setNumber,
  setSeal,
  setText,
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
}

export interface WalkPaper extends Colophon {
  title: string;
  tagline: string;
  seal: string;
  /** Our own hand's SVG, or somebody else's picture (PNG or JPEG), with its size in its own units. */
  sheet: { width: number; height: number } & ({ svg: string } | { picture: Buffer });
  /** Length, time, climb, steps in one line. */
  numbers: string;
  stops: readonly PaperStop[];
  /** Titled paragraphs after the stops: without steps, getting there and away, what to check. */
  parts: readonly { title: string; text: string }[];
  heights: { title: string; profile: readonly HeightPoint[]; meters: number; low: string; high: string };
  words: { scan: string };
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
  if ('svg' in sheet) drawSvg(doc, sheet.svg, faceOf);
  else doc.image(sheet.picture, 0, 0, { width, height });
  doc.restore();
  // Viewers let a hair of what was clipped show along the edge: bare paper over it.
  doc.rect(left, top, width * scale, height * scale);
  doc.undash().lineWidth(1.5).strokeOpacity(1).stroke('#ffffff');
}

/** Heights along the way as one line over its own shade. */
function setHeights(
  doc: Doc,
  { profile, meters, low, high }: WalkPaper['heights'],
  x: number,
  y: number,
  width: number,
  height: number,
) {
  const levels = profile.map(({ elevation }) => elevation);
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  // A nearly level walk must not look like an alp: the scale spans at least 60 m.
  const span = Math.max(most - least, 60);
  const indent = 44;
  const at = ({ meters: along, elevation }: HeightPoint): [number, number] => [
    x + indent + (along / meters) * (width - indent),
    y + height - ((elevation - least) / span) * (height - 8),
  ];
  const points = profile.map(at);
  for (const [text, level] of [
    [low, least],
    [high, most],
  ] as const) {
    const [, lineY] = at({ meters: 0, elevation: level });
    doc
      .moveTo(x + indent, lineY)
      .lineTo(x + width, lineY)
      .undash()
      .lineWidth(0.5)
      .stroke(colors.rule);
    setText(doc, text, x, lineY - 5, indent - 6, { size: 7.5, color: colors.soft, align: 'right' });
  }
  const [first] = points;
  if (!first) return;
  doc.moveTo(first[0], y + height);
  for (const [px, py] of points) doc.lineTo(px, py);
  doc
    .lineTo(points.at(-1)?.[0] ?? 0, y + height)
    .closePath()
    .fillOpacity(0.12)
    .fill(colors.jade);
  doc.fillOpacity(1).moveTo(first[0], first[1]);
  for (const [px, py] of points) doc.lineTo(px, py);
  doc.lineWidth(1.4).lineJoin('round').stroke(colors.jade);
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
    if (this.y + height > this.bottom && this.y > this.top) {
      this.column++;
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

/** The leaf of a walk. `isLarge` is for readers who need it: letters half as large again, one column. */
export async function makeWalkPaper(paper: WalkPaper, format: PaperFormat, isLarge = false): Promise<Buffer> {
  const { doc, bytes } = await openDocument(paper.title, paper.locale);
  const size = [...formats[format]];
  const [width = 0, height = 0] = size;
  const grown = (isLarge ? 1.5 : 1.1) * (format === 'a3' ? 1.5 : 1);
  doc.addPage({ size, margin: 0 });
  setSheet(doc, paper.sheet, [18, 18, width - 36, height - 36]);
  let page = 1;
  const addPage = () => {
    doc.addPage({ size, margin: 0 });
    page++;
    setText(doc, `${paper.foot} · ${page}`, MARGIN, height - MARGIN, width - 2 * MARGIN, {
      size: 7.5,
      color: colors.soft,
    });
    return MARGIN;
  };
  addPage();
  const code = 66 * Math.min(grown, 1.5);
  setSeal(doc, paper.seal, MARGIN, MARGIN, 26 * grown);
  const textX = MARGIN + 26 * grown + 14;
  const textWidth = width - MARGIN - code - 12 - textX;
  let y = setText(doc, paper.title, textX, MARGIN - 4, textWidth, { size: 21 * grown });
  y = setText(doc, paper.tagline, textX, y + 2, textWidth, { size: 10.5 * grown, color: colors.soft });
  y = setText(doc, paper.numbers, textX, y + 3, textWidth, { size: 9.5 * grown });
  setCode(doc, paper.url, width - MARGIN - code, MARGIN - 6, code);
  const below = setText(doc, paper.words.scan, width - MARGIN - code, MARGIN + code - 4, code, {
    size: 7 * grown,
    color: colors.soft,
    align: 'center',
  });
  y = Math.max(y, below) + 12;
  if (paper.heights.profile.length > 1) {
    y = setText(doc, paper.heights.title, MARGIN, y, width - 2 * MARGIN, { size: 12 * grown });
    const tall = 68 * grown;
    setHeights(doc, paper.heights, MARGIN, y + 4, width - 2 * MARGIN, tall);
    y += tall + 20;
  }
  const columns = new Columns(doc, y, isLarge ? 1 : 2, addPage);
  const [nameSize, seeSize, factSize] = [12 * grown, 9.6 * grown, 8.4 * grown];
  const indent = 24 * grown;
  paper.stops.forEach(({ name, facts, see }, index) => {
    const inner = columns.width - indent;
    const parts = [
      [name, { size: nameSize }],
      [facts, { size: factSize, color: colors.soft }],
      [see, { size: seeSize }],
    ] as const;
    const tall = parts.reduce((sum, [text, look]) => sum + heightOf(doc, text, inner, look), 0) + 9;
    columns.place(tall, (x, top) => {
      setNumber(doc, index + 1, x + indent * 0.36, top + nameSize * 0.62, indent * 0.36);
      let at = top;
      for (const [text, look] of parts) at = setText(doc, text, x + indent, at, inner, look);
    });
  });
  for (const { title, text } of paper.parts) {
    const looks = [{ size: nameSize }, { size: seeSize }] as const;
    const tall =
      heightOf(doc, title, columns.width, looks[0]) + heightOf(doc, text, columns.width, looks[1]) + 12;
    columns.place(tall, (x, top, inner) => {
      doc
        .moveTo(x, top)
        .lineTo(x + inner, top)
        .undash()
        .lineWidth(0.5)
        .stroke(colors.rule);
      setText(doc, text, x, setText(doc, title, x, top + 4, inner, looks[0]), inner, looks[1]);
    });
  }
  doc.end();
  return bytes;
}
