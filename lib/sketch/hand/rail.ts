/** The metro from station to station, beaded as railways are on maps. Only its stations are known: what lies between them is one stroke of the hand. */
import rough from 'roughjs';
import { alongLine, isWithin } from '../geometry';
import { makeRandom, stroke } from '../ink';
import type { Scene } from '../scene';
import type { SheetInk } from '../sheet-inks';

const generator = rough.generator();

/** What of the lines can be seen on the sheet. */
export const railsOf = ({ rails, frame }: Scene): Scene['rails'] =>
  rails.filter(({ course }) => alongLine(course, 20, 0).some(({ at }) => isWithin(frame, at, 24)));

export function drawRails(scene: Scene, ink: SheetInk): string {
  const strokes = railsOf(scene).flatMap(({ line, course }) =>
    generator.toPaths(
      generator.curve(
        course.map(([x, y]): [number, number] => [x, y]),
        {
          // Each line by a random source of its own: another line changes nothing here.
          seed: 1 + Math.floor(makeRandom(`${scene.id} rail ${line}`)() * 2 ** 30),
          roughness: 0.7,
          preserveVertices: true,
          disableMultiStroke: true,
          fixedDecimalPlaceDigits: 1,
        },
      ),
    ),
  );
  return beads(ink, strokes.map(({ d }) => d.trim()).join(''));
}

/** Dark and light by turns. */
export const beads = (ink: SheetInk, d: string): string => {
  if (!d) return '';
  const fine = { ...ink, unit: 10 };
  return (
    stroke(fine, d, 2.1, ink.paper, ' opacity=".8"') +
    stroke(fine, d, 1.5, ink.softLetter, ' opacity=".7"') +
    stroke(fine, d, 0.85, ink.paper, ' stroke-dasharray="5 8"')
  );
};
