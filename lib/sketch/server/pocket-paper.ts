/**
 * A walk for the pocket: one leaf of A4, printed on both sides. One side is the drawn sheet; the other has eight panels that all stand upright: folded in
 * half lengthwise and then in four like an accordion, the first is the cover.
 */
import {
  colors,
  type Doc,
  formats,
  heightOf,
  openDocument,
  setCode,
  setNumber,
  setSeal,
  setText,
} from './page';
import { setSheet, type WalkPaper } from './walk-paper';

const [COLUMNS, ROWS] = [4, 2] as const;
const PAD = 13;
const FOLD = 7;
const SIZES = [11.5, 10.6, 9.8, 9, 8.4, 7.8, 7.2, 6.6];

interface Block {
  height: number;
  set: (x: number, y: number) => void;
}

export async function makePocketPaper(paper: WalkPaper, words: { fold: string }): Promise<Buffer> {
  const { doc, bytes } = await openDocument(paper.title, paper.locale);
  const [height, width] = formats.a4;
  doc.addPage({ size: [width, height], margin: 0 });
  // The sheet stands upright, the leaf lies: it is turned by a quarter.
  doc.save();
  doc.rotate(-90, { origin: [0, 0] }).translate(-height, 0);
  setSheet(doc, paper.sheet, [14, 14, height - 28, width - 28]);
  doc.restore();

  doc.addPage({ size: [width, height], margin: 0 });
  const [panelWidth, panelHeight] = [width / COLUMNS, height / ROWS];
  const corner = (panel: number) =>
    [(panel % COLUMNS) * panelWidth, Math.floor(panel / COLUMNS) * panelHeight] as const;
  setCover(doc, paper, panelWidth, panelHeight);
  const last = COLUMNS * ROWS - 1;
  const inner = panelWidth - 2 * PAD;
  // The largest letters at which everything fits.
  for (const size of SIZES) {
    const panels = fill(blocksOf(doc, paper, inner, size), panelHeight - 2 * PAD);
    if (panels.length > last - 1 && size !== SIZES.at(-1)) continue;
    panels.slice(0, last - 1).forEach((blocks, index) => {
      const [x, y] = corner(index + 1);
      let top = y + PAD;
      for (const { height: tall, set } of blocks) {
        set(x + PAD, top);
        top += tall;
      }
    });
    break;
  }
  const [x, y] = corner(last);
  const code = Math.min(inner, 96);
  setCode(doc, paper.url, x + (panelWidth - code) / 2, y + PAD + 4, code);
  const below = setText(doc, paper.words.scan, x + PAD, y + PAD + code + 10, inner, {
    size: 8,
    color: colors.soft,
    align: 'center',
  });
  setText(doc, `${words.fold}\n\n${paper.foot}`, x + PAD, below + 8, inner, {
    size: 6.8,
    color: colors.soft,
  });
  setFolds(doc, width, height);
  doc.end();
  return bytes;
}

function setCover(doc: Doc, { title, tagline, numbers, seal }: WalkPaper, width: number, height: number) {
  doc.rect(0, 0, width, height).fill(colors.paper);
  const inner = width - 2 * PAD;
  setSeal(doc, seal, PAD, PAD + 10, 30);
  let y = setText(doc, title, PAD, height * 0.36, inner, { size: 20 });
  y = setText(doc, tagline, PAD, y + 6, inner, { size: 9.5, color: colors.soft });
  setText(doc, numbers, PAD, y + 8, inner, { size: 8.5 });
}

/** Stops, then the titled paragraphs, each as a block that is not parted. */
function blocksOf(doc: Doc, paper: WalkPaper, width: number, size: number): Block[] {
  const indent = size * 2;
  const stops = paper.stops.map(({ name, facts, see }, index): Block => {
    const lines = [
      [name, { size: size * 1.15 }],
      [facts, { size: size * 0.88, color: colors.soft }],
      [see, { size }],
    ] as const;
    return {
      height:
        lines.reduce((sum, [text, look]) => sum + heightOf(doc, text, width - indent, look), 0) + size * 0.7,
      set: (x, y) => {
        setNumber(doc, index + 1, x + size * 0.75, y + size * 0.75, size * 0.75);
        let at = y;
        for (const [text, look] of lines) at = setText(doc, text, x + indent, at, width - indent, look);
      },
    };
  });
  const parts = paper.parts.map(({ title, text }): Block => {
    const looks = [{ size: size * 1.15 }, { size }] as const;
    return {
      height: heightOf(doc, title, width, looks[0]) + heightOf(doc, text, width, looks[1]) + size,
      set: (x, y) => {
        setText(doc, text, x, setText(doc, title, x, y, width, looks[0]), width, looks[1]);
      },
    };
  });
  return [...stops, ...parts];
}

/** Blocks one below the other, as many to a panel as fit. */
function fill(blocks: readonly Block[], height: number): Block[][] {
  const panels: Block[][] = [[]];
  let used = 0;
  for (const block of blocks) {
    if (used + block.height > height && used > 0) {
      panels.push([]);
      used = 0;
    }
    panels.at(-1)?.push(block);
    used += block.height;
  }
  return panels;
}

/** Short marks at the edges where the leaf is folded. */
function setFolds(doc: Doc, width: number, height: number) {
  doc.undash().lineWidth(0.5);
  for (let column = 1; column < COLUMNS; column++) {
    const x = (column * width) / COLUMNS;
    doc
      .moveTo(x, 0)
      .lineTo(x, FOLD)
      .moveTo(x, height - FOLD)
      .lineTo(x, height);
  }
  doc.moveTo(0, height / ROWS).lineTo(FOLD, height / ROWS);
  doc.moveTo(width - FOLD, height / ROWS).lineTo(width, height / ROWS);
  doc.stroke(colors.soft);
}
