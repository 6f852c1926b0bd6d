/** Guild halls, temples and what is left of the city wall. */
import { landmark } from './landmark';
import { box, lanterns, person, roof, steps, tower, tree, water } from './parts';

/** The Huguang guild halls: yellow walls, gables in waves one above the other, the stage with its flying eaves. */
const huguang = landmark(17.5, 8.5, (pen) => {
  const { ink } = pen;
  const gable = (x: number, y: number, width: number, height: number) => {
    const [hump, top] = [height * 0.34, y - height * 0.6];
    const part = (share: number) => width * share;
    const crest =
      `q${part(0.05)} .45 ${part(0.14)} .3q${part(0.08)} -.05 ${part(0.1)} ${-hump * 0.45}q${part(0.06)} ${-hump * 0.6} ${part(0.26)} ${-hump * 0.6}` +
      `q${part(0.2)} 0 ${part(0.26)} ${hump * 0.6}q${part(0.02)} ${hump * 0.4} ${part(0.1)} ${hump * 0.45}q${part(0.09)} .15 ${part(0.14)} -.3`;
    pen.tint(`M${x - width / 2} ${y}V${top}${crest}V${y}Z`, ink.light, ink.isNight ? 0.5 : 0.55, 0.7);
    // The black coping rides on the wave.
    pen.line(`M${x - width / 2} ${top}${crest}`, 1.9, ink.isNight ? ink.line : ink.roof);
    pen.windows(x - width * 0.36, y - height * 0.5, width * 0.72, height * 0.4, 3, 1, {
      dab: 2.2,
      length: 0.6,
    });
  };
  tree(pen, -7, -4.2, 3);
  pen.mass('M-6.6 -7.6H-1L0 -6H-7.6ZM1 -7.2H6.4L7.2 -5.6H.4Z', ink.roof, 0.7);
  pen.line(
    'M-5.6 -7.4l-.3 1M-4 -7.4v1M-2.4 -7.4l.2 1M2.4 -7l-.2 1M3.8 -7v1M5.4 -7l.2 1',
    0.35,
    ink.paper,
    0.7,
  );
  gable(-3.6, -4.6, 6.6, 4);
  gable(3.9, -4.2, 6.6, 4.2);
  gable(-5, -2.3, 6, 3.6);
  gable(5.2, -1.9, 5.8, 3.6);
  pen.mass('M-8.2 -.1V-2.4H-2.8V-.1ZM3 -.1V-2H8.2V-.1Z', ink.wash, 0.8);
  pen.line(
    'M-7.8 -1.6h1.2M-6 -.9h1.4M-4.6 -1.7h1.2M-7.4 -.6h.8M4 -1.4h1.2M5.6 -.7h1.4M6.8 -1.5h1M3.8 -.6h.8',
    0.4,
  );
  pen.mass('M-3.2 -.1V-2.2H3.2V-.1Z', ink.wall, 0.8);
  pen.glow(box(-2.6, -4.6, 5.2, 2.4), 0.5);
  pen.mass(box(-2, -4.4, 4, 2.2), ink.isNight ? ink.light : ink.wash, 0.6);
  pen.line('M-2.6 -2.2v-2.4M2.6 -2.2v-2.4M-1.4 -2.2v-2.4M1.4 -2.2v-2.4', 1.7, ink.accent);
  pen.line('M-3 -2.2h6M-2.8 -1.7l.7 .6l.7 -.6l.7 .6l.7 -.6l.7 .6l.7 -.6l.7 .6l.7 -.6', 0.5);
  roof(pen, 0, -4.4, 7.6, 2, { ridge: 0.42, curl: 1.1, tiles: 5 });
  pen.line('M-1.6 -6.4q.8 -.7 1.6 -.1q.8 -.6 1.6 .1', 0.9, ink.light);
  person(pen, -0.4, -2.2, 1.4, ink.riverLine);
  lanterns(
    pen,
    [
      [-3, -3.9],
      [3, -3.9],
    ],
    0.26,
  );
});

/** Luohan Temple: low yellow halls with towers standing all round. */
const luohansi = landmark(12.5, 12.5, (pen) => {
  const { ink } = pen;
  tower(pen, -4.6, -3, 2.6, 7.4, { lean: -0.5, columns: 3, rows: 7 });
  tower(pen, 4.6, -3, 2.6, 8.4, { lean: 0.7, columns: 3, rows: 8 });
  tower(pen, 0.4, -5, 2.4, 6.6, { lean: 0.4, columns: 3, rows: 6 });
  tree(pen, -3, -3, 3);
  pen.tint('M-3 -3.2V-5.4H3V-3.2Z', ink.light, 0.6, 0.7);
  roof(pen, 0, -5.1, 8, 1.7, { curl: 0.8, tiles: 5 });
  pen.tint('M-6 -.2V-3H6V-.2Z', ink.light, 0.6, 0.8);
  pen.line('M-6.2 -3.1h4M2.2 -3.1h4', 2, ink.isNight ? ink.line : ink.roof);
  pen.disc(-4.2, -1.7, 0.65, ink.isNight ? ink.light : ink.wash, 0.7);
  pen.disc(4.2, -1.7, 0.65, ink.isNight ? ink.light : ink.wash, 0.7);
  pen.line('M-4.7 -1.7h1M-4.2 -2.2v1M3.7 -1.7h1M4.2 -2.2v1', 0.4);
  pen.mass('M-2.2 -.1V-3.4H2.2V-.1Z', ink.accent, 0.8);
  pen.mass('M-1 -.1V-1.6Q0 -2.8 1 -1.6V-.1Z', ink.isNight ? ink.light : ink.roof, 0.7);
  pen.line('M-.7 -2.9h1.4', 1.8, ink.light);
  roof(pen, 0, -3.2, 6, 1.4, { ridge: 0.5, curl: 0.8, tiles: 4 });
  pen.mass('M-3.6 -.1L-3.8 -.8H-2.6L-2.8 -.1Z', ink.roof, 0.6);
  pen.line('M-3.4 -1q-.3 -.6 .1 -1M-3 -1q.4 -.6 0 -1.2', 0.4);
  person(pen, 2.9, -0.05, 1.3);
});

/** Ciyun Temple: halls one above the other on a stone wall over the river. */
const ciyunsi = landmark(14, 11, (pen) => {
  const { ink } = pen;
  tree(pen, -4.6, -4.6, 4.4);
  tree(pen, 5, -4.6, 3.4);
  const hall = (y: number, width: number, height: number, rise: number) => {
    pen.tint(box(-width / 2, y - height, width, height), ink.light, 0.5, 0.7);
    let posts = '';
    for (let i = 0; i <= 4; i++) posts += `M${-width * 0.45 + width * 0.225 * i} ${y}v${-height}`;
    pen.line(posts, 1.3, ink.accent);
    roof(pen, 0, y - height + 0.2, width * 1.45, rise, {
      ridge: 0.55,
      curl: 0.8,
      color: ink.light,
      tiles: 5,
    });
  };
  hall(-8, 3, 1.3, 1.7);
  hall(-6, 4.6, 1.4, 1.2);
  hall(-3.8, 6.2, 1.6, 1.2);
  pen.mass('M-6 -1.4L-5.6 -3.8H5.6L6 -1.4Z', ink.wash, 0.8);
  pen.line('M-5 -3h1.2M-3.4 -2.2h1.2M-5 -1.9h.9M3 -3h1.2M4 -2.2h1.2M2.4 -1.8h.9M-2.2 -3.1h.8', 0.4);
  steps(pen, [0, -1.2, 3.2], [0, -3.8, 1.8], 7);
  for (const side of [-1, 1]) {
    pen.mass(
      `M${side * 2.3} -1.4h${side * 0.9}v-.7q${-side * 0.1} -.8 ${-side * 0.6} -.7q${-side * 0.6} .3 ${-side * 0.3} .7Z`,
      ink.light,
      0.6,
    );
    person(pen, side * 0.4, -1.9, 0.9, side < 0 ? ink.accent : ink.riverLine);
  }
  water(pen, -6.3, -1.5, 12.6, 1.45);
});

/** Tongyuan Gate: the wall with its gate, and the bronze soldiers on the ladder. */
const tongyuanmen = landmark(15.5, 9.5, (pen) => {
  const { ink } = pen;
  tree(pen, -5.6, -4.4, 3.6);
  tree(pen, 5.4, -4.4, 3);
  let crest = 'M-7.3 -.1L-6.8 -5.8';
  for (let i = 0; i < 11; i++) crest += 'h.78v.6h.46v-.6';
  pen.mass(`${crest}L7.3 -.1Z`, ink.wall, 0.9);
  pen.shade('M5.2 -.2L5 -5H6.8L7.2 -.2Z');
  pen.line('M-6.9 -4.9H6.9', 0.6);
  pen.mass('M-1.4 -6.6V-4.7H1.4V-6.6Z', ink.wash, 0.7);
  pen.line('M-.7 -5.6h.35M-.1 -5.8v.4M.5 -5.6h.35', 1.3, ink.light);
  roof(pen, 0, -6.4, 4.2, 1, { curl: 0.6 });
  pen.mass('M-1.5 -.1V-2.4Q-1.4 -4.3 0 -4.3Q1.4 -4.3 1.5 -2.4V-.1Z', ink.isNight ? ink.light : ink.roof, 0.9);
  pen.line('M-2 -.2V-2.4Q-1.8 -4.8 0 -4.8Q1.8 -4.8 2 -2.4V-.2', 0.5);
  pen.line(
    'M-6.8 -3.2h1.2M-5.2 -2.6h1.4M-6.4 -1.8h1.2M-4.6 -1.1h1M-6.8 -.8h.9M-5 -3.7h1M4 -3.3h1.2M5.6 -2.5h1.2M4 -1.9h1M5.4 -1.1h1.4M3.8 -.7h.8M6.2 -3.6h.8M-3.1 -3.4h.8M-3 -1.6h.7M2.2 -4.2h.6',
    0.45,
  );
  pen.line(
    'M4 -.1L2.9 -6.2M4.9 -.1L3.7 -6.1M3.95 -.9h.8M3.8 -1.8h.8M3.6 -2.7h.85M3.4 -3.6h.85M3.2 -4.5h.8',
    0.7,
  );
  for (const [x, y] of [
    [4.5, -0.8],
    [4, -2.9],
    [3.4, -5],
  ] as const)
    person(pen, x, y, 1.5, ink.light);
  pen.line('M5 -2.3l.7 -.9M4.5 -4.4l.7 -.9', 0.7);
  person(pen, -3, -5.8, 1.4, ink.light);
  pen.line('M-2.6 -6.1v-2M-5 -5.8v-3.4', 0.6);
  pen.mass('M-5 -9.2L-3 -8.5L-5 -7.8Z', ink.accent, 0.6);
  // A banyan has taken root between the stones.
  pen.wash('M-5.6 -4Q-6.6 -3.4 -6 -2.6Q-5.4 -2 -4.6 -2.6Q-3.8 -3.2 -4.4 -3.8Q-5 -4.4 -5.6 -4Z', ink.leaf);
  pen.line('M-5.2 -2.6q-.2 .9 .1 1.6M-4.9 -2.6q.3 .7 .2 1.2M-5.5 -2.6q-.4 .5 -.3 1', 0.6);
  person(pen, -0.4, -0.05, 1.3);
});

/** An old hall under double eaves, where a place has no drawing of its own. */
const oldHall = landmark(12.5, 8, (pen) => {
  const { ink } = pen;
  tree(pen, -4.1, -0.8, 3.6);
  tree(pen, 4.2, -0.8, 3);
  pen.mass('M-4.6 -.1L-4.3 -1.1H4.3L4.6 -.1Z', ink.wash, 0.8);
  pen.mass(box(-3.2, -3.8, 6.4, 2.7), ink.wall, 0.7);
  pen.glow(box(-3.2, -3.8, 6.4, 2.7));
  pen.windows(-3.1, -3.6, 2.2, 2.3, 3, 1, { dab: 2, length: 0.6 });
  pen.windows(0.9, -3.6, 2.2, 2.3, 3, 1, { dab: 2, length: 0.6 });
  pen.mass('M-.7 -1.1V-3H.7V-1.1Z', ink.accent, 0.6);
  pen.line('M-3.2 -1.1v-2.6M3.2 -1.1v-2.6M-1 -1.1v-2.6M1 -1.1v-2.6', 1.6, ink.accent);
  roof(pen, 0, -3.6, 8.6, 1.2, { ridge: 0.62, curl: 0.7, tiles: 5 });
  pen.mass(box(-2.1, -5.4, 4.2, 0.8), ink.accent, 0.6);
  roof(pen, 0, -5.2, 6.6, 2, { ridge: 0.45, curl: 0.8, tiles: 5 });
  pen.line('M-1.5 -7.2l-.3 -.5M1.5 -7.2l.3 -.5', 1.4);
  steps(pen, [0, -0.1, 2.8], [0, -1.1, 1.8], 4);
  person(pen, 1.9, -0.1, 1.2, ink.riverLine);
});

/** A length of the old city wall with a walled-up arch, where a gate has left little but its name. */
const cityWall = landmark(11.5, 7.5, (pen) => {
  const { ink } = pen;
  tree(pen, 3.4, -4, 3);
  let crest = 'M-5.6 -.1L-5.2 -5.2';
  for (let i = 0; i < 5; i++) crest += 'h.78v.6h.46v-.6';
  pen.mass(`${crest}L1.2 -4.4L2.4 -4.2L3 -3.3L4.4 -3L5.7 -.1Z`, ink.wall, 0.9);
  pen.mass('M-3 -.1V-2Q-2.8 -3.6 -1.6 -3.6Q-.4 -3.6 -.2 -2V-.1Z', ink.wash, 0.8);
  pen.line('M-3.4 -.2V-2Q-3.2 -4.1 -1.6 -4.1Q0 -4.1 .2 -2V-.2', 0.5);
  pen.line(
    'M-2.7 -2.4h1M-1.4 -2.8h.8M-2 -1.6h1.2M-2.8 -.9h1M-1.2 -.8h.8M-5 -3.6h1.2M-4.9 -2.4h1M-5 -1.1h1.1M.8 -3.4h1.1M1.6 -2.4h1.2M.8 -1.3h1.1M3 -1.8h1M2.6 -.8h1.2M4 -1.2h.8M2.6 -3.3h.3',
    0.5,
  );
  pen.wash('M3.9 -3.2Q3 -3.4 2.8 -2.4Q3.2 -1.6 3.6 -2.2Q4 -1.4 4.3 -2.2Q4.8 -1.8 4.7 -2.6Z', ink.leaf);
  pen.line('M-3.9 -5.2V-7.2', 0.7);
  pen.mass('M-3.9 -7.2L-2.2 -6.6L-3.9 -6Z', ink.accent, 0.6);
  pen.line('M-4.9 -2.9v-.4', 1.8, ink.light);
  person(pen, 1.2, -0.05, 1.4, ink.riverLine);
});

export const hallsAndGates = {
  huguang,
  luohansi,
  ciyunsi,
  tongyuanmen,
  'old-hall': oldHall,
  'city-wall': cityWall,
};
