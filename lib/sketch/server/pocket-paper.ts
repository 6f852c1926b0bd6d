/**
 * A walk for the pocket: one leaf of A4, printed on both sides. One side is the drawn sheet; the other has eight panels that all stand upright: folded in
 * half lengthwise and then in four like an accordion, the first is the cover.
 */
import { type Doc, formats, heightOf, openDocument, setCode, setNumber, setSeal, setText } from './page';
import { setHeights, setSheet, type WalkPaper } from './walk-paper';

const [COLUMNS, ROWS] = [4, 2] as const;
const PAD = 13;
const FOLD = 7;
/** The largest letters at which everything fits; before they get too small to read on the way, stops leave out what there is to see. */
const WAYS = [
  ...[11.5, 10.6, 9.8, 9, 8.4, 7.8].map((size) => ({ size, isBrief: false })),
  ...[9, 8, 7, 6].map((size) => ({ size, isBrief: true })),
];

interface Block {
  height: number;
  set: (x: number, y: number) => void;
}

export async function makePocketPaper(paper: WalkPaper, words: { fold: string }): Promise<Buffer> {
  const { inks, sheet } = paper;
  const { doc, bytes } = await openDocument(paper.title, paper.locale);
  const [height, width] = formats.a4;
  doc.addPage({ size: [width, height], margin: 0 });
  const box = [14, 14, width - 28, height - 28] as const;
  if (sheet.width > sheet.height) setSheet(doc, sheet, box);
  else {
    // The sheet stands upright, the leaf lies: it is turned by a quarter.
    doc.save();
    doc.rotate(-90, { origin: [0, 0] }).translate(-height, 0);
    setSheet(doc, sheet, [box[1], box[0], box[3], box[2]]);
    doc.restore();
  }

  doc.addPage({ size: [width, height], margin: 0 });
  const [panelWidth, panelHeight] = [width / COLUMNS, height / ROWS];
  const corner = (panel: number) =>
    [(panel % COLUMNS) * panelWidth, Math.floor(panel / COLUMNS) * panelHeight] as const;
  setCover(doc, paper, panelWidth, panelHeight);
  const last = COLUMNS * ROWS - 1;
  const inner = panelWidth - 2 * PAD;
  const tall = panelHeight - 2 * PAD;
  for (const way of WAYS) {
    const blocks = blocksOf(doc, paper, inner, way);
    const panels = fill(blocks, tall);
    const fits = panels.length < last && blocks.every(({ height }) => height <= tall);
    if (!fits && way !== WAYS.at(-1)) continue;
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
  const soft = { size: 8, color: inks.soft };
  const below = setText(doc, paper.words.scan, x + PAD, y + PAD + code + 10, inner, {
    ...soft,
    align: 'center',
  });
  setText(doc, `${words.fold}\n\n${paper.foot}`, x + PAD, below + 8, inner, soft);
  setFolds(doc, width, height, inks.soft);
  doc.end();
  return bytes;
}

function setCover(doc: Doc, paper: WalkPaper, width: number, height: number) {
  const { title, tagline, numbers, seal, inks } = paper;
  doc.rect(0, 0, width, height).fill(inks.paper);
  const inner = width - 2 * PAD;
  setSeal(doc, seal, PAD, PAD + 10, 30, inks);
  let y = setText(doc, title, PAD, height * 0.3, inner, { size: 20, color: inks.ink });
  y = setText(doc, tagline, PAD, y + 6, inner, { size: 9.5, color: inks.soft });
  y = setText(doc, numbers, PAD, y + 8, inner, { size: 8.5, color: inks.ink });
  const tall = Math.min(62, height - PAD - y - 8);
  if (paper.heights.profile.length > 1 && tall > 30)
    setHeights(doc, paper, [PAD, height - PAD - tall, inner, tall], 7.5);
}

/** Stops, then the titled paragraphs, each as a block that is not parted. */
function blocksOf(
  doc: Doc,
  paper: WalkPaper,
  width: number,
  { size, isBrief }: (typeof WAYS)[number],
): Block[] {
  const { inks } = paper;
  const ink = (letters: number) => ({ size: letters, color: inks.ink });
  const soft = (letters: number) => ({ size: letters, color: inks.soft });
  const indent = size * 2;
  const stops = paper.stops.map(({ name, facts, see }, index): Block => {
    const lines = [
      [name, ink(size * 1.15)],
      [facts, soft(size * 0.88)],
      ...(isBrief ? [] : [[see, ink(size)] as const]),
    ] as const;
    return {
      height:
        lines.reduce((sum, [text, look]) => sum + heightOf(doc, text, width - indent, look), 0) + size * 0.7,
      set: (x, y) => {
        setNumber(doc, index + 1, x + size * 0.75, y + size * 0.75, size * 0.75, inks);
        let at = y;
        for (const [text, look] of lines) at = setText(doc, text, x + indent, at, width - indent, look);
      },
    };
  });
  const parts = [
    ...paper.parts.map((part) => ({ ...part, looks: [ink(size * 1.15), ink(size)] as const })),
    { ...paper.sources, looks: [soft(size), soft(size * 0.8)] as const },
  ].map(
    ({ title, text, looks }): Block => ({
      height: heightOf(doc, title, width, looks[0]) + heightOf(doc, text, width, looks[1]) + size,
      set: (x, y) => {
        setText(doc, text, x, setText(doc, title, x, y, width, looks[0]), width, looks[1]);
      },
    }),
  );
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
function setFolds(doc: Doc, width: number, height: number, color: string) {
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
  doc.stroke(color);
}
