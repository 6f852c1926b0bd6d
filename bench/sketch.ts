/**
 * npm run bench:sketch [-- --json]: what a drawing by hand costs. An illustrator's map of made-up control points, warped: 20,000 positions anywhere
 * in the picture, in rounds; the middle round counts.
 */
import { gzipSync } from 'node:zlib';
import { formatProblem } from '@/lib/content/check';
import type { LngLat } from '@/lib/geo/position';
import { locales } from '@/lib/i18n/locales';
import { makeSeries, randomDrawing } from '@/lib/sketch/fixtures/drawings';
import { project } from '@/lib/sketch/projection';
import { makeScene } from '@/lib/sketch/scene';
import { loadMeasure } from '@/lib/sketch/server/measure';
import { readGround } from '@/lib/sketch/server/read-ground';
import { sceneInputOf } from '@/lib/sketch/server/scene-input';
import { faceRulesFor } from '@/lib/sketch/server/sheet-face';
import { drawSheet } from '@/lib/sketch/sheet';
import { sheetWords } from '@/lib/sketch/sheet-words';
import { makeWarp, type Warp } from '@/lib/sketch/warp';
import { WarpError } from '@/lib/sketch/warp-error';
import { toMeasuredWalk } from '@/lib/walks/measured-walk';
import { compileContent } from '@/scripts/compile-content';
import { median, printRows, type Row } from './table';

const SPOTS = 20_000;
const ROUNDS = 31;

/** Nanoseconds of one call: the middle of the rounds, and the slowest of them. */
function time<T>(inputs: readonly T[], run: (input: T) => unknown): { nsPerOp: number; slowestNs: number } {
  const rounds: number[] = [];
  // What comes back is kept, or the engine might see that nobody wants it.
  let kept: unknown;
  for (let round = -3; round < ROUNDS; round++) {
    const start = performance.now();
    for (const input of inputs) kept = run(input);
    const ns = ((performance.now() - start) * 1e6) / inputs.length;
    if (round >= 0) rounds.push(ns);
  }
  if (kept === undefined) throw new Error('nothing came back');
  return { nsPerOp: Math.round(median(rounds)), slowestNs: Math.round(Math.max(...rounds)) };
}

function makeSheet(count: number): { warp: Warp; make: () => Warp; spots: { x: number; y: number }[] } {
  // The first drawing that is not too bent for a map.
  for (let seed = 1; ; seed++)
    try {
      const { points, size } = randomDrawing(seed, { count, bent: 0.04, careless: 3 });
      if (points.length < count) continue;
      const make = () => makeWarp(points, size);
      const random = makeSeries(seed);
      const spots = Array.from({ length: SPOTS }, () => ({
        x: random() * size.width,
        y: random() * size.height,
      }));
      return { warp: make(), make, spots };
    } catch (error) {
      if (!(error instanceof WarpError)) throw error;
    }
}

const rows: Row[] = [];

/** All sheets of our own hand: what one costs, and all of them one after the other. */
async function measureSheets() {
  const { problems, content } = await compileContent(process.cwd());
  if (!content) throw new Error(problems.map(formatProblem).join('\n'));
  const [ground, measure] = await Promise.all([readGround(), loadMeasure()]);
  const times: number[] = [];
  const places: number[] = [];
  let most = 0;
  for (const walk of content.walks) {
    const measured = toMeasuredWalk(content.network, walk);
    for (const locale of locales) {
      const input = sceneInputOf(content, ground, measured, locale, (key) => key);
      const start = performance.now();
      const scene = makeScene(input);
      const words = sheetWords(measured, locale, (key) => key);
      const { svg } = drawSheet(scene, words, { theme: 'light', measure, face: 'serif' });
      times.push(performance.now() - start);
      const faces = await faceRulesFor(svg);
      most = Math.max(most, gzipSync(svg + faces).length);
      const spots = Array.from({ length: SPOTS }, (_, index): LngLat => {
        const [lng, lat] = measured.measures.line[index % measured.measures.line.length] as LngLat;
        return [lng + index * 1e-8, lat];
      });
      places.push(time(spots, (position) => project(scene.projection, position)).nsPerOp);
    }
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
  const note = `${content.walks.length} walks in ${locales.length} languages, each drawn once`;
  return {
    rows: [
      { case: 'a sheet drawn', unit: 'ms', p50: at(0.5), p95: at(0.95), most: at(1), note },
      {
        case: 'its file, compressed',
        unit: 'kB',
        p50: '',
        p95: '',
        most: Math.round(most / 1000),
        note: 'the largest, letters and all',
      },
    ],
    nsPerOp: Math.round(median(places)),
  };
}
const sheets = await measureSheets();
printRows(sheets.rows);
if (!process.argv.includes('--json')) console.log('');
rows.push({
  case: 'position to generated sheet',
  controlPoints: 0,
  nsPerOp: sheets.nsPerOp,
  slowestNs: '',
  note: 'projection and lift',
});
for (const count of [20, 60]) {
  const { warp, make, spots } = makeSheet(count);
  const positions = spots.map((spot) => warp.toPosition(spot));
  const misses = positions.map((position, index) => {
    const [spot, back] = [spots[index], warp.toSheet(position)];
    return spot ? Math.hypot(back.x - spot.x, back.y - spot.y) : 0;
  });
  const add = (name: string, spread: ReturnType<typeof time>, note: string) =>
    rows.push({ case: name, controlPoints: count, ...spread, note });
  add('position to drawing', time(positions, warp.toSheet), '');
  const most = misses.reduce((worst, miss) => Math.max(worst, miss), 0);
  add('drawing to position', time(spots, warp.toPosition), `and back within ${most.toPrecision(1)} pixels`);
  add('ready to answer', time(Array.from({ length: 1 }), make), 'fitted and searched for folds');
}
printRows(rows);
