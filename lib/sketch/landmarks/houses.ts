/** Houses and towers that stand for their kind, and works of the last century that found another use. */
import { landmark } from './landmark';
import { box, houseRow, lanterns, person, tower, tree } from './parts';

const stilt = landmark(6.5, 8, (pen) => {
  houseRow(pen, [{ x: 0, y: -1.6, width: 4, floors: 3 }], { posts: 1.5, height: 1.6, eaves: true });
  lanterns(
    pen,
    [
      [-2.2, -2.6],
      [2.2, -2.6],
    ],
    0.24,
  );
  tree(pen, 2.3, -0.05, 1.6);
});

const terrace = landmark(8.5, 8.5, (pen) => {
  const { ink } = pen;
  [
    [-1.8, -2.4, 3.6, 3],
    [1.6, -0.3, 4, 2],
  ].forEach(([x = 0, y = 0, width = 0, floors = 0]) => {
    houseRow(pen, [{ x, y, width, floors }], { height: 1.6 });
  });
  pen.mass('M-3.8 -.1V-2.4H-.3V-.1Z', ink.wall, 0.8);
  pen.line('M-3.4 -1.6h1M-2 -1h1M-3 -.6h.8', 0.4);
  tree(pen, -2.8, -0.05, 1.9);
  person(pen, -0.9, -0.05, 1.2);
});

/** A printing works turned inside out: brick halls, stairs, and people on the roof terrace. */
const testbed2 = landmark(14, 10, (pen) => {
  const { ink } = pen;
  pen.mass(box(2.2, -9.6, 1.1, 5), ink.accent, 0.8);
  pen.line('M2.1 -9.6h1.3M2.2 -8.4h1.1', 0.7);
  pen.tint('M-.2 -.2V-5.6H6.6V-.2Z', ink.accent, 0.4, 0.8);
  pen.mass('M-6.6 -.2V-7H.2V-.2Z', ink.wash, 0.9);
  pen.shade('M-1 -.2V-7H.2V-.2Z');
  for (const [x, y] of [
    [-6, -6],
    [-3.6, -6],
    [0.9, -4.4],
    [3.9, -4.4],
  ] as const) {
    const wide = x > 0 ? 2.2 : 1.8;
    pen.mass(box(x, y, wide, 1.8), ink.isNight ? ink.light : ink.mist, 0.7);
    pen.line(
      `M${x + wide / 3} ${y}v1.8M${x + (wide * 2) / 3} ${y}v1.8M${x} ${y + 0.9}h${wide}`,
      0.4,
      ink.isNight ? ink.paper : ink.line,
    );
  }
  pen.mass('M-5.4 -.2V-2.4H-3.6V-.2ZM1.2 -.2V-1.8H2.6V-.2Z', ink.roof, 0.7);
  pen.line('M-2.8 -.3L.2 -2.6H.9L3.4 -5.6M-2.4 -.9L.1 -3.3M-2.6 -.3v-.6M-1.6 -1.2v-.7M-.6 -1.9v-.7', 0.8);
  pen.line(
    'M-6.7 -7.1H.4M-6.6 -7.8H.2M-6.6 -7.1v-.7M-5 -7.1v-.7M-3.4 -7.1v-.7M-1.8 -7.1v-.7M.1 -7.1v-.7M-.2 -5.7H6.8M3.6 -6.4H6.6M3.6 -5.6v-.8M5 -5.6v-.8M6.6 -5.6v-.8',
    0.6,
  );
  person(pen, -4.2, -7.1, 1.5);
  person(pen, -3.3, -7.1, 1.4, ink.riverLine);
  person(pen, 5.6, -5.7, 1.3, ink.light);
  pen.line('M-6.4 -7.2V-9.8M0 -7.2V-9.6M-6.4 -9.7Q-3.2 -8.4 0 -9.6', 0.5);
  pen.dots(
    [
      [-5.4, -9.3],
      [-4.3, -9],
      [-3.2, -8.95],
      [-2.1, -9.05],
      [-1, -9.3],
    ],
    0.17,
    ink.light,
  );
  pen.wash('M6.7 -.2Q7 -3.4 6.2 -4.4Q5.4 -3.6 5.8 -2Q5.2 -1.4 5.6 -.2Z', ink.leaf);
});

/** Beicang: a brick warehouse full of books. */
const beicang = landmark(12, 8, (pen) => {
  const { ink } = pen;
  pen.tint('M-5.4 -.2V-4.8L-2.7 -7.4L0 -4.8L2.7 -7.4L5.4 -4.8V-.2Z', ink.accent, 0.42, 0.9);
  pen.line('M-5.8 -4.6L-2.7 -7.6L0 -5L2.7 -7.6L5.8 -4.6', 1.8, ink.isNight ? ink.line : ink.roof);
  pen.line(
    'M-5 -3.4h.6M-4.7 -1.4h.6M-3.4 -5.8h.6M-2.4 -5.3h.6M2 -5.8h.6M3 -5.3h.6M4.6 -3.2h.5M4.5 -1.4h.6M-.3 -3.9h.6M-.2 -2h.5',
    0.5,
  );
  for (const x of [-4.2, 1]) {
    pen.mass(`M${x} -.8V-3.4Q${x + 1.6} -5 ${x + 3.2} -3.4V-.8Z`, ink.isNight ? ink.light : ink.wall, 0.8);
    pen.line(`M${x} -2.2h3.2M${x} -3.4h3.2`, 0.7, ink.isNight ? ink.paper : ink.line);
    const shelf = (y: number, shift: number) =>
      [0.3, 0.9, 1.5, 2.1, 2.7].map((step) => `M${x + step + shift} ${y}v-.6`).join('');
    pen.line(shelf(-2.5, 0) + shelf(-1.1, 0.2), 1.6, ink.accent);
    pen.line(shelf(-2.5, 0.3) + shelf(-1.1, -0.1), 1.6, ink.riverLine);
  }
  pen.disc(-2.7, -5.9, 0.4, ink.isNight ? ink.light : ink.wall, 0.6);
  pen.disc(2.7, -5.9, 0.4, ink.isNight ? ink.light : ink.wall, 0.6);
  pen.line('M-5.9 -.1H5.9', 0.8);
  person(pen, 0, -0.1, 1.5, ink.light);
  pen.wash('M-5.8 -.2Q-6 -2.6 -5.2 -3.6Q-4.6 -2.4 -4.9 -.2Z', ink.leaf);
});

const modernTower = landmark(7, 14, (pen) => {
  tower(pen, -2.3, -0.2, 2.2, 9, { lean: 0.7, rows: 8 });
  tower(pen, 2.5, -0.2, 2, 7.4, { lean: -0.5, rows: 7 });
  tower(pen, 0.2, -0.1, 2.8, 12, { lean: 1, columns: 3, rows: 11, color: pen.ink.river });
  pen.line('M1.4 -13V-13.8', 0.5);
  tree(pen, -1.9, -0.05, 1.7);
  tree(pen, 2.2, -0.05, 1.4);
});

export const houses = {
  'stilt-house': stilt,
  'terrace-house': terrace,
  testbed2,
  beicang,
  'modern-tower': modernTower,
};
