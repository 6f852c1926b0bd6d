/** The drawn sheet of a walk: one hand over a scene, as one standalone SVG. The same scene and words give the same bytes. */
import { alongLine, isInside, isWithin, lengthOf } from './geometry';
import {
  drawCompass,
  drawFoot,
  drawHead,
  type LegendSign,
  type Lettering,
  legendSigns,
  type SheetWords,
  smallSign,
  stationMark,
  write,
} from './hand/furniture';
import { drawGround } from './hand/ground';
import { drawHouses, treeAt } from './hand/houses';
import { drawRails } from './hand/rail';
import { drawBridges, drawRides, drawStairs, drawStreets } from './hand/streets';
import { BORDER, drawFar, drawMat, drawMist, drawNear } from './hand/veils';
import { drawDiscs, drawStepFree, drawWalk } from './hand/walk-line';
import { drawWater } from './hand/water';
import { drawWilds } from './hand/wilds';
import { fill, type Ink, makeRandom, type Point, path, stroke, tenth } from './ink';
import { isHan, type Layout, layOut, type Measure } from './labels';
import { landmarks } from './landmarks';
import type { Scene } from './scene';
import { type SheetInk, type SheetTheme, sheetInks } from './sheet-inks';

export interface SheetOptions {
  theme: SheetTheme;
  /** 1, or more for readers who need larger letters. */
  grow?: number;
  /** Street names, where their language is the sheet's. */
  streetNames?: boolean;
  measure: Measure;
  /** Faces for the letters, as CSS has them. */
  face: string;
  /** Rules of the embedded faces; none where the page or the paper brings them. */
  faceRules?: string;
  /** Made before for the same scene and size of letters: colours do not change it. */
  layout?: Layout;
}

export interface Sheet {
  svg: string;
  width: number;
  height: number;
  layout: Layout;
  legend: LegendSign[];
}

export function drawSheet(scene: Scene, words: SheetWords, options: SheetOptions): Sheet {
  const { theme, grow = 1, streetNames = false, measure, face, faceRules = '' } = options;
  const { width, height } = scene;
  const ink: SheetInk = { ...sheetInks[theme], width, height, unit: 10, random: makeRandom(scene.id) };
  const letters: Lettering = { measure, face, grow };
  const layout = options.layout ?? layOut(scene, measure, { grow, streetNames });
  const inside =
    fill(`M0 0H${width}V${height}H0Z`, ink.paper) +
    drawGround(scene, ink) +
    drawWater(scene, ink, [...layout.taken, ...layout.curved.flatMap(({ boxes }) => boxes)]) +
    drawStreets(scene, ink) +
    drawStairs(scene, ink) +
    drawParks(scene, ink, layout) +
    drawWilds(scene, ink, layout.taken) +
    drawHouses(scene, ink, layout.taken) +
    drawRails(scene, ink) +
    drawBridges(scene, ink) +
    drawMist(scene, ink) +
    drawFar(scene, ink) +
    drawNear(scene, ink) +
    drawCurved(layout, ink, letters) +
    drawStepFree(scene, ink) +
    drawWalk(scene, ink) +
    drawRides(scene, ink) +
    drawLandmarks(layout, scene, ink) +
    drawDiscs(layout.discs, ink, grow, face) +
    layout.marks.map(({ mark, at }) => smallSign(ink, mark, at)).join('') +
    drawLabels(scene, layout, ink, letters) +
    drawMat(scene, ink) +
    drawHead(scene, ink, words, letters) +
    drawCompass(scene, ink, words, letters) +
    drawFoot(scene, ink, words, letters, layout) +
    drawBorder(scene, ink);
  const style = faceRules ? `<style>${faceRules}</style>` : '';
  const clip = `<clipPath id="sheet"><path d="M0 0H${width}V${height}H0Z"/></clipPath>`;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><defs>${style}${clip}</defs><g clip-path="url(#sheet)">${inside}</g></svg>`,
    width,
    height,
    layout,
    legend: legendSigns(scene, ink, words, letters, layout),
  };
}

/** Each landmark by a hand of its own, back to front. */
function drawLandmarks({ landmarks: placed }: Layout, { id: walk }: Scene, base: Ink): string {
  return placed
    .toSorted((a, b) => a.at[1] - b.at[1])
    .map(({ id, at: [x, y], unit, stop }) => {
      const own: Ink = { ...base, unit, random: makeRandom(`${walk} ${stop} ${id}`) };
      return `<g transform="translate(${tenth(x)} ${tenth(y)})">${landmarks[id].draw(own)}</g>`;
    })
    .join('');
}

/** Trees where parks are known; their outlines are not. */
function drawParks({ id, parks, rivers, frame }: Scene, ink: Ink, { taken }: Layout): string {
  let drawn = '';
  for (const { at, name } of parks) {
    const own = makeRandom(`${id} park ${name}`);
    const trees = Array.from(
      { length: 7 },
      (): Point => [at[0] + (own() - 0.5) * 74, at[1] + (own() - 0.5) * 46],
    )
      .filter((tree) => isWithin(frame, tree, 20))
      .filter((tree) => !taken.some((box) => isWithin(box, [tree[0], tree[1] - 6], -10)))
      .filter((tree) => !rivers.some(({ ring }) => isInside(ring, tree)))
      .sort((a, b) => a[1] - b[1]);
    for (const tree of trees) drawn += treeAt(ink, tree, 13 + own() * 6, own);
  }
  return drawn;
}

function drawCurved({ curved }: Layout, ink: SheetInk, { face }: Lettering): string {
  return curved
    .map(({ text, size, tone, line, spacing }, index) => {
      const river = tone === 'river';
      const [from, to] = [line[0], line.at(-1)];
      // Chinese along a line that falls is written downwards, its letters upright.
      if (isHan(text) && from && to && Math.abs(to[1] - from[1]) > Math.abs(to[0] - from[0]))
        return alongLine(
          to[1] > from[1] ? line : line.toReversed(),
          (lengthOf(line) - size * 0.6) / [...text].length,
        )
          .slice(0, [...text].length)
          .map(({ at: [x, y] }, letter) =>
            write(ink, { face }, [...text][letter] ?? '', [x, y + size * 0.36], size, {
              color: river ? ink.riverLetter : ink.streetLetter,
              anchor: 'middle',
              halo: 3,
              around: river ? ink.river : ink.paper,
            }),
          )
          .join('');
      const key = `curve-${index}`;
      const said = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
      return (
        `<defs><path id="${key}" d="${path(line)}"/></defs>` +
        `<text font-size="${tenth(size)}" font-family="${face}" letter-spacing="${tenth(spacing)}" fill="${river ? ink.riverLetter : ink.streetLetter}" stroke="${river ? ink.river : ink.paper}" stroke-width="${river ? 3 : 2.6}" stroke-linejoin="round" paint-order="stroke"><textPath href="#${key}" startOffset="0">${said}</textPath></text>`
      );
    })
    .join('');
}

function drawLabels(
  { stations, parks, meals, notes }: Scene,
  { labels }: Layout,
  ink: SheetInk,
  letters: Lettering,
): string {
  const fine = { ...ink, unit: 10 };
  return labels
    .map(({ id, lines, size, isVertical, box, leader, tone }) => {
      let drawn = '';
      if (leader) drawn += stroke(fine, path(leader), 0.7, ink.accent, ' opacity=".8"');
      const [left, top, right] = box;
      const color = tone === 'park' ? ink.parkLetter : tone === 'note' ? ink.softLetter : ink.line;
      const named = { stop: [], station: stations, park: parks, meal: meals, note: notes }[tone] as readonly {
        name: string;
        at: Point;
      }[];
      const spot = named.find(({ name }) => `${tone} ${name}` === id)?.at;
      if (tone === 'station' && spot) drawn += stationMark(ink, spot);
      if (tone === 'meal' && spot) drawn += smallSign(ink, 'meal', spot);
      if (isVertical)
        return (
          drawn +
          lines
            .map((letter, index) =>
              write(ink, letters, letter, [(left + right) / 2, top + size * (0.92 + index * 1.1)], size, {
                color,
                anchor: 'middle',
                halo: 4.6,
              }),
            )
            .join('')
        );
      const isLeft = spot !== undefined && spot[0] > (left + right) / 2;
      // Beside its sign, or beside nothing.
      const inset = { stop: 0, station: 21, meal: 21, park: 8, note: 2 }[tone];
      const x = tone === 'stop' ? (left + right) / 2 : isLeft ? right - inset : left + inset;
      return (
        drawn +
        lines
          .map((line, index) =>
            write(ink, letters, line, [x, top + size * (0.95 + index * 1.22)], size, {
              color,
              anchor: tone === 'stop' ? 'middle' : isLeft ? 'end' : 'start',
              halo: tone === 'stop' ? 4.6 : 3.4,
            }),
          )
          .join('')
      );
    })
    .join('');
}

/** Two lines of ink around the sheet, drawn by hand. */
function drawBorder({ id, width, height }: Scene, ink: Ink): string {
  const own = makeRandom(`${id} border`);
  const fine = { ...ink, unit: 10 };
  const edge = (inset: number, weight: number) => {
    const wobble = () => (own() - 0.5) * 2.4;
    const points: Point[] = [];
    const [right, bottom] = [width - inset, height - inset];
    for (let step = 0; step < 8; step++)
      points.push([inset + ((right - inset) * step) / 8, inset + wobble()]);
    for (let step = 0; step < 8; step++)
      points.push([right + wobble(), inset + ((bottom - inset) * step) / 8]);
    for (let step = 0; step < 8; step++)
      points.push([right - ((right - inset) * step) / 8, bottom + wobble()]);
    for (let step = 0; step < 8; step++)
      points.push([inset + wobble(), bottom - ((bottom - inset) * step) / 8]);
    return stroke(fine, path(points, true), weight, ink.line);
  };
  return edge(15, 1.1) + edge(BORDER, 0.45);
}
