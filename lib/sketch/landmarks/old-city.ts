/** The old city: timber on stilts, arches and arcades, and the slabs that stand on the same slopes. */
import { landmark } from './landmark';
import { box, houseRow, lanterns, person, roof, steps, tree } from './parts';

/** Hongyadong: eleven storeys of stilt houses on a stone arcade, against the cliff. */
const hongyadong = landmark(17, 15, (pen) => {
  const { ink } = pen;
  pen.mass(
    'M-8.2 -2.6Q-8.4 -5.6 -7.4 -6.4Q-7.6 -8.4 -6 -8.8Q-5.6 -11.4 -3.6 -11.2Q0 -12.6 3.4 -11.4Q6 -12.2 6.2 -9.2Q7.8 -8.6 7.4 -6.2Q8.5 -5.4 8.2 -2.6Z',
    ink.leaf,
    0.7,
  );
  // Paper under all the houses, so that their thin colour stays clear of the trees.
  pen.wash('M-7.2 -2.8V-7.7H-6.5V-8.5H-4.9V-12.1H-2V-13.6H1.7V-10.6H5.4V-9.8H6.6V-6.3H7.4V-2.8Z', ink.paper);
  const look = { bays: 2, height: 1.4, isFar: true, isBare: true };
  houseRow(
    pen,
    [
      { x: -3.4, y: -9.2, width: 3, floors: 2 },
      { x: 0.2, y: -9.4, width: 3, floors: 3 },
      { x: 3.9, y: -9.2, width: 3 },
    ],
    look,
  );
  houseRow(
    pen,
    [
      { x: -4.3, y: -7, width: 4.4 },
      { x: 0.1, y: -7, width: 3.4, floors: 2 },
      { x: 4.5, y: -7, width: 4.2, floors: 2 },
    ],
    { ...look, bays: 3 },
  );
  houseRow(
    pen,
    [
      { x: -5.2, y: -4.9, width: 3.9, floors: 2 },
      { x: -0.4, y: -4.9, width: 4.4 },
      { x: 5, y: -4.9, width: 4.4 },
    ],
    { ...look, bays: 3 },
  );
  houseRow(
    pen,
    [
      { x: -5.2, y: -2.8, width: 4.4 },
      { x: 0.2, y: -2.8, width: 4.2 },
      { x: 5.4, y: -2.8, width: 4.2 },
    ],
    { ...look, bays: 3 },
  );
  pen.mass('M-7.9 -.1V-2.8H7.9V-.1Z', ink.wall, 0.8);
  pen.glow(box(-7.9, -2.8, 15.8, 2.7), 0.4);
  let arches = '';
  for (let i = 0; i < 6; i++)
    arches += `M${-7.1 + i * 2.5} -.2V-1.4Q${-6.25 + i * 2.5} -2.8 ${-5.4 + i * 2.5} -1.4V-.2Z`;
  pen.wash(arches, ink.isNight ? ink.light : ink.roof);
  pen.line('M-8 -2.8h16', 0.9);
  lanterns(pen, [
    [-7, -2.5],
    [-3.5, -2.5],
    [0, -2.5],
    [3.5, -2.5],
    [7, -2.5],
  ]);
  person(pen, 2.4, -0.05, 1.2);
});

/** Baixiangju: grey slabs of different height, tied together by open corridors in the air. */
const baixiangju = landmark(14.5, 15, (pen) => {
  const { ink } = pen;
  const slab = (x: number, foot: number, width: number, top: number, columns: number, rows: number) => {
    pen.mass(`M${x} ${foot}V${top}h${width}V${foot}Z`, ink.wall, 0.8);
    pen.shade(`M${x + width * 0.74} ${foot}V${top}h${width * 0.26}V${foot}Z`);
    pen.windows(x + 0.1, top + 0.3, width - 0.4, foot - top - 0.6, columns, rows, { dab: 1.5 });
    let ledges = '';
    for (let row = 2; row < rows; row += 2)
      ledges += `M${x} ${top + 0.3 + ((foot - top - 0.6) * row) / rows}h${width}`;
    pen.line(ledges, 0.35);
    pen.line(`M${x + width * 0.2} ${top}v-.6h${width * 0.3}v.6`, 0.6);
  };
  slab(-0.9, -2, 3.4, -14, 4, 11);
  slab(-6.6, -0.6, 3.6, -11.6, 4, 10);
  slab(3.9, -2.4, 3.2, -12.4, 4, 9);
  for (const [left, y, width] of [
    [-3.2, -7.6, 2.5],
    [2.3, -8.2, 1.8],
  ] as const) {
    pen.mass(box(left, y - 0.1, width, 0.45), ink.paper, 0.8);
    pen.mass(box(left, y - 1.6, width, 0.35), ink.roof, 0.6);
    pen.line(
      `M${left} ${y - 0.75}h${width}M${left + width * 0.33} ${y - 1.2}v1.1M${left + width * 0.67} ${y - 1.2}v1.1`,
      0.5,
    );
  }
  person(pen, -2.3, -7.7, 1.05);
  person(pen, 3.1, -8.3, 1.05, ink.riverLine);
  // Washing on the sills: people live here.
  pen.line('M-5.6 -3.5v.5M.2 -5.2v.5M5 -6.2v.5', 2, ink.accent);
  pen.line('M-5.1 -3.5v.5M.7 -5.2v.5M-4.2 -8v.5M5.5 -6.2v.5', 2, ink.riverLine);
  pen.mass('M-7.2 -.1L-6.8 -.9H-2Q0 -2.4 2.6 -2.5H7.2V-.1Z', ink.ground, 0.8);
  steps(pen, [-1.6, -0.1, 3], [2, -2.4, 1.6], 8);
  tree(pen, 5.2, -0.6, 2.2);
  tree(pen, -5.8, -0.2, 1.7);
  person(pen, -1.2, -0.6, 1.1);
});

/** Ciqikou: the memorial arch over the flagstone street, tea houses to both sides. */
const ciqikou = landmark(14, 9.5, (pen) => {
  const { ink } = pen;
  houseRow(pen, [{ x: -4.6, y: -0.3, width: 3.6, floors: 3 }], { height: 1.7, eaves: true });
  houseRow(pen, [{ x: 4.7, y: -0.3, width: 3.6, floors: 2 }], { height: 1.8, eaves: true });
  pen.mass('M-3.2 -.1L-1.3 -4H1.3L3.2 -.1Z', ink.ground, 0.6);
  pen.line('M-2.2 -2.2h4.4M-2.6 -1.2h5.2M-.4 -3.9L-.8 -.2M.5 -3.9L1 -.2', 0.4);
  for (const x of [-3, -1.5, 1.5, 3])
    pen.mass(box(x - 0.25, Math.abs(x) > 2 ? -5.4 : -7.4, 0.5, Math.abs(x) > 2 ? 5.2 : 7.2), ink.wash, 0.7);
  pen.mass('M-3.3 -5.6H-1.3V-4.7H-3.3ZM1.3 -5.6H3.3V-4.7H1.3ZM-1.6 -7.3H1.6V-5.9H-1.6Z', ink.wall, 0.7);
  pen.line('M-.9 -6.6h.4M-.1 -6.7v.4M.5 -6.6h.5', 1.4, ink.light);
  roof(pen, -2.5, -5.5, 2.8, 1, { curl: 0.6, tiles: 3 });
  roof(pen, 2.5, -5.5, 2.8, 1, { curl: 0.6, tiles: 3 });
  roof(pen, 0, -7.2, 4.8, 1.5, { ridge: 0.45, curl: 0.9, tiles: 4 });
  pen.line('M0 -8.7v-.5', 1.4, ink.light);
  pen.line('M-6.4 -6.2V-2.6', 0.7);
  pen.mass('M-6.4 -6.1h1.2l-.3 .5l.3 .5v1.5h-1.2Z', ink.accent, 0.5);
  lanterns(
    pen,
    [
      [-2.3, -4.3],
      [2.3, -4.3],
      [-0.9, -5.4],
      [0.9, -5.4],
    ],
    0.27,
  );
  person(pen, -0.8, -0.5, 1.4);
  person(pen, 0.7, -1.4, 1.2, ink.riverLine);
});

/** Longmenhao: a treaty-port house of brick with arcades on every floor, a stilt house beside it. */
const longmenhao = landmark(11.5, 10, (pen) => {
  const { ink } = pen;
  houseRow(pen, [{ x: 3.8, y: -1.4, width: 3, floors: 3 }], { posts: 1.2, height: 1.5, bays: 2 });
  pen.tint('M-5.2 -.2V-7H1.8V-.2Z', ink.accent, 0.25, 0.9);
  for (const y of [-0.4, -2.6, -4.8]) {
    let arches = '';
    for (const x of [-4.8, -3.1, -1.4, 0.3])
      arches += `M${x} ${y}v-1Q${x + 0.6} ${y - 2.1} ${x + 1.2} ${y - 1}v1Z`;
    pen.mass(arches, ink.isNight ? ink.light : ink.paper, 0.6);
    pen.line(`M-5.4 ${y - 1.85}h7.4`, 0.9);
    if (y < -1)
      pen.line(
        `M-4.8 ${y - 0.5}h1.2M-3.1 ${y - 0.5}h1.2M-1.4 ${y - 0.5}h1.2M.3 ${y - 0.5}h1.2`,
        0.7,
        ink.isNight ? ink.paper : ink.line,
      );
  }
  pen.mass('M-5.6 -6.9L-3.8 -8.8H.4L2.2 -6.9Z', ink.roof, 0.8);
  pen.mass('M-2.7 -7.2V-8.6L-1.7 -9.6L-.7 -8.6V-7.2Z', ink.wall, 0.7);
  pen.disc(-1.7, -8.3, 0.38, ink.isNight ? ink.light : ink.roof, 0.5);
  pen.mass('M-4.5 -8V-9.4H-3.9V-8.4ZM.7 -8.4V-9.4H1.3V-7.9Z', ink.accent, 0.6);
  tree(pen, 2.2, -0.1, 2.2);
  person(pen, -0.6, -0.05, 1.3);
  pen.line('M-5.8 -.1H5.8', 0.7);
});

/** A small villa of the wartime years in its garden. */
const villa = landmark(13, 9, (pen) => {
  const { ink } = pen;
  tree(pen, -3.9, -1, 4.6);
  tree(pen, 4.2, -0.8, 3.8);
  pen.mass('M-3.2 -.6V-5.4H3.2V-.6Z', ink.isNight ? ink.wall : ink.mist, 0.8);
  pen.shade('M1.9 -.6V-5.4H3.2V-.6Z');
  pen.line('M-3 -4.6h.6M2.2 -4.8h.7M-3 -1.6h.5M2.4 -2h.6M-.6 -3.2h.5M2.3 -3.4h.5', 0.4);
  for (const [x, y] of [
    [-2.4, -4.9],
    [-0.5, -4.9],
    [1.4, -4.9],
    [-2.4, -2.4],
    [1.4, -2.4],
  ] as const) {
    pen.mass(box(x, y, 1, 1.4), ink.isNight ? ink.light : ink.paper, 0.6);
    pen.line(`M${x + 0.5} ${y}v1.4M${x} ${y + 0.6}h1`, 0.4, ink.isNight ? ink.paper : ink.line);
  }
  pen.mass('M-4 -5.2L-2.2 -7.6H2.2L4 -5.2Z', ink.roof, 0.8);
  pen.line('M-2.2 -7.2L-3 -5.5M-1 -7.3L-1.3 -5.5M.3 -7.3V-5.5M1.4 -7.2L2 -5.5', 0.35, ink.paper, 0.7);
  pen.mass('M1 -7V-8.9H1.8V-7.2Z', ink.accent, 0.6);
  pen.mass('M-1.3 -2.9L0 -3.7L1.3 -2.9V-2.6H-1.3Z', ink.wall, 0.6);
  pen.mass('M-.5 -.6V-2.4H.5V-.6Z', ink.accent, 0.6);
  pen.line('M-1.1 -.6v-2M1.1 -.6v-2', 1);
  pen.mass('M-5.6 -.1V-1.5H-1.6V-.1ZM1.6 -.1V-1.5H5.6V-.1Z', ink.wall, 0.7);
  pen.line('M-5.7 -1.5h4.2M1.5 -1.5h4.2', 1.2, ink.isNight ? ink.line : ink.roof);
  // Osmanthus in bloom, after which the Cassia Garden is named.
  pen.dots(
    [
      [-5, -4],
      [-4.2, -4.8],
      [-3.8, -3.6],
      [4.2, -3.7],
      [5, -2.9],
      [5.4, -2.4],
      [-5.3, -3],
      [4.6, -2.5],
    ],
    0.13,
    ink.light,
  );
  person(pen, 0.5, -0.05, 1.2, ink.riverLine);
});

/** Ren'ai Tang: a roofless nave with empty windows, the bell tower beside it, green taking hold. */
const renaitang = landmark(11.5, 13, (pen) => {
  const { ink } = pen;
  pen.tint(
    'M-5 -.2V-5L-4.4 -5.6L-3.9 -5.1L-2.9 -6.6L-2.2 -6.2L-1.4 -7.2L-.9 -6.4L0 -6.6V-.2Z',
    ink.accent,
    0.22,
    0.9,
  );
  const gothic = (x: number, y: number, half: number, height: number) =>
    `M${x - half} ${y}V${y - height}Q${x - half} ${y - height - half} ${x} ${y - height - half * 1.8}Q${x + half} ${y - height - half} ${x + half} ${y - height}V${y}Z`;
  pen.mass(
    `${gothic(-3.8, -2, 0.55, 1.6)}${gothic(-2, -2, 0.55, 2.2)}`,
    ink.isNight ? ink.light : ink.mist,
    0.7,
  );
  pen.mass(gothic(-2.9, -0.2, 0.5, 1), ink.roof, 0.6);
  pen.line(
    'M-4.8 -1.2h.6M-4.6 -4h.6M-1.1 -1.4h.6M-1.2 -5.4h.6M-.9 -3h.5M-3.2 -5.2h.6M-4.7 -2.6h.4M-1 -4.2h.5',
    0.4,
  );
  pen.mass('M-.2 -.2V-8.3H3.6V-.2Z', ink.wall, 0.9);
  pen.shade('M2.4 -.2V-8.3H3.6V-.2Z');
  pen.mass('M-.5 -8.2V-8.7H3.9V-8.2ZM-.4 -4.4V-4.9H3.8V-4.4Z', ink.paper, 0.6);
  pen.mass(gothic(1.7, -5.4, 0.7, 1.4), ink.isNight ? ink.light : ink.roof, 0.7);
  pen.dots([[1.7, -6.4]], 0.3, ink.light);
  pen.mass(gothic(1.7, -0.2, 0.7, 1.8), ink.roof, 0.7);
  pen.line('M1.2 -3.4h1M.3 -2.6h.6M.4 -7.6h.6M.4 -6h.5', 0.4);
  pen.mass('M-.2 -8.7L1.7 -11.4L3.6 -8.7Z', ink.roof, 0.8);
  pen.line('M1.7 -11.4V-12.8M1.2 -12.3h1', 0.7);
  pen.wash(
    'M-5.2 -.2Q-5.6 -2 -4.6 -2.6Q-4.8 -4 -3.9 -3.6Q-3.9 -1.4 -4.4 -.2ZM3.9 -.2Q4.4 -2.4 3.5 -3.8Q2.9 -5 2.8 -3.6Q2.6 -1.6 3 -.2Z',
    ink.leaf,
  );
  tree(pen, 4.4, -0.1, 2.6);
  person(pen, -0.9, -0.05, 1.2);
});

export const oldCity = {
  hongyadong,
  baixiangju,
  ciqikou,
  longmenhao,
  villa,
  renaitang,
};
