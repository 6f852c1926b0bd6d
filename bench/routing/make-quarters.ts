/**
 * npx tsx bench/routing/make-quarters.ts: writes lib/routing/fixtures/oracle-quarters.osm, a town that does not exist, for comparing routers where no
 * extract is at hand: crooked blocks with gaps, stairs, ways one may walk in one direction only, ways closed to people on foot, a square, and a
 * bridge over the streets that meets them at its ends alone. Always the same.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { at, makeSeries } from '@/lib/routing/fixtures/networks';

const [COLUMNS, ROWS, BLOCK] = [13, 10, 80];
const random = makeSeries(7);
const lines: string[] = [];
const nodeId = (column: number, row: number) => 1 + row * COLUMNS + column;
let nextNode = 1000;
let nextWay = 1;

function addNode(id: number, x: number, y: number): number {
  const [lng, lat] = at(x, y);
  lines.push(`  <node id="${id}" lon="${lng.toFixed(7)}" lat="${lat.toFixed(7)}"/>`);
  return id;
}
const ways: string[] = [];
function addWay(refs: readonly number[], tags: Record<string, string>) {
  const inside = [
    ...refs.map((ref) => `<nd ref="${ref}"/>`),
    ...Object.entries(tags).map(([key, value]) => `<tag k="${key}" v="${value}"/>`),
  ];
  ways.push(`  <way id="${nextWay++}">${inside.join('')}</way>`);
}

const places = Array.from({ length: ROWS }, (_, row) =>
  Array.from({ length: COLUMNS }, (_, column) => {
    const [x, y] = [column * BLOCK + 30 * random() - 15, row * BLOCK + 30 * random() - 15];
    addNode(nodeId(column, row), x, y);
    return [x, y] as const;
  }),
);
const placeOf = (column: number, row: number) => places[row]?.[column] ?? ([0, 0] as const);
/** The block of the square; its sides are its outline. */
const square = { column: 5, row: 4 };
const isSquare = (column: number, row: number) =>
  column >= square.column && column <= square.column + 1 && row >= square.row && row <= square.row + 1;

/** What lies between two corners. */
function join(a: readonly [number, number], b: readonly [number, number]) {
  if (isSquare(...a) && isSquare(...b)) return;
  const [lot, bend, shift] = [random(), random(), random()];
  if (lot < 0.15) return;
  const [[ax, ay], [bx, by]] = [placeOf(...a), placeOf(...b)];
  const refs = [nodeId(...a), nodeId(...b)];
  // Half of the sides have a bend beside the straight line.
  if (bend < 0.5)
    refs.splice(1, 0, addNode(nextNode++, (ax + bx) / 2 + 24 * shift - 12, (ay + by) / 2 + 24 * shift - 12));
  if (lot < 0.25) addWay(refs, { highway: 'steps', incline: lot < 0.2 ? 'up' : 'down' });
  else if (lot < 0.35) addWay(refs, { highway: 'footway', 'oneway:foot': 'yes' });
  else if (lot < 0.4) addWay(refs, { highway: 'residential', foot: 'no' });
  else if (lot < 0.7) addWay(refs, { highway: 'footway' });
  else addWay(refs, { highway: 'residential', name: `${a[1]}-${a[0]}路`, oneway: lot < 0.8 ? 'yes' : 'no' });
}
for (let row = 0; row < ROWS; row++)
  for (let column = 0; column < COLUMNS; column++) {
    if (column + 1 < COLUMNS) join([column, row], [column + 1, row]);
    if (row + 1 < ROWS) join([column, row], [column, row + 1]);
  }

const { column, row } = square;
addWay(
  [
    nodeId(column, row),
    nodeId(column + 1, row),
    nodeId(column + 1, row + 1),
    nodeId(column, row + 1),
    nodeId(column, row),
  ],
  { highway: 'pedestrian', area: 'yes', name: '广场' },
);
// Slantwise over the streets: from one corner of the town to the middle, in the air between its ends.
const [[startX, startY], [endX, endY]] = [placeOf(1, 8), placeOf(8, 2)];
const bridge = [1 / 3, 2 / 3].map((part) =>
  addNode(nextNode++, startX + part * (endX - startX) + 3, startY + part * (endY - startY) + 3),
);
addWay([nodeId(1, 8), ...bridge, nodeId(8, 2)], { highway: 'footway', bridge: 'yes', layer: '1' });

const target = path.join(import.meta.dirname, '../../lib/routing/fixtures/oracle-quarters.osm');
writeFileSync(
  target,
  `<?xml version="1.0" encoding="UTF-8"?>
<!-- Written by bench/routing/make-quarters.ts; no such place exists. -->
<osm version="0.6" generator="make-quarters">
${[...lines, ...ways].join('\n')}
</osm>
`,
);
console.log(`${path.basename(target)}: ${lines.length} nodes, ${ways.length} ways`);
