/** Slopes, ridges, river banks and the ways that hang on them. */
import { landmark } from './landmark';
import {
  box,
  crown,
  houseRow,
  hull,
  lanterns,
  person,
  rock,
  roof,
  steps,
  tower,
  train,
  tree,
  water,
} from './parts';
import type { Pen } from './pen';

/** The square at the confluence, like the bow of a ship between two waters, steps down to both. */
const chaotianmen = landmark(17.5, 9.5, (pen) => {
  const { ink } = pen;
  pen.wash('M-8.8 -3.6Q-5 -4.6 0 -4L0 -.1Q-5 .1 -8.2 -.5Z', ink.leaf, 0.55);
  pen.wash('M8.8 -3.6Q5 -4.6 0 -4L0 -.1Q5 .1 8.2 -.5Z', ink.light, 0.35);
  pen.line(
    'M-8 -2.4q.8 -.3 1.6 0M-6.6 -1.2q.8 -.3 1.6 0M-4.4 -.6q.7 -.3 1.4 0M-8.2 -3.3q.5 -.2 1 0M6.6 -2.4q.8 -.3 1.6 0M5 -1.2q.8 -.3 1.6 0M3 -.6q.7 -.3 1.4 0M7.4 -3.3q.5 -.2 1 0',
    0.5,
    ink.riverLine,
  );
  // Stairs fan out from the bow on both sides; the lowest step meets the water.
  pen.mass('M-8.3 -2.6L0 -.4L8.3 -2.6L5.8 -5.6L0 -3.4L-5.8 -5.6Z', ink.paper, 0.8);
  let treads = '';
  for (let i = 1; i < 7; i++) {
    const share = i / 7;
    treads += `M${-8.3 + 2.5 * share} ${-2.6 - 3 * share}L${-0.7} ${-0.55 - 2.9 * share}M${8.3 - 2.5 * share} ${-2.6 - 3 * share}L${0.7} ${-0.55 - 2.9 * share}`;
  }
  pen.line(treads, 0.45);
  pen.mass('M-1 -.7L0 -.3L1 -.7L.8 -3.9L0 -3.4L-.8 -3.9Z', ink.wash, 0.8);
  pen.shade('M0 -.3L1 -.7L.8 -3.9L0 -3.4Z');
  pen.line('M0 -3.4V-.4', 0.7);
  pen.mass('M-6 -5.5L0 -3.2L6 -5.5L4.2 -6.7H-4.2Z', ink.wall, 0.9);
  pen.line(
    'M-6 -6.1L0 -3.9L6 -6.1M-6 -5.5v-.6M-4 -4.8v-.6M-2 -4v-.6M0 -3.2v-.7M2 -4v-.6M4 -4.8v-.6M6 -5.5v-.6M-3.6 -6.3H3.6M-2.4 -5.6H2.4',
    0.5,
  );
  pen.line('M0 -5.6V-9.3', 0.8);
  pen.mass('M0 -9.2q.9 -.4 1.8 0v1.1q-.9 -.4 -1.8 0Z', ink.accent, 0.6);
  for (const [x, y] of [
    [-2.9, -5.4],
    [-1.2, -4.9],
    [1.3, -5.1],
    [2.9, -5.7],
  ] as const)
    person(pen, x, y, 1.1, x > 0 ? ink.riverLine : ink.accent);
  if (ink.isNight)
    pen.dots(
      [
        [-6, -6.1],
        [-4, -5.4],
        [-2, -4.6],
        [0, -3.9],
        [2, -4.6],
        [4, -5.4],
        [6, -6.1],
      ],
      0.18,
      ink.light,
    );
  hull(pen, -6.4, -0.9, 2.2);
  hull(pen, 5.6, -0.6, 2);
});

/** A walkway bracketed to the rock, with its rail. */
function boardwalk(pen: Pen, points: readonly (readonly [number, number])[]): void {
  const { ink } = pen;
  const draft = (lift: number) =>
    points.map(([x, y], index) => `${index ? 'L' : 'M'}${x} ${y - lift}`).join('');
  let brackets = '';
  let rails = '';
  points.slice(1).forEach(([x, y], index) => {
    const [fromX, fromY] = points[index] ?? [x, y];
    for (const share of [0.15, 0.5, 0.85]) {
      const [atX, atY] = [fromX + (x - fromX) * share, fromY + (y - fromY) * share];
      brackets += `M${atX} ${atY}l-.6 1.1`;
      rails += `M${atX} ${atY}v-1`;
    }
  });
  pen.line(brackets, 0.7);
  pen.line(draft(0), 2.6, ink.line);
  pen.line(draft(0), 1.5, ink.light);
  pen.line(rails + draft(1), 0.5);
}

const thirdWalkway = landmark(15, 12, (pen) => {
  const { ink } = pen;
  water(pen, -7.4, -1.3, 9, 1.2);
  rock(
    pen,
    'M-3.4 -.2Q-3.6 -2.2 -2 -3.4Q-2.8 -5.6 -1 -7.4Q-.6 -9.6 1.6 -10.4Q4.6 -11 6 -9.8Q6 -8 7.1 -6.8Q6.4 -4 7.3 -2.2L6.6 -.2Q1.6 -.5 -3.4 -.2Z',
    [
      [-1.4, -2.6],
      [0.4, -5.8],
      [1.2, -8.6],
      [3.6, -8.8],
      [5.8, -8],
      [5.4, -5],
      [2.6, -2.2],
      [5, -1.9],
    ],
  );
  tree(pen, 3, -9.9, 2);
  tree(pen, 5.6, -9.8, 1.8);
  tree(pen, 0.4, -0.9, 1.9);
  boardwalk(pen, [
    [-6.8, -2],
    [-3.6, -3],
    [-0.6, -4.2],
    [2.8, -4.6],
    [6.6, -6.2],
  ]);
  pen.mass('M-5 -3.2H-2.2V-2.6H-5Z', ink.light, 0.6);
  person(pen, -4, -3.2, 1.4);
  person(pen, 1.4, -4.6, 1.3, ink.riverLine);
  person(pen, 4.8, -5.6, 1.2, ink.light);
  pen.wash(
    'M5.2 -3.4q.8 -1 1.5 0q.4 1 -.4 1.2q-1 0 -1.1 -1.2ZM-1.6 -7.4q.4 -.9 1.2 -.5q.4 .8 -.3 1.2Z',
    ink.leaf,
  );
});

/** Yanziyan, the Swallow Rock: houses on the edge, swallows before the face. */
const yanziyan = landmark(13, 11, (pen) => {
  rock(
    pen,
    'M-6.3 -.2Q-5.6 -2.6 -5.9 -4.2Q-5 -6.8 -3.6 -7.2Q0 -7.8 3.2 -6.8L3.8 -4.4Q5.6 -3 5.2 -1.6L6.2 -.2Z',
    [
      [-4.6, -5.6],
      [-2.4, -6.4],
      [0.4, -6.4],
      [2.4, -5.6],
      [-3.6, -3],
      [0.8, -3.4],
      [3.4, -3],
      [-5, -1.8],
      [2, -1.6],
    ],
  );
  houseRow(
    pen,
    [
      { x: -2.4, y: -7.2, width: 2.8, floors: 2 },
      { x: 1.4, y: -7, width: 2.6 },
    ],
    { posts: 0.8 },
  );
  tree(pen, -5, -6, 2.6);
  tree(pen, 3.6, -5.2, 2.2);
  steps(pen, [-0.4, -0.2, 2], [-1.2, -5.6, 0.9], 14);
  for (const [x, y, size] of [
    [4.6, -8.4, 1.1],
    [5.4, -6.4, 0.8],
    [3.4, -9.8, 0.7],
  ] as const)
    pen.line(
      `M${x - size} ${y}q${size * 0.6} ${-size * 0.5} ${size} ${size * 0.1}q${size * 0.3} ${-size * 0.7} ${size * 0.9} ${-size * 0.6}M${x} ${y + size * 0.1}l${-size * 0.35} ${size * 0.5}M${x} ${y + size * 0.1}l${size * 0.1} ${size * 0.55}`,
      1.1,
    );
  person(pen, -0.7, -1.4, 1.2);
});

/** Fotuguan in spring: a train among the blossom. */
const fotuguan = landmark(15.5, 9.5, (pen) => {
  const { ink } = pen;
  pen.mass(
    'M-7.4 -.3Q-7.6 -4.6 -5.8 -6.2Q-4 -6.6 -3.2 -8.6Q-1 -9.6 .6 -8Q2.6 -9 4.4 -7.2Q6.6 -6.6 7.4 -.3Z',
    ink.leaf,
    0.8,
  );
  pen.line('M-4.6 -6.2q.4 -.4 .8 0M-1 -7.4q.4 -.4 .8 0M2.6 -7q.4 -.4 .8 0M4.8 -5.4q.4 -.4 .8 0', 0.4);
  pen.mass('M-7.4 -3H7.4V-2.4H-7.4Z', ink.mist, 0.7);
  const blossom = (x: number, y: number, size: number) => {
    pen.line(`M${x} ${y}Q${x + 0.3} ${y - size * 0.3} ${x - 0.1} ${y - size * 0.5}`, 1.1);
    pen.tint(crown(x, y, size), ink.accent, 0.35, 0.5);
    const petals: [number, number][] = [];
    for (let i = 0; i < 6; i++) {
      const spread = size * (0.1 + i * 0.035);
      petals.push([x + Math.sin(i * 2.4) * spread, y - size * 0.62 + Math.cos(i * 2.4) * spread * 0.7]);
    }
    pen.dots(petals, 0.17, ink.accent);
    pen.dots(
      petals.slice(0, 5).map(([a, b]) => [a + 0.34, b - 0.2]),
      0.15,
      ink.isNight ? ink.line : ink.paper,
    );
  };
  blossom(-4.4, -4.2, 2.6);
  blossom(3.9, -4.4, 3);
  train(pen, -5.8, -3, 4, 3, 1.9);
  blossom(-5.4, -0.2, 4);
  blossom(-1.3, -0.1, 2.6);
  blossom(5, -0.1, 4.3);
  pen.dots(
    [
      [-3.8, -0.5],
      [-0.3, -0.7],
      [3.6, -0.5],
      [-4.1, -1.4],
      [3.4, -1.7],
    ],
    0.12,
    ink.accent,
  );
});

/** Gele Mountain: ranges of pine one behind the other, a path and a pavilion. */
const geleshan = landmark(16, 11, (pen) => {
  const { ink } = pen;
  pen.mass(
    'M-7.8 -2Q-6.8 -6.2 -4.8 -6.6Q-3.6 -9.2 -1.6 -8.4Q.4 -10.6 2.4 -8.6Q4 -8.8 5 -6.6Q6.8 -6 7.8 -2Z',
    ink.mist,
    0.7,
  );
  pen.line(
    'M-4 -7.2q.5 -.5 1 -.2M-.6 -8.6q.6 -.6 1.2 -.4M3 -7.8q.5 -.3 .9 .1M-5.8 -5.6q.4 -.4 .9 -.2M5.4 -5.4q.4 -.2 .7 .2',
    0.5,
  );
  pen.mass(
    'M-7.9 -1.4Q-7 -4.4 -5 -4.6Q-3.4 -7 -1.4 -5.8Q.6 -7.2 2.6 -5.6Q4.6 -6.2 5.6 -4Q7.2 -3.6 7.9 -1.4Z',
    ink.leaf,
    0.8,
  );
  pen.wash(
    'M-7.4 -3.4q2 -1.2 4 -.4q2 -.9 3.6 0q2.4 -.8 4 .1q1.6 -.5 3 .3q-2.4 .8 -4.6 .4q-2.6 .7 -5 .1q-2.6 .5 -5 -.5Z',
    ink.paper,
    0.85,
  );
  pen.mass(
    'M-7.9 -.2Q-6.8 -2.6 -4.4 -2.8Q-1.8 -4 .4 -2.8Q3.4 -3.8 5.4 -2.4Q7.2 -1.8 7.9 -.2Q0 -.4 -7.9 -.2Z',
    ink.leaf,
    0.8,
  );
  pen.line('M-1.2 -.3Q2.2 -.8 .8 -1.6Q-1 -2.1 .6 -2.8', 1.6, ink.paper);
  const pines: readonly (readonly [x: number, y: number, size: number])[] = [
    [-5.8, -1, 1.9],
    [-4.3, -1.8, 1.8],
    [-2.9, -1, 2.1],
    [4.3, -0.9, 2.2],
    [5.9, -1.1, 1.7],
    [2.9, -1.6, 1.6],
    [-2, -4.8, 1.4],
    [3.8, -4.6, 1.4],
    [-5, -4, 1.3],
  ];
  let needles = '';
  for (const [x, y, size] of pines)
    needles += `M${x - size * 0.32} ${y}L${x} ${y - size * 0.6}L${x + size * 0.32} ${y}ZM${x - size * 0.24} ${y - size * 0.42}L${x} ${y - size}L${x + size * 0.24} ${y - size * 0.42}ZM${x} ${y}v.4`;
  pen.mass(needles, ink.isNight ? ink.river : ink.riverLine, 0.4);
  pen.glow(box(-0.1, -4.1, 1.6, 1.2), 0.5);
  pen.line('M-.1 -2.8v-1.3M1.5 -2.8v-1.3M.7 -2.8v-1.3', 0.8);
  roof(pen, 0.7, -4, 3, 1.2, { ridge: 0.14, curl: 0.5, tiles: 3 });
  person(pen, -0.4, -0.6, 1.1);
});

/** Nanbin Road: the skyline across the river, from a bench by the clock tower. */
const nanbin = landmark(16, 10, (pen) => {
  const { ink } = pen;
  for (const [x, width, height, lean] of [
    [-7, 1, 2.4, 0.2],
    [-5.8, 1, 3.4, -0.3],
    [-4.5, 1.2, 4.6, 0.5],
    [-3.1, 0.9, 3.2, 0.2],
    [-1.9, 1.2, 5.4, 0.4],
    [-0.5, 1, 3.9, -0.3],
    [0.8, 1.1, 4.4, 0.3],
    [2.1, 1, 2.8, 0.2],
  ] as const)
    tower(pen, x, -3.6, width, height, { lean, columns: 1, rows: 4 });
  water(pen, -7.8, -3.9, 13, 2.4);
  pen.mass('M4 -1V-7.6H6.8V-1Z', ink.wall, 0.8);
  pen.shade('M5.8 -1V-7.6H6.8V-1Z');
  pen.disc(5.3, -6.4, 0.8, ink.isNight ? ink.light : ink.paper, 0.7);
  pen.line('M5.3 -6.4v-.5M5.3 -6.4l.35 .2', 0.5, ink.isNight ? ink.paper : ink.line);
  pen.mass('M3.6 -7.5L5.4 -9.6L7.2 -7.5Z', ink.roof, 0.8);
  pen.line('M3.8 -5.1H7M3.8 -1.9H7', 0.6);
  pen.mass('M5 -2V-3.6Q5.4 -4.4 5.8 -3.6V-2Z', ink.isNight ? ink.light : ink.roof, 0.6);
  pen.mass('M-7.9 -.1L-7.4 -1.4H7.4L7.9 -.1Z', ink.ground, 0.8);
  pen.line('M-7.4 -1.4v-.8M-5.6 -1.4v-.8M2.4 -1.4v-.8M-7.4 -2.2H2.6M-7.4 -1.8H2.6', 0.45);
  person(pen, -2.5, -0.9, 1.7);
  person(pen, -1.5, -0.9, 1.6, ink.riverLine);
  pen.line('M-3.8 -1.5H-.2M-3.8 -1H-.2M-3.5 -1.5v1.2M-.5 -1.5v1.2', 1, ink.isNight ? ink.line : ink.roof);
  tree(pen, 1.7, -0.5, 2.6);
});

/** Zhangjiahuayuan: a stair that turns between walls, under a gate and bamboo. */
const zhangjiahuayuan = landmark(11, 11, (pen) => {
  const { ink } = pen;
  pen.mass('M-5.2 -.1Q-4.7 -2.6 -4.9 -4.8H-.8V-8.6H3.6Q4.4 -6 4.5 -4Q5.4 -2 5.2 -.1Z', ink.ground, 0.8);
  pen.line('M-4.4 -3.6h1M-3.6 -2.8h1M-4.6 -1.8h1M3 -7.4h1M3.8 -6.4h.8M3.4 -3h1M4 -2h.8M3.2 -1h1', 0.45);
  steps(pen, [-1.2, -0.1, 3.2], [1.2, -3.6, 2], 9);
  pen.mass('M-.2 -3.6H3.4V-4.2H-.2Z', ink.wall, 0.6);
  steps(pen, [1.8, -4.1, 2.2], [0.2, -7.6, 1.3], 9);
  pen.mass('M-1.5 -7.5V-9.9H-.8V-8.4Q.2 -9.6 1.2 -8.4V-7.5H1.9V-9.9H-1.5Z', ink.wall, 0.7);
  roof(pen, 0.2, -9.7, 4.4, 1, { curl: 0.6, tiles: 5 });
  // Bamboo leans over the wall.
  pen.line(
    'M-4.4 -4.8Q-4.2 -8 -3.4 -10.4M-3.4 -4.8Q-3.2 -7.4 -2.6 -9.2M-4.8 -4.8Q-5 -6.8 -4.8 -8.8M3.4 -8.6Q3.6 -10 4.2 -11',
    0.9,
    ink.leaf,
  );
  pen.wash(
    'M-3.4 -10.4q1.2 -.2 1.6 .7q-1.2 .1 -1.6 -.7ZM-3.7 -9.2q-1 .1 -1.4 .9q1.1 .1 1.4 -.9ZM-2.6 -9.2q1 0 1.2 .8q-1 0 -1.2 -.8ZM-4.8 -8.8q1 .2 1.1 1q-1 -.1 -1.1 -1ZM-3.1 -7.6q.9 .1 1.1 .8q-.9 0 -1.1 -.8ZM-4.2 -7.4q-.9 .1 -1.1 .8q.9 .1 1.1 -.8ZM4.2 -11q.8 .2 .8 1q-.8 -.1 -.8 -1ZM3.8 -10.1q-.9 0 -1.2 .6q.8 .2 1.2 -.6Z',
    ink.leaf,
  );
  tree(pen, 4.1, -0.1, 2.2);
  lanterns(
    pen,
    [
      [-1.9, -8.9],
      [2.3, -8.9],
    ],
    0.24,
  );
  person(pen, -0.3, -1.6, 1.4);
  person(pen, 1.2, -5.4, 1.1, ink.riverLine);
  // Somebody reads on the wall.
  person(pen, -3.4, -4.8, 1.3, ink.light);
  pen.line('M-3 -5.6l.5 -.15l.4 .25', 1, ink.isNight ? ink.line : ink.paper);
});

export const hillsides = {
  chaotianmen,
  'third-walkway': thirdWalkway,
  yanziyan,
  fotuguan,
  geleshan,
  'nanbin-road': nanbin,
  zhangjiahuayuan,
};
