/**
 * Draws the SVG our own hand writes onto a page of a PDF, as lines and letters, so that paper shows them as sharp as the printer can. It knows the elements
 * the hand uses and refuses every other by name: nothing is left out in silence. The clip around a sheet is the page's own: see `setSheet`.
 */
import type PDFDocument from 'pdfkit';
import { SaxesParser } from 'saxes';
import { letterPlaces } from './text-on-path';

type Doc = InstanceType<typeof PDFDocument>;

/** How a face is chosen for a text: by its language, that of the nearest `lang` around it. */
export type FaceOf = (text: string, lang: string | undefined) => string;

/** A text in pieces of one face each, as a browser would take face by face. */
export type RunsOf = (text: string) => readonly string[];

interface Look {
  fill: string;
  stroke: string;
  strokeWidth: number;
  fillOpacity: number;
  strokeOpacity: number;
  opacity: number;
  lineCap: 'butt' | 'round' | 'square';
  lineJoin: 'miter' | 'round' | 'bevel';
  dash: readonly number[];
  fontSize: number;
  anchor: 'start' | 'middle' | 'end';
  letterSpacing: number;
  lang: string | undefined;
}

const plain: Look = {
  fill: '#000',
  stroke: 'none',
  strokeWidth: 1,
  fillOpacity: 1,
  strokeOpacity: 1,
  opacity: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  dash: [],
  fontSize: 16,
  anchor: 'start',
  letterSpacing: 0,
  lang: undefined,
};

type Attributes = Readonly<Record<string, string>>;

/** What an element takes over from those around it, with its own words on top. */
function lookOf(around: Look, own: Attributes): Look {
  const number = (name: string, usual: number) =>
    own[name] === undefined ? usual : Number.parseFloat(own[name]);
  return {
    fill: own.fill ?? around.fill,
    stroke: own.stroke ?? around.stroke,
    strokeWidth: number('stroke-width', around.strokeWidth),
    fillOpacity: number('fill-opacity', around.fillOpacity),
    strokeOpacity: number('stroke-opacity', around.strokeOpacity),
    // Of a group it holds for each thing in it: our hand lays no translucent things of one group over each other.
    opacity: around.opacity * number('opacity', 1),
    lineCap: (own['stroke-linecap'] as Look['lineCap']) ?? around.lineCap,
    lineJoin: (own['stroke-linejoin'] as Look['lineJoin']) ?? around.lineJoin,
    dash:
      own['stroke-dasharray'] === undefined
        ? around.dash
        : own['stroke-dasharray']
            .split(/[\s,]+/)
            .map(Number)
            .filter((length) => length >= 0),
    fontSize: number('font-size', around.fontSize),
    anchor: (own['text-anchor'] as Look['anchor']) ?? around.anchor,
    letterSpacing: number('letter-spacing', around.letterSpacing),
    lang: own.lang ?? own['xml:lang'] ?? around.lang,
  };
}

/** Elements that draw nothing by themselves and whose insides are not drawn where they stand. */
const silent = new Set(['title', 'desc', 'style', 'defs', 'metadata']);

export class UnknownSvg extends Error {
  override name = 'UnknownSvg';
}

/**
 * Draws `svg` with its upper left corner at the document's origin, one unit of it a point; move and scale the document before. `faceOf` names a
 * registered font for each piece of `runsOf`. Throws `UnknownSvg` for anything the hand does not use.
 */
export function drawSvg(doc: Doc, svg: string, faceOf: FaceOf, runsOf: RunsOf = (text) => [text]): void {
  const parser = new SaxesParser();
  const looks: Look[] = [plain];
  const paths = new Map<string, string>();
  let text: { own: Attributes; look: Look; said: string; along: Attributes | undefined } | undefined;
  let hidden = 0;

  parser.on('opentag', ({ name, attributes }) => {
    const own = attributes as Attributes;
    if (name === 'path' && own.id && own.d) paths.set(own.id, own.d);
    if (hidden > 0 || silent.has(name)) {
      hidden++;
      return;
    }
    const look = lookOf(looks.at(-1) ?? plain, own);
    looks.push(look);
    doc.save();
    applyTransform(doc, own.transform);
    switch (name) {
      case 'svg':
      case 'g':
      case 'a':
        break;
      case 'path':
        drawShape(doc, look, () => doc.path(own.d ?? ''), own['fill-rule'] === 'evenodd');
        break;
      case 'circle':
        drawShape(doc, look, () => doc.circle(Number(own.cx ?? 0), Number(own.cy ?? 0), Number(own.r)));
        break;
      case 'ellipse':
        drawShape(doc, look, () =>
          doc.ellipse(Number(own.cx ?? 0), Number(own.cy ?? 0), Number(own.rx), Number(own.ry)),
        );
        break;
      case 'rect':
        drawShape(doc, look, () => {
          const box = ['x', 'y', 'width', 'height'].map((side) => Number(own[side] ?? 0));
          const [x = 0, y = 0, width = 0, height = 0] = box;
          return own.rx
            ? doc.roundedRect(x, y, width, height, Number(own.rx))
            : doc.rect(x, y, width, height);
        });
        break;
      case 'line':
        drawShape(doc, { ...look, fill: 'none' }, () =>
          doc.moveTo(Number(own.x1), Number(own.y1)).lineTo(Number(own.x2), Number(own.y2)),
        );
        break;
      case 'text':
        text = { own, look, said: '', along: undefined };
        break;
      case 'textPath':
        if (!text) throw new UnknownSvg('textPath outside of text');
        text = { ...text, look, along: own };
        break;
      default:
        throw new UnknownSvg(`element ${name}`);
    }
  });
  parser.on('text', (said) => {
    if (hidden === 0 && text) text.said += said;
  });
  parser.on('closetag', ({ name }) => {
    if (hidden > 0) {
      hidden--;
      return;
    }
    if (name === 'text' && text) {
      const { own, look, said, along } = text;
      if (along) writeAlong(doc, look, said.trim(), along, paths, faceOf);
      else writeLine(doc, look, said.trim(), own, faceOf, runsOf);
      text = undefined;
    }
    looks.pop();
    doc.restore();
  });
  parser.on('error', (error) => {
    throw new UnknownSvg(error.message);
  });
  parser.write(svg).close();
}

function applyTransform(doc: Doc, words: string | undefined) {
  for (const [, name = '', list = ''] of (words ?? '').matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a = 0, b, c, d = 0, e = 0, f = 0] = list
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (name === 'translate') doc.translate(a, b ?? 0);
    else if (name === 'scale') doc.transform(a, 0, 0, b ?? a, 0, 0);
    else if (name === 'rotate') doc.rotate(a, b === undefined || c === undefined ? {} : { origin: [b, c] });
    else if (name === 'matrix') doc.transform(a, b ?? 0, c ?? 0, d, e, f);
    else throw new UnknownSvg(`transform ${name}`);
  }
}

/** What is see-through all over or has no colour is not drawn. */
const isDrawn = (color: string, opacity: number) => color !== 'none' && opacity > 0;

function drawShape(doc: Doc, look: Look, outline: () => unknown, isEvenOdd = false) {
  const { fill, stroke, opacity } = look;
  const fills = isDrawn(fill, opacity * look.fillOpacity);
  const strokes = isDrawn(stroke, opacity * look.strokeOpacity) && look.strokeWidth > 0;
  if (!fills && !strokes) return;
  outline();
  doc.fillOpacity(opacity * look.fillOpacity).strokeOpacity(opacity * look.strokeOpacity);
  if (strokes) {
    doc.lineWidth(look.strokeWidth).lineCap(look.lineCap).lineJoin(look.lineJoin);
    if (look.dash.some((length) => length > 0))
      doc.dash(look.dash[0] ?? 1, { space: look.dash[1] ?? look.dash[0] ?? 1 });
    else doc.undash();
  }
  const rule = isEvenOdd ? ('even-odd' as const) : undefined;
  if (fills && strokes) doc.fillAndStroke(fill as never, stroke as never, rule as never);
  else if (fills) rule ? doc.fill(fill as never, rule) : doc.fill(fill as never);
  else doc.stroke(stroke as never);
}

interface Letters {
  said: string;
  face: string;
  x: number;
}

/** Letters on one foot, face by face; the halo of all of them first, where there is one. */
function writeLetters(doc: Doc, look: Look, pieces: readonly Letters[], y: number) {
  const options = { lineBreak: false, baseline: 'alphabetic' as const, characterSpacing: look.letterSpacing };
  doc.fillOpacity(look.opacity * look.fillOpacity).strokeOpacity(look.opacity * look.strokeOpacity);
  if (isDrawn(look.stroke, look.opacity * look.strokeOpacity) && look.strokeWidth > 0) {
    doc.lineWidth(look.strokeWidth).lineJoin('round').undash();
    doc.strokeColor(look.stroke as never).fillColor(look.stroke as never);
    for (const { said, face, x } of pieces)
      doc.font(face).text(said, x, y, { ...options, stroke: true, fill: true });
  }
  if (isDrawn(look.fill, look.opacity * look.fillOpacity)) {
    doc.fillColor(look.fill as never);
    for (const { said, face, x } of pieces)
      doc.font(face).text(said, x, y, { ...options, stroke: false, fill: true });
  }
}

function writeLine(doc: Doc, look: Look, said: string, own: Attributes, faceOf: FaceOf, runsOf: RunsOf) {
  if (!said) return;
  doc.fontSize(look.fontSize);
  let width = 0;
  const pieces = runsOf(said).map((run): Letters => {
    const piece = { said: run, face: faceOf(run, look.lang), x: width };
    width += doc.font(piece.face).widthOfString(run, { characterSpacing: look.letterSpacing });
    return piece;
  });
  const x = Number(own.x ?? 0) + Number(own.dx ?? 0);
  const y = Number(own.y ?? 0) + Number(own.dy ?? 0);
  const start = look.anchor === 'middle' ? x - width / 2 : look.anchor === 'end' ? x - width : x;
  writeLetters(
    doc,
    look,
    pieces.map((piece) => ({ ...piece, x: start + piece.x })),
    y,
  );
}

/** Letters along a curve, each turned as the curve runs under its middle. */
function writeAlong(
  doc: Doc,
  look: Look,
  said: string,
  along: Attributes,
  paths: ReadonlyMap<string, string>,
  faceOf: FaceOf,
) {
  const id = (along.href ?? along['xlink:href'] ?? '').replace(/^#/, '');
  const d = paths.get(id);
  if (!d) throw new UnknownSvg(`textPath to ${id || 'nothing'}`);
  const letters = [...said].map((letter) => {
    doc.font(faceOf(letter, look.lang)).fontSize(look.fontSize);
    return { letter, advance: doc.widthOfString(letter) + look.letterSpacing };
  });
  const offset = along.startOffset ?? '0';
  for (const { letter, x, y, degrees } of letterPlaces(d, letters, offset, look.anchor)) {
    doc.save();
    doc.translate(x, y).rotate(degrees);
    const face = faceOf(letter, look.lang);
    const half = doc.font(face).widthOfString(letter) / 2;
    writeLetters(doc, { ...look, letterSpacing: 0 }, [{ said: letter, face, x: -half }], 0);
    doc.restore();
  }
}
