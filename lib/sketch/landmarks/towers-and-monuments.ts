/** Monuments, towers and halls: one drawing each, told apart by their outline alone. */
import { landmark } from './landmark';
import { box, person, type Roof, rock, roof, roofs, steps, tree } from './parts';

/** The stele of the liberation: an eight-sided shaft of which three faces show, a gallery, the clock, a mast. */
const jiefangbei = landmark(7.5, 16, (pen) => {
  const { ink } = pen;
  pen.mass('M-3.6 -.1L-3.2 -.9H3.2L3.6 -.1Z', ink.ground);
  pen.mass('M-2.9 -.9L-2.5 -1.7H2.5L2.9 -.9Z', ink.wall);
  pen.mass('M-1.65 -1.7L-1.45 -10H1.45L1.65 -1.7Z', ink.paper, 0.9);
  pen.shade('M.75 -1.7L.65 -10H1.45L1.65 -1.7Z');
  pen.line('M-.75 -1.7L-.65 -10M.75 -1.7L.65 -10', 0.6);
  // The inscription is told by its rhythm: seven characters in gold, from top to bottom.
  for (let i = 0; i < 7; i++)
    pen.line(`M-.2 ${-9.1 + i}l.4 .1M-.22 ${-8.8 + i}h.46M0 ${-9.25 + i}l-.05 .65`, 0.7, ink.light);
  pen.windows(-1.5, -9.4, 0.75, 7, 1, 4, { dab: 1, length: 0.5 });
  pen.windows(0.78, -9.4, 0.75, 7, 1, 4, { dab: 1, length: 0.5 });
  pen.mass('M-1.5 -9.9L-2.2 -10.5V-11.1H2.2V-10.5L1.5 -9.9Z', ink.wall, 0.8);
  pen.line('M-2 -11.1v-.5M-1.3 -11.1v-.5M1.3 -11.1v-.5M2 -11.1v-.5M-2.1 -11.6h4.2', 0.45);
  pen.mass('M-1.5 -11.1L-1.4 -13.6H1.4L1.5 -11.1Z', ink.paper, 0.9);
  pen.shade('M.85 -11.1L.8 -13.6H1.4L1.5 -11.1Z');
  pen.disc(-0.15, -12.4, 0.85, ink.isNight ? ink.light : ink.wall, 0.8);
  const hands = ink.isNight ? ink.paper : ink.line;
  pen.line('M-.15 -12.4V-13M-.15 -12.4l.4 .2', 0.6, hands);
  pen.mass('M-1.7 -13.6L-1.5 -14Q0 -14.9 1.5 -14L1.7 -13.6Z', ink.accent, 0.7);
  pen.line('M0 -14.4V-15.8M-.35 -15h.7', 0.6);
  pen.dots(
    [
      [-2.2, -1.9],
      [-1.9, -1.8],
      [2, -1.8],
      [2.3, -1.95],
    ],
    0.25,
    ink.accent,
  );
  person(pen, -2.9, -0.05, 1.3);
  person(pen, 2.6, -0.05, 1.2, ink.riverLine);
});

/** Raffles City: six sails in an arc, the sky bridge across four of them, the two tallest in front at the point. */
const raffles = landmark(17, 14.5, (pen) => {
  const { ink } = pen;
  const sail = (x: number, height: number, width: number, bulge: number) => {
    const side = Math.sign(bulge);
    const [inner, outer] = [x - (side * width) / 2, x + (side * width) / 2];
    const top = -height;
    const d =
      `M${inner} -1.2Q${inner + bulge * 0.55} ${top * 0.5} ${inner - bulge * 0.25} ${top}` +
      `Q${inner + side * width * 0.4} ${top + 0.2} ${outer - bulge * 0.5} ${top + 1.6}Q${outer + bulge * 1.15} ${top * 0.45} ${outer} -1.2Z`;
    pen.tint(d, ink.riverLine, 0.28, 0.75);
    let ribs = '';
    for (let y = 2.2; y < height * 0.74; y += 1) {
      const reach = Math.sin((y / height) * Math.PI) * bulge * 0.52;
      ribs += `M${x + reach - width * 0.32} ${-y}h${width * 0.64}`;
    }
    pen.line(ribs, ink.isNight ? 0.7 : 0.4, ink.isNight ? ink.light : ink.riverLine, 0.8);
  };
  for (const side of [-1, 1]) {
    sail(side * 6.6, 9, 1.5, side * 0.9);
    sail(side * 4.5, 9.6, 1.5, side * 0.7);
    sail(side * 2.5, 9.9, 1.4, side * 0.5);
  }
  pen.mass(
    'M-6.9 -10.4Q-6.6 -11.3 -5.6 -11.1Q0 -11.7 5.6 -11.1Q6.6 -11.3 6.9 -10.4Q6.4 -9.7 5.4 -9.8Q0 -10.4 -5.4 -9.8Q-6.4 -9.7 -6.9 -10.4Z',
    ink.isNight ? ink.light : ink.river,
    0.9,
  );
  let panes = '';
  for (let x = -6; x <= 6; x += 0.75) panes += `M${x} ${-9.9 - (36 - x * x) * 0.012}l.3 -1.1`;
  pen.line(panes, 0.35, ink.isNight ? ink.paper : ink.riverLine);
  sail(-1, 14.4, 1.6, -0.45);
  sail(1, 14.4, 1.6, 0.45);
  pen.mass('M-8.2 -.6Q-5 -2 0 -1.9Q5 -2 8.2 -.6L7 -.05Q0 .1 -7 -.05Z', ink.wall, 0.8);
  pen.line('M-7.4 -.5Q0 -1.5 7.4 -.5', 0.4);
  pen.windows(-5.4, -1.6, 10.8, 1.2, 14, 1, { dab: 1.1 });
});

/** The Great Hall: a round hall under three eaves as at the Temple of Heaven, a wing with a pavilion on each side. */
const greatHall = landmark(19, 13, (pen) => {
  const { ink } = pen;
  const columns = (left: number, right: number, y: number, height: number, count: number) => {
    let drawn = '';
    for (let i = 0; i < count; i++) drawn += `M${left + ((right - left) * i) / (count - 1)} ${y}v${-height}`;
    pen.line(drawn, 1.5, ink.accent);
  };
  const wings: Roof[] = [];
  let [walls, lower] = ['', ''];
  for (const side of [-1, 1]) {
    lower += box(side * 5.5 - 2.6, -3.4, 5.2, 2) + box(side * 8 - 0.95, -4, 1.9, 2.7);
    walls += box(side * 8 - 0.6, -5.1, 1.2, 0.9);
    wings.push(
      { x: side * 5.2, y: -3.3, width: 4.6, height: 0.8, ridge: 0.9 },
      { x: side * 8, y: -3.8, width: 2.8, height: 0.7 },
      { x: side * 8, y: -4.9, width: 2, height: 1.1, ridge: 0.15 },
    );
  }
  pen.mass(lower, ink.wall, 0.7);
  pen.mass(walls, ink.wall, 0.7);
  for (const side of [-1, 1]) {
    pen.windows(side * 5 - 2, -3.2, 4, 1.6, 5, 1, { dab: 1.5 });
    columns(side * 8 - 0.6, side * 8 + 0.6, -1.4, 2.3, 3);
  }
  roofs(pen, wings, { color: ink.riverLine, tiles: 0, curl: 0.3 });
  const tiers: [y: number, half: number, wall: number, rise: number, next: number][] = [
    [-5.2, 4.6, 2.6, 1.1, 3.4],
    [-7.2, 3.7, 1.1, 1, 2.6],
    [-9, 2.9, 0.9, 2.4, 0.25],
  ];
  for (const [y, half, wall, rise, next] of tiers) {
    const body = half * 0.82;
    pen.mass(`M${-body} ${y}V${y + wall}Q0 ${y + wall + 0.35} ${body} ${y + wall}V${y}Z`, ink.wall, 0.7);
    pen.glow(box(-body, y, body * 2, wall), 0.35);
    columns(-body * 0.9, body * 0.9, y + wall, wall - 0.1, 8);
    pen.mass(
      `M${-half} ${y - 0.1}Q0 ${y + 0.75} ${half} ${y - 0.1}Q${next + (half - next) * 0.25} ${y - rise * 0.35} ${next} ${y - rise}H${-next}Q${-next - (half - next) * 0.25} ${y - rise * 0.35} ${-half} ${y - 0.1}Z`,
      ink.riverLine,
      0.8,
    );
    let ribs = '';
    for (const share of [-0.7, -0.25, 0.25, 0.7])
      ribs += `M${share * next} ${y - rise * 0.95}L${share * half * 0.85} ${y + 0.12 - share * share * 0.2}`;
    pen.line(ribs, 0.35, ink.paper, 0.6);
  }
  pen.disc(0, -11.7, 0.35, ink.light);
  pen.line('M0 -12V-12.8', 0.7);
  pen.mass('M-9.3 -1.4H9.3V-.6H-9.3Z', ink.ground, 0.7);
  steps(pen, [0, 0, 8.5], [0, -2.4, 5.4], 6);
  person(pen, -1.2, -0.4, 1.1, ink.riverLine);
  person(pen, 0.6, -0.9, 0.95);
});

/** The Three Gorges Museum: a long stone wall bent inwards round the square, glass in its middle, a dome behind. */
const sanxiaMuseum = landmark(17, 8, (pen) => {
  const { ink } = pen;
  pen.mass('M-2.9 -4.8Q-2.7 -7.7 0 -7.8Q2.7 -7.7 2.9 -4.8Z', ink.river, 0.8);
  pen.line('M-1.9 -5Q-1.5 -7.2 0 -7.8Q1.5 -7.2 1.9 -5M-2.7 -6.2Q0 -6.9 2.7 -6.2', 0.4, ink.riverLine);
  pen.tint('M-8.2 -6Q-4 -4.6 0 -4.6Q4 -4.6 8.2 -6V-1Q4 -1.7 0 -1.7Q-4 -1.7 -8.2 -1Z', ink.light, 0.28, 0.9);
  pen.line(
    'M-8.2 -4.9Q-5.6 -4 -3.4 -3.8M-8.2 -3.6Q-5.6 -3 -3.4 -2.9M-8.2 -2.2Q-5.6 -2.1 -3.4 -2M8.2 -4.9Q5.6 -4 3.4 -3.8M8.2 -3.6Q5.6 -3 3.4 -2.9M8.2 -2.2Q5.6 -2.1 3.4 -2',
    0.4,
  );
  pen.line('M-7 -5.5v.9M-5.6 -4.8v.8M-6.4 -4.3v1M-4.6 -4v.8M7 -5.5v.9M5.6 -4.8v.8M6.4 -4.3v1M4.6 -4v.8', 0.4);
  pen.mass('M-3.3 -5Q0 -4.4 3.3 -5V-1.6Q0 -1.4 -3.3 -1.6Z', ink.isNight ? ink.light : ink.river, 0.8);
  pen.line(
    'M-2.2 -4.8v3.2M-1.1 -4.7v3.2M0 -4.65v3.1M1.1 -4.7v3.2M2.2 -4.8v3.2M-3.3 -3.9Q0 -3.4 3.3 -3.9M-3.3 -2.7Q0 -2.4 3.3 -2.7',
    0.4,
    ink.isNight ? ink.paper : ink.riverLine,
  );
  pen.mass('M-8.4 -1Q0 -2.3 8.4 -1L7 -.05Q0 -.5 -7 -.05Z', ink.ground, 0.7);
  pen.line('M-5.5 -.8Q0 -1.5 5.5 -.8M-6.6 -.4Q0 -1.1 6.6 -.4', 0.4);
  tree(pen, -7.2, -0.5, 1.9);
  tree(pen, 7.3, -0.5, 2.1);
  person(pen, -1.5, -0.5, 1);
  person(pen, 1.9, -0.45, 0.95, ink.riverLine);
});

/** The Grand Theatre: blades of glass laid over each other, every prow towards the water. */
const grandTheatre = landmark(17, 8.5, (pen) => {
  const { ink } = pen;
  const blade = (left: number, right: number, y: number, height: number, rake: number, share: number) => {
    const d = `M${left} ${y}L${left - rake * 0.75} ${y - height * 0.62}L${left + rake * 0.5} ${y - height}H${right - rake}L${right + rake * 0.95} ${y - height * 0.86}L${right} ${y}Z`;
    pen.tint(d, ink.riverLine, share, 0.9);
    let seams = '';
    for (let x = left + 0.9; x < right - 0.3; x += 0.8)
      seams += `M${x} ${y - 0.1}l${rake * 0.12} ${-height * 0.8}`;
    pen.line(seams, ink.isNight ? 0.7 : 0.4, ink.isNight ? ink.light : ink.riverLine, 0.8);
  };
  blade(-3.4, 3.2, -5.2, 3, 1.3, 0.55);
  blade(-6.2, 0.6, -3.6, 2.4, 1.1, 0.35);
  blade(-0.8, 5.8, -3.5, 2.7, 1.5, 0.45);
  blade(-7, 7, -1.7, 2.1, 1.2, 0.28);
  pen.mass('M-8 -1.2H8L7.4 -1.8H-7.4Z', ink.ground, 0.7);
  pen.wash('M-8.3 -1Q-4 -1.4 0 -1Q4 -.7 8.3 -1.1L7.6 -.1Q0 .1 -7.6 -.1Z', ink.river);
  pen.line(
    'M-7 -.7q.8 -.3 1.6 0M-3.8 -.4q.8 -.3 1.6 0M.4 -.7q.8 -.3 1.6 0M4 -.4q.8 -.3 1.6 0',
    0.5,
    ink.riverLine,
  );
  pen.line('M-4.6 -1.1v.5M-2 -1.1v.7M2.5 -1.1v.6M5.4 -1.1v.5', 0.8, ink.light, 0.7);
});

/** The stadium's gate: three tall arches between flags, terraces curving away behind. */
const datianwan = landmark(15, 10, (pen) => {
  const { ink } = pen;
  pen.mass('M-7.3 -4.6Q0 -8 7.3 -4.6L6.8 -1Q0 -2 -6.8 -1Z', ink.wash, 0.8);
  pen.line('M-7 -4Q0 -7.2 7 -4M-6.9 -3.3Q0 -6.4 6.9 -3.3M-6.9 -2.6Q0 -5.4 6.9 -2.6', 0.4);
  pen.mass('M-7.3 -3.6H-2.6V-.3H-7.3ZM2.6 -3.6H7.3V-.3H2.6Z', ink.wall, 0.7);
  let arches = '';
  for (const x of [-6.8, -5.3, -3.8, 2.9, 4.4, 5.9])
    arches += `M${x} -.4V-1.9Q${x + 0.45} -2.9 ${x + 0.9} -1.9V-.4Z`;
  pen.wash(arches, ink.isNight ? ink.light : ink.roof, 0.8);
  pen.line('M-7.4 -3.6h4.8M2.6 -3.6h4.8M-7.2 -3.2h4.6M2.6 -3.2h4.6', 0.6);
  pen.mass('M-3.2 -.2V-6.2H-2.6V-6.8H2.6V-6.2H3.2V-.2Z', ink.paper, 0.9);
  const arch = (x: number, half: number, height: number) =>
    `M${x - half} -.3V${-height}Q${x - half} ${-height - half * 1.3} ${x} ${-height - half * 1.3}Q${x + half} ${-height - half * 1.3} ${x + half} ${-height}V-.3Z`;
  pen.mass(arch(0, 0.95, 3), ink.isNight ? ink.light : ink.mist, 0.7);
  pen.mass(`${arch(-2.1, 0.5, 2.4)}${arch(2.1, 0.5, 2.4)}`, ink.isNight ? ink.light : ink.mist, 0.6);
  pen.line('M-2.9 -5h5.8M-3 -6.1h6M-1.6 -5.3h3.2M-1.6 -5.7h3.2', 0.5);
  pen.line('M-2.2 -6.8V-9.2M0 -6.8V-9.4M2.2 -6.8V-9.2', 0.5);
  pen.wash(
    'M-2.2 -9.2q.6 -.3 1.1 0v.7q-.6 -.3 -1.1 0ZM0 -9.4q.6 -.3 1.2 0v.8q-.6 -.3 -1.2 0ZM2.2 -9.2q.6 -.3 1.1 0v.7q-.6 -.3 -1.1 0Z',
    ink.accent,
  );
  pen.tint('M-5 -.1L-2.5 -.9H2.5L5 -.1Z', ink.accent, 0.4, 0.5);
  person(pen, -0.5, -0.25, 1.1, ink.riverLine);
  person(pen, 0.4, -0.15, 1.1);
});

/** The Kansheng Tower on the ridge of Eling: seven storeys, eaves over every one. */
const eling = landmark(12, 16, (pen) => {
  const { ink } = pen;
  tree(pen, -3.3, -1, 3.6);
  tree(pen, 3.6, -0.9, 4.2);
  pen.mass('M-1.8 -1.4L-1.3 -13.6H1.3L1.8 -1.4Z', ink.wall, 0.8);
  pen.glow('M-1.8 -1.4L-1.3 -13.6H1.3L1.8 -1.4Z', 0.35);
  pen.shade('M.9 -1.4L.7 -13.6H1.3L1.8 -1.4Z');
  pen.windows(-1.4, -13.4, 2.8, 11.9, 3, 7, { dab: 1.8, length: 0.42, share: 0.9 });
  const eaves: Roof[] = [];
  for (let floor = 0; floor < 7; floor++)
    eaves.push({
      x: 0,
      y: -3 - floor * 1.72,
      width: 5.2 - floor * 0.24,
      height: floor < 6 ? 0.8 : 1.6,
      ridge: floor < 6 ? 0.68 : 0.08,
    });
  roofs(pen, eaves, { color: ink.riverLine, tiles: 2 });
  pen.disc(0, -15, 0.26, ink.light, 0.6);
  pen.line('M0 -15.3v-.5', 0.6);
  pen.mass('M-4.8 -.1Q-4 -1.2 -2.4 -1.4H2.4Q4 -1.3 4.8 -.1Z', ink.ground, 0.8);
  steps(pen, [0, -0.1, 2.2], [0, -1.4, 1.2], 4);
  tree(pen, -4, -0.2, 1.9);
  person(pen, 1.9, -0.4, 1.1);
});

/** The Hongxing (Red Star) Pavilion on the old town's highest point. */
const pipashan = landmark(12, 12, (pen) => {
  const { ink } = pen;
  tree(pen, -3.7, -2.2, 4.2);
  tree(pen, 3.9, -2, 3.8);
  pen.mass('M-5.2 -.1Q-5 -2.4 -2.8 -3H2.8Q5 -2.4 5.2 -.1Z', ink.leaf, 0.8);
  pen.mass('M-3.2 -2.6V-3.5H3.2V-2.6Z', ink.wall, 0.7);
  pen.line(
    'M-3 -3.5v-.7h1.7v.7M3 -3.5v-.7H1.3v.7M-2.4 -3.5v-.7M-1.9 -3.5v-.7M1.9 -3.5v-.7M2.4 -3.5v-.7',
    0.45,
  );
  pen.glow(box(-2.2, -6.3, 4.4, 2.8), 0.45);
  pen.line('M-2.2 -3.5v-3M2.2 -3.5v-3M-.8 -3.5v-3M.8 -3.5v-3', 1.8, ink.accent);
  roof(pen, 0, -6.2, 6.4, 1.3, { ridge: 0.5, color: ink.light, curl: 0.6 });
  pen.mass(box(-1.3, -7.9, 2.6, 0.6), ink.accent, 0.6);
  roof(pen, 0, -7.7, 4.4, 2, { ridge: 0.08, color: ink.light, curl: 0.6, tiles: 3 });
  const star: string[] = [];
  for (let i = 0; i < 10; i++) {
    const [radius, turn] = [i % 2 ? 0.42 : 1.05, (i * Math.PI) / 5];
    star.push(`${Math.sin(turn) * radius} ${-10.6 - Math.cos(turn) * radius}`);
  }
  pen.mass(`M${star.join('L')}Z`, ink.accent, 0.6);
  steps(pen, [0.3, -0.1, 2.6], [0, -2.7, 1.5], 7);
  person(pen, -0.1, -1, 1.1, ink.riverLine);
  tree(pen, -4.2, -0.3, 1.9);
  tree(pen, 4.1, -0.3, 1.6);
});

/** Kuixinglou: a tiered pavilion on the roof of its own storeys, a bridge leads over to the street. */
const kuixinglou = landmark(13, 15, (pen) => {
  const { ink } = pen;
  rock(pen, 'M2 -.1Q3 -1.8 3.4 -4.4Q3 -6.4 3.8 -7.8H6.2Q5.8 -6 6.3 -4.4Q6 -2 6.4 -.1Z', [
    [4.4, -6.8],
    [5.4, -5.6],
    [4.1, -4.2],
    [5.2, -2.6],
  ]);
  pen.mass('M-5 -.1V-7.6H2.2V-.1Z', ink.wall, 0.8);
  pen.shade('M.6 -.1V-7.6H2.2V-.1Z');
  pen.windows(-4.8, -7.2, 6.8, 6.9, 7, 7, { dab: 1.3 });
  pen.line('M-5 -5.4h7.2M-5 -3.3h7.2M-5 -1.2h7.2', 0.4);
  tree(pen, 3, -0.1, 2.2);
  pen.mass('M-5.6 -7.5H6.3V-8.2H-5.6Z', ink.paper, 0.8);
  pen.line(
    'M-5.5 -8.2v-.7M-4.5 -8.2v-.7M2.4 -8.2v-.7M3.4 -8.2v-.7M4.4 -8.2v-.7M5.4 -8.2v-.7M-5.6 -8.9h2M1.8 -8.9h4.5',
    0.45,
  );
  person(pen, 4, -8.2, 1.2);
  person(pen, -4.7, -8.2, 1.1, ink.riverLine);
  const tiers: [y: number, half: number][] = [
    [-8.2, 2.2],
    [-10.3, 1.6],
    [-12.1, 1],
  ];
  tiers.forEach(([y, half], index) => {
    pen.mass(box(-1.4 - half, y - 1.7, half * 2, 1.7), ink.wall, 0.6);
    pen.glow(box(-1.4 - half, y - 1.7, half * 2, 1.7));
    pen.line(
      `M${-1.4 - half * 0.9} ${y}v-1.6M${-1.4 - half * 0.3} ${y}v-1.6M${-1.4 + half * 0.3} ${y}v-1.6M${-1.4 + half * 0.9} ${y}v-1.6`,
      1.2,
      ink.accent,
    );
    roof(pen, -1.4, y - 1.4, half * 3, index === 2 ? 1.4 : 0.9, {
      ridge: index === 2 ? 0.12 : 0.55,
      tiles: 3,
    });
  });
  pen.line('M-1.4 -14.8v-.1', 1.6, ink.light);
});

export const towersAndMonuments = {
  jiefangbei,
  raffles,
  'great-hall': greatHall,
  'sanxia-museum': sanxiaMuseum,
  'grand-theatre': grandTheatre,
  datianwan,
  'eling-park': eling,
  pipashan,
  kuixinglou,
};
