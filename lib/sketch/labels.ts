/**
 * Where letters and landmarks stand on a sheet: each near what it names, none over another, none cut by the edge. Greedy, the most crowded first, then a few
 * rounds in which each may move once it knows where all others are.
 */
import { alongLine, clipLine, isInside, isWithin, lengthOf, overlaps, sharedArea } from './geometry';
import type { Point } from './ink';
import { type LandmarkId, landmarks } from './landmarks';
import type { Box } from './projection';
import type { DrawnStop, Scene, StopMark } from './scene';

/** Width of a text set at a size, in units of the sheet. */
export type Measure = (text: string, size: number) => number;

export interface Disc {
  stop: DrawnStop;
  /** Where the number stands: moved aside where two would cover each other. */
  at: Point;
}

export interface PlacedLabel {
  id: string;
  lines: readonly string[];
  size: number;
  isVertical: boolean;
  box: Box;
  /** A line to what it names, where it stands farther off. */
  leader: readonly [Point, Point] | undefined;
  tone: 'stop' | 'station' | 'park' | 'meal' | 'note';
}

export interface CurvedLabel {
  id: string;
  text: string;
  size: number;
  tone: 'river' | 'street';
  line: readonly Point[];
  spacing: number;
  /** Boxes its letters cover. */
  boxes: readonly Box[];
}

export interface PlacedLandmark {
  id: LandmarkId;
  stop: string;
  /** Middle of its foot. */
  at: Point;
  unit: number;
  box: Box;
}

/** A small sign beside a stop. */
export interface PlacedMark {
  mark: StopMark;
  stop: string;
  at: Point;
}

export interface Layout {
  marks: readonly PlacedMark[];
  discs: readonly Disc[];
  labels: readonly PlacedLabel[];
  curved: readonly CurvedLabel[];
  landmarks: readonly PlacedLandmark[];
  /** What the letters of other things must keep clear of: all boxes. */
  taken: readonly Box[];
}

export const DISC = 14;
const MARGIN = 32;
const LINE = 1.22;
/** Longest line of a name, in sizes of its letters. */
const MOST_EMS = 9.5;

/** Written without spaces, in squares: may stand upright one below the other. */
export const isHan = (text: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・·、（）]+$/u.test(text);

/** Breaks a name into as few lines as fit: between words, or between characters where there are none. */
export function wrapName(name: string, size: number, measure: Measure, most = MOST_EMS * size): string[] {
  const total = measure(name, size);
  if (total <= most) return [name];
  const parts = /[\s]/.test(name)
    ? name.split(/\s+/).map((word) => `${word} `)
    : // A bracket and what is in it stay together.
      (name.match(/（[^）]*）|./gu) ?? []);
  // Lines of about the same length look calmer than a full one and a rest: the narrowest measure that takes no more lines.
  const broken = (width: number) => breakParts(parts, size, measure, width);
  const full = broken(most);
  let [narrow, wide] = [most / 2, most];
  for (let round = 0; round < 6; round++) {
    const between = (narrow + wide) / 2;
    if (broken(between).length > full.length) narrow = between;
    else wide = between;
  }
  return broken(wide);
}

function breakParts(parts: readonly string[], size: number, measure: Measure, target: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (line !== '' && measure((line + part).trimEnd(), size) > target && !/^[）」』、。·・,)]/.test(part)) {
      lines.push(line.trim());
      line = '';
    }
    line += part;
  }
  if (line.trim()) lines.push(line.trim());
  return lines;
}

/** Numbers that would cover each other are moved apart, as little as it takes. */
function placeDiscs(stops: readonly DrawnStop[], frame: Box, size: number): Disc[] {
  const discs = stops.map((stop, index) => ({
    stop,
    at: [stop.at[0] + index * 0.01, stop.at[1]] as [number, number],
  }));
  const apart = 2 * size + 2;
  for (let round = 0; round < 60; round++)
    for (const [index, a] of discs.entries())
      for (const b of discs.slice(index + 1)) {
        const [dx, dy] = [b.at[0] - a.at[0], b.at[1] - a.at[1]];
        const far = Math.hypot(dx, dy);
        if (far >= apart) continue;
        const push = (apart - far) / 2 + 0.1;
        const [ux, uy] = far > 0.001 ? [dx / far, dy / far] : [1, 0];
        a.at = [a.at[0] - ux * push, a.at[1] - uy * push];
        b.at = [b.at[0] + ux * push, b.at[1] + uy * push];
      }
  const [left, top, right, bottom] = frame;
  return discs.map(({ stop, at: [x, y] }) => ({
    stop,
    at: [
      Math.min(right - size - 4, Math.max(left + size + 4, x)),
      Math.min(bottom - size - 4, Math.max(top + size + 4, y)),
    ],
  }));
}

interface Candidate {
  box: Box;
  isVertical: boolean;
  lines: readonly string[];
  size: number;
  base: number;
}

/** Places around a spot where a text may stand, the most natural ones the cheapest. */
function candidatesFor(
  [x, y]: Point,
  name: string,
  size: number,
  gap: number,
  measure: Measure,
): Candidate[] {
  const found: Candidate[] = [];
  const add = (
    lines: readonly string[],
    width: number,
    height: number,
    isVertical: boolean,
    own: number,
    extra: number,
  ) => {
    const away = gap + extra;
    const sides: [number, number, number][] = [
      [x + away, y - height / 2, 0],
      [x - away - width, y - height / 2, 2],
      [x - width / 2, y - away - height, 3],
      [x - width / 2, y + away, 3],
      [x + away * 0.75, y - away * 0.75 - height, 4],
      [x + away * 0.75, y + away * 0.75, 4],
      [x - away * 0.75 - width, y - away * 0.75 - height, 5],
      [x - away * 0.75 - width, y + away * 0.75, 5],
    ];
    for (const [left, top, cost] of sides)
      found.push({
        box: [left, top, left + width, top + height],
        isVertical,
        lines,
        size,
        base: cost + own + extra * 0.35,
      });
  };
  const shapes = [wrapName(name, size, measure), wrapName(name, size, measure, 5.5 * size)];
  for (const extra of [0, 8, 18, 32, 50, 72, 98, 130]) {
    for (const [index, lines] of shapes.entries()) {
      if (index > 0 && lines.length === shapes[0]?.length) continue;
      const width = Math.max(...lines.map((line) => measure(line, size)));
      add(lines, width, lines.length * size * LINE, false, index * 3, extra);
    }
    const letters = [...name];
    if (isHan(name) && letters.length >= 2 && letters.length <= 6)
      add(letters, size * 1.1, letters.length * size * 1.1, true, 3.5, extra);
  }
  return found;
}

/** Lays out everything that must not overlap. `grow` makes letters larger for those who need it. */
export function layOut(scene: Scene, measure: Measure, { grow = 1, streetNames = false } = {}): Layout {
  const { frame } = scene;
  const disc = DISC * (grow > 1 ? 1.15 : 1);
  const discs = placeDiscs(scene.stops, frame, disc);
  const discBoxes = discs.flatMap(({ at: [x, y], stop }): Box[] => {
    const box: Box = [x - disc - 2, y - disc - 2, x + disc + 2, y + disc + 2];
    // The sign of the step-free way sits on its shoulder.
    return stop.isTurnOff ? [box, [x + 2, y - disc * 1.8, x + disc * 1.8, y]] : [box];
  });
  const walked = scene.stretches.flatMap(({ line }) => alongLine(line, 7, 0).map(({ at }) => at));
  const around = scene.stepFree.flatMap((line) => alongLine(line, 14, 0).map(({ at }) => at));
  const lines = [...walked, ...around];
  const coverOf = (box: Box) => lines.reduce((sum, point) => sum + (isWithin(box, point, -3) ? 1 : 0), 0);
  const curved = [
    ...riverLabels(scene, measure, grow, [...discBoxes, ...bridgeBoxes(scene), ...ropeBoxes(scene)]),
    ...(streetNames ? streetLabels(scene, measure, grow, discBoxes, lines) : []),
  ];
  const letters = curved.filter(({ tone }) => tone === 'river').flatMap(({ boxes }) => boxes);

  const rides = [...ropeBoxes(scene), ...climbBoxes(scene)];

  // One name for stops that are the same place.
  const named = discs.filter(
    ({ stop }, index) => discs.findIndex((other) => other.stop.name === stop.name) === index,
  );
  const crowd = (index: number) =>
    named.filter(
      (other) =>
        Math.hypot(other.at[0] - (named[index]?.at[0] ?? 0), other.at[1] - (named[index]?.at[1] ?? 0)) < 150,
    ).length;
  const order = named.map((_, index) => index).sort((a, b) => crowd(b) - crowd(a) || a - b);
  const size = 19 * grow;
  const options = named.map(({ at, stop }) =>
    [size, size * 0.86, size * 0.74].flatMap((own, index) =>
      candidatesFor(at, stop.name, own, disc + 5, measure).map((candidate) => ({
        ...candidate,
        base: candidate.base + index * 14,
        /** What of the walk's line and of rides it hides costs; counted when it is first asked for. */
        cover: undefined as number | undefined,
      })),
    ),
  );
  const chosen: (Candidate | undefined)[] = named.map(() => undefined);
  const costOf = (candidate: Candidate & { cover: number | undefined }, self: number) => {
    const { box } = candidate;
    if (!isWithin(frame, [box[0], box[1]], MARGIN) || !isWithin(frame, [box[2], box[3]], MARGIN))
      return Number.POSITIVE_INFINITY;
    candidate.cover ??= coverOf(box) * 4 + rides.filter((ride) => overlaps(box, ride)).length * 3;
    let cost = candidate.base + candidate.cover;
    for (const other of discBoxes) cost += sharedArea(box, other) * 4;
    chosen.forEach((other, index) => {
      if (!other || index === self) return;
      if (overlaps(box, other.box, 3)) cost += 1500 + sharedArea(box, other.box);
      // Two names side by side with little between them are read as one.
      else if (overlaps(box, other.box, 15)) cost += 14;
    });
    for (const letter of letters) if (overlaps(box, letter, 1)) cost += 700;
    return cost;
  };
  for (let round = 0; round < 4; round++)
    for (const index of order) {
      let best = Number.POSITIVE_INFINITY;
      for (const candidate of options[index] ?? []) {
        // Nothing is taken off what it costs by itself.
        if (candidate.base >= best) continue;
        const cost = costOf(candidate, index);
        if (cost < best) {
          best = cost;
          chosen[index] = candidate;
        }
      }
    }
  const labels = named.flatMap(({ at, stop }, index): PlacedLabel[] => {
    const candidate = chosen[index];
    if (!candidate) return [];
    const { box, lines, isVertical, size: own } = candidate;
    const near: Point = [
      Math.min(box[2], Math.max(box[0], at[0])),
      Math.min(box[3], Math.max(box[1], at[1])),
    ];
    const isFar = Math.hypot(near[0] - at[0], near[1] - at[1]) > disc + 16;
    return [
      {
        id: stop.key,
        lines,
        size: own,
        isVertical,
        box,
        leader: isFar ? [at, near] : undefined,
        tone: 'stop',
      },
    ];
  });

  const taken: Box[] = [...discBoxes, ...labels.map(({ box }) => box), ...letters];
  const drawn = placeLandmarks(scene, discs, taken, coverOf, grow);
  taken.push(...drawn.map(({ box }) => box));
  const marks = placeMarks(scene, discs, taken, disc);
  taken.push(...marks.map(({ at }) => markBox(at)));
  const small = placeSmall(scene, measure, taken, walked, grow);
  taken.push(...small.map(({ box }) => box));
  // A street's name gives way to all that came before it.
  const kept = curved.filter(
    ({ tone, boxes }) =>
      tone === 'river' || !boxes.some((box) => taken.some((other) => overlaps(box, other, 2))),
  );
  taken.push(...kept.filter(({ tone }) => tone === 'street').flatMap(({ boxes }) => boxes));
  return { marks, discs, labels: [...labels, ...small], curved: kept, landmarks: drawn, taken };
}

/** A landmark beside each stop that has room for one. */
function placeLandmarks(
  scene: Scene,
  discs: readonly Disc[],
  taken: readonly Box[],
  coverOf: (box: Box) => number,
  grow: number,
): PlacedLandmark[] {
  const { frame, rivers, stops } = scene;
  const placed: PlacedLandmark[] = [];
  const water = rivers.filter(({ kind }) => kind === 'river');
  // Neither a bridge nor a rope goes behind a drawing.
  const crossings = [...bridgeBoxes(scene), ...ropeBoxes(scene)];
  const wish = (stops.length > 10 ? 88 : 112) / (grow > 1 ? 1.2 : 1);
  const used = new Set<string>();
  for (const { stop, at } of discs) {
    const id = stop.landmark as LandmarkId;
    const landmark = landmarks[id];
    // Drawn once: the same picture twice says nothing new.
    if (!landmark || used.has(id)) continue;
    let best: { cost: number; landmark: PlacedLandmark } | undefined;
    for (const share of [1, 0.84, 0.7, 0.58]) {
      const unit = Math.min(wish / landmark.width, (wish * 1.25) / landmark.height) * share;
      const [width, height] = [landmark.width * unit, landmark.height * unit];
      for (const extra of [4, 16, 34, 58, 86, 120])
        for (let step = 0; step < 16; step++) {
          const angle = (step / 16) * 2 * Math.PI - Math.PI / 2;
          const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
          const middle: Point = [
            at[0] + dx * (DISC + extra + width / 2),
            at[1] + dy * (DISC + extra + height / 2),
          ];
          const box: Box = [
            middle[0] - width / 2,
            middle[1] - height / 2,
            middle[0] + width / 2,
            middle[1] + height / 2,
          ];
          if (!isWithin(frame, [box[0], box[1]], MARGIN) || !isWithin(frame, [box[2], box[3]], MARGIN))
            continue;
          if ([...taken, ...placed.map((other) => other.box)].some((other) => overlaps(box, other, 3)))
            continue;
          const feet: Point[] = [
            [box[0], box[3]],
            [middle[0], box[3]],
            [box[2], box[3]],
          ];
          const wet = feet.filter((foot) => water.some(({ ring }) => isInside(ring, foot))).length;
          // Nearer to another number it would be taken for what that one means.
          const heart: Point = [middle[0], (box[1] + box[3]) / 2];
          const own = Math.hypot(heart[0] - at[0], heart[1] - at[1]);
          const isOthers = discs.some(
            (other) =>
              other.stop !== stop && Math.hypot(heart[0] - other.at[0], heart[1] - other.at[1]) < own,
          );
          const crossed = crossings.filter((other) => overlaps(box, other)).length;
          const cost =
            extra * 0.5 +
            coverOf(box) * 5 +
            (1 - share) * 60 +
            (dy > 0.3 ? 6 : 0) +
            wet * (/bridge|boat|cable/.test(id) ? 0 : 12) +
            Math.min(crossed, 4) * 5 +
            (isOthers ? 34 : 0);
          if (!best || cost < best.cost)
            best = { cost, landmark: { id, stop: stop.key, at: [middle[0], box[3]], unit, box } };
        }
    }
    // Better none than one that hides the way.
    if (best && best.cost < 110) {
      placed.push(best.landmark);
      used.add(id);
    }
  }
  return placed;
}

/** Half the side of a small sign, its air with it. */
export const MARK = 10;
const markBox = ([x, y]: Point): Box => [x - MARK - 1, y - MARK - 1, x + MARK + 1, y + MARK + 1];

/** The small signs of each stop, as near to its number as there is room. */
function placeMarks(
  { frame }: Scene,
  discs: readonly Disc[],
  taken: readonly Box[],
  disc: number,
): PlacedMark[] {
  const placed: PlacedMark[] = [];
  for (const { stop, at } of discs)
    for (const mark of stop.marks) {
      const others = [...taken, ...placed.map((other) => markBox(other.at))];
      const spots = [0, 8, 18, 30, 44].flatMap((extra) =>
        Array.from({ length: 12 }, (_, step): Point => {
          const [angle, far] = [(step / 12) * 2 * Math.PI, disc + MARK + 3 + extra];
          return [at[0] + Math.cos(angle) * far, at[1] + Math.sin(angle) * far];
        }),
      );
      const spot = spots.find(
        (candidate) =>
          isWithin(frame, candidate, MARGIN) && !others.some((box) => overlaps(markBox(candidate), box, 0)),
      );
      if (spot) placed.push({ mark, stop: stop.key, at: spot });
    }
  return placed;
}

/** Names of stations and parks where there is room; none is owed a place. */
function placeSmall(
  scene: Scene,
  measure: Measure,
  taken: readonly Box[],
  walked: readonly Point[],
  grow: number,
): PlacedLabel[] {
  const size = 13 * grow;
  const placed: PlacedLabel[] = [];
  const bridges = bridgeBoxes(scene);
  const spots = [
    ...scene.stations.map(({ name, at }) => ({ name, at, tone: 'station' as const })),
    ...scene.parks.map(({ name, at }) => ({ name, at, tone: 'park' as const })),
    ...scene.meals.map(({ name, at }) => ({ name, at, tone: 'meal' as const })),
    ...scene.notes.map(({ name, at }) => ({ name, at, tone: 'note' as const })),
  ];
  for (const { name, at, tone } of spots) {
    if (!isWithin(scene.frame, at, 20)) continue;
    const mark: Box = [at[0] - 9, at[1] - 9, at[0] + 9, at[1] + 9];
    const others = [...taken, ...placed.map(({ box }) => box)];
    if (tone !== 'note' && others.some((box) => overlaps(mark, box, 1))) continue;
    const width = measure(name, size);
    const height = size * LINE;
    // A note has no sign of its own: it stands beside what it speaks of.
    const [before, after] = tone === 'note' ? [-9, 13] : [8, 13];
    const boxes = (tone === 'note' ? [0, -height, height] : [0]).flatMap((down): Box[] => [
      [at[0] - before, at[1] + down - height / 2, at[0] + after + width, at[1] + down + height / 2],
      [at[0] - after - width, at[1] + down - height / 2, at[0] + before, at[1] + down + height / 2],
    ]);
    const box = boxes.find(
      (candidate) =>
        isWithin(scene.frame, [candidate[0], candidate[1]], MARGIN) &&
        isWithin(scene.frame, [candidate[2], candidate[3]], MARGIN) &&
        !others.some((other) => overlaps(candidate, other, 3)) &&
        (tone !== 'note' || !bridges.some((bridge) => overlaps(candidate, bridge))) &&
        walked.filter((point) => isWithin(candidate, point, -2)).length < 3,
    );
    if (box)
      placed.push({
        id: `${tone} ${name}`,
        lines: [name],
        size,
        isVertical: false,
        box,
        leader: undefined,
        tone,
      });
  }
  return placed;
}

/** Where bridges cross: no letter of a river stands under one. */
const bridgeBoxes = ({ streets }: Scene): Box[] =>
  streets
    .filter(({ kind }) => kind === 'bridge')
    .flatMap(({ line }) => alongLine(line, 12).map(({ at: [x, y] }): Box => [x - 8, y - 8, x + 8, y + 8]));

/** Where cabins hang over the water. */
const ropeBoxes = ({ ways, stretches }: Scene): Box[] =>
  [...ways, ...stretches]
    .filter(({ kind }) => kind === 'cableway')
    .flatMap(({ line }) =>
      alongLine(line, 12, 0).map(({ at: [x, y] }): Box => [x - 10, y - 32, x + 10, y + 2]),
    );

/** Shafts of lifts and treads beside the walk. */
const climbBoxes = ({ ways, stretches }: Scene): Box[] => [
  ...[...ways, ...stretches]
    .filter(({ kind }) => kind === 'elevator')
    .flatMap(({ line: [from, ...rest] }) => {
      const to = rest.at(-1) ?? from;
      if (!from || !to) return [];
      const [x, y] = [(from[0] + to[0]) / 2, Math.max(from[1], to[1])];
      return [20, 8].map((above): Box => [x - 7, y - above - 14, x + 7, y - above + 10]);
    }),
  ...ways
    .filter(({ kind }) => kind === 'steps' || kind === 'escalator')
    .flatMap(({ line }) => alongLine(line, 10, 0).map(({ at: [x, y] }): Box => [x - 5, y - 5, x + 5, y + 5])),
];

/** The name of each river along its middle, letters apart. */
function riverLabels(
  { rivers, frame }: Scene,
  measure: Measure,
  grow: number,
  discs: readonly Box[],
): CurvedLabel[] {
  const inner: Box = [frame[0] + 24, frame[1] + 24, frame[2] - 24, frame[3] - 24];
  return rivers.flatMap(({ name, middle, kind }): CurvedLabel[] => {
    if (kind !== 'river' || !name) return [];
    const parts = clipLine(middle, inner, 0).map((part) => part.filter((point) => isWithin(inner, point)));
    const longest = parts.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
    if (!longest || longest.length < 2) return [];
    const total = lengthOf(longest);
    for (const size of [34, 28, 23, 18].map((own) => own * Math.min(grow, 1.2))) {
      const count = [...name].length;
      const bare = measure(name, size);
      const spacing = isHan(name) ? size * 1.1 : size * 0.16;
      const width = bare + spacing * (count - 1);
      if (width > total * 0.9) continue;
      const line = readable(longest);
      for (const share of [0.5, 0.35, 0.65, 0.25, 0.75]) {
        const start = total * share - width / 2;
        if (start < 0 || start + width > total) continue;
        const piece = partOf(line, start, width);
        const boxes = boxesAlong(piece, size);
        if (boxes.some((box) => discs.some((disc) => overlaps(box, disc, 2)))) continue;
        return [{ id: `river ${name}`, text: name, size, tone: 'river', line: piece, spacing, boxes }];
      }
    }
    return [];
  });
}

/** Names of the main streets along them. */
function streetLabels(
  { streets, frame }: Scene,
  measure: Measure,
  grow: number,
  discs: readonly Box[],
  walked: readonly Point[],
): CurvedLabel[] {
  const size = 12.5 * grow;
  const inner: Box = [frame[0] + 16, frame[1] + 16, frame[2] - 16, frame[3] - 16];
  const placed: CurvedLabel[] = [];
  for (const { name, line, isMajor, kind } of streets.toSorted(
    (a, b) => lengthOf(b.line) - lengthOf(a.line),
  )) {
    if (!name || kind !== 'street' || placed.length >= (isMajor ? 9 : 6)) continue;
    if (placed.some((other) => other.text === name)) continue;
    const spacing = size * 0.35;
    const width = measure(name, size) + spacing * ([...name].length - 1);
    for (const part of clipLine(line, inner, 0).map((points) =>
      points.filter((point) => isWithin(inner, point)),
    )) {
      const total = lengthOf(part);
      if (part.length < 2 || total < width * 1.15) continue;
      const way = readable(part);
      const found = [0.5, 0.3, 0.7].flatMap((share) => {
        const start = total * share - width / 2;
        if (start < 0 || start + width > total) return [];
        // Under the line, so that the letters do not stand in the street.
        const piece = partOf(way, start, width).map(([x, y]): Point => [x, y + size * 0.36]);
        const boxes = boxesAlong(piece, size);
        const isClear =
          bendOf(piece) < 0.9 &&
          !boxes.some(
            (box) =>
              discs.some((disc) => overlaps(box, disc, 3)) ||
              placed.some((other) => other.boxes.some((letter) => overlaps(box, letter, 4))) ||
              walked.some((point) => isWithin(box, point, -4)),
          );
        return isClear ? [{ piece, boxes }] : [];
      })[0];
      if (!found) continue;
      placed.push({
        id: `street ${name}`,
        text: name,
        size,
        tone: 'street',
        line: found.piece,
        spacing,
        boxes: found.boxes,
      });
      break;
    }
  }
  return placed;
}

/** The line in the direction one reads it: from left to right, or downwards. */
function readable(line: readonly Point[]): readonly Point[] {
  const [from, to] = [line[0], line.at(-1)];
  if (!from || !to) return line;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const isReadable = Math.abs(dx) > Math.abs(dy) * 0.35 ? dx > 0 : dy > 0;
  return isReadable ? line : line.toReversed();
}

function partOf(line: readonly Point[], start: number, length: number): Point[] {
  const step = 6;
  return alongLine(line, step, Math.max(0, start))
    .slice(0, Math.ceil(length / step) + 2)
    .map(({ at }) => at);
}

function boxesAlong(line: readonly Point[], size: number): Box[] {
  return alongLine(line, size * 0.7, 0).map(
    ({ at: [x, y] }): Box => [x - size * 0.55, y - size * 0.95, x + size * 0.55, y + size * 0.3],
  );
}

/** How much a line turns in all, in radians. */
function bendOf(line: readonly Point[]): number {
  const angles = alongLine(line, 14, 0).map(({ angle }) => angle);
  return angles.slice(1).reduce((sum, angle, index) => {
    const turn = Math.abs(angle - (angles[index] ?? angle));
    return sum + Math.min(turn, 2 * Math.PI - turn);
  }, 0);
}

/** What is wrong with a layout: for the test that looks at every sheet in every language. */
export function findFaults({ frame }: Scene, { labels, landmarks: drawn, discs, curved }: Layout): string[] {
  const boxes = [
    ...labels.map(({ id, box }) => ({ id, box })),
    ...drawn.map(({ stop, box }) => ({ id: `landmark ${stop}`, box })),
  ];
  const faults: string[] = [];
  for (const [index, a] of boxes.entries()) {
    if (!isWithin(frame, [a.box[0], a.box[1]]) || !isWithin(frame, [a.box[2], a.box[3]]))
      faults.push(`${a.id} is cut`);
    for (const b of boxes.slice(index + 1))
      if (overlaps(a.box, b.box)) faults.push(`${a.id} overlaps ${b.id}`);
    for (const {
      at: [x, y],
      stop,
    } of discs)
      if (overlaps(a.box, [x - DISC, y - DISC, x + DISC, y + DISC]))
        faults.push(`${a.id} covers number ${stop.number}`);
    for (const { id, tone, boxes: letters } of curved)
      if (letters.some((box) => overlaps(a.box, box))) faults.push(`${a.id} overlaps ${tone} ${id}`);
  }
  return faults;
}
