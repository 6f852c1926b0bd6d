/** What carries people over water and up slopes: bridges, cableway, trains, lifts, moving stairs, boats. */
import { landmark } from './landmark';
import { box, houseRow, hull, person, rock, roof, tower, train, tree, water } from './parts';
import type { Pen } from './pen';

/** A pylon like a weaver's shuttle: two legs that part at the deck and meet above and below. */
function spindle(pen: Pen, x: number, foot: number, deck: number, top: number, half: number): void {
  const d = (inner: number) =>
    `M${x} ${top + inner * 3}Q${x - half * 1.9 + inner} ${deck + (top - deck) * 0.3} ${x - half + inner} ${deck}Q${x - half * 0.4 + inner} ${(deck + foot) / 2} ${x - half * 0.25 + inner * 0.3} ${foot}H${x + half * 0.25 - inner * 0.3}Q${x + half * 0.4 - inner} ${(deck + foot) / 2} ${x + half - inner} ${deck}Q${x + half * 1.9 - inner} ${deck + (top - deck) * 0.3} ${x} ${top + inner * 3}Z`;
  pen.mass(d(0), pen.ink.isNight ? pen.ink.light : pen.ink.paper, 0.9);
  pen.mass(d(0.35), pen.ink.isNight ? pen.ink.river : pen.ink.mist, 0.6);
}

/** A double-deck truss: cars and people above, the train below. */
function trussDeck(pen: Pen, left: number, right: number, y: number): void {
  const { ink } = pen;
  pen.mass(`M${left} ${y}H${right}V${y + 1.1}H${left}Z`, ink.isNight ? ink.wall : ink.paper, 0.8);
  let web = `M${left} ${y + 1.1}`;
  for (let x = left, up = true; x < right - 0.5; x += 0.8, up = !up) web += `L${x + 0.8} ${up ? y : y + 1.1}`;
  pen.line(web, 0.5, ink.accent);
  pen.line(`M${left - 0.1} ${y}H${right + 0.1}`, 1.4, ink.accent);
  let lamps = '';
  for (let x = left + 0.6; x < right; x += 1.5) lamps += `M${x} ${y - 0.35}h.02`;
  if (ink.isNight) pen.line(lamps, 2, ink.light);
}

function stayedBridge(pen: Pen, half: number, deck: number, top: number, pylons: readonly number[]): void {
  const { ink } = pen;
  water(pen, -half, -1.9, half * 2, 1.8);
  for (const x of pylons) {
    let stays = '';
    const reach = pylons.length > 1 ? Math.abs(x) * 0.92 : half * 0.86;
    for (const side of [-1, 1])
      for (let i = 1; i <= 7; i++)
        stays += `M${x} ${top + 0.6 + (7 - i) * 0.34}L${x + side * (0.9 + (reach - 0.9) * (i / 7))} ${deck}`;
    spindle(pen, x, -0.6, deck, top, 0.95);
    pen.line(stays, 0.45, ink.isNight ? ink.line : ink.accent, 0.9);
  }
  trussDeck(pen, -half + 0.1, half - 0.1, deck);
  for (const x of pylons) pen.line(`M${x - 0.6} -.5h1.2`, 1.6);
}

const dongshuimen = landmark(18.5, 11, (pen) => {
  stayedBridge(pen, 9.3, -4.2, -10.6, [-4.6, 4.6]);
  hull(pen, 0.4, -0.6, 2.2);
});

const qiansimen = landmark(15.5, 12, (pen) => {
  stayedBridge(pen, 7.8, -4.2, -11.6, [0.6]);
  train(pen, -5.4, -3.15, 2, 2, 0.8, pen.ink.light);
  hull(pen, -4, -0.6, 2);
});

/** The first big road bridge over the Jialing: a girder on stone piers, a bus on its way across. */
const jialing = landmark(18, 6.5, (pen) => {
  const { ink } = pen;
  water(pen, -8.8, -1.8, 17.6, 1.7);
  const piers = [-5.4, 0, 5.4];
  for (const x of piers)
    pen.mass(`M${x - 0.7} -.8L${x - 0.5} -3.4H${x + 0.5}L${x + 0.7} -.8Z`, ink.wall, 0.8);
  let belly = 'M-8.8 -5H8.8V-4.2';
  for (const x of [...piers].reverse())
    belly += `Q${x + 1.6} -4.1 ${x + 0.4} -3H${x - 0.4}Q${x - 1.6} -4.1 ${x - 2.7} -4.15`;
  pen.mass(`${belly}H-8.8Z`, ink.mist, 0.8);
  let web = 'M-8.8 -4.2';
  for (let i = 0; i < 22; i++) {
    const x = -8.8 + (i + 1) * 0.8;
    const near = Math.min(...piers.map((pier) => Math.abs(x - pier)));
    web += `L${x} ${i % 2 ? (near < 1.5 ? -3.6 : -4.2) : -5}`;
  }
  pen.line(web, 0.5);
  pen.line('M-8.9 -5.1H8.9', 1.5);
  let rail = 'M-8.8 -5.7H8.8';
  for (let x = -8.4; x < 8.8; x += 1.4) rail += `M${x} -5.7v.5`;
  pen.line(rail, 0.4);
  pen.mass(`${box(-4.2, -6.2, 2.4, 0.9)}`, ink.accent, 0.6);
  pen.windows(-4.1, -6.1, 2.2, 0.5, 3, 1, { dab: 2, length: 0.6, share: 1 });
  if (ink.isNight)
    pen.dots(
      [
        [-7, -6.1],
        [-1, -6.1],
        [2, -6.1],
        [5, -6.1],
        [8, -6.1],
      ],
      0.2,
      ink.light,
    );
  hull(pen, 2.7, -0.7, 2.2);
});

/** The red cabin itself, as large as it hangs in memory. */
function cabin(pen: Pen, x: number, y: number, size: number): void {
  const { ink } = pen;
  const [half, tall] = [size * 0.62, size * 0.86];
  pen.line(`M${x - size * 0.35} ${y}h${size * 0.7}`, 2.2);
  pen.line(
    `M${x - size * 0.22} ${y}L${x} ${y + size * 0.3}L${x + size * 0.22} ${y}M${x} ${y + size * 0.2}v${size * 0.25}`,
    0.9,
  );
  const top = y + size * 0.42;
  pen.mass(
    `M${x - half * 0.86} ${top}H${x + half * 0.86}Q${x + half} ${top} ${x + half} ${top + size * 0.16}L${x + half * 0.94} ${top + tall * 0.86}Q${x + half * 0.9} ${top + tall} ${x + half * 0.7} ${top + tall}H${x - half * 0.7}Q${x - half * 0.9} ${top + tall} ${x - half * 0.94} ${top + tall * 0.86}L${x - half} ${top + size * 0.16}Q${x - half} ${top} ${x - half * 0.86} ${top}Z`,
    ink.accent,
    0.9,
  );
  for (let i = 0; i < 3; i++)
    pen.mass(
      box(x - half * 0.82 + i * half * 0.57, top + tall * 0.16, half * 0.48, tall * 0.38),
      ink.isNight ? ink.light : ink.paper,
      0.6,
    );
  pen.line(`M${x - half * 0.92} ${top + tall * 0.7}H${x + half * 0.92}`, size * 0.5, ink.paper);
}

const cableway = landmark(16, 12.5, (pen) => {
  const { ink } = pen;
  for (const [x, height] of [
    [2.2, 3],
    [4, 4.2],
    [5.6, 3.4],
    [7, 4.6],
  ] as const)
    tower(pen, x, -1.4, 1.3, height, { lean: 0.3, columns: 2, rows: 4 });
  water(pen, -7.8, -1.9, 15.6, 1.8);
  rock(pen, 'M-7.8 -.3V-3.4Q-6.4 -4.2 -4.4 -3.2Q-3 -2 -2.4 -.5Z', [
    [-6.8, -2.4],
    [-5.2, -2.2],
    [-3.9, -1.6],
  ]);
  houseRow(pen, [{ x: -6.7, y: -3.4, width: 1.7 }], { bays: 2, height: 1, posts: 0.6 });
  pen.mass('M-5.6 -2.6L-4.9 -11.8H-3.9L-3.2 -2.6H-3.9L-4.4 -10.6L-4.9 -2.6Z', ink.wall, 0.8);
  pen.line('M-5.2 -5.4h1.6M-5 -8h1.2M-5.2 -5.4L-3.8 -8M-3.6 -5.4L-5 -8', 0.6);
  pen.line('M-6 -12h3.2', 2);
  pen.line('M-7.8 -12.2L-4.4 -12.1Q2 -9.6 7.9 -9.7M-7.8 -11.6L-4.4 -11.7Q2 -9 7.9 -9.2', 0.6);
  cabin(pen, 1.9, -9.9, 4);
  hull(pen, 4.9, -0.6, 2.4);
});

const cablewayCabin = landmark(7.5, 7, (pen) => {
  pen.line('M-3.8 -6.6Q0 -6 3.8 -6.5M-3.8 -6.2Q0 -5.5 3.8 -6', 0.6);
  cabin(pen, 0, -6, 4.6);
});

/** Liziba: the train leaves the house it runs through. */
const liziba = landmark(18, 16, (pen) => {
  const { ink } = pen;
  pen.mass('M2 -.2Q3.4 -6.6 5.8 -6.8Q7 -6.4 7.4 -3.4Q8.3 -2 8.3 -.2Z', ink.leaf, 0.8);
  pen.line('M6 -5.6q.4 -.4 .8 0M6.9 -3.2q.4 -.4 .7 0M6.2 -4.2q.3 -.4 .7 0', 0.4);
  pen.mass('M-2 -.3V-15.4H5.4V-.3Z', ink.wall, 0.9);
  pen.shade('M3.6 -.3V-15.4H5.4V-.3Z');
  pen.line('M-2.2 -15.4h7.8M-.4 -15.5v-.4h2.6v.4', 0.8);
  pen.windows(-1.9, -15.1, 7.1, 5.2, 7, 6, { dab: 1.8, length: 0.46 });
  pen.windows(-1.9, -5.4, 7.1, 4.9, 7, 5, { dab: 1.8, length: 0.46 });
  pen.line('M-2 -13.3h7.4M-2 -11.6h7.4M-2 -3.6h7.4M-2 -1.9h7.4', 0.35);
  pen.mass('M-2.3 -6V-9.6H5.7V-6Z', ink.isNight ? ink.light : ink.roof, 0.9);
  pen.line('M-2.3 -9.2H5.7', 1.2, ink.isNight ? ink.accent : ink.paper);
  pen.mass('M-8.2 -6.6Q-4 -6.3 3 -6.4V-5.5H-8.2Z', ink.mist, 0.8);
  pen.mass('M-6.2 -5.5H-5.2L-5.4 -.3H-6ZM-3.6 -5.5H-2.9L-3 -.3H-3.5Z', ink.mist, 0.7);
  train(pen, -7.4, -6.5, 3, 3.5, 2.1);
  // The last car is still inside the house.
  pen.mass('M.6 -5.5V-8.9H5.6V-5.5Z', ink.wall, 0.8);
  pen.shade('M3.6 -5.5V-8.9H5.6V-5.5Z');
  pen.windows(0.8, -8.8, 4.6, 2.6, 5, 1, { dab: 2.6, length: 0.5, share: 1 });
  tree(pen, -4.6, -0.1, 2.6);
  tree(pen, -7.1, -0.1, 3.2);
  tree(pen, 6.6, -0.3, 3.6);
  tree(pen, 3.2, -0.1, 1.8);
  person(pen, -2.2, -0.05, 1.3, ink.riverLine);
  pen.line('M-1.8 -1l.5 -.5', 0.6);
});

const monorail = landmark(12, 5.5, (pen) => {
  const { ink } = pen;
  pen.mass('M-5.9 -3H5.9V-2.2H-5.9Z', ink.mist, 0.8);
  for (const x of [-3, 3])
    pen.mass(
      `M${x - 0.9} -2.2H${x + 0.9}L${x + 0.4} -1.6L${x + 0.3} -.1H${x - 0.3}L${x - 0.4} -1.6Z`,
      ink.mist,
      0.7,
    );
  train(pen, -5.5, -2.9, 3, 3.6, 2.2);
  tree(pen, 0.2, -0.05, 1.8);
  pen.line('M-5.6 -.05H5.6', 0.6);
});

/** A covered flight of moving stairs up a slope, riders on it. */
function movingStairs(
  pen: Pen,
  [footX, footY]: readonly [number, number],
  [headX, headY]: readonly [number, number],
  riders: number,
): void {
  const { ink } = pen;
  const at = (share: number) => [footX + (headX - footX) * share, footY + (headY - footY) * share] as const;
  pen.mass(`M${footX} ${footY}L${headX} ${headY}V${headY + 0.9}L${footX} ${footY + 0.9}Z`, ink.roof, 0.8);
  pen.wash(
    `M${footX} ${footY}L${headX} ${headY}V${headY - 2.2}L${footX} ${footY - 2.2}Z`,
    ink.isNight ? ink.light : ink.paper,
    ink.isNight ? 0.4 : 1,
  );
  for (let i = 0; i < riders; i++) {
    const [x, y] = at((i + 0.6) / riders);
    person(pen, x, y, 1.35, [ink.accent, ink.riverLine, ink.light, ink.roof][i % 4]);
  }
  let treads = '';
  for (let i = 0; i < 16; i++) {
    const [x, y] = at(i / 16);
    treads += `M${x} ${y + 0.1}l.1 .6`;
  }
  pen.line(treads, 0.4, ink.paper);
  pen.line(`M${footX} ${footY - 0.6}L${headX} ${headY - 0.6}`, 0.9, ink.accent);
  let posts = '';
  for (let i = 0; i <= 5; i++) {
    const [x, y] = at(i / 5);
    posts += `M${x} ${y}v-2.2`;
  }
  pen.line(posts, 0.6);
  pen.mass(
    `M${footX - 0.6} ${footY - 1.9}L${headX + 0.5} ${headY - 2.3}V${headY - 2.9}L${footX - 0.6} ${footY - 2.5}Z`,
    ink.accent,
    0.8,
  );
}

/** The Crown Escalator: the long tube down the slope, a station house at either end. */
const crownEscalator = landmark(16, 11.5, (pen) => {
  const { ink } = pen;
  rock(pen, 'M-7.6 -.1V-1.2L-4.6 -1.3L4.4 -6.7H7.6V-.1Z', [
    [-2, -1.6],
    [0.6, -2.8],
    [3, -4],
    [5.4, -4.4],
    [6.6, -2.6],
  ]);
  movingStairs(pen, [-4.6, -1.7], [4.6, -7.3], 7);
  pen.mass('M4.4 -6.7V-10.6H7.4V-6.7Z', ink.wall, 0.8);
  pen.mass('M5 -6.7V-8.8H6.8V-6.7Z', ink.isNight ? ink.light : ink.roof, 0.6);
  pen.mass('M4 -10.5H7.8V-11.2H4Z', ink.accent, 0.7);
  pen.line('M4.8 -9.6h2.2', 1.6, ink.light);
  pen.mass('M-7.6 -1.2V-5.2H-4.4V-1.2Z', ink.wall, 0.8);
  pen.mass('M-7 -1.2V-3.4H-5.1V-1.2Z', ink.isNight ? ink.light : ink.roof, 0.6);
  pen.mass('M-7.9 -5.1H-4.1V-5.8H-7.9Z', ink.accent, 0.7);
  pen.line('M-7 -4.3h2', 1.6, ink.light);
  tree(pen, 1.4, -0.2, 2.2);
  tree(pen, 4.2, -0.6, 2.8);
  tree(pen, -1.6, -0.1, 1.5);
});

const escalator = landmark(10.5, 9, (pen) => {
  pen.mass('M-5.2 -.1V-.8L-3.4 -.9L4 -5.5H5.2V-.1Z', pen.ink.ground, 0.8);
  movingStairs(pen, [-3.6, -1.1], [4, -5.8], 4);
  tree(pen, 3.6, -0.1, 2.6);
});

/** A shaft from the lower street to the upper one, a cabin on its way. */
function liftShaft(pen: Pen, x: number, top: number, width: number, cabinAt: number): void {
  const { ink } = pen;
  const left = x - width / 2;
  pen.mass(box(left, top, width, -top - 0.2), ink.isNight ? ink.mist : ink.paper, 0.9);
  pen.wash(
    box(left + width * 0.28, top + 0.9, width * 0.44, -top - 1.2),
    ink.isNight ? ink.paper : ink.river,
  );
  let grid = '';
  for (let y = top + 1.6; y < -1.4; y += 0.95) grid += `M${left} ${y}h${width}`;
  pen.line(`${grid}M${left + width * 0.28} ${top + 0.9}V-.3M${left + width * 0.72} ${top + 0.9}V-.3`, 0.4);
  pen.mass(box(left + width * 0.24, cabinAt, width * 0.52, 1.6), ink.isNight ? ink.light : ink.accent, 0.7);
  pen.line(`M${x} ${cabinAt}v1.6`, 0.5, ink.isNight ? ink.paper : ink.line);
  pen.mass(box(left - 0.3, top - 0.7, width + 0.6, 0.8), ink.accent, 0.8);
}

/** The Kaixuan Road lift: eleven storeys of shaft and a bridge to the upper street. */
const kaixuanLift = landmark(12, 13.5, (pen) => {
  const { ink } = pen;
  rock(pen, 'M2.2 -.2Q2.9 -3 2.5 -5Q3 -7 2.8 -9.2H5.6Q5.3 -7 5.8 -5.4Q5.5 -2.6 5.9 -.2Z', [
    [3.4, -7.6],
    [4.8, -6.6],
    [3.4, -4.6],
    [5, -3.2],
    [3.2, -2],
  ]);
  houseRow(pen, [{ x: 4.4, y: -9.4, width: 2.2 }], { bays: 2 });
  liftShaft(pen, -1.6, -12.6, 2.8, -7.2);
  pen.mass('M-.2 -9.2H3.4V-9.9H-.2Z', ink.paper, 0.8);
  pen.line(
    'M0 -9.9v-.9M.9 -9.9v-.9M1.8 -9.9v-.9M2.7 -9.9v-.9M0 -10.8H3.2M.4 -9.2L-.2 -8.2M2.8 -9.2L2.6 -8.2',
    0.5,
  );
  person(pen, 1.4, -9.95, 1.3);
  pen.mass('M-3.6 -.1V-2H.4V-.1Z', ink.wall, 0.8);
  pen.mass('M-2.2 -.1V-1.5H-1V-.1Z', ink.isNight ? ink.light : ink.roof, 0.6);
  pen.mass('M-3.9 -1.9L-3.5 -2.6H.3L.7 -1.9Z', ink.roof, 0.7);
  pen.line('M-5.8 -.1H5.8', 0.8);
  person(pen, -4.4, -0.1, 1.4, ink.riverLine);
  tree(pen, 1.5, -0.1, 1.9);
});

const lift = landmark(5, 9, (pen) => {
  liftShaft(pen, 0, -8, 2.6, -4.6);
  person(pen, -1.9, -0.05, 1.4);
  pen.line('M-2.4 -.05H2.4', 0.6);
});

/** Stairs that go down under a glass roof: the way to the trains. */
const metro = landmark(8, 5.5, (pen) => {
  const { ink } = pen;
  pen.mass('M-3.4 -.2V-3L-2.8 -4.4H2.6L3.4 -3V-.2Z', ink.isNight ? ink.ground : ink.river, 0.8);
  pen.mass('M-2.6 -.2L-1.6 -2.8H1.8L2.6 -.2Z', ink.isNight ? ink.light : ink.roof, 0.7);
  pen.line('M-1.7 -2.4h3.4M-1.9 -1.9h3.8M-2.1 -1.4h4.2M-2.3 -.8h4.6', 0.5, ink.paper);
  pen.mass('M-3.9 -4.3Q0 -5.4 3.7 -4.3L3.6 -3.8Q0 -4.8 -3.8 -3.8Z', ink.accent, 0.8);
  pen.line('M-3.3 -2h1M2.4 -2h1M-3.3 -3h.7M2.7 -3h.7', 0.4, ink.riverLine);
  pen.disc(0, -3.6, 0.62, ink.accent, 0.6);
  // The front of a train on its sign.
  pen.wash('M-.3 -3.3V-3.7Q-.25 -4 0 -4Q.25 -4 .3 -3.7V-3.3Z', ink.paper);
  pen.line('M-.12 -3.7h.24', 0.9, ink.accent);
  person(pen, 0.3, -0.6, 1.3, ink.light);
});

/** A river cruiser with two decks, as they ply at night. */
const boat = landmark(10.5, 6, (pen) => {
  const { ink } = pen;
  water(pen, -5.3, -1.2, 10.6, 1.1);
  pen.mass('M-3.6 -2.2V-3.8H3.2V-2.2Z', ink.paper, 0.7);
  pen.windows(-3.5, -3.7, 6.6, 1.4, 7, 1, { dab: 2, length: 0.5, share: 1 });
  roof(pen, -0.2, -3.7, 8.2, 0.6, { ridge: 0.86, curl: 0.3, tiles: 0, color: ink.accent });
  pen.mass('M-2.4 -4.2V-5.3H1.6V-4.2Z', ink.paper, 0.6);
  pen.windows(-2.3, -5.2, 3.8, 1, 5, 1, { dab: 2, length: 0.5, share: 1 });
  roof(pen, -0.4, -5.1, 5.4, 0.9, { ridge: 0.6, curl: 0.5, color: ink.light });
  pen.mass(
    'M-5 -2.6Q-4.6 -.9 -3.4 -.7H3.4Q4.6 -1 5.1 -2.6Q4.6 -2.2 3.6 -2.2H-3.6Q-4.4 -2.2 -5 -2.6Z',
    ink.roof,
    0.8,
  );
  pen.line('M-4.6 -1.7H4.6', 0.9, ink.accent);
  pen.line('M-4.4 -.5q.6 -.3 1.2 0M-.6 -.3q.6 -.3 1.2 0M3 -.5q.6 -.3 1.2 0', 0.5, ink.riverLine);
});

export const bridgesAndRides = {
  'dongshuimen-bridge': dongshuimen,
  'qiansimen-bridge': qiansimen,
  'jialing-bridge': jialing,
  cableway,
  'cableway-cabin': cablewayCabin,
  liziba,
  monorail,
  'crown-escalator': crownEscalator,
  escalator,
  'kaixuan-lift': kaixuanLift,
  lift,
  metro,
  boat,
};
