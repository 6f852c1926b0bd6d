/** Signs to hang up along a walk: one landscape leaf for each stop, in several languages, with the way on and a code. */
import { turnOff } from '../hand/walk-line';
import type { SignTurn } from '../papers';
import { sheetInks } from '../sheet-inks';
import {
  colors,
  type Doc,
  faceOf,
  formats,
  heightOf,
  openDocument,
  setCode,
  setNumber,
  setSeal,
  setText,
} from './page';
import { drawSvg } from './svg-to-pdf';

/** What a sign says in one language. */
export interface SignWords {
  walk: string;
  name: string;
  /** "Next: … · 350 m · 6 min · 86 steps"; undefined at the last stop. */
  next: string | undefined;
  /** Of the step-free way on; undefined where nobody knows of one. */
  stepFree: string | undefined;
  /** Said where people who avoid steps leave the walk. */
  turnOff: string | undefined;
  /** Said at the last stop, with how one gets away. */
  end: { title: string; leave: string } | undefined;
  /** What the second code is for: to tell the city of this spot. */
  tell: string;
}

export interface Sign {
  number: number;
  url: string;
  /** Where a suggestion about this spot begins. */
  tellUrl: string;
  /** The city's own language first. */
  words: readonly SignWords[];
}

const degrees: Readonly<Record<SignTurn, number>> = { ahead: 0, right: 90, back: 180, left: -90 };
const MARGIN = 44;
const TELL_CODE = 60;
/** Width of the column the arrows stand in. */
const ARROWS = 116;

export async function makeSignPaper(
  title: string,
  seal: string,
  signs: readonly Sign[],
  turn: SignTurn,
  foot: string,
): Promise<Buffer> {
  const { doc, bytes } = await openDocument(title, 'zh-CN');
  for (const sign of signs) setSign(doc, sign, seal, turn, foot);
  doc.end();
  return bytes;
}

function setSign(
  doc: Doc,
  { number, url, tellUrl, words }: Sign,
  seal: string,
  turn: SignTurn,
  foot: string,
) {
  const [height, width] = formats.a4;
  doc.addPage({ size: [width, height], margin: 0 });
  doc.rect(0, 0, width, height).fill(colors.paper);
  doc
    .rect(18, 18, width - 36, height - 36)
    .lineWidth(3)
    .undash()
    .stroke(colors.cinnabar);
  const code = 112;
  setSeal(doc, seal, width - MARGIN - 40, MARGIN - 6, 40);
  setNumber(doc, number, MARGIN + 26, MARGIN + 30, 26);
  const left = MARGIN + 70;
  const inner = width - left - MARGIN - 56;
  const [own, ...others] = words;
  let y = MARGIN - 4;
  if (own) {
    y = setText(doc, own.walk, left, y, inner, { size: 13, color: colors.soft });
    y = setText(doc, own.name, left, y + 2, inner, { size: fitting(doc, own.name, inner, 54) });
  }
  for (const { name } of others)
    y = setText(doc, name, left, y + 4, inner, { size: fitting(doc, name, inner, 23), color: colors.soft });
  const below = Math.max(y + 16, height * 0.5);
  doc
    .moveTo(MARGIN, below)
    .lineTo(width - MARGIN, below)
    .lineWidth(1)
    .stroke(colors.rule);
  setWay(doc, words, degrees[turn], [
    MARGIN,
    below + 18,
    width - 2 * MARGIN - code - 24,
    height - MARGIN - below - 26,
  ]);
  setCode(doc, tellUrl, width - MARGIN - TELL_CODE, below + 12, TELL_CODE);
  // In the city's language and the reader's; a text has one language, so each is set by itself.
  let at = below + 14 + TELL_CODE;
  for (const tell of new Set(words.slice(0, 2).map(({ tell }) => tell)))
    at = setText(doc, tell, width - MARGIN - code, at, code, { size: 8, align: 'right', lineGap: 1 });
  setCode(doc, url, width - MARGIN - code, height - MARGIN - code - 8, code);
  setText(doc, foot, MARGIN, height - MARGIN + 4, width - 2 * MARGIN, { size: 7.5, color: colors.soft });
}

/** The way on in all languages, as large as the box allows, beside its arrows: that of the walk, and that of a way without steps by the sheet's own sign. */
function setWay(
  doc: Doc,
  words: readonly SignWords[],
  turned: number,
  [x, y, width, height]: readonly [number, number, number, number],
) {
  const [own] = words;
  const inner = width - ARROWS;
  const linesAt = (scale: number) =>
    words.flatMap(({ next, stepFree, turnOff, end }, index) => {
      const [large, usual] = index === 0 ? [26 * scale, 18 * scale] : [16 * scale, 13 * scale];
      const plain = { size: large, lineGap: large * 0.1 };
      const free = { size: usual, lineGap: usual * 0.1, color: colors.jade };
      const soft = { size: usual * 0.85, lineGap: usual * 0.1, color: colors.soft };
      const lines = [
        [next, plain],
        [end?.title, plain],
        [end?.leave, soft],
        [stepFree, free],
        [turnOff, free],
      ] as const;
      return lines.flatMap(([text, look]) =>
        text ? [{ text, look, gap: look === plain ? large * 0.3 : 0 }] : [],
      );
    });
  const tallOf = (lines: ReturnType<typeof linesAt>) =>
    lines.reduce((sum, { text, look, gap }) => sum + gap + heightOf(doc, text, inner, look), 0);
  let scale = 1;
  while (scale > 0.5 && tallOf(linesAt(scale)) > height) scale -= 0.05;
  let at = y;
  linesAt(scale).forEach(({ text, look, gap }, index) => {
    at = setText(doc, text, x + ARROWS, index === 0 ? at : at + gap, inner, look);
  });
  if (own?.next) setArrow(doc, x + 48, y + 46, 42, turned, colors.cinnabar);
  if (own?.stepFree || own?.turnOff) setStepFree(doc, x + (own.stepFree ? 24 : 48), y + 124, 22);
  if (own?.stepFree) setArrow(doc, x + 74, y + 124, 22, turned, colors.jade);
}

/** The sign for people who avoid steps, as it stands on the sheet. */
function setStepFree(doc: Doc, x: number, y: number, radius: number) {
  const ink = { ...sheetInks.light, width: 0, height: 0, unit: radius, random: () => 0.5 };
  drawSvg(doc, `<svg>${turnOff(ink, [x, y], radius)}</svg>`, faceOf);
}

/** The largest size up to `most` at which a name stands on one line, and not so small that nobody reads it from afar: then it takes two. */
function fitting(doc: Doc, text: string, width: number, most: number): number {
  for (let size = most; size > most * 0.55; size -= 1)
    if (heightOf(doc, text, width, { size, lineGap: 0 }) < size * 1.9) return size;
  return most * 0.55;
}

function setArrow(doc: Doc, x: number, y: number, radius: number, turned: number, color: string) {
  doc.save();
  doc.translate(x, y).rotate(turned);
  doc.circle(0, 0, radius).fill(color);
  const r = radius * 0.62;
  doc
    .moveTo(0, r)
    .lineTo(0, -r)
    .moveTo(-r * 0.7, -r * 0.25)
    .lineTo(0, -r)
    .lineTo(r * 0.7, -r * 0.25);
  doc
    .lineWidth(radius * 0.2)
    .lineCap('round')
    .lineJoin('round')
    .undash()
    .stroke('#ffffff');
  doc.restore();
}
