/** Mist where the map ends: under the title, over the legend. And the paper around the frame, so that nothing runs out over its lines. */
import { fill, type Ink, makeRandom, type Point, softPath, tenth } from '../ink';
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
