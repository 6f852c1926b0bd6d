/** Streets as pale ribbons between thin lines of ink; stairs as treads; bridges, lifts, escalators and cableways as what they are. */
import { alongLine, clipLine, isInside, lengthOf } from '../geometry';
import { fill, type Ink, type Point, path, stroke, tenth } from '../ink';
import type { Scene, SketchWay } from '../scene';
import type { SheetInk } from '../sheet-inks';

const fineOf = (ink: Ink) => ({ ...ink, unit: 10 });

/** All lines of a kind as one path, cut to the frame. */
const joined = (scene: Scene, lines: readonly (readonly Point[])[]) =>
  lines
    .flatMap((line) => clipLine(line, scene.frame, 20))
    .map((line) => path(line))
    .join('');

export function drawStreets(scene: Scene, ink: SheetInk): string {
  const fine = fineOf(ink);
  const { ribbon, ribbonEdge: edge } = ink;
  const land = scene.streets.filter(({ kind }) => kind === 'street');
  const minor = joined(
    scene,
    land.filter(({ isMajor }) => !isMajor).map(({ line }) => line),
  );
  const major = joined(
    scene,
    land.filter(({ isMajor }) => isMajor).map(({ line }) => line),
  );
  const paths = joined(scene, linesOf(scene, ['street', 'path']));
  const [minorWidth, majorWidth, pathWidth] = [3.4, 5.2, 2.1];
  const draw = (d: string, width: number, color: string) => (d ? stroke(fine, d, width / 2, color) : '');
  return (
    draw(paths, pathWidth + 1.4, edge) +
    draw(minor, minorWidth + 1.5, edge) +
    draw(major, majorWidth + 1.7, edge) +
    draw(paths, pathWidth, ribbon) +
    draw(minor, minorWidth, ribbon) +
    draw(major, majorWidth, ribbon)
  );
}

const linesOf = ({ ways }: Scene, kinds: readonly SketchWay[]) =>
  ways.filter(({ kind }) => kinds.includes(kind)).map(({ line }) => line);

/** Stairs beside the walk: treads across the way. */
export function drawStairs(scene: Scene, ink: Ink): string {
  const treads = linesOf(scene, ['steps', 'escalator'])
    .flatMap((line) => clipLine(line, scene.frame, 10))
    .map((line) => treadsOf(line, 3.6, 4.2))
    .join('');
  return treads ? stroke(fineOf(ink), treads, 0.5, ink.line, ' opacity=".6"') : '';
}

/** Short lines across a way, one every `step` units. */
export function treadsOf(line: readonly Point[], step: number, halfWidth: number): string {
  return alongLine(line, step)
    .map(({ at: [x, y], angle }) => {
      const [dx, dy] = [-Math.sin(angle) * halfWidth, Math.cos(angle) * halfWidth];
      return path([
        [x - dx, y - dy],
        [x + dx, y + dy],
      ]);
    })
    .join('');
}

/** Decks over the water with stays from their pylons. */
export function drawBridges(scene: Scene, ink: Ink): string {
  const fine = fineOf(ink);
  const water = scene.rivers.filter(({ kind }) => kind === 'river');
  let drawn = '';
  const seen = new Set<string>();
  // Of a bridge with two carriageways the longer one is drawn.
  const bridges = scene.streets
    .filter(({ kind }) => kind === 'bridge')
    .toSorted((a, b) => lengthOf(b.line) - lengthOf(a.line));
  for (const { name, line } of bridges) {
    const [from, to] = [line[0], line.at(-1)];
    if (!from || !to || seen.has(name) || lengthOf(line) < 60) continue;
    const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    if (!water.some(({ ring }) => isInside(ring, middle))) continue;
    if (clipLine(line, scene.frame, 60).length === 0) continue;
    seen.add(name);
    const d = path(line);
    // The shadow on the water lies a little below.
    drawn += stroke(
      fine,
      path(line.map(([x, y]): Point => [x + 3, y + 7])),
      3.2,
      ink.riverLine,
      ' opacity=".22"',
    );
    // Wider than the walk with its casing: one sees what it goes over.
    drawn += stroke(fine, d, 7.6, ink.line) + stroke(fine, d, 6.6, ink.wall);
    const rise = Math.min(64, lengthOf(line) * 0.26);
    for (const share of [0.32, 0.68]) {
      const foot: Point = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
      const head: Point = [foot[0], foot[1] - rise];
      let stays = '';
      for (const reach of [-0.24, -0.16, -0.08, 0.08, 0.16, 0.24]) {
        const at = share + reach;
        stays += path([head, [from[0] + (to[0] - from[0]) * at, from[1] + (to[1] - from[1]) * at]]);
      }
      drawn += stroke(fine, stays, 0.45, ink.line, ' opacity=".75"');
      drawn +=
        stroke(fine, path([[foot[0], foot[1] + 9], head]), 2, ink.line) +
        stroke(fine, path([foot, head]), 1, ink.wall);
    }
  }
  return drawn;
}

/** Ropes, shafts and moving stairs. */
export function drawRides(scene: Scene, ink: Ink): string {
  const fine = fineOf(ink);
  const all = [...scene.ways, ...scene.stretches];
  let drawn = '';
  const done = new Set<string>();
  const isNew = (line: readonly Point[]) => {
    const ends = [line[0], line.at(-1)].map((point) => point?.map(Math.round).join()).sort();
    const key = ends.join(' ');
    if (done.has(key)) return false;
    done.add(key);
    return true;
  };
  for (const { kind, line } of all) {
    const [from, to] = [line[0], line.at(-1)];
    if (!from || !to || clipLine(line, scene.frame, 40).length === 0) continue;
    if (kind === 'cableway' && isNew(line)) {
      const rope: [Point, Point] = [
        [from[0], from[1] - 26],
        [to[0], to[1] - 26],
      ];
      drawn += stroke(fine, path(rope), 0.8, ink.line);
      for (const [end, top] of [
        [from, rope[0]],
        [to, rope[1]],
      ] as const)
        drawn += stroke(fine, path([end, top]), 1.6, ink.line);
      for (const share of [0.3, 0.68]) {
        const [x, y] = [
          rope[0][0] + (rope[1][0] - rope[0][0]) * share,
          rope[0][1] + (rope[1][1] - rope[0][1]) * share,
        ];
        drawn += stroke(
          fine,
          path([
            [x, y],
            [x, y + 7],
          ]),
          0.6,
          ink.line,
        );
        drawn += `<rect x="${tenth(x - 11)}" y="${tenth(y + 7)}" width="22" height="15" rx="4" fill="${ink.accent}" stroke="${ink.line}" stroke-width="1.4"/>`;
        drawn += fill(
          path(
            [
              [x - 7, y + 10],
              [x + 7, y + 10],
              [x + 7, y + 15],
              [x - 7, y + 15],
            ],
            true,
          ),
          ink.wall,
        );
      }
    } else if (kind === 'elevator' && isNew(line)) {
      const [x, y] = [(from[0] + to[0]) / 2, Math.max(from[1], to[1])];
      drawn += `<rect x="${tenth(x - 6)}" y="${tenth(y - 34)}" width="12" height="36" fill="${ink.wall}" stroke="${ink.line}" stroke-width="1.4"/>`;
      drawn += stroke(
        fine,
        `${path([
          [x - 3, y - 22],
          [x, y - 27],
          [x + 3, y - 22],
        ])}${path([
          [x - 3, y - 12],
          [x, y - 7],
          [x + 3, y - 12],
        ])}`,
        0.9,
        ink.line,
      );
    } else if (kind === 'escalator' && isNew(line)) {
      const d = path(line);
      drawn +=
        stroke(fine, d, 4.4, ink.line) +
        stroke(fine, d, 3.4, ink.mist) +
        stroke(fine, treadsOf(line, 4, 3.2), 0.5, ink.line);
    }
  }
  return drawn;
}
