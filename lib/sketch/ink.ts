/** The hand: a seeded random source and lines that wander a little, as ink does. The wander is in the geometry; no filter is used. */

export type Point = readonly [x: number, y: number];

/** Random numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function makeRandom(seed: string): () => number {
  let state = 2166136261;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** To a tenth of a unit, as all that is drawn. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;
const round = (value: number) => String(tenth(value));

/** Straight path through points. */
export function path(points: readonly Point[], isClosed = false): string {
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}${isClosed ? 'Z' : ''}`;
}

/** Path through the midpoints of its corners: soft, as drawn from the wrist. */
export function softPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = points.at(-1);
  if (!first || !last) return '';
  let drawn = `M${round(first[0])} ${round(first[1])}`;
  rest.slice(0, -1).forEach((corner, index) => {
    const next = rest[index + 1] ?? last;
    drawn += `Q${round(corner[0])} ${round(corner[1])} ${round((corner[0] + next[0]) / 2)} ${round((corner[1] + next[1]) / 2)}`;
  });
  return `${drawn}L${round(last[0])} ${round(last[1])}`;
}

/** What everything is drawn with: colours of the theme, the picture's size, its random source. */
export interface Ink {
  paper: string;
  ground: string;
  line: string;
  wash: string;
  mist: string;
  river: string;
  riverLine: string;
  roof: string;
  wall: string;
  accent: string;
  light: string;
  leaf: string;
  isNight: boolean;
  width: number;
  height: number;
  /** Length the strokes and small things are measured in: about a hundredth of the picture. */
  unit: number;
  random: () => number;
}

/** A small difference around zero, up to ± amount. */
export const waver = (ink: Ink, amount: number) => (ink.random() - 0.5) * 2 * amount;

/** A line with a hand's tremble between its ends. */
export function inkLine(ink: Ink, from: Point, to: Point, weight = 1, color = ink.line): string {
  const middle: Point = [
    (from[0] + to[0]) / 2 + waver(ink, ink.unit * 0.12),
    (from[1] + to[1]) / 2 + waver(ink, ink.unit * 0.12),
  ];
  return stroke(ink, softPath([from, middle, to]), weight, color);
}

export function stroke(ink: Ink, d: string, weight = 1, color = ink.line, extra = ''): string {
  return `<path d="${d}" fill="none" stroke="${color}" stroke-width="${round(weight * ink.unit * 0.2)}" stroke-linecap="round" stroke-linejoin="round"${extra}/>`;
}

export function fill(d: string, color: string, opacity = 1): string {
  return `<path d="${d}" fill="${color}"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`;
}

/** A filled shape with an ink outline. */
export function shape(
  ink: Ink,
  points: readonly Point[],
  color: string,
  weight = 1,
  line = ink.line,
): string {
  return `<path d="${path(points, true)}" fill="${color}" stroke="${line}" stroke-width="${round(weight * ink.unit * 0.2)}" stroke-linejoin="round"/>`;
}

/** A colour (#rrggbb) with so much of another in it, as a thinner wash over that. */
export function mixed(color: string, other: string, share: number): string {
  const parts = (hex: string) => [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));
  const [own, more] = [parts(color), parts(other)];
  return `#${own
    .map((value, index) =>
      Math.round(value + ((more[index] ?? value) - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** The same ink thinned towards the ground: what is farther from the way comes forward less. */
export function thinned(ink: Ink, share: number): Ink {
  const towards = (color: string) => mixed(color, ink.ground, share);
  return {
    ...ink,
    line: towards(ink.line),
    roof: towards(ink.roof),
    wall: towards(ink.wall),
    wash: towards(ink.wash),
    mist: towards(ink.mist),
    leaf: towards(ink.leaf),
    light: towards(ink.light),
  };
}
