/** Country nobody has drawn streets for: ranges of hills and woods, so that the walk goes through a land and not over blank paper. They stand for no hill in particular. */
import { alongLine, hullOf, isInside, isWithin, Nearness, overlaps } from '../geometry';
import { fill, type Ink, makeRandom, type Point, softPath, stroke } from '../ink';
import type { Box } from '../projection';
import type { Scene } from '../scene';
import { treeAt } from './houses';

const RANGES = 8;
const WOODS = 14;
/** Hills keep well away from the walk: beside it they would say that it goes over them. */
const FAR = 118;

export function drawWilds(scene: Scene, ink: Ink, taken: readonly Box[]): string {
  const random = makeRandom(`${scene.id} wilds`);
  const [left, top, right, bottom] = scene.frame;
  const [ways, walk] = [new Nearness(90), new Nearness(FAR)];
  const streets = [...scene.streets, ...scene.ways].map(({ line }) => line);
  const walked = scene.stretches.map(({ line }) => line);
  for (const line of streets) for (const { at } of alongLine(line, 14, 0)) ways.add(at);
  for (const line of walked) for (const { at } of alongLine(line, 14, 0)) walk.add(at);
  // Between its out and its back a walk has a town and no hill.
  const around = hullOf(walked.flat());
  const isFree = (box: Box, fromWays: number, fromWalk: number) => {
    const middle: Point = [(box[0] + box[2]) / 2, box[3] - 6];
    const spots: Point[] = [middle, [box[0], box[3]], [box[2], box[3]], [middle[0], box[1]]];
    return (
      isWithin(scene.frame, [box[0], box[1]], 22) &&
      isWithin(scene.frame, [box[2], box[3]], 22) &&
      !spots.some((point) => ways.has(point, fromWays) || walk.has(point, fromWalk)) &&
      !taken.some((other) => overlaps(box, other, 8)) &&
      !scene.rivers.some(({ ring }) => spots.some((point) => isInside(ring, point)))
    );
  };
  const ranges: Box[] = [];
  for (let attempt = 0; attempt < 600 && ranges.length < RANGES; attempt++) {
    const [x, y] = [left + random() * (right - left), top + 40 + random() * (bottom - top - 50)];
    // Farther off is smaller and flatter, as everything is that one sees from a height.
    const near = 0.72 + (0.5 * (y - top)) / (bottom - top);
    const [width, height] = [(190 + random() * 150) * near, (46 + random() * 26) * near];
    const box: Box = [x - width / 2, y - height, x + width / 2, y];
    if (isInside(around, [x, y])) continue;
    if (isFree(box, 62, FAR) && !ranges.some((other) => overlaps(box, other, 26))) ranges.push(box);
  }
  const trees: { at: Point; size: number }[] = [];
  for (let wood = 0, attempt = 0; attempt < 400 && wood < WOODS; attempt++) {
    const [x, y] = [left + random() * (right - left), top + 40 + random() * (bottom - top - 50)];
    const count = 3 + Math.floor(random() * 5);
    const grown: typeof trees = [];
    for (let tree = 0; tree < count; tree++) {
      const size = 11 + random() * 7;
      const at: Point = [x + (random() - 0.5) * 20 * count ** 0.8, y + (random() - 0.5) * 9 * count ** 0.8];
      const box: Box = [at[0] - size / 2, at[1] - size * 1.4, at[0] + size / 2, at[1]];
      // At the foot of a hill, never on its slope.
      const isOnHill = ranges.some((hill) => overlaps(box, hill) && at[1] < hill[3] - 4);
      const isClose = [...trees, ...grown].some(
        ({ at: [tx, ty] }) => Math.hypot(tx - at[0], (ty - at[1]) * 1.6) < 11,
      );
      if (!isOnHill && !isClose && isFree(box, 26, 34)) grown.push({ at, size });
    }
    if (grown.length < 3) continue;
    trees.push(...grown);
    wood++;
  }
  const fine = { ...ink, unit: 10 };
  const drawn = [
    ...ranges.map((box) => ({ foot: box[3] - 12, svg: range(scene.id, ink, fine, box) })),
    ...trees.map(({ at, size }) => ({
      foot: at[1],
      svg: treeAt(ink, at, size, makeRandom(`${scene.id} ${Math.round(at[0])} ${Math.round(at[1])}`)),
    })),
  ];
  return drawn
    .sort((a, b) => a.foot - b.foot)
    .map(({ svg }) => svg)
    .join('');
}

/** One hill before the other; their washes thin out downwards, so that they stand in mist and not on a line. */
function range(id: string, ink: Ink, fine: Ink, [left, top, right, bottom]: Box): string {
  const own = makeRandom(`${id} range ${Math.round(left)} ${Math.round(bottom)}`);
  const [width, height] = [right - left, bottom - top];
  const humps = [
    { from: 0.1 + own() * 0.1, to: 0.72 + own() * 0.08, high: 1 },
    { from: 0.38 + own() * 0.08, to: 1, high: 0.74 + own() * 0.1 },
    { from: 0, to: 0.5 + own() * 0.08, high: 0.5 + own() * 0.12 },
  ];
  const [isMirrored, count] = [own() < 0.5, own() < 0.35 ? 2 : 3];
  return humps
    .slice(0, count)
    .map((hump) => (isMirrored ? { ...hump, from: 1 - hump.to, to: 1 - hump.from } : hump))
    .map(({ from, to, high }) => {
      const [x, wide, tall] = [left + from * width, (to - from) * width, height * high];
      const peak = 0.42 + own() * 0.16;
      const crest: Point[] = [
        [x, bottom],
        [x + wide * 0.14, bottom - tall * 0.16],
        [x + wide * peak * 0.62, bottom - tall * (0.56 + own() * 0.14)],
        [x + wide * peak * 0.92, bottom - tall * 1.06],
        [x + wide * (peak + 0.1), bottom - tall * (0.98 + own() * 0.08)],
        [x + wide * (peak + 0.24), bottom - tall * (0.5 + own() * 0.1)],
        [x + wide * 0.88, bottom - tall * 0.14],
        [x + wide, bottom],
      ];
      const line = softPath(crest);
      const cut = (share: number): Point[] =>
        crest.map(([px, py]) => [px, Math.min(py, bottom - tall * share)]);
      let strokes = '';
      for (let index = 0; index < 5; index++) {
        const sx = x + wide * (peak + 0.05 + index * 0.055);
        const sy = bottom - tall * (0.9 - index * 0.14);
        strokes += softPath([
          [sx, sy],
          [sx + 4, sy + tall * 0.14],
          [sx + 5 + own() * 4, sy + tall * (0.24 + own() * 0.1)],
        ]);
      }
      const wash = [0, 0.22, 0.44].map((share) => fill(`${softPath(cut(share))}Z`, ink.mist, 0.42)).join('');
      return (
        // Paper first: what stands behind does not shine through.
        fill(`${softPath(cut(0.3))}Z`, ink.paper) +
        wash +
        stroke(fine, line, 0.6, ink.line, ' opacity=".4"') +
        stroke(fine, strokes, 0.4, ink.line, ' opacity=".32"')
      );
    })
    .join('');
}
