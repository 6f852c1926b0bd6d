/** Signs to hang up along a walk: one landscape leaf for each stop, in several languages, with the way on and a code. */
import type { SignTurn } from '../papers';
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

/** What a sign says in one language. */
export interface SignWords {
  walk: string;
  name: string;
  /** "Next: … · 350 m · 6 min · 86 steps up"; undefined at the last stop. */
  next: string | undefined;
  /** Of the step-free way on; undefined where nobody knows of one. */
  stepFree: string | undefined;
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
  const onwards = words.filter(({ next }) => next !== undefined);
  const below = Math.max(y + 16, height * 0.5);
  doc
    .moveTo(MARGIN, below)
    .lineTo(width - MARGIN, below)
    .lineWidth(1)
    .stroke(colors.rule);
  const column = width - 2 * MARGIN - 120 - code - 24;
  if (onwards.length > 0) {
    setArrow(doc, MARGIN + 48, below + 72, 42, degrees[turn], colors.cinnabar);
    let at = below + 18;
    onwards.forEach(({ next = '', stepFree }, index) => {
      at = setText(doc, next, MARGIN + 120, at, column, { size: index === 0 ? 19 : 12.5 });
      if (stepFree && index === 0) setArrow(doc, MARGIN + 48, below + 142, 22, degrees[turn], colors.jade);
      if (stepFree)
        at = setText(doc, stepFree, MARGIN + 120, at + 1, column, {
          size: index === 0 ? 13 : 10.5,
          color: colors.jade,
        });
      at += index === 0 ? 8 : 4;
    });
  }
  setCode(doc, tellUrl, width - MARGIN - TELL_CODE, below + 12, TELL_CODE);
  // In the city's language and the reader's.
  const tells = [...new Set(words.slice(0, 2).map(({ tell }) => tell))].join('\n');
  setText(doc, tells, width - MARGIN - code, below + 14 + TELL_CODE, code, { size: 8, align: 'right' });
  setCode(doc, url, width - MARGIN - code, height - MARGIN - code - 8, code);
  setText(doc, foot, MARGIN, height - MARGIN + 4, width - 2 * MARGIN, { size: 7.5, color: colors.soft });
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
