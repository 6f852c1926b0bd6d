/** One composition per motif. Positions are shares of the picture, so that a wide and a square format each get their own layout. */
import { house, roof, skyline, stairs, stiltHouse, tower, wall } from './buildings';
import { bridge, cableway, escalator, monorail, train, walker } from './crossings';
import { fill, type Ink, inkLine, type Point, shape, stroke, waver } from './ink';
import { boat, cliff, disc, mistBand, ridge, river, tree } from './land';

type Motif = (ink: Ink) => string;

/** Far ridges, mist and the sun: what every picture begins with. */
function distance(ink: Ink, horizon: number, sun: number): string {
  const { width: w, height: h } = ink;
  return (
    disc(ink, w * sun, h * (horizon - 0.3), Math.min(w, h) * 0.09) +
    ridge(ink, h * horizon, h * 0.3, 0.45) +
    ridge(ink, h * (horizon + 0.06), h * 0.2, 0.7) +
    mistBand(ink, h * (horizon + 0.02), h * 0.1)
  );
}

/** Houses up a slope from left to right, drawn back to front. */
function hillside(ink: Ink, from: Point, to: Point, count: number, size: number): string {
  let drawn = '';
  for (let i = count - 1; i >= 0; i--) {
    const share = i / Math.max(1, count - 1);
    const x = from[0] + (to[0] - from[0]) * share + waver(ink, size * 0.2);
    const y = from[1] + (to[1] - from[1]) * share + waver(ink, size * 0.15);
    drawn +=
      ink.random() < 0.55
        ? stiltHouse(ink, x, y, size, 2 + Math.floor(ink.random() * 2), size * 0.7)
        : house(ink, x, y, size * 1.1, size * 0.8);
  }
  return drawn;
}

const promenade: Motif = (ink) => {
  const { width: w, height: h, unit: u } = ink;
  let drawn = distance(ink, 0.5, 0.8) + skyline(ink, w * 0.02, w * 0.3, h * 0.66, h * 0.36);
  // Eight towers at the confluence, four of them under one long bridge in the sky.
  const size = Math.min(w * 0.034, h * 0.075);
  const base = w * 0.56;
  for (let i = 0; i < 8; i++)
    drawn += tower(ink, base + i * size * 1.25, h * 0.68, size, h * (i % 7 === 0 ? 0.5 : 0.4), u * 0.8);
  drawn += shape(
    ink,
    [
      [base + size * 1.1, h * 0.25],
      [base + size * 7.6, h * 0.24],
      [base + size * 7.8, h * 0.275],
      [base + size, h * 0.29],
    ],
    ink.mist,
    1.2,
  );
  drawn += river(ink, h * 0.68, h, -h * 0.03);
  // The avenue runs to the point; the old monument stands beside it.
  drawn += fill(
    `M${w * 0.1} ${h}L${w * 0.5} ${h * 0.68}L${w * 0.58} ${h * 0.68}L${w * 0.52} ${h}Z`,
    ink.paper,
  );
  drawn +=
    inkLine(ink, [w * 0.1, h], [w * 0.5, h * 0.68], 1.4) +
    inkLine(ink, [w * 0.52, h], [w * 0.58, h * 0.68], 1.4);
  for (let i = 0; i < 5; i++)
    drawn += tree(ink, w * (0.14 + i * 0.085), h * (0.98 - i * 0.065), h * (0.2 - i * 0.028));
  const m = w * 0.3;
  const top = h * 0.2;
  drawn += shape(
    ink,
    [
      [m - u * 2.4, h * 0.82],
      [m - u * 1.7, top + u * 5],
      [m + u * 1.7, top + u * 5],
      [m + u * 2.4, h * 0.82],
    ],
    ink.wall,
    1.3,
  );
  drawn += shape(
    ink,
    [
      [m - u * 2.3, top + u * 5],
      [m - u * 2.3, top + u * 2],
      [m + u * 2.3, top + u * 2],
      [m + u * 2.3, top + u * 5],
    ],
    ink.paper,
    1.2,
  );
  drawn += `<circle cx="${Math.round(m)}" cy="${Math.round(top + u * 3.5)}" r="${Math.round(u * 1.1)}" fill="${ink.isNight ? ink.light : ink.paper}" stroke="${ink.line}" stroke-width="${Math.round(u * 2) / 10}"/>`;
  drawn += roof(ink, m - u * 2, top + u * 2, u * 4, u * 1.6);
  return drawn + walker(ink, w * 0.4, h * 0.93, h * 0.13) + boat(ink, w * 0.8, h * 0.85, u * 6);
};

const ridgePark: Motif = (ink) => {
  const { width: w, height: h, unit: u } = ink;
  let drawn = distance(ink, 0.46, 0.2) + river(ink, h * 0.56, h * 0.8) + mistBand(ink, h * 0.72, h * 0.08);
  drawn += cliff(
    ink,
    [
      [0, h * 0.8],
      [w * 0.14, h * 0.66],
      [w * 0.34, h * 0.58],
      [w * 0.62, h * 0.6],
      [w * 0.84, h * 0.7],
      [w, h * 0.86],
    ],
    h,
    ink.ground,
  );
  // The Great Hall: three round eaves over a colonnade, wings on both sides.
  const [c, y, s] = [w * 0.6, h * 0.62, Math.min(w * 0.16, h * 0.3)];
  for (const side of [-1, 1]) drawn += house(ink, c + side * s * 0.95 - s * 0.3, y + u, s * 0.6, s * 0.34);
  drawn += shape(
    ink,
    [
      [c - s * 0.62, y + u],
      [c - s * 0.62, y - s * 0.34],
      [c + s * 0.62, y - s * 0.34],
      [c + s * 0.62, y + u],
    ],
    ink.wall,
    1.2,
  );
  for (let i = 0; i < 9; i++)
    drawn += inkLine(
      ink,
      [c - s * 0.55 + (s * 1.1 * i) / 8, y],
      [c - s * 0.55 + (s * 1.1 * i) / 8, y - s * 0.3],
      0.9,
      ink.isNight ? ink.light : ink.accent,
    );
  drawn +=
    roof(ink, c - s * 0.6, y - s * 0.34, s * 1.2, s * 0.22) +
    roof(ink, c - s * 0.42, y - s * 0.56, s * 0.84, s * 0.22) +
    roof(ink, c - s * 0.24, y - s * 0.78, s * 0.48, s * 0.26);
  drawn += stairs(ink, [c - s * 0.1, h * 0.99], [c, y + u * 1.2], s * 1.5, 18, 0.5);
  for (let i = 0; i < 7; i++)
    drawn += tree(ink, w * (0.04 + i * 0.06), h * (0.86 - i * 0.035 + (i % 2) * 0.05), h * 0.2);
  for (let i = 0; i < 3; i++) drawn += tree(ink, w * (0.82 + i * 0.07), h * (0.84 + i * 0.05), h * 0.2);
  return drawn + walker(ink, c - s * 0.15, h * 0.93, h * 0.11);
};

const oldtown: Motif = (ink) => {
  const { width: w, height: h } = ink;
  let drawn =
    disc(ink, w * 0.78, h * 0.2, h * 0.08) +
    ridge(ink, h * 0.5, h * 0.44, 0.55) +
    ridge(ink, h * 0.6, h * 0.3, 0.8) +
    mistBand(ink, h * 0.56, h * 0.1);
  drawn += stairs(ink, [w * 0.5, h], [w * 0.56, h * 0.58], w * 0.3, 20, 0.28);
  // Two rows of shop houses close in on the flagstones.
  const size = Math.min(w * 0.2, h * 0.36);
  for (let i = 3; i >= 0; i--) {
    const scale = 1 - i * 0.2;
    drawn += stiltHouse(ink, w * (0.06 + i * 0.105), h * (0.92 - i * 0.085), size * scale, 2, size * 0.12);
    drawn += stiltHouse(ink, w * (0.74 - i * 0.045), h * (0.93 - i * 0.09), size * scale, 2, size * 0.12);
  }
  for (let i = 0; i < 6; i++) {
    const [x, y] = [w * (0.36 + i * 0.055), h * (0.5 + Math.sin(i) * 0.02)];
    drawn += stroke(ink, `M${Math.round(x)} ${Math.round(y - h * 0.04)}v${Math.round(h * 0.03)}`, 0.6);
    drawn += `<ellipse cx="${Math.round(x)}" cy="${Math.round(y)}" rx="${Math.round(h * 0.014)}" ry="${Math.round(h * 0.018)}" fill="${ink.accent}"/>`;
  }
  return drawn + walker(ink, w * 0.49, h * 0.9, h * 0.13);
};

const theatre: Motif = (ink) => {
  const { width: w, height: h, unit: u } = ink;
  let drawn =
    distance(ink, 0.46, 0.16) +
    skyline(ink, w * 0.04, w * 0.42, h * 0.64, h * 0.4) +
    river(ink, h * 0.64, h, h * 0.02);
  // A ship of glass: faceted hull, stepped decks.
  const [x, y, s] = [w * 0.5, h * 0.66, Math.min(w * 0.38, h * 0.8)];
  const facets: Point[] = [
    [x, y],
    [x + s * 0.06, y - s * 0.2],
    [x + s * 0.3, y - s * 0.34],
    [x + s * 0.62, y - s * 0.4],
    [x + s * 0.98, y - s * 0.22],
    [x + s * 1.04, y],
  ];
  drawn += shape(ink, facets, ink.isNight ? ink.river : ink.wash, 1.6);
  for (let i = 1; i < 10; i++) {
    const at = x + (s * 1.04 * i) / 10;
    drawn += inkLine(
      ink,
      [at, y],
      [at - s * 0.05, y - s * (0.2 + 0.2 * Math.sin((i / 10) * Math.PI))],
      0.7,
      ink.isNight ? ink.light : ink.riverLine,
    );
  }
  for (const level of [0.1, 0.2])
    drawn += inkLine(ink, [x + s * 0.03, y - s * level], [x + s, y - s * level], 0.8, ink.riverLine);
  drawn += shape(
    ink,
    [
      [w * 0.42, y],
      [w, y - u],
      [w, y + u * 2.4],
      [w * 0.4, y + u * 2.4],
    ],
    ink.ground,
    1.2,
  );
  for (let i = 0; i < 5; i++) drawn += tree(ink, w * (0.44 + i * 0.035), y + u, h * 0.09);
  drawn += bridge(ink, [-u, h * 0.72], [w * 0.44, h * 0.655], h * 0.3, [0.55]);
  return drawn + boat(ink, w * 0.3, h * 0.88, u * 8) + walker(ink, w * 0.88, h * 0.69, h * 0.1);
};

const cliffwalk: Motif = (ink) => {
  const { width: w, height: h, unit: u } = ink;
  let drawn = distance(ink, 0.5, 0.22) + river(ink, h * 0.74, h);
  const edge: Point[] = [
    [w * 0.36, h * 0.84],
    [w * 0.44, h * 0.6],
    [w * 0.56, h * 0.44],
    [w * 0.74, h * 0.34],
    [w, h * 0.26],
  ];
  drawn += cliff(ink, edge, h, ink.ground);
  drawn += hillside(ink, [w * 0.66, h * 0.37], [w * 0.92, h * 0.27], 3, Math.min(w * 0.08, h * 0.16));
  // The boardwalk hangs from the rock on slanted struts.
  const walk = (share: number): Point => [w * (0.4 + share * 0.6), h * (0.8 - share * 0.14)];
  for (let i = 0; i <= 16; i++) {
    const [x, y] = walk(i / 16);
    drawn +=
      inkLine(ink, [x, y], [x + u * 1.6, y + u * 3.2], 0.9) + inkLine(ink, [x, y], [x, y - u * 1.9], 0.8);
  }
  const [from, to] = [walk(0), walk(1)];
  drawn +=
    inkLine(ink, from, to, 2.4, ink.accent) +
    inkLine(ink, [from[0], from[1] - u * 1.9], [to[0], to[1] - u * 1.9], 1);
  drawn += stairs(ink, [w * 0.3, h * 0.98], from, u * 9, 14, 0.5);
  drawn += tree(ink, w * 0.52, h * 0.5, h * 0.17) + tree(ink, w * 0.62, h * 0.42, h * 0.15);
  return drawn + walker(ink, w * 0.62, h * 0.745 - u * 0.2, h * 0.12) + boat(ink, w * 0.12, h * 0.88, u * 7);
};

const stairStreet: Motif = (ink) => {
  const { width: w, height: h } = ink;
  let drawn = distance(ink, 0.42, 0.3) + mistBand(ink, h * 0.4, h * 0.1);
  drawn += stairs(ink, [w * 0.46, h * 1.02], [w * 0.55, h * 0.34], w * 0.34, 30, 0.3);
  const size = Math.min(w * 0.19, h * 0.34);
  for (let i = 4; i >= 0; i--) {
    const scale = 1 - i * 0.15;
    drawn += stiltHouse(
      ink,
      w * (0.03 + i * 0.088),
      h * (0.94 - i * 0.125),
      size * scale,
      2 + (i % 2),
      size * 0.25,
    );
    drawn += stiltHouse(
      ink,
      w * (0.77 - i * 0.032),
      h * (0.96 - i * 0.13),
      size * scale,
      3 - (i % 2),
      size * 0.25,
    );
  }
  return drawn + walker(ink, w * 0.47, h * 0.8, h * 0.13) + tree(ink, w * 0.7, h * 0.99, h * 0.26);
};

const levels: Motif = (ink) => {
  const { width: w, height: h, unit: u } = ink;
  let drawn =
    distance(ink, 0.46, 0.86) + bridge(ink, [w * 0.36, h * 0.5], [w * 1.02, h * 0.56], h * 0.34, [0.5]);
  drawn += river(ink, h * 0.8, h, h * 0.02);
  drawn += cliff(
    ink,
    [
      [0, h * 0.24],
      [w * 0.1, h * 0.22],
      [w * 0.4, h * 0.24],
      [w * 0.5, h * 0.52],
      [w * 0.58, h * 0.84],
    ],
    h * 0.86,
    ink.ground,
  );
  // Eleven storeys of stilt house against the rock, from the river road to the street above.
  const size = Math.min(w * 0.13, h * 0.2);
  const rows = [0.8, 0.66, 0.52, 0.38, 0.26];
  rows.toReversed().forEach((row, back) => {
    const index = rows.length - 1 - back;
    for (let i = 0; i < 4 - Math.floor(index / 2); i++)
      drawn += stiltHouse(
        ink,
        w * 0.07 + size * 1.02 * i + index * size * 0.16,
        h * row,
        size * 0.92,
        2,
        size * 0.28,
      );
  });
  drawn += shape(
    ink,
    [
      [0, h * 0.82],
      [w * 0.64, h * 0.84],
      [w * 0.66, h * 0.87],
      [0, h * 0.87],
    ],
    ink.ground,
    1.2,
  );
  return drawn + walker(ink, w * 0.58, h * 0.86, h * 0.12) + boat(ink, w * 0.78, h * 0.93, u * 8);
};

const throughHouse: Motif = (ink) => {
  const { width: w, height: h, unit: u } = ink;
  let drawn = distance(ink, 0.46, 0.14) + river(ink, h * 0.84, h);
  drawn += cliff(
    ink,
    [
      [w * 0.3, h * 0.86],
      [w * 0.5, h * 0.5],
      [w * 0.7, h * 0.4],
      [w, h * 0.3],
    ],
    h * 0.88,
    ink.ground,
  );
  for (let i = 0; i < 6; i++) drawn += tree(ink, w * (0.74 + i * 0.05), h * (0.5 - i * 0.02), h * 0.17);
  const size = Math.min(w * 0.06, h * 0.11);
  const [x, top, width] = [w * 0.42, h * 0.1, size * 5.2];
  drawn += shape(
    ink,
    [
      [x, h * 0.86],
      [x, top],
      [x + width, top],
      [x + width, h * 0.86],
    ],
    ink.wall,
    1.5,
  );
  const y = h * 0.5;
  for (let row = 0; row < 14; row++) {
    const level = top + u * 1.6 + (row * (h * 0.74)) / 14;
    if (level > y - size * 1.6 && level < y + size * 0.9) continue;
    for (let i = 0; i < 6; i++) {
      const isLit = ink.isNight && ink.random() < 0.6;
      drawn += `<rect x="${Math.round(x + width * (0.07 + i * 0.15))}" y="${Math.round(level)}" width="${Math.round(width * 0.09)}" height="${Math.round(u * 1.9)}" fill="${isLit ? ink.light : ink.wash}" stroke="${ink.line}" stroke-width="${Math.round(u) / 10}"/>`;
    }
  }
  drawn += shape(
    ink,
    [
      [x, y + size * 0.5],
      [x, y - size * 1.4],
      [x + width, y - size * 1.4],
      [x + width, y + size * 0.5],
    ],
    ink.isNight ? ink.paper : ink.line,
    1.2,
  );
  drawn += monorail(ink, y, 0, w, size);
  return (
    drawn +
    train(ink, w * 0.12, y, size, 4) +
    walker(ink, w * 0.24, h * 0.85, h * 0.12) +
    stairs(ink, [w * 0.86, h * 0.9], [w * 0.8, h * 0.52], u * 9, 18, 0.5)
  );
};

const cliffpath: Motif = (ink) => {
  const { width: w, height: h, unit: u } = ink;
  let drawn = distance(ink, 0.44, 0.74) + river(ink, h * 0.66, h * 0.86, h * 0.03);
  drawn += cliff(
    ink,
    [
      [0, h * 0.42],
      [w * 0.2, h * 0.5],
      [w * 0.45, h * 0.66],
      [w * 0.7, h * 0.8],
      [w, h * 0.88],
    ],
    h,
    ink.ground,
  );
  drawn += stroke(
    ink,
    `M0 ${h * 0.62}C${w * 0.2} ${h * 0.66} ${w * 0.32} ${h * 0.8} ${w * 0.5} ${h * 0.84}S${w * 0.8} ${h * 0.95} ${w} ${h * 0.95}`,
    9,
    ink.paper,
  );
  drawn += stroke(
    ink,
    `M0 ${h * 0.62}C${w * 0.2} ${h * 0.66} ${w * 0.32} ${h * 0.8} ${w * 0.5} ${h * 0.84}S${w * 0.8} ${h * 0.95} ${w} ${h * 0.95}`,
    1.6,
    ink.accent,
  );
  for (let i = 0; i < 9; i++)
    drawn += tree(
      ink,
      w * (0.03 + i * 0.1),
      h * (0.5 + i * 0.045 + (i % 2) * 0.06),
      h * (0.2 + (i % 3) * 0.04),
    );
  return drawn + walker(ink, w * 0.56, h * 0.86, h * 0.13) + boat(ink, w * 0.8, h * 0.76, u * 6);
};

const gate: Motif = (ink) => {
  const { width: w, height: h } = ink;
  let drawn =
    distance(ink, 0.5, 0.84) +
    skyline(ink, w * 0.62, w * 0.98, h * 0.6, h * 0.3) +
    mistBand(ink, h * 0.52, h * 0.1);
  const centre = w * 0.42;
  drawn += wall(ink, -w * 0.02, h * 0.84, w * 1.04, h * 0.3, centre);
  const s = Math.min(w * 0.3, h * 0.56);
  drawn +=
    stiltHouse(ink, centre - s * 0.42, h * 0.545, s * 0.84, 1, s * 0.02) +
    roof(ink, centre - s * 0.3, h * 0.545 - s * 0.52, s * 0.6, s * 0.2);
  drawn += stairs(ink, [centre + w * 0.02, h * 1.02], [centre, h * 0.84], w * 0.3, 9, 0.6);
  for (let i = 0; i < 4; i++) drawn += tree(ink, w * (0.7 + i * 0.08), h * (0.9 + (i % 2) * 0.06), h * 0.28);
  drawn += tree(ink, w * 0.08, h * 0.96, h * 0.34);
  return drawn + walker(ink, centre + w * 0.03, h * 0.97, h * 0.13);
};

const avenue: Motif = (ink) => {
  const { width: w, height: h } = ink;
  let drawn = distance(ink, 0.46, 0.5);
  drawn += fill(
    `M${w * 0.22} ${h}L${w * 0.49} ${h * 0.5}L${w * 0.53} ${h * 0.5}L${w * 0.8} ${h}Z`,
    ink.paper,
  );
  drawn +=
    inkLine(ink, [w * 0.22, h], [w * 0.49, h * 0.5], 1.3) +
    inkLine(ink, [w * 0.8, h], [w * 0.53, h * 0.5], 1.3);
  for (let i = 6; i >= 0; i--) {
    const near = 1 - i / 7;
    const reach = 0.06 + near * 0.4;
    const y = h * (0.52 + near * 0.46);
    const size = h * (0.14 + near * 0.5);
    if (i % 2 === 0) {
      drawn += house(ink, w * (0.5 - reach * 1.12) - size * 0.5, y, size * 0.6, size * 0.42);
      drawn += house(ink, w * (0.52 + reach * 1.1), y, size * 0.6, size * 0.42);
    }
    drawn += tree(ink, w * (0.51 - reach * 0.82), y, size) + tree(ink, w * (0.51 + reach * 0.82), y, size);
  }
  return drawn + walker(ink, w * 0.47, h * 0.9, h * 0.16);
};

const cablewayOverRiver: Motif = (ink) => {
  const { width: w, height: h, unit: u } = ink;
  let drawn =
    distance(ink, 0.44, 0.7) +
    skyline(ink, w * 0.42, w * 0.82, h * 0.6, h * 0.32) +
    river(ink, h * 0.6, h, -h * 0.02);
  drawn += cliff(
    ink,
    [
      [-u, h * 0.46],
      [w * 0.12, h * 0.5],
      [w * 0.24, h * 0.7],
      [w * 0.3, h * 0.98],
    ],
    h,
    ink.ground,
  );
  drawn += hillside(ink, [w * 0.01, h * 0.5], [w * 0.16, h * 0.7], 3, Math.min(w * 0.1, h * 0.2));
  drawn += cliff(
    ink,
    [
      [w * 0.8, h * 0.98],
      [w * 0.86, h * 0.78],
      [w * 0.94, h * 0.72],
      [w, h * 0.7],
    ],
    h,
    ink.ground,
  );
  drawn += stiltHouse(ink, w * 0.9, h * 0.74, Math.min(w * 0.09, h * 0.18), 2, u * 3);
  drawn += cableway(ink, [w * 0.02, h * 0.2], [w * 1.02, h * 0.46], 0.46, Math.min(w * 0.05, h * 0.1));
  return drawn + boat(ink, w * 0.5, h * 0.84, u * 9) + boat(ink, w * 0.68, h * 0.72, u * 5);
};

const longEscalator: Motif = (ink) => {
  const { width: w, height: h } = ink;
  let drawn = distance(ink, 0.42, 0.16) + skyline(ink, w * 0.66, w * 0.99, h * 0.42, h * 0.3);
  drawn += cliff(
    ink,
    [
      [0, h * 0.96],
      [w * 0.24, h * 0.84],
      [w * 0.52, h * 0.6],
      [w * 0.8, h * 0.4],
      [w, h * 0.36],
    ],
    h,
    ink.ground,
  );
  const size = Math.min(w * 0.11, h * 0.2);
  drawn += hillside(ink, [w * 0.06, h * 0.8], [w * 0.52, h * 0.46], 4, size);
  drawn += escalator(ink, [w * 0.24, h * 0.92], [w * 0.84, h * 0.42], h * 0.15);
  drawn += hillside(ink, [w * 0.56, h * 0.92], [w * 0.9, h * 0.66], 3, size * 1.1);
  return drawn + walker(ink, w * 0.17, h * 0.97, h * 0.13) + tree(ink, w * 0.5, h * 0.97, h * 0.22);
};

const home: Motif = (ink) => {
  const { width: w, height: h, unit: u } = ink;
  let drawn =
    disc(ink, w * 0.7, h * 0.22, h * 0.1) +
    ridge(ink, h * 0.42, h * 0.34, 0.35) +
    ridge(ink, h * 0.5, h * 0.26, 0.55) +
    ridge(ink, h * 0.56, h * 0.16, 0.8);
  drawn += mistBand(ink, h * 0.48, h * 0.1) + skyline(ink, w * 0.6, w * 0.86, h * 0.62, h * 0.26);
  drawn += river(ink, h * 0.62, h) + mistBand(ink, h * 0.6, h * 0.05, 0.5);
  drawn += bridge(ink, [w * 0.3, h * 0.52], [w * 1.02, h * 0.6], h * 0.36, [0.4, 0.78]);
  drawn += cableway(ink, [-u, h * 0.1], [w * 1.02, h * 0.3], 0.5, Math.min(w * 0.03, h * 0.075));
  drawn += cliff(
    ink,
    [
      [-u, h * 0.3],
      [w * 0.1, h * 0.32],
      [w * 0.24, h * 0.4],
      [w * 0.36, h * 0.56],
      [w * 0.44, h * 0.8],
      [w * 0.47, h],
    ],
    h,
    ink.ground,
  );
  const size = Math.min(w * 0.07, h * 0.17);
  drawn += hillside(ink, [w * 0.01, h * 0.34], [w * 0.2, h * 0.42], 4, size);
  drawn += stairs(ink, [w * 0.33, h * 1.02], [w * 0.19, h * 0.46], w * 0.075, 34, 0.35);
  drawn += hillside(ink, [w * 0.02, h * 0.66], [w * 0.14, h * 0.6], 3, size * 1.2);
  drawn += hillside(ink, [w * 0.245, h * 0.6], [w * 0.36, h * 0.86], 3, size);
  drawn +=
    tree(ink, w * 0.05, h * 0.98, h * 0.24) +
    tree(ink, w * 0.17, h * 0.97, h * 0.2) +
    tree(ink, w * 0.42, h * 0.99, h * 0.16);
  drawn +=
    boat(ink, w * 0.62, h * 0.84, u * 7) +
    boat(ink, w * 0.8, h * 0.74, u * 4) +
    boat(ink, w * 0.9, h * 0.92, u * 8);
  return drawn + walker(ink, w * 0.3, h * 0.94, h * 0.13);
};

export const motifs = {
  home,
  promenade,
  ridge: ridgePark,
  oldtown,
  theatre,
  cliffwalk,
  stairs: stairStreet,
  levels,
  monorail: throughHouse,
  cliffpath,
  gate,
  avenue,
  cableway: cablewayOverRiver,
  escalator: longEscalator,
} satisfies Record<string, Motif>;
