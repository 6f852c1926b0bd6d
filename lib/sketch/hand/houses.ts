/** The city between the streets: little houses, drawn back to front, that keep clear of everything one has to see. */
import { alongLine, isInside, isWithin, Nearness, overlaps } from '../geometry';
import { type Ink, makeRandom, type Point, path, tenth, thinned } from '../ink';
import type { Box } from '../projection';
import type { Scene } from '../scene';

const MOST = 440;
/** Beside a street, and in a second row behind it: closest and farthest from its middle. */
const ROWS = [
  { step: 15, from: 13, to: 20 },
  { step: 24, from: 30, to: 46 },
] as const;
/** Along the walk they stand back from it, as many as leave it the first thing one sees. */
const WALK_ROWS = [{ step: 21, from: 27, to: 42 }] as const;

/** Houses and trees. `taken` are boxes of letters and landmarks. */
export function drawHouses(scene: Scene, ink: Ink, taken: readonly Box[]): string {
  const random = makeRandom(`${scene.id} houses`);
  const clear = new Nearness(40);
  const walked = scene.stretches.filter(({ kind }) => kind !== 'cableway' && kind !== 'ferry');
  for (const { line } of scene.stretches) for (const { at } of alongLine(line, 6, 0)) clear.add(at);
  for (const line of scene.stepFree) for (const { at } of alongLine(line, 6, 0)) clear.add(at);
  const streets = new Nearness(20);
  const lines = [...scene.streets, ...scene.ways.filter(({ kind }) => kind === 'street' || kind === 'path')];
  for (const { line } of lines) for (const { at } of alongLine(line, 5, 0)) streets.add(at);
  const water = scene.rivers.filter(({ kind }) => kind === 'river');
  // Nothing crowds the rope of a cableway or the shaft of a lift.
  const rides = [...scene.ways, ...scene.stretches].filter(
    ({ kind }) => kind === 'cableway' || kind === 'elevator',
  );
  for (const { line } of rides) for (const { at } of alongLine(line, 8, 0)) clear.add([at[0], at[1] - 22]);
  const built = new Nearness(40);
  const spots: { at: Point; size: number }[] = [];
  const isFree = (spot: Point, size: number): boolean => {
    const box: Box = [spot[0] - size, spot[1] - size * 2.2, spot[0] + size, spot[1] + 4];
    if (spots.length >= MOST || !isWithin(scene.frame, spot, 20)) return false;
    // Foot, body and the head of a tower.
    if (clear.has(spot, 24) || [1, 2].some((up) => clear.has([spot[0], spot[1] - size * up], 20)))
      return false;
    if (streets.has(spot, 8) || built.has(spot, 17)) return false;
    if (scene.stops.some(({ at: [x, y] }) => Math.hypot(x - spot[0], y - spot[1]) < 38)) return false;
    if (taken.some((other) => overlaps(box, other, 3))) return false;
    const corners: Point[] = [
      spot,
      [spot[0] - size, spot[1]],
      [spot[0] + size, spot[1]],
      [spot[0], spot[1] - size * 1.5],
    ];
    return !water.some(({ ring }) => corners.some((point) => isInside(ring, point)));
  };
  const build = (
    sides: readonly (readonly Point[])[],
    rows: readonly { step: number; from: number; to: number }[],
    /** How many of the plots are built on. */
    share: number,
  ) => {
    for (const { step, from, to } of rows)
      for (const line of sides)
        for (const { at, angle } of alongLine(line, step))
          for (const side of [-1, 1]) {
            // Drawn before it is asked whether there is room: one house more must not change all that follow.
            const [plot, depth, bulk] = [random(), random(), random()];
            const away = (from + (to - from) * depth) * side;
            const spot: Point = [at[0] - Math.sin(angle) * away, at[1] + Math.cos(angle) * away];
            const size = 10 + bulk * 7;
            if (plot > share || !isFree(spot, size)) continue;
            built.add(spot);
            spots.push({ at: spot, size });
          }
  };
  build(
    walked.map(({ line }) => line),
    WALK_ROWS,
    0.5,
  );
  build(
    lines.map(({ line }) => line),
    ROWS,
    0.62,
  );
  // Near the walk in full ink, farther off thinner and thinner.
  const hazes = [0, 0.14, 0.28, 0.4].map((share) => (share > 0 ? thinned(ink, share) : ink));
  const near = [70, 130, 210].map((reach) => {
    const around = new Nearness(reach);
    for (const { line } of scene.stretches) for (const { at } of alongLine(line, 20, 0)) around.add(at);
    return (at: Point) => around.has(at, reach);
  });
  const hazeAt = (at: Point): Ink => {
    const step = near.findIndex((isNear) => isNear(at));
    return hazes[step < 0 ? 3 : step] ?? ink;
  };
  return spots
    .toSorted((a, b) => a.at[1] - b.at[1])
    .map(({ at, size }) => {
      const own = makeRandom(`${scene.id} ${Math.round(at[0])} ${Math.round(at[1])}`);
      const kind = own();
      const hazy = hazeAt(at);
      if (kind < 0.2) return treeAt(hazy, at, size, own);
      if (kind < 0.4) return towerAt(hazy, at, size * 0.82, own);
      return kind < 0.64 ? stiltHouseAt(hazy, at, size, own) : terraceAt(hazy, at, size, own);
    })
    .join('');
}

const pen = (ink: Ink) => `stroke="${ink.line}" stroke-width="1" stroke-linejoin="round"`;
const jitter = (own: () => number, amount = 0.7) => (own() - 0.5) * 2 * amount;

/** A roof with eaves that turn up. */
function roofAt(ink: Ink, x: number, y: number, width: number, height: number, own: () => number): string {
  const over = width * 0.16;
  return `<path d="M${tenth(x - over)} ${tenth(y + jitter(own))}Q${tenth(x + width * 0.1)} ${tenth(y - 1)} ${tenth(x + width * 0.22)} ${tenth(y - height)}L${tenth(x + width * 0.78)} ${tenth(y - height + jitter(own))}Q${tenth(x + width * 0.9)} ${tenth(y - 1)} ${tenth(x + width + over)} ${tenth(y)}Z" fill="${ink.roof}" ${pen(ink)}/>`;
}

const panes = (ink: Ink, boxes: readonly Box[]) =>
  `<path d="${boxes.map(([left, top, right, bottom]) => `M${tenth(left)} ${tenth(top)}H${tenth(right)}V${tenth(bottom)}H${tenth(left)}Z`).join('')}" fill="${ink.isNight ? ink.light : ink.roof}" opacity=".8"/>`;

function terraceAt(ink: Ink, [x, y]: Point, size: number, own: () => number): string {
  const [width, height] = [size * (1.1 + own() * 0.5), size * (0.7 + own() * 0.4)];
  const left = x - width / 2;
  const tone = own() < 0.35 ? ink.wash : ink.wall;
  const body = path(
    [
      [left + jitter(own), y],
      [left, y - height],
      [left + width, y - height + jitter(own)],
      [left + width + jitter(own), y],
    ],
    true,
  );
  const pane = width * 0.16;
  return `<path d="${body}" fill="${tone}" ${pen(ink)}/>${panes(
    ink,
    [0.2, 0.62].map(
      (share): Box => [
        left + width * share,
        y - height * 0.72,
        left + width * share + pane,
        y - height * 0.36,
      ],
    ),
  )}${roofAt(ink, left, y - height, width, size * 0.42, own)}`;
}

function stiltHouseAt(ink: Ink, [x, y]: Point, size: number, own: () => number): string {
  const [width, height, posts] = [size * 0.95, size * 0.62, size * 0.5];
  const left = x - width / 2;
  const foot = y - posts;
  const legs = [0.12, 0.5, 0.88]
    .map((share) =>
      path([
        [left + width * share, foot],
        [left + width * share + jitter(own), y],
      ]),
    )
    .join('');
  return (
    `<path d="${legs}" fill="none" ${pen(ink)}/>` +
    `<path d="${path(
      [
        [left, foot],
        [left, foot - height],
        [left + width, foot - height],
        [left + width, foot],
      ],
      true,
    )}" fill="${ink.wall}" ${pen(ink)}/>` +
    panes(ink, [
      [left + width * 0.18, foot - height * 0.7, left + width * 0.42, foot - height * 0.28],
      [left + width * 0.58, foot - height * 0.7, left + width * 0.82, foot - height * 0.28],
    ]) +
    roofAt(ink, left, foot - height, width, size * 0.42, own)
  );
}

function towerAt(ink: Ink, [x, y]: Point, size: number, own: () => number): string {
  const [width, height] = [size * (0.72 + own() * 0.3), size * (1.7 + own() * 1.5)];
  const left = x - width / 2;
  const floors = Math.max(3, Math.round(height / 5));
  const boxes: Box[] = [];
  for (let floor = 0; floor < floors; floor++)
    for (const share of [0.2, 0.6]) {
      if (own() < 0.25) continue;
      const top = y - height + 3 + (floor * (height - 5)) / floors;
      boxes.push([left + width * share, top, left + width * (share + 0.2), top + 1.8]);
    }
  return `<path d="${path(
    [
      [left, y],
      [left + jitter(own, 0.5), y - height],
      [left + width, y - height + jitter(own)],
      [left + width, y],
    ],
    true,
  )}" fill="${ink.mist}" ${pen(ink)}/>${panes(ink, boxes)}`;
}

export function treeAt(ink: Ink, [x, y]: Point, size: number, own: () => number): string {
  const [cx, cy, radius] = [x + jitter(own, 1.5), y - size * 0.8, size * (0.42 + own() * 0.14)];
  const crown = Array.from({ length: 7 }, (_, index): Point => {
    const angle = (index / 7) * 2 * Math.PI;
    const out = radius * (0.82 + own() * 0.36);
    return [cx + Math.cos(angle) * out * 1.15, cy + Math.sin(angle) * out];
  });
  const [first] = crown as [Point];
  const round = crown
    .map((point, index) => {
      const next = crown[(index + 1) % crown.length] as Point;
      return `Q${tenth(point[0])} ${tenth(point[1])} ${tenth((point[0] + next[0]) / 2)} ${tenth((point[1] + next[1]) / 2)}`;
    })
    .join('');
  const last = crown.at(-1) as Point;
  return (
    `<path d="M${tenth(x)} ${tenth(y)}L${tenth(cx)} ${tenth(cy)}" fill="none" ${pen(ink)}/>` +
    `<path d="M${tenth((last[0] + first[0]) / 2)} ${tenth((last[1] + first[1]) / 2)}${round}Z" fill="${ink.leaf}" ${pen(ink)}/>`
  );
}
