/** What grows between the houses, what stands on the table, who carries it up the stairs, and where one rests. */
import { landmark } from './landmark';
import { box, person, tree } from './parts';
import type { Pen } from './pen';

function steam(pen: Pen, x: number, y: number): void {
  pen.line(
    `M${x - 1} ${y}q-.6 -.6 0 -1.1q.5 -.5 0 -1M${x + 0.1} ${y - 0.2}q-.6 -.6 0 -1.2q.5 -.5 0 -1.1M${x + 1.2} ${y}q-.6 -.6 0 -1.1q.5 -.5 0 -1`,
    0.7,
    pen.ink.line,
    0.6,
  );
}

/** Hotpot with the grid of nine. */
const hotpot = landmark(8.5, 8, (pen) => {
  const { ink } = pen;
  pen.mass('M-2.4 -.1L-2 -1H2L2.4 -.1Z', ink.roof, 0.7);
  pen.mass('M-3.7 -3.4Q-3.4 -1 -1.8 -.7H1.8Q3.4 -1 3.7 -3.4Z', ink.light, 0.9);
  pen.shade('M1.4 -3.2H3.6Q3.3 -1 1.8 -.7H.8Z');
  pen.mass('M-4.2 -3.6Q-4.1 -2.6 -3.6 -2.8M4.2 -3.6Q4.1 -2.6 3.6 -2.8', ink.light, 1.6);
  pen.mass('M-3.9 -3.6Q-3.8 -4.9 0 -5Q3.8 -4.9 3.9 -3.6Q3.8 -2.3 0 -2.2Q-3.8 -2.3 -3.9 -3.6Z', ink.wash, 0.9);
  pen.mass(
    'M-3.4 -3.6Q-3.3 -4.6 0 -4.65Q3.3 -4.6 3.4 -3.6Q3.3 -2.6 0 -2.5Q-3.3 -2.6 -3.4 -3.6Z',
    ink.accent,
    0.7,
  );
  pen.dots(
    [
      [-2.2, -3.9],
      [-2, -3.2],
      [-0.3, -3.6],
      [0.4, -4.2],
      [2.2, -3.3],
      [0.2, -2.9],
      [1.9, -4],
      [-0.7, -4.3],
    ],
    0.17,
    ink.light,
  );
  pen.line('M-1.2 -4.6Q-1.35 -3.6 -1.3 -2.6M1.2 -4.6Q1.35 -3.6 1.3 -2.6M-3.1 -4H3.1M-3.3 -3.2H3.3', 0.9);
  pen.line('M2.5 -3.9L4.3 -6.6M2.1 -4L3.7 -6.8', 0.8);
  steam(pen, -1, -5.3);
});

/** Xiaomian, the city's breakfast. */
const noodles = landmark(7, 7.5, (pen) => {
  const { ink } = pen;
  pen.mass('M-3.3 -3.4Q-3.2 -1.2 -1.5 -.7L-1.3 -.1H1.3L1.5 -.7Q3.2 -1.2 3.3 -3.4Z', ink.paper, 0.9);
  pen.line('M-3 -2.5Q0 -1.7 3 -2.5', 1.2, ink.riverLine);
  pen.line('M-2 -1.7q.4 -.5 .8 0q.4 .5 .8 0q.4 -.5 .8 0q.4 .5 .8 0q.4 -.5 .8 0', 0.6, ink.riverLine);
  pen.mass(
    'M-3.4 -3.4Q-3.2 -4.5 0 -4.6Q3.2 -4.5 3.4 -3.4Q3.2 -2.5 0 -2.4Q-3.2 -2.5 -3.4 -3.4Z',
    ink.accent,
    0.9,
  );
  pen.line(
    'M-2.6 -3.3Q-1.6 -4.4 -.4 -3.5M-2.2 -3Q-1 -4.2 .2 -3.2Q.8 -2.8 1.6 -3.4M-1.6 -2.8Q-.4 -3.8 .8 -2.8',
    0.9,
    ink.light,
  );
  pen.wash('M.9 -4.2q.9 -.5 1.5 .1q-.5 .7 -1.5 -.1ZM1.4 -3.5q.8 -.2 1.1 .3q-.7 .4 -1.1 -.3Z', ink.leaf);
  pen.dots(
    [
      [-0.6, -4.1],
      [0.2, -4],
      [-1.2, -3.9],
      [1.9, -3],
    ],
    0.13,
    ink.wash,
  );
  pen.line('M-.6 -3.7L2.3 -7M0 -3.6L3.1 -6.7', 0.8);
  steam(pen, -1.4, -4.9);
});

/** Gaiwan: the lidded bowl of the tea houses. */
const teaBowl = landmark(6, 6, (pen) => {
  const { ink } = pen;
  pen.mass('M-2.9 -.9Q-2.2 -.1 0 -.1Q2.2 -.1 2.9 -.9Q1.6 -.6 0 -.6Q-1.6 -.6 -2.9 -.9Z', ink.wall, 0.8);
  pen.mass('M-2.1 -3.3Q-2 -1.2 -.8 -.7H.8Q2 -1.2 2.1 -3.3Z', ink.paper, 0.9);
  pen.shade('M1 -3.1H2Q1.9 -1.2 .8 -.7H.3Z');
  // A sprig in blue on the white ware.
  pen.line('M-1 -1.2Q-.4 -1.6 0 -2.5M-.5 -1.6q-.5 0 -.7 -.5M-.2 -2q.5 .1 .8 -.2', 0.7, ink.riverLine);
  pen.dots(
    [
      [0.05, -2.55],
      [-1.2, -2.2],
      [0.65, -2.3],
    ],
    0.17,
    ink.accent,
  );
  pen.mass(
    'M-2.1 -3.3Q-1.9 -3.8 0 -3.8Q1.9 -3.8 2.1 -3.3Q1.9 -2.9 0 -2.9Q-1.9 -2.9 -2.1 -3.3Z',
    ink.light,
    0.7,
  );
  pen.mass('M-1.9 -3.6Q-1.4 -4.9 .3 -4.9Q1.9 -4.5 2.2 -3Q.2 -3.2 -1.9 -3.6Z', ink.paper, 0.8);
  pen.line('M-1 -4q.8 -.5 1.8 -.1', 0.7, ink.riverLine);
  pen.line('M.2 -4.9q.1 -.5 .6 -.4q.4 .2 .1 .6', 0.8);
  pen.line('M-2.2 -4.1q-.5 -.5 0 -.9q.4 -.4 0 -.8', 0.6, ink.line, 0.6);
});

/** A banyan (黄葛树) that has taken a wall for its ground, roots running down the stones. */
const banyan = landmark(10.5, 10.5, (pen) => {
  const { ink } = pen;
  pen.mass('M-4.8 -.1V-3.6H4.8V-.1Z', ink.wash, 0.8);
  pen.line(
    'M-4.4 -2.7h1.2M-3.8 -1.7h1.2M-4.5 -.8h1M2.6 -2.8h1.4M3.4 -1.8h1M2.4 -.9h1.4M-4.9 -3.6h3M1.9 -3.6h3',
    0.5,
  );
  const bark = ink.isNight ? ink.ground : ink.wall;
  pen.mass(
    'M-.7 -3.4Q-.6 -5 -2 -6.4L-1.3 -6.6Q-.2 -5.8 0 -5.2Q.4 -6 1.6 -6.6L2.2 -6.2Q.8 -5 .9 -3.4Q1.6 -2 1.5 -.2L1 -.9Q.8 -2 .4 -2.4Q.4 -1.2 -.1 -.3Q-.3 -1.4 -.2 -2.5Q-.8 -1.8 -1.2 -.2L-1.6 -.6Q-1.4 -2.4 -.7 -3.4Z',
    bark,
    0.8,
  );
  pen.line(
    'M.9 -3.3Q2.4 -3.4 2.8 -2.2Q2.9 -1.2 3.4 -.6M-.8 -3.3Q-2.4 -3.4 -2.7 -1.8Q-2.8 -1 -3.2 -.5M1.2 -2.4Q2 -1.8 2 -.6M-1.2 -2.4Q-1.9 -1.6 -1.9 -.7M0 -5v1.8M.4 -4.6v1',
    0.6,
  );
  pen.mass(
    'M-3.6 -4.8Q-5.1 -5 -4.5 -6.3Q-5 -7.8 -3.6 -8Q-3 -9.6 -1.2 -9Q.4 -10.2 1.8 -8.9Q3.4 -9.2 3.7 -7.8Q5.2 -7.4 4.6 -6Q5 -4.6 3.4 -4.6Q2.4 -5 1.9 -5.8Q.9 -5.2 .2 -6Q-.8 -5.2 -1.8 -5.8Q-2.4 -4.4 -3.6 -4.8Z',
    ink.leaf,
    0.8,
  );
  pen.line(
    'M-3.2 -7q.5 -.6 1 0M-1.2 -8.2q.5 -.6 1 0M1.2 -7.4q.5 -.6 1 0M2.6 -6.6q.4 -.5 .8 0M-.6 -6.7q.4 -.5 .9 0M-2.6 -6.1q.3 -.4 .7 0',
    0.5,
  );
  // Roots in the air, on their way down.
  pen.line('M-3.4 -4.7v1M-2.8 -4.8v.7M3 -4.6v.9M3.6 -4.6v.7', 0.4);
});

/** Bougainvillea and yellow jasmine, hanging over a wall as they do along the stairs. */
const flowers = landmark(8, 7, (pen) => {
  const { ink } = pen;
  pen.mass('M-3.8 -.1V-4H3.8V-.1Z', ink.wall, 0.8);
  pen.line('M-3.4 -1h1.2M-1.6 -.5h1M1.6 -.6h1.2M2.6 -1.3h.8M-.6 -1.2h.9M-3.9 -4h7.8', 0.5);
  pen.mass(
    'M-3.7 -4.1Q-3.6 -6 -2 -5.7Q-.6 -6.6 .6 -5.6Q2.4 -6.4 3.2 -5Q4 -4 3.4 -2.8Q3.4 -1.6 2.6 -1.9Q2.2 -3.2 1.2 -2.8Q.8 -1.2 0 -2Q-.4 -3.4 -1.4 -2.9Q-1.6 -1 -2.6 -1.6Q-3 -2.8 -3.6 -2.6Z',
    ink.leaf,
    0.7,
  );
  const [bright, gold]: [[number, number][], [number, number][]] = [[], []];
  for (let i = 0; i < 38; i++) {
    const [x, y] = [-3.2 + 6.4 * pen.ink.random(), -5.4 + 3.1 * pen.ink.random()];
    (x < 0.6 ? bright : gold).push([x, y]);
  }
  pen.dots(bright, 0.3, ink.accent);
  pen.dots(gold, 0.24, ink.light);
  pen.dots(bright.slice(0, 12), 0.08, ink.paper);
});

/** Bangbang: the porter with his pole, on the stairs as ever. */
const porter = landmark(7.5, 9, (pen) => {
  const { ink } = pen;
  pen.mass('M-3.8 -.1V-.8H-1.6V-1.5H1V-2.2H3.8V-.1Z', ink.ground, 0.8);
  pen.line('M-.5 -3.6L-1.1 -2.4L-.9 -1.5M.3 -3.6L1 -2.9L1.2 -2.2', 1.7, ink.isNight ? ink.line : ink.roof);
  pen.mass('M-.7 -3.4L-.6 -5.8Q.2 -6.3 .9 -5.7L.7 -3.4Z', ink.riverLine, 0.7);
  pen.disc(0.4, -6.9, 0.6, ink.wash, 0.7);
  pen.mass('M-1 -7.2Q.4 -8.7 1.8 -7.2Z', ink.light, 0.7);
  pen.dots(
    [
      [0.55, -6.85],
      [0.2, -6.85],
    ],
    0.07,
  );
  pen.line('M.3 -6.55q.15 .1 .3 0', 0.5);
  pen.line('M-3.5 -5.7Q0 -6.6 3.6 -6', 1.3);
  pen.line('M.8 -5.4l.9 -.6M-.5 -5.3l-.7 -.7', 1);
  pen.line('M-3.2 -5.8L-3.6 -3.6M-3.2 -5.8L-2.3 -3.6M3.2 -6L2.5 -4M3.2 -6L3.7 -4', 0.6);
  pen.mass('M-3.8 -3.7H-2L-2.2 -2.1H-3.6Z', ink.accent, 0.7);
  pen.mass('M2.3 -4.1H3.8L3.7 -2.6H2.4Z', ink.light, 0.7);
  pen.line('M-3.7 -2.9h1.6M2.4 -3.4h1.3M-2.9 -3.7v1.5', 0.5);
});

/** Somewhere to sit, with a view. */
const bench = landmark(8, 5.5, (pen) => {
  const { ink } = pen;
  tree(pen, 1.2, -0.2, 5);
  pen.line('M-2.9 -1.6H1.5M-2.9 -1.1H1.5', 1.6, ink.light);
  pen.line('M-2.8 -2.3H1.4M-2.8 -2.3v2.2M1.4 -2.3v2.2M-3.1 -1.1H1.7', 0.9);
  person(pen, -1.4, -0.9, 2.1);
  pen.line('M-1.4 -1.2h.9v1', 1);
  pen.line('M-3.3 -.1H3.3', 0.7);
});

const binoculars = landmark(6.5, 6.5, (pen) => {
  const { ink } = pen;
  pen.mass('M-1.3 -.1L-.4 -1H.4L1.3 -.1Z', ink.roof, 0.7);
  pen.mass(box(-0.3, -3.6, 0.6, 2.7), ink.wall, 0.7);
  pen.mass('M-2.3 -4.6Q-2.5 -5.9 -1.3 -6L1.8 -6.3V-3.6L-1.2 -3.5Q-2.2 -3.6 -2.3 -4.6Z', ink.riverLine, 0.9);
  pen.mass('M1.7 -6.4H2.5V-3.4H1.7Z', ink.isNight ? ink.light : ink.wash, 0.7);
  pen.line('M-1.4 -5.3L1.4 -5.5', 0.9, ink.paper);
  pen.line('M-2.3 -4.8H-2.8', 1.6);
  pen.line('M-.9 -3.4q.9 .6 1.8 0', 0.8);
  if (ink.isNight) pen.wash('M2.6 -6L3 -6.4V-3.2L2.6 -3.8Z', ink.light, 0.5);
});

export const natureAndTable = {
  hotpot,
  noodles,
  'tea-bowl': teaBowl,
  banyan,
  flowers,
  porter,
  bench,
  binoculars,
};
