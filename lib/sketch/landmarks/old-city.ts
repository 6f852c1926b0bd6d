/** The old city: timber on stilts, guild halls, temples, gates, slabs and works. */
import { landmark } from './landmark';
import { box, houseRow, lanterns, person, rock, roof, steps, tower, tree, water } from './parts';

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

export const oldCity = {
  hongyadong,
  baixiangju,
  shibati,
  huguang,
  ciqikou,
  tongyuanmen,
  luohansi,
  ciyunsi,
  danzishi,
  xiahaoli,
  longmenhao,
  villa,
};
