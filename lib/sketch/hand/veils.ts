/** Mist where the map ends: under the title, over the legend. And the paper around the frame, so that nothing runs out over its lines. */
import { clipLine, isInside } from '../geometry';
import { fill, type Ink, makeRandom, type Point, path, softPath, stroke, tenth } from '../ink';
import { ridge } from '../land';
import type { Scene } from '../scene';

/** Distance of the inner line of the border from the edge. */
export const BORDER = 22;
const LAYERS = 16;

/** A bank of mist along y: thick in its middle, thinning upwards and downwards without an edge. */
function bank(width: number, y: number, reach: number, color: string, random: () => number): string {
  let drawn = '';
  for (let layer = 0; layer < LAYERS; layer++) {
    const depth = layer / (LAYERS - 1);
    const half = 5 + (reach - 5) * (1 - depth);
    const wave = Math.min(half * 0.35, reach * 0.16);
    const edge = (side: number): Point[] =>
      Array.from({ length: 9 }, (_, step) => [
        (width * step) / 8,
        y + side * (half + (random() - 0.5) * 2 * wave),
      ]);
    const [upper, lower] = [edge(-1), edge(1).reverse()];
    // Hardly there at its edge, and in the middle nothing is seen through it.
    const opacity = layer === LAYERS - 1 ? 1 : Math.round((0.05 + 0.3 * depth ** 1.4) * 100) / 100;
    drawn += fill(`${softPath(upper)}${softPath(lower).replace('M', 'L')}Z`, color, opacity);
  }
  return drawn;
}

/** Far ridges on clean paper behind the title; where they meet the map both lie in mist. */
export function drawFar(scene: Scene, ink: Ink): string {
  const { width, frame, id } = scene;
  const bottom = frame[1] - 12;
  const own: Ink = { ...ink, width, height: bottom, unit: 10, random: makeRandom(`${id} ridges`) };
  return (
    fill(`M0 0H${width}V${tenth(bottom)}H0Z`, ink.paper) +
    ridge(own, bottom - 22, bottom * 0.62, 0.4) +
    ridge(own, bottom - 4, bottom * 0.4, 0.62) +
    bank(width, bottom, 66, ink.paper, makeRandom(`${id} far mist`))
  );
}

/** Clean paper for the legend, and the mist in which the map ends above it. */
export function drawNear({ width, height, frame, id }: Scene, ink: Ink): string {
  return (
    fill(`M0 ${tenth(frame[3])}H${width}V${height}H0Z`, ink.paper) +
    bank(width, frame[3], 44, ink.paper, makeRandom(`${id} near mist`))
  );
}

/** Bare paper outside the border. */
export function drawMat({ width, height }: Scene, ink: Ink): string {
  const [right, bottom] = [width - BORDER, height - BORDER];
  // The inner way round runs against the outer one: so it is left open.
  return fill(`M0 0H${width}V${height}H0ZM${BORDER} ${BORDER}V${bottom}H${right}V${BORDER}Z`, ink.paper);
}

/** How far inside the known water its edge is taken, and what lies beyond to be sure of its end, in metres. */
const BEYOND_METERS = 60;

/** Mist along the edge of the known water, so that no river ends with a cut: bare paper beyond, and more and more of it before. */
export function drawMist({ known, frame, rivers, projection }: Scene, ink: Ink): string {
  const isWater = (point: Point) => rivers.some(({ ring }) => isInside(ring, point));
  const middle: Point = [
    known.reduce((sum, [x]) => sum + x, 0) / Math.max(1, known.length),
    known.reduce((sum, [, y]) => sum + y, 0) / Math.max(1, known.length),
  ];
  const beyond = BEYOND_METERS * projection.scale;
  let edge = '';
  let outside = '';
  for (const line of clipLine(known, frame, 80))
    line.forEach((from, index) => {
      const to = line[index + 1];
      if (!to || !(isWater(from) || isWater(to))) return;
      edge += path([from, to]);
      const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
      if (length === 0) return;
      const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
      const side = -uy * (from[0] - middle[0]) + ux * (from[1] - middle[1]) > 0 ? beyond : -beyond;
      const [ox, oy] = [-uy * side, ux * side];
      // A little longer than the edge: the banks end there too.
      const [a, b]: [Point, Point] = [
        [from[0] - ux * 16, from[1] - uy * 16],
        [to[0] + ux * 16, to[1] + uy * 16],
      ];
      outside += path([a, b, [b[0] + ox, b[1] + oy], [a[0] + ox, a[1] + oy]], true);
    });
  if (!edge) return '';
  const fine = { ...ink, unit: 10 };
  let drawn = '';
  for (let layer = 0; layer < LAYERS; layer++) {
    const depth = layer / (LAYERS - 1);
    const opacity = Math.round((0.05 + 0.24 * depth ** 1.4) * 100) / 100;
    drawn += stroke(fine, edge, (96 - 84 * depth) / 2, ink.paper, ` opacity="${opacity}"`);
  }
  return `${drawn}<path d="${outside}" fill="${ink.paper}" stroke="${ink.paper}" stroke-width="6" stroke-linejoin="round"/>`;
}
