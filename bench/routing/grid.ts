import { at, makeSeries } from '@/lib/routing/fixtures/networks';
import type { EdgeInput, NodeInput } from '@/lib/routing/packed-network';

/** Metres between neighbours. */
const SPACING = 50;
/** Of the sides of the grid, those that lead nowhere: leaves about three edges for two nodes, as in a real city. */
const GAP_SHARE = 0.25;
/** Where the ground is steeper, somebody built stairs or a lift. */
const STEEP = 0.12;

/** Columns and rows by number of nodes. */
const gridSizes = {
  10000: [125, 80],
  100000: [400, 250],
  1000000: [1250, 800],
} as const;
export type GridSize = keyof typeof gridSizes;

/** Hills of a few hundred metres with terraces on them: about a quarter of the ground is too steep for a street. */
const heightAt = (x: number, y: number) =>
  240 + 45 * Math.sin(x / 600) + 35 * Math.cos(y / 450) + 10 * Math.sin((x + 2 * y) / 180);

/** What joins two nodes `meters` apart with `rise` between them. */
function edgeBetween(meters: number, rise: number, random: () => number): Partial<EdgeInput> {
  const lot = random();
  const isCounted = random() < 0.8;
  const isSurveyed = random() < 0.6;
  if (Math.abs(rise) / meters > STEEP) {
    if (lot < 0.1)
      return { kind: 'elevator', waitSeconds: 45, rideSeconds: 30, fee: 1, openingHours: '06:30-22:30' };
    if (lot < 0.15) return { kind: 'escalator', direction: rise > 0 ? 'forward' : 'backward' };
    if (lot < 0.85)
      return {
        kind: 'steps',
        stepCount: isCounted ? Math.ceil(Math.abs(rise) / 0.15) : undefined,
        handrail: isSurveyed ? 'right' : undefined,
      };
  }
  const surveyed: Partial<EdgeInput> = isSurveyed
    ? { width: 1 + 3 * random(), surface: 'paving_stones' }
    : {};
  if (lot > 0.93) return { ...surveyed, kind: 'crossing', kerb: isCounted ? 'lowered' : 'raised' };
  return { ...surveyed, kind: lot > 0.6 ? 'street' : lot > 0.3 ? 'sidewalk' : 'footway' };
}

/** A stair city at 29.56 N 106.57 E as a grid, nodes and edges row by row; always the same for the same size. */
export function makeGrid(size: GridSize): { nodes: NodeInput[]; edges: EdgeInput[] } {
  const [columns, rows] = gridSizes[size];
  const random = makeSeries(20_261_125);
  const nodes: NodeInput[] = [];
  const flat: [number, number, number][] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [x, y] = [SPACING * column + 16 * random() - 8, SPACING * row + 16 * random() - 8];
      const height = heightAt(x, y);
      flat.push([x, y, height]);
      nodes.push({ position: at(x, y), elevation: height });
    }
  const edges: EdgeInput[] = [];
  const join = (from: number, to: number) => {
    if (random() < GAP_SHARE) return;
    const [a, b] = [flat[from], flat[to]];
    const [start, end] = [nodes[from], nodes[to]];
    if (!a || !b || !start || !end) return;
    const lengthMeters = Math.hypot(a[0] - b[0], a[1] - b[1]);
    edges.push({
      kind: 'footway',
      ...edgeBetween(lengthMeters, b[2] - a[2], random),
      from,
      to,
      lengthMeters,
      geometry: [start.position, end.position],
      // Streets run along the rows and change their name every eight blocks.
      name: `${Math.floor(from / columns)}-${Math.floor((from % columns) / 8)}路`,
      // An OpenStreetMap way is cut at its junctions: about two edges have the same.
      id: `way/${300_000_000 + 47 * (edges.length >> 1)}`,
      confidence: 'sourced',
    });
  };
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const node = row * columns + column;
      if (column + 1 < columns) join(node, node + 1);
      if (row + 1 < rows) join(node, node + columns);
    }
  return { nodes, edges };
}
