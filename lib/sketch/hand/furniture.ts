/** Title, seal, compass, scale, legend, and the small print: what makes a drawing a map. */
import { alongLine, isWithin } from '../geometry';
import type { Ink } from '../ink';
import { fill, inkLine, makeRandom, type Point, path, stroke, tenth } from '../ink';
import { type Layout, type Measure, wrapName } from '../labels';
import type { Scene, SketchWay, StopMark } from '../scene';
import type { SheetInk } from '../sheet-inks';
import { beads, railsOf } from './rail';
import { treadsOf } from './streets';
import { dots, turnOff } from './walk-line';

/** Words on a sheet, in its language. */
export interface SheetWords {
  title: string;
  tagline: string;
  /** Two characters. */
  seal: string;
  north: string;
  /** "5 min · about 375 m · 540 steps" for a scale of so long. */
  scale: (minutes: number, meters: number, steps: number) => string;
  legend: Readonly<Record<LegendKey, string>>;
  /** What it was drawn from, edition and date. */
  foot: string;
}

export type LegendKey =
  | 'walk'
  | 'stop'
  | 'steps'
  | 'elevator'
  | 'escalator'
  | 'cableway'
  | 'rail'
  | 'station'
  | 'meal'
  | StopMark
  | 'turnOff'
  | 'stepFree';

const PACE = 1.25;
const STEP_METERS = 0.7;
/** Width of the seal. */
const SEAL = 42;

export interface Lettering {
  measure: Measure;
  face: string;
  grow: number;
}

export function write(
  ink: Ink,
  { face }: Pick<Lettering, 'face'>,
  text: string,
  [x, y]: Point,
  size: number,
  {
    color = ink.line,
    anchor = 'start',
    halo = 0,
    around = ink.paper,
  }: { color?: string; anchor?: string; halo?: number; around?: string } = {},
): string {
  const edge =
    halo > 0 ? ` stroke="${around}" stroke-width="${halo}" stroke-linejoin="round" paint-order="stroke"` : '';
  const said = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<text x="${tenth(x)}" y="${tenth(y)}" font-size="${tenth(size)}" font-family="${face}" text-anchor="${anchor}" fill="${color}"${edge}>${said}</text>`;
}

/** The title, the seal beside it, what the walk is in a line. */
export function drawHead({ width }: Scene, ink: SheetInk, words: SheetWords, letters: Lettering): string {
  let drawn = '';
  const left = 64;
  const room = width - left - 64 - 190;
  let size = 58;
  while (letters.measure(words.title, size) > room && size > 30) size -= 2;
  const lines = wrapName(words.title, size, letters.measure, room);
  const first = lines.length > 1 ? 66 : 86;
  let y = first;
  for (const line of lines) {
    drawn += write(ink, letters, line, [left, y], size, { halo: 7 });
    y += size * 1.12;
  }
  const seal: Point = [
    left + Math.max(...lines.map((line) => letters.measure(line, size))) + 24,
    first - size * 0.86,
  ];
  drawn += sealAt(ink, letters, words.seal, seal, SEAL);
  let small = 19 * Math.min(letters.grow, 1.2);
  const below = y - size * 1.12 + 38;
  // Beside a seal that comes down to it, or below one: as long as there is room.
  const end = () => (seal[1] + SEAL * 1.5 > below - small * 0.8 ? seal[0] - 12 : width - 200);
  while (left + letters.measure(words.tagline, small) > end() && small > 13) small -= 1;
  return (
    drawn +
    write(ink, letters, words.tagline, [left, below], small, {
      color: ink.softLetter,
      halo: 5,
    })
  );
}

function sealAt(ink: Ink, letters: Lettering, seal: string, [x, y]: Point, side: number): string {
  const d = `M${tenth(x + 3)} ${tenth(y + 1)}Q${tenth(x + side / 2)} ${tenth(y - 1.5)} ${tenth(x + side - 2)} ${tenth(y + 1.5)}Q${tenth(x + side + 1.5)} ${tenth(y + side * 0.75)} ${tenth(x + side - 1)} ${tenth(y + side * 1.5 - 2)}Q${tenth(x + side / 2)} ${tenth(y + side * 1.5 + 1.5)} ${tenth(x + 2)} ${tenth(y + side * 1.5 - 1)}Q${tenth(x - 1.5)} ${tenth(y + side * 0.7)} ${tenth(x + 3)} ${tenth(y + 1)}Z`;
  return (
    fill(d, ink.accent) +
    [...seal]
      .map((character, index) =>
        write(ink, letters, character, [x + side / 2, y + side * (0.62 + index * 0.66)], side * 0.6, {
          color: ink.paper,
          anchor: 'middle',
        }),
      )
      .join('')
  );
}

/** A rose that points where north is on this sheet. */
export function drawCompass(scene: Scene, ink: Ink, words: SheetWords, letters: Lettering): string {
  const [x, y] = [scene.width - 84, 88];
  const { turn, squash } = scene.projection;
  const degrees = (Math.atan2(Math.sin(turn), squash * Math.cos(turn)) * 180) / Math.PI;
  const fine = { ...ink, unit: 10 };
  return (
    `<g transform="translate(${x} ${y})"><circle r="34" fill="${ink.paper}" stroke="${ink.line}" stroke-width="1.6"/><circle r="29" fill="none" stroke="${ink.line}" stroke-width=".8"/>` +
    `<g transform="rotate(${tenth(degrees)})">${fill('M0 -27L7 2L0 -3Z', ink.accent)}${fill('M0 -27L-7 2L0 -3Z', ink.accent, 0.7)}${fill('M0 25L6 -1L0 3L-6 -1Z', ink.line, 0.55)}${stroke(fine, 'M-23 0H-12M12 0H23', 0.6, ink.line)}` +
    `</g></g>` +
    write(
      ink,
      letters,
      words.north,
      [x + Math.sin((degrees * Math.PI) / 180) * 46, y - Math.cos((degrees * Math.PI) / 180) * 46 + 6],
      17,
      { anchor: 'middle', halo: 4 },
    )
  );
}

/** Stairs beside the walk are in plain ink, those on it in its own. */
const climbsOnWay = ({ stretches }: Scene) => stretches.some(({ kind }) => kind === 'steps');

/** Legend of what is really on the sheet, a scale of minutes, the small print. */
export function drawFoot(
  scene: Scene,
  ink: SheetInk,
  words: SheetWords,
  letters: Lettering,
  layout: Layout,
): string {
  const { width, height, frame } = scene;
  const own: Ink = { ...ink, unit: 10, random: makeRandom(`${scene.id} foot`) };
  const top = frame[3] + 8;
  let drawn = inkLine(own, [56, top + 6], [width - 56, top + 6], 0.8);
  const entries = legendOf(scene, layout);
  const climbs = climbsOnWay(scene);
  const scaleWidth = 240;
  // A lying sheet has room for two rows.
  const columns = width > 1200 ? Math.max(4, Math.ceil(entries.length / 2)) : entries.length > 8 ? 3 : 2;
  const size = (columns === 3 ? 13.5 : 15) * Math.min(letters.grow, 1.08);
  const columnWidth = (width - 128 - scaleWidth) / columns;
  const rowHeight = size * (columns === 3 && entries.length <= 9 ? 2.5 : 2.05);
  entries.forEach((key, index) => {
    const x = 64 + (index % columns) * columnWidth;
    const y = top + 36 + Math.floor(index / columns) * rowHeight;
    drawn += swatch(key, ink, letters, [x, y], climbs);
    const lines = wrapName(words.legend[key], size, letters.measure, columnWidth - 58);
    lines.forEach((line, row) => {
      const shift = (row - (lines.length - 1) / 2) * size * 1.1;
      drawn += write(ink, letters, line, [x + 50, y + size * 0.36 + shift], size);
    });
  });
  drawn += scaleAt(scene, ink, words, letters, [width - 64 - scaleWidth + 20, top + 40], scaleWidth - 20);
  let small = 11.5 * Math.min(letters.grow, 1.2);
  while (letters.measure(words.foot, small) > width - 128 && small > 8.5) small -= 0.5;
  const lines = wrapName(words.foot, small, letters.measure, width - 128);
  lines.forEach((line, index) => {
    drawn += write(ink, letters, line, [64, height - 34 - (lines.length - 1 - index) * small * 1.3], small, {
      color: ink.softLetter,
    });
  });
  return drawn;
}

/** A sign of the legend by itself, and what it means. */
export interface LegendSign {
  svg: string;
  text: string;
}

/** Width and height of a sign by itself. */
export const SIGN: Point = [46, 32];

/** The signs of the legend one by one, for a paper that has room to show them larger. */
export function legendSigns(
  scene: Scene,
  ink: SheetInk,
  words: SheetWords,
  letters: Lettering,
  layout: Layout,
): LegendSign[] {
  const climbs = climbsOnWay(scene);
  const [width, height] = SIGN;
  return legendOf(scene, layout).map((key) => ({
    text: words.legend[key],
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${swatch(key, ink, letters, [4, height / 2], climbs)}</svg>`,
  }));
}

/** What a reader meets on this sheet, and nothing else. */
function legendOf(scene: Scene, layout: Layout): LegendKey[] {
  const { stretches, ways, stepFree, stops, frame } = scene;
  const shown = [...stretches, ...ways].filter(
    ({ line }) =>
      line.some((point) => isWithin(frame, point, 24)) ||
      // A rope shows its course where both its ends lie beyond the sheet.
      alongLine(line, 20, 0).some(({ at }) => isWithin(frame, at, 24)),
  );
  const kinds = new Set<SketchWay>(shown.map(({ kind }) => kind));
  const has = (kind: SketchWay) => kinds.has(kind);
  return [
    'walk' as const,
    'stop' as const,
    ...(has('steps') ? (['steps'] as const) : []),
    ...(has('elevator') ? (['elevator'] as const) : []),
    ...(has('escalator') ? (['escalator'] as const) : []),
    ...(has('cableway') ? (['cableway'] as const) : []),
    ...(stops.some(({ isTurnOff }) => isTurnOff) ? (['turnOff'] as const) : []),
    ...(stepFree.length > 0 ? (['stepFree'] as const) : []),
    ...(railsOf(scene).length > 0 ? (['rail'] as const) : []),
    ...(layout.labels.some(({ tone }) => tone === 'station') ? (['station'] as const) : []),
    ...(layout.labels.some(({ tone }) => tone === 'meal') ? (['meal'] as const) : []),
    ...new Set(layout.marks.map(({ mark }) => mark)),
  ];
}

function swatch(key: LegendKey, ink: SheetInk, letters: Lettering, [x, y]: Point, climbs: boolean): string {
  const fine = { ...ink, unit: 10 };
  const line: Point[] = [
    [x, y],
    [x + 38, y],
  ];
  switch (key) {
    case 'walk':
      return stroke(fine, path(line), 2.7, ink.accent, ' stroke-dasharray="11 8"');
    case 'stop':
      return `<circle cx="${tenth(x + 19)}" cy="${tenth(y)}" r="11" fill="${ink.accent}"/>${write(ink, letters, '1', [x + 19, y + 5], 14, { color: ink.paper, anchor: 'middle' })}`;
    case 'steps':
      if (!climbs) return stroke(fine, treadsOf(line, 3.6, 4.2), 0.5, ink.line);
      return (
        stroke(fine, path(line), 5, ink.accent) +
        stroke(fine, path(line), 3.8, ink.paper) +
        stroke(fine, treadsOf(line, 4, 3.8), 1, ink.accent)
      );
    case 'elevator':
      return `<rect x="${tenth(x + 13)}" y="${tenth(y - 13)}" width="12" height="26" fill="${ink.wall}" stroke="${ink.line}" stroke-width="1.4"/>${stroke(fine, `M${tenth(x + 16)} ${tenth(y - 2)}l3 -5l3 5M${tenth(x + 16)} ${tenth(y + 4)}l3 5l3 -5`, 0.9, ink.line)}`;
    case 'escalator':
      return (
        stroke(fine, path(line), 4.4, ink.line) +
        stroke(fine, path(line), 3.4, ink.mist) +
        stroke(fine, treadsOf(line, 4, 3.2), 0.5, ink.line)
      );
    case 'cableway':
      return `${stroke(
        fine,
        path([
          [x, y - 9],
          [x + 38, y - 9],
        ]),
        0.8,
        ink.line,
      )}<rect x="${tenth(x + 9)}" y="${tenth(y - 4)}" width="20" height="13" rx="4" fill="${ink.accent}" stroke="${ink.line}" stroke-width="1.4"/>`;
    case 'rail':
      return beads(ink, path(line));
    case 'station':
      return stationMark(ink, [x + 19, y]);
    case 'stepFree':
      return dots(ink, path(line));
    case 'turnOff':
      return turnOff(ink, [x + 19, y], 11);
    case 'meal':
    case 'toilet':
    case 'rest':
    case 'night':
      return smallSign(ink, key, [x + 19, y]);
  }
}

export function stationMark(ink: Ink, [x, y]: Point): string {
  return `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="6.5" fill="${ink.paper}" stroke="${ink.line}" stroke-width="2.2"/><circle cx="${tenth(x)}" cy="${tenth(y)}" r="2.2" fill="${ink.line}"/>`;
}

/** The longest round number of minutes that fits. Across the sheet: away from the reader the ground is squashed. */
function scaleAt(
  { projection, id }: Scene,
  ink: Ink,
  words: SheetWords,
  letters: Lettering,
  [x, y]: Point,
  room: number,
): string {
  const perMinute = PACE * 60 * projection.scale;
  const minutes = [15, 10, 5, 3, 2, 1].find((count) => count * perMinute <= room) ?? 1;
  const length = minutes * perMinute;
  const meters = minutes * PACE * 60;
  const own: Ink = { ...ink, unit: 10, random: makeRandom(`${id} scale`) };
  let drawn = inkLine(own, [x, y], [x + length, y], 1.3);
  for (let tick = 0; tick <= minutes; tick++) {
    const at = x + (length * tick) / minutes;
    drawn += inkLine(own, [at, y - (tick % 5 === 0 || tick === minutes ? 8 : 5)], [at, y + 1], 1);
  }
  const said = words.scale(minutes, Math.round(meters), Math.round(meters / STEP_METERS / 10) * 10);
  const size = 14 * Math.min(letters.grow, 1.2);
  wrapName(said, size, letters.measure, room).forEach((line, index) => {
    drawn += write(ink, letters, line, [x, y + 24 + index * size * 1.3], size);
  });
  return drawn;
}

/** Strokes of the small signs, around the middle of a circle of ten units. */
const signs: Record<StopMark | 'meal', string> = {
  // A bowl and two sticks.
  meal: 'M-5 0H5Q4.4 5 0 5T-5 0ZM-1 -1L3.5 -6M1.8 -0.6L5.4 -4.6',
  // A bench.
  rest: 'M-5 -1H5M-5 -3.6H5M-5 2H5M-4 2V5M4 2V5M-4 -1V2M4 -1V2',
  // A moon and a star.
  night: 'M2 -5A5.4 5.4 0 1 0 5 3.4A4.6 4.6 0 0 1 2 -5ZM4.6 -3.4V-0.8M3.3 -2.1H5.9',
  // Two people, a line between.
  toilet:
    'M0 -5.4V5.4M-3.4 -4.6V-4.5M-3.4 -2.2V4.6M-5 -1.6H-1.8M3.4 -4.6V-4.5M3.4 -2.2V4.6M1.8 1.6L3.4 -2.2L5 1.6Z',
};

export function smallSign(ink: Ink, sign: StopMark | 'meal', [x, y]: Point): string {
  return (
    `<g transform="translate(${tenth(x)} ${tenth(y)})"><circle r="9.4" fill="${ink.paper}" stroke="${ink.line}" stroke-width="1.2"/>` +
    `${stroke({ ...ink, unit: 10 }, signs[sign], 0.6, sign === 'night' ? ink.riverLine : ink.line)}</g>`
  );
}
