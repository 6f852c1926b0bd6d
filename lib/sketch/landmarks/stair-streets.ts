/** Streets that are stairs. */
import { landmark } from './landmark';
import { box, houseRow, lanterns, person, rock, steps, tower, tree } from './parts';

/** A stair street between two rows of houses. */
const shibati = landmark(13, 13.5, (pen) => {
  const { ink } = pen;
  tower(pen, 2, -7, 1.6, 5.6, { lean: 0.5, rows: 5 });
  steps(pen, [-0.3, -0.1, 6.4], [0.2, -8.6, 1.4], 15);
  const look = { bays: 2, posts: 0.9, isFar: true };
  houseRow(
    pen,
    [
      { x: -2.1, y: -7.3, width: 2 },
      { x: 2.2, y: -7, width: 2, floors: 2 },
    ],
    look,
  );
  houseRow(
    pen,
    [
      { x: -3.3, y: -4.2, width: 2.8, floors: 2 },
      { x: 3.4, y: -4.2, width: 2.8 },
    ],
    look,
  );
  houseRow(
    pen,
    [
      { x: -4.5, y: -1.1, width: 3 },
      { x: 4.5, y: -0.9, width: 2.9, floors: 2 },
    ],
    { posts: 0.9, eaves: true },
  );
  pen.line('M-2.7 -3.4Q.3 -2.4 2.9 -3.2M-1.6 -6.2Q.3 -5.5 1.5 -6', 0.4);
  lanterns(
    pen,
    [
      [-1.8, -3],
      [-0.5, -2.7],
      [0.8, -2.65],
      [2, -2.85],
      [-0.8, -5.85],
      [0.6, -5.8],
    ],
    0.24,
  );
  person(pen, -1, -1.1, 1.5);
  person(pen, 0.7, -4, 1.1, ink.riverLine);
});

/** Shancheng Alley: a lane of steps between an old wall with a western doorway and balconies. */
const shanchengAlley = landmark(11, 11.5, (pen) => {
  const { ink } = pen;
  tree(pen, -3.4, -7.4, 3.6);
  houseRow(pen, [{ x: 3.6, y: -4.8, width: 2.8, floors: 3 }], { bays: 2, posts: 1, eaves: true });
  pen.mass('M-5.2 -.2V-7.8H-1.4L-.8 -.2Z', ink.wash, 0.8);
  pen.line(
    'M-4.8 -6.8h1.2M-3 -6.2h1M-4.9 -4.6h.8M-2.2 -4.4h.6M-4.8 -1.2h.8M-1.9 -1.6h.6M-2.2 -7.2h.6M-5.3 -7.9h4',
    0.5,
  );
  pen.mass('M-4.2 -.2V-3.6Q-4.1 -5.2 -3.1 -5.2Q-2.1 -5.2 -2 -3.6V-.2Z', ink.paper, 0.7);
  pen.mass(
    'M-3.8 -.2V-3.4Q-3.7 -4.5 -3.1 -4.5Q-2.5 -4.5 -2.4 -3.4V-.2Z',
    ink.isNight ? ink.light : ink.accent,
    0.6,
  );
  pen.line('M-3.1 -4.4V-.3M-3.8 -3.2h1.4', 0.5, ink.isNight ? ink.paper : ink.line);
  pen.mass('M1.6 -.2L1.8 -4H5.2V-.2Z', ink.ground, 0.8);
  pen.line('M2.4 -3h1M3.8 -2.2h1M2.2 -1.2h1M4 -.9h.9', 0.5);
  steps(pen, [0.3, -0.1, 3], [0.2, -8.2, 1.2], 17);
  pen.line('M1.5 -1L.9 -8.8M1.5 -1v.9M1.2 -4.4v.9M1 -7.4v.8', 0.6);
  pen.line('M-1.5 -6.6h.7', 0.7);
  lanterns(
    pen,
    [
      [-0.8, -6.3],
      [2, -5.4],
    ],
    0.27,
  );
  person(pen, -0.1, -1.7, 1.4);
  person(pen, 0.3, -4.9, 1.1, ink.riverLine);
  pen.wash('M5.2 -4.1Q4 -4.8 3.4 -3.8Q3.6 -2.8 4 -3.4Q4.4 -2.4 4.8 -3.2Q5.2 -2.6 5.3 -3.4Z', ink.leaf);
});

/** Lanes of stilt houses on the south bank, most of them stairs. */
const xiahaoli = landmark(13, 9.5, (pen) => {
  rock(pen, 'M-6.3 -.1V-5.2Q-4 -7 -1.6 -6.6Q2 -7.4 6.3 -3V-.1Z', [
    [-5.6, -3.4],
    [5.2, -2.6],
    [-5.8, -1.6],
  ]);
  houseRow(
    pen,
    [
      { x: -3.9, y: -5.6, width: 3.4, floors: 2 },
      { x: 0.7, y: -6.4, width: 2.8 },
    ],
    { posts: 1.2, eaves: true },
  );
  tree(pen, 3.2, -5.2, 3.4);
  houseRow(
    pen,
    [
      { x: 4.2, y: -3, width: 3 },
      { x: -4.2, y: -1.5, width: 3.2 },
    ],
    { posts: 1.3 },
  );
  steps(pen, [0.6, -0.1, 2.6], [-1.5, -4.6, 1.4], 13);
  tree(pen, 4.9, -0.1, 1.9);
  person(pen, -0.2, -1.7, 1.3);
  lanterns(
    pen,
    [
      [-2.6, -2.6],
      [2.6, -3.9],
    ],
    0.24,
  );
});

/** Danzishi: the old street climbing its terraces, arcades of the treaty-port years at its foot. */
const danzishi = landmark(13, 10.5, (pen) => {
  const { ink } = pen;
  for (let i = 2; i >= 0; i--) {
    const [y, half] = [-1.6 - i * 2.4, 6 - i * 1.5];
    for (const side of [-1, 1]) {
      const x = side * (half - 1.2);
      if (i === 3 || (i + side) % 3 === 0)
        houseRow(pen, [{ x: x, y: y, width: 2.5, floors: i === 3 ? 1 : 2 }], { height: 1.4, bays: 2 });
      else {
        pen.mass(box(x - 1.4, y - 2.6, 2.8, 2.6), ink.wash, 0.7);
        pen.glow(box(x - 1.4, y - 2.6, 2.8, 2.6));
        pen.wash(
          `M${x - 1.1} ${y}v-1Q${x - 0.7} ${y - 1.9} ${x - 0.2} ${y - 1}v1ZM${x + 0.2} ${y}v-1Q${x + 0.7} ${y - 1.9} ${x + 1.1} ${y - 1}v1Z`,
          ink.isNight ? ink.light : ink.roof,
        );
        pen.line(
          `M${x - 1.5} ${y - 1.7}h3M${x - 0.7} ${y - 2.2}v.3M${x} ${y - 2.2}v.3M${x + 0.7} ${y - 2.2}v.3`,
          0.6,
        );
        pen.mass(`M${x - 1.5} ${y - 2.6}L${x} ${y - 3.6}L${x + 1.5} ${y - 2.6}Z`, ink.roof, 0.7);
      }
    }
    pen.mass(`M${-half - 0.5} ${y + 1.5}V${y}H${half + 0.5}V${y + 1.5}Z`, ink.wall, 0.7);
    pen.line(`M${-half} ${y + 0.65}h1.2M${half - 1.4} ${y + 0.6}h1M${-half + 1.8} ${y + 0.9}h.8`, 0.4);
    steps(pen, [0, y + 1.5, 2.9 - i * 0.35], [0, y, 2.5 - i * 0.35], 4);
  }
  lanterns(
    pen,
    [
      [-1.8, -2.3],
      [1.8, -2.3],
      [-1.6, -4.7],
      [1.6, -4.7],
    ],
    0.24,
  );
  person(pen, -0.4, -0.4, 1.3);
  person(pen, 0.4, -3.2, 1, ink.riverLine);
});

export const stairStreets = {
  shibati,
  'shancheng-alley': shanchengAlley,
  xiahaoli,
  danzishi,
};
