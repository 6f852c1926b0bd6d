/**
 * npm run bench:sketch [-- --json]: what a drawing by hand costs. An illustrator's map of made-up control points, warped: 20,000 positions anywhere
 * in the picture, in rounds; the middle round counts.
 */
import { makeSeries, randomDrawing } from '@/lib/sketch/fixtures/drawings';
import { makeWarp, type Warp } from '@/lib/sketch/warp';
import { WarpError } from '@/lib/sketch/warp-error';
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
