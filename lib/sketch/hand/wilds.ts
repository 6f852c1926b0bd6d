/** Country nobody has drawn streets for: hills and groves, so that the walk goes through a land and not over blank paper. They stand for no hill in particular. */
import { alongLine, isInside, isWithin, Nearness, overlaps } from '../geometry';
import { fill, type Ink, makeRandom, type Point, softPath, stroke } from '../ink';
import type { Box } from '../projection';
import type { Scene } from '../scene';
import { treeAt } from './houses';

const HILLS = 16;
const GROVES = 46;

export function drawWilds(scene: Scene, ink: Ink, taken: readonly Box[]): string {
  const random = makeRandom(`${scene.id} wilds`);
  const [left, top, right, bottom] = scene.frame;
  const ways = new Nearness(90);
  const lines = [...scene.stretches, ...scene.streets, ...scene.ways].map(({ line }) => line);
  for (const line of lines) for (const { at } of alongLine(line, 14, 0)) ways.add(at);
  const wild = (box: Box, clearance: number) => {
    const middle: Point = [(box[0] + box[2]) / 2, box[3] - 6];
    return (
      isWithin(scene.frame, [box[0], box[1]], 26) &&
      isWithin(scene.frame, [box[2], box[3]], 26) &&
      ![middle, [box[0], box[3]] as Point, [box[2], box[3]] as Point].some((point) =>
        ways.has(point, clearance),
      ) &&
      !taken.some((other) => overlaps(box, other, 8)) &&
      !scene.rivers.some(({ ring }) =>
        [middle, [box[0], middle[1]], [box[2], middle[1]]].some((point) => isInside(ring, point as Point)),
      )
    );
  };
  const hills: Box[] = [];
  for (let attempt = 0; attempt < 500 && hills.length < HILLS; attempt++) {
    const [width, height] = [110 + random() * 120, 34 + random() * 42];
    const [x, y] = [left + random() * (right - left), top + 60 + random() * (bottom - top - 60)];
    const box: Box = [x - width / 2, y - height, x + width / 2, y];
    if (wild(box, 62) && !hills.some((other) => overlaps(box, other, 14))) hills.push(box);
  }
  const groves: { at: Point; size: number }[] = [];
  for (let attempt = 0; attempt < 900 && groves.length < GROVES; attempt++) {
    const size = 11 + random() * 8;
    const at: Point = [left + random() * (right - left), top + 40 + random() * (bottom - top - 40)];
    const box: Box = [at[0] - size / 2, at[1] - size * 1.4, at[0] + size / 2, at[1]];
    if (wild(box, 34) && !groves.some(({ at: [x, y] }) => Math.hypot(x - at[0], y - at[1]) < 20))
      groves.push({ at, size });
  }
  const fine = { ...ink, unit: 10 };
  const drawn = [
    ...hills.map((box) => ({ foot: box[3] - 12, svg: hill(scene.id, ink, fine, box) })),
    ...groves.map(({ at, size }) => ({
      foot: at[1],
      svg: treeAt(ink, at, size, makeRandom(`${scene.id} ${Math.round(at[0])} ${Math.round(at[1])}`)),
    })),
  ];
  return drawn
    .sort((a, b) => a.foot - b.foot)
    .map(({ svg }) => svg)
    .join('');
}

/** Three humps that fade into the ground, with a few strokes down their shaded side. */
function hill(id: string, ink: Ink, fine: Ink, [left, top, right, bottom]: Box): string {
  const own = makeRandom(`${id} hill ${Math.round(left)} ${Math.round(bottom)}`);
  const [width, height] = [right - left, bottom - top];
  const crest: Point[] = [
    [left, bottom],
    [left + width * 0.12, bottom - height * 0.3],
    [left + width * (0.26 + own() * 0.06), top + height * (0.3 + own() * 0.2)],
    [left + width * 0.4, bottom - height * 0.5],
    [left + width * (0.55 + own() * 0.08), top],
    [left + width * 0.76, bottom - height * 0.42],
    [left + width * 0.88, bottom - height * (0.38 + own() * 0.2)],
    [right, bottom],
  ];
  const line = softPath(crest);
  let strokes = '';
  for (let index = 0; index < 5; index++) {
    const x = left + width * (0.56 + index * 0.055);
    const y = top + height * (0.22 + index * 0.09);
    strokes += softPath([
      [x, y],
      [x + 4, y + height * 0.16],
      [x + 5 + own() * 4, y + height * (0.28 + own() * 0.12)],
    ]);
  }
  return (
    fill(`${line}Z`, ink.mist, 0.75) +
    stroke(fine, line, 0.6, ink.line, ' opacity=".45"') +
    stroke(fine, strokes, 0.4, ink.line, ' opacity=".35"')
  );
}
