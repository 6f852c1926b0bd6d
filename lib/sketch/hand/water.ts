/** Rivers: washes whose edges wander, a shore in ink, strokes that run with the current, boats. */
import { alongLine, isInside, isWithin, Nearness, overlaps } from '../geometry';
import { fill, type Ink, makeRandom, type Point, path, softPath, stroke } from '../ink';
import { boat } from '../land';
import type { Box } from '../projection';
import type { Scene } from '../scene';

/** The same ring with every point moved a little, as a brush that was put down again. */
function wander(ring: readonly Point[], amount: number, random: () => number): Point[] {
  return ring.map(([x, y]) => [x + (random() - 0.5) * 2 * amount, y + (random() - 0.5) * 2 * amount]);
}

/** `taken` are boxes of letters and landmarks: no boat goes over them. */
export function drawWater(scene: Scene, ink: Ink, taken: readonly Box[]): string {
  const { id, rivers, frame } = scene;
  let drawn = '';
  const fine = { ...ink, unit: 10 };
  for (const { ring, kind, name } of rivers) {
    if (kind === 'sandbar') {
      drawn +=
        fill(softPath([...ring, ...ring.slice(0, 2)]), ink.wash) +
        stroke(fine, path(ring, true), 0.5, ink.riverLine);
      continue;
    }
    const random = makeRandom(`${id} water ${name}`);
    drawn += fill(path(wander(ring, 5, random), true), ink.river, 0.45);
    drawn += fill(path(wander(ring, 2.2, random), true), ink.river, 0.7);
    drawn += fill(path(ring, true), ink.river);
    drawn += stroke(fine, path(wander(ring, 0.8, random), true), 0.85, ink.riverLine);
  }
  drawn += shoreLines(scene, ink);
  const water = rivers.filter(({ kind }) => kind === 'river');
  const isWater = (point: Point) =>
    water.some(({ ring }) => isInside(ring, point)) &&
    !rivers.some(({ kind, ring }) => kind === 'sandbar' && isInside(ring, point));
  for (const { middle, name } of water) {
    const random = makeRandom(`${id} current ${name}`);
    let strokes = '';
    for (const { at, angle } of alongLine(middle, 11)) {
      const aside = (random() - 0.5) * 2 * 92;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      const start: Point = [at[0] - sin * aside, at[1] + cos * aside];
      const length = 14 + random() * 26;
      const end: Point = [start[0] + cos * length, start[1] + sin * length];
      const bend = (random() - 0.5) * 5;
      const crest: Point = [(start[0] + end[0]) / 2 - sin * bend, (start[1] + end[1]) / 2 + cos * bend];
      if ([start, crest, end].every(isWater)) strokes += softPath([start, crest, end]);
    }
    if (strokes) drawn += stroke(fine, strokes, 0.55, ink.riverLine, ' opacity=".55"');
    const boats = alongLine(middle, 330, 170)
      .filter(({ at }) => isWithin(frame, at, 60) && isWater(at))
      .map(({ at: [x, y] }): Point => [x + 26, y + 22])
      .filter(([x, y]) => !taken.some((box) => overlaps([x - 22, y - 14, x + 22, y + 8], box, 4)));
    for (const [x, y] of boats.slice(0, 3)) drawn += boat({ ...ink, unit: 5 }, x, y, 34);
  }
  return drawn;
}

/** Lines in the water along its banks, each fainter than the one before: they tell water from land also without colour. */
function shoreLines({ id, rivers, frame, known }: Scene, ink: Ink): string {
  const fine = { ...ink, unit: 10 };
  const banks = new Nearness(30);
  for (const { ring } of rivers)
    for (const { at } of alongLine(ring, 4, 0)) if (isWithin(frame, at, -40)) banks.add(at);
  // Where the known water ends there is no bank.
  const ends = new Nearness(40);
  for (const { at } of alongLine(known, 8, 0)) if (isWithin(frame, at, -60)) ends.add(at);
  const isWater = (point: Point) =>
    rivers.some(({ kind, ring }) => kind === 'river' && isInside(ring, point)) &&
    !rivers.some(({ kind, ring }) => kind === 'sandbar' && isInside(ring, point));
  let drawn = '';
  for (const [away, opacity] of [
    [5.5, 0.4],
    [11.5, 0.26],
    [19, 0.15],
  ] as const) {
    let lines = '';
    for (const { ring, kind, name } of rivers) {
      const random = makeRandom(`${id} bank ${name} ${away}`);
      let run: Point[] = [];
      const end = () => {
        if (run.length > 2) lines += softPath(run);
        run = [];
      };
      for (const { at, angle } of alongLine(ring, 9, 0)) {
        // Lifted now and then, as a pen is.
        const isLifted = random() < 0.05;
        const aside = away + (random() - 0.5) * 1.6;
        if (!isWithin(frame, at, -20) || ends.has(at, 40)) {
          end();
          continue;
        }
        const found = [-1, 1]
          .map(
            (side): Point => [at[0] - Math.sin(angle) * aside * side, at[1] + Math.cos(angle) * aside * side],
          )
          .find((point) => (kind === 'river') === isInside(ring, point) && isWater(point));
        if (isLifted || !found || banks.has(found, away - 2)) end();
        else run.push(found);
      }
      end();
    }
    if (lines) drawn += stroke(fine, lines, 0.5, ink.riverLine, ` opacity="${opacity}"`);
  }
  return drawn;
}
