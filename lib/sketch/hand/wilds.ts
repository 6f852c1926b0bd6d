/**
 * Where no street is known: banks of cloud, as this city of fog has them. A hill would say that there is one, and often there is a river; a cloud says that
 * nobody has drawn what is below. Woods stand only along ways, where there is land.
 */
import { alongLine, hullOf, isInside, isWithin, Nearness, overlaps } from '../geometry';
import { fill, type Ink, makeRandom, type Point, softPath, stroke, tenth } from '../ink';
import type { Box } from '../projection';
import type { Scene } from '../scene';
import { treeAt } from './houses';

const CLOUDS = 8;
const WOODS = 14;
/** Clouds keep well away from the walk. */
const FAR = 118;
/** Woods keep so near to a way. */
const NEAR = 110;

export function drawWilds(scene: Scene, ink: Ink, taken: readonly Box[]): string {
  const random = makeRandom(`${scene.id} wilds`);
  const [left, top, right, bottom] = scene.frame;
  const [ways, walk] = [new Nearness(NEAR), new Nearness(FAR)];
  const streets = [...scene.streets, ...scene.ways].map(({ line }) => line);
  const edge = new Nearness(80);
  for (const { at } of alongLine(scene.known, 20, 0)) edge.add(at);
  const walked = scene.stretches.map(({ line }) => line);
  for (const line of streets) for (const { at } of alongLine(line, 14, 0)) ways.add(at);
  for (const line of walked) for (const { at } of alongLine(line, 14, 0)) walk.add(at);
  // Between its out and its back a walk has a town.
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
  const clouds: Box[] = [];
  for (let attempt = 0; attempt < 600 && clouds.length < CLOUDS; attempt++) {
    const [x, y] = [left + random() * (right - left), top + 40 + random() * (bottom - top - 50)];
    // Farther off is smaller and flatter, as everything is that one sees from a height.
    const near = 0.72 + (0.5 * (y - top)) / (bottom - top);
    const [width, height] = [(200 + random() * 150) * near, (40 + random() * 18) * near];
    const box: Box = [x - width / 2, y - height, x + width / 2, y];
    if (isInside(around, [x, y]) || isInside(scene.known, [x, y])) continue;
    // Mist lies along the edge of the known water: half a cloud would look out of it.
    if ([box[0], x, box[2]].some((spot) => edge.has([spot, y], 80))) continue;
    if (isFree(box, 62, FAR) && !clouds.some((other) => overlaps(box, other, 26))) clouds.push(box);
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
      const isClouded = clouds.some((other) => overlaps(box, other, 6));
      const isOnLand = ways.has(at, NEAR) || walk.has(at, NEAR);
      const isClose = [...trees, ...grown].some(
        ({ at: [tx, ty] }) => Math.hypot(tx - at[0], (ty - at[1]) * 1.6) < 11,
      );
      if (isOnLand && !isClouded && !isClose && isFree(box, 26, 34)) grown.push({ at, size });
    }
    if (grown.length < 3) continue;
    trees.push(...grown);
    wood++;
  }
  const fine = { ...ink, unit: 10 };
  const drawn = [
    ...clouds.map((box) => ({ foot: box[3] - 12, svg: cloud(scene.id, ink, fine, box) })),
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

/** A bank of cloud as painters draw it: lobes rolled inwards over a long flat foot. */
function cloud(id: string, ink: Ink, fine: Ink, [left, top, right, bottom]: Box): string {
  const own = makeRandom(`${id} cloud ${Math.round(left)} ${Math.round(bottom)}`);
  const [width, height] = [right - left, bottom - top];
  const isMirrored = own() < 0.5;
  const count = width > 230 ? 4 : 3;
  // The highest stands off the middle; the others fall away from it.
  const highest = 1 + Math.floor(own() * (count - 2));
  const shares = Array.from({ length: count }, (_, lobe) => (lobe === highest ? 1.3 : 0.8 + own() * 0.35));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const span = width * 0.66;
  let x = left + width * 0.15;
  let level = bottom;
  let crest = `M${tenth(x)} ${tenth(level)}`;
  let curls = '';
  shares.forEach((share, lobe) => {
    const wide = (span * share) / whole;
    const isLast = lobe === count - 1;
    const next = isLast
      ? bottom
      : bottom - height * (lobe < highest ? 0.2 + own() * 0.1 : 0.12 + own() * 0.1);
    const tall = height * (lobe === highest ? 0.92 : 0.5 + own() * 0.14);
    crest += `C${tenth(x - wide * 0.14)} ${tenth(bottom - tall * 0.98)} ${tenth(x + wide * 0.98)} ${tenth(bottom - tall * 1.24)} ${tenth(x + wide)} ${tenth(next)}`;
    // The edge goes on inwards, once round.
    if (!isLast) {
      const [r, sx, sy] = [Math.min(wide, tall) * 0.26, x + wide, next];
      curls += `M${tenth(sx)} ${tenth(sy)}c${tenth(-r * 0.1)} ${tenth(-r * 1.5)} ${tenth(-r * 2)} ${tenth(-r * 1.5)} ${tenth(-r * 2)} ${tenth(-r * 0.2)}c0 ${tenth(r * 1.1)} ${tenth(r * 1.5)} ${tenth(r)} ${tenth(r * 1.4)} ${tenth(-r * 0.1)}c0 ${tenth(-r * 0.5)} ${tenth(-r * 0.8)} ${tenth(-r * 0.5)} ${tenth(-r * 0.8)} ${tenth(r * 0.1)}`;
    }
    x += wide;
    level = next;
  });
  const feet: readonly Point[][] = [
    [
      [left, bottom + 1],
      [left + width * 0.3, bottom - 1.2],
      [left + width * 0.72, bottom + 0.6],
    ],
    [
      [left + width * 0.34, bottom + 6.5],
      [left + width * 0.6, bottom + 5],
      [right, bottom + 6],
    ],
  ];
  const body = `${crest}Z`;
  const drawn =
    fill(body, ink.paper) +
    fill(body, ink.mist, 0.38) +
    stroke(fine, crest, 0.6, ink.line, ' opacity=".42"') +
    stroke(fine, curls, 0.5, ink.line, ' opacity=".36"') +
    stroke(fine, feet.map((foot) => softPath(foot)).join(''), 0.5, ink.line, ' opacity=".34"');
  return isMirrored ? `<g transform="matrix(-1 0 0 1 ${tenth(left + right)} 0)">${drawn}</g>` : drawn;
}
