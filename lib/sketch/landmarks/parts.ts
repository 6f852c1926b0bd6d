/** What many landmarks are made of: roofs, stilt houses, stairs, trees, people, water, trains. Measured in units. */
import { waver } from '../ink';
import type { Pen } from './pen';

export const box = (left: number, top: number, width: number, height: number) =>
  `M${left} ${top}h${width}v${height}h${-width}Z`;

export interface Roof {
  x: number;
  /** Its eaves. */
  y: number;
  width: number;
  height: number;
  /** Length of the ridge as a share of the eaves. */
  ridge?: number;
}

/** Tiled roofs with lifted corners, none covering another. */
export function roofs(
  pen: Pen,
  all: readonly Roof[],
  { curl = 0.45, color = pen.ink.roof, tiles = 4 } = {},
): void {
  let [outlines, rows] = ['', ''];
  for (const { x, y, width, height, ridge = 0.6 } of all) {
    const half = width / 2;
    const top = half * ridge;
    const [lift, bend] = [Math.min(curl, height * 0.6), (half - top) * 0.3];
    outlines +=
      `M${x - half} ${y - lift}Q${x - half * 0.86} ${y} ${x - half * 0.6} ${y}H${x + half * 0.6}Q${x + half * 0.86} ${y} ${x + half} ${y - lift}` +
      `Q${x + top + bend} ${y - height * 0.35} ${x + top} ${y - height}H${x - top}Q${x - top - bend} ${y - height * 0.35} ${x - half} ${y - lift}Z`;
    for (let i = 0; i < tiles; i++) {
      const share = (i / (tiles - 1)) * 2 - 1;
      rows += `M${x + share * top * 0.85} ${y - height * 0.82}L${x + share * half * 0.66} ${y - height * 0.16}`;
    }
  }
  pen.mass(outlines, color, 0.7);
  if (rows) pen.line(rows, 0.35, pen.ink.paper, 0.7);
}

export function roof(
  pen: Pen,
  x: number,
  y: number,
  width: number,
  height: number,
  { ridge = 0.6, ...look }: { ridge?: number; curl?: number; color?: string; tiles?: number } = {},
): void {
  roofs(pen, [{ x, y, width, height, ridge }], look);
}

export interface House {
  x: number;
  /** Foot of its lowest floor. */
  y: number;
  width: number;
  floors?: number;
}

/** Stilt houses (吊脚楼) side by side: boards, balconies with their rails, roofs, posts down to the slope. None may cover another; `isFar` leaves out what would clog, `isBare` the paper under their walls. */
export function houseRow(
  pen: Pen,
  houses: readonly House[],
  { posts = 0, height = 1.4, bays = 3, eaves = false, rise = 0.85, isFar = false, isBare = false } = {},
): void {
  const { ink } = pen;
  let [legs, walls, rails, heads, tiles, aprons] = ['', '', '', '', '', ''];
  for (const { x, y, width, floors = 1 } of houses) {
    const [half, top] = [width / 2, y - floors * height];
    for (const share of [-0.45, -0.1, 0.3])
      legs += `M${x + width * share} ${y}v${posts * (0.9 + share * 0.3)}`;
    walls += box(x - half, top, width, floors * height);
    for (let floor = 0; floor < floors; floor++) {
      const foot = y - floor * height;
      if (!isFar || floor > 0) rails += `M${x - half - 0.2} ${foot - height * 0.3}h${width + 0.4}`;
      if (!isFar) rails += `M${x - half - 0.2} ${foot}h${width + 0.4}`;
      if (eaves && floor > 0)
        aprons += `M${x - half - 0.45} ${foot - 0.12}q.3 .25 .6 .15h${width - 0.3}q.3 .1 .6 -.15`;
    }
    for (let bay = 1; bay < bays && !isFar; bay++) rails += `M${x - half + (width * bay) / bays} ${top}V${y}`;
    const [over, ridge, eave] = [half * 1.26, half * 0.72, top + 0.15];
    heads +=
      `M${x - over} ${eave - height * 0.22}Q${x} ${eave + height * 0.28} ${x + over} ${eave - height * 0.22}` +
      `Q${x + ridge + 0.1} ${eave - height * rise * 0.5} ${x + ridge} ${eave - height * rise}H${x - ridge}Q${x - ridge - 0.1} ${eave - height * rise * 0.5} ${x - over} ${eave - height * 0.22}Z`;
    for (const share of isFar ? [-0.4, 0.4] : [-0.7, 0, 0.7])
      tiles += `M${x + ridge * share} ${eave - height * rise * 0.8}L${x + ridge * share * 1.15} ${eave - height * 0.15}`;
  }
  if (posts > 0) pen.line(legs, 0.8);
  pen.tint(walls, ink.light, ink.isNight ? 0.4 : 0.3, 0.6, !isBare);
  // All windows of the row are two broken strokes a bay: those in the dark, those with a lamp.
  let [dark, lit] = ['', ''];
  const pane = height * 0.36;
  for (const { x, y, width, floors = 1 } of houses)
    for (let bay = 0; bay < bays; bay++) {
      const column = `M${x - width / 2 + (width * (bay + 0.5)) / bays} ${y - (floors - 0.22) * height}v${(floors - 1) * height + pane}`;
      if (ink.isNight && (isFar || ink.random() < 0.85)) lit += column;
      else dark += column;
    }
  const dashes = [pane, height - pane] as const;
  if (dark) pen.line(dark, 2.2, ink.line, ink.isNight ? 0.25 : 0.5, dashes);
  if (lit) pen.line(lit, 2.2, ink.light, 1, dashes);
  pen.line(rails, 0.5);
  if (aprons) pen.line(aprons, 1.7, ink.isNight ? ink.line : ink.roof);
  pen.mass(heads, ink.roof, 0.7);
  pen.line(tiles, 0.35, ink.paper, 0.7);
}

/** Flight of steps from a wide foot to a narrower head. */
export function steps(
  pen: Pen,
  [footX, footY, footWidth]: readonly [number, number, number],
  [headX, headY, headWidth]: readonly [number, number, number],
  treads: number,
  color = pen.ink.paper,
): void {
  pen.mass(
    `M${footX - footWidth / 2} ${footY}L${headX - headWidth / 2} ${headY}H${headX + headWidth / 2}L${footX + footWidth / 2} ${footY}Z`,
    color,
    0.7,
  );
  let drawn = '';
  for (let i = 1; i < treads; i++) {
    const share = 1 - (1 - i / treads) ** 1.25;
    const width = footWidth + (headWidth - footWidth) * share;
    drawn += `M${footX + (headX - footX) * share - width / 2} ${footY + (headY - footY) * share}h${width}`;
  }
  pen.line(drawn, 0.4);
}

/** The outline of a tree's crown over its foot. */
export function crown(x: number, y: number, size: number): string {
  const [w, top] = [size * 0.42, y - size];
  return (
    `M${x - w * 0.7} ${y - size * 0.34}Q${x - w * 1.35} ${y - size * 0.42} ${x - w * 0.95} ${y - size * 0.64}` +
    `Q${x - w * 0.95} ${top} ${x - w * 0.2} ${y - size * 0.93}Q${x + w * 0.4} ${top - size * 0.08} ${x + w * 0.72} ${y - size * 0.74}` +
    `Q${x + w * 1.3} ${y - size * 0.62} ${x + w * 0.85} ${y - size * 0.4}Q${x + w * 0.3} ${y - size * 0.2} ${x} ${y - size * 0.36}Q${x - w * 0.4} ${y - size * 0.22} ${x - w * 0.7} ${y - size * 0.34}Z`
  );
}

/** A round tree, one stroke of the pen from the crown to the trunk. */
export function tree(pen: Pen, x: number, y: number, size: number, color = pen.ink.leaf): void {
  const w = size * 0.42;
  pen.mass(
    `${crown(x, y, size)}M${x} ${y}V${y - size * 0.52}M${x - w * 0.6} ${y - size * 0.6}q${w * 0.3} ${-size * 0.14} ${w * 0.6} 0` +
      `M${x + w * 0.25} ${y - size * 0.5}q${w * 0.2} ${-size * 0.1} ${w * 0.4} 0`,
    color,
    0.65,
  );
}

/** Somebody on the way: a dab of colour, a head, two legs. */
export function person(pen: Pen, x: number, y: number, size = 1.2, color = pen.ink.accent): void {
  pen.line(
    `M${x} ${y - size * 0.4}L${x - size * 0.14} ${y}M${x} ${y - size * 0.4}l${size * 0.18} ${size * 0.38}`,
    0.6,
  );
  pen.line(`M${x} ${y - size * 0.62}v${size * 0.2}`, size * 1.5, color);
  pen.dots([[x, y - size * 0.9]], size * 0.13);
}

/** Red lanterns, glowing by night. */
export function lanterns(pen: Pen, points: readonly (readonly [number, number])[], radius = 0.2): void {
  if (pen.ink.isNight) pen.dots(points, radius * 2, pen.ink.light, 0.3);
  pen.dots(points, radius, pen.ink.accent);
}

/** A band of river with strokes of current. */
export function water(
  pen: Pen,
  left: number,
  top: number,
  width: number,
  height: number,
  color = pen.ink.river,
): void {
  pen.wash(
    `M${left} ${top + height * 0.2}Q${left + width * 0.25} ${top - height * 0.15} ${left + width * 0.5} ${top + height * 0.08}` +
      `Q${left + width * 0.75} ${top + height * 0.25} ${left + width} ${top}L${left + width * 0.96} ${top + height * 0.75}Q${left + width * 0.6} ${top + height} ${left + width * 0.3} ${top + height * 0.9}Q${left + width * 0.1} ${top + height} ${left + width * 0.03} ${top + height * 0.8}Z`,
    color,
  );
  let current = '';
  for (let i = 0; i < 5; i++) {
    const x = left + width * (0.06 + 0.17 * i + pen.ink.random() * 0.04);
    const y = top + height * (0.3 + ((i * 2) % 5) * 0.13);
    const length = width * 0.12;
    current += `M${x} ${y}q${length * 0.25} ${-0.3} ${length * 0.5} 0q${length * 0.25} ${0.25} ${length * 0.5} 0`;
  }
  pen.line(current, 0.5, pen.ink.riverLine);
}

/** A city tower with a shaded side and a slanted head. */
export function tower(
  pen: Pen,
  x: number,
  y: number,
  width: number,
  height: number,
  { lean = 0, color = pen.ink.isNight ? pen.ink.ground : pen.ink.mist, columns = 2, rows = 5 } = {},
): void {
  const half = width / 2;
  pen.mass(`M${x - half} ${y}V${y - height}L${x + half} ${y - height - lean}V${y}Z`, color, 0.6);
  pen.shade(`M${x + half * 0.4} ${y}V${y - height - lean * 0.7}L${x + half} ${y - height - lean}V${y}Z`);
  if (columns > 0)
    pen.windows(x - half * 0.9, y - height + 0.2, width * 0.8, height - 0.4, columns, rows, { dab: 0.9 });
}

/** Rock: an edge given as a draft that starts with M and ends at its foot, with hatching that falls away from it. */
export function rock(
  pen: Pen,
  draft: string,
  hatches: readonly (readonly [number, number])[],
  color = pen.ink.ground,
): void {
  pen.mass(draft, color, 0.9);
  let strokes = '';
  for (const [x, y] of hatches) {
    const fall = 0.8 + pen.ink.random() * 0.7;
    strokes += `M${x} ${y}l${waver(pen.ink, 0.15)} ${fall}M${x + 0.35} ${y + 0.25}l${waver(pen.ink, 0.1)} ${fall * 0.6}`;
  }
  pen.line(strokes, 0.5);
}

/** Cars of the monorail, their belly on y. */
export function train(
  pen: Pen,
  left: number,
  y: number,
  cars: number,
  length = 3,
  height = 1.5,
  color = pen.ink.accent,
): void {
  const { ink } = pen;
  for (let car = 0; car < cars; car++) {
    const x = left + car * length;
    const isHead = car === 0;
    pen.mass(
      isHead
        ? `M${x + 0.1} ${y}Q${x - 0.1} ${y - height * 0.5} ${x + 0.45} ${y - height}H${x + length - 0.12}V${y}Z`
        : box(x + 0.06, y - height, length - 0.18, height),
      ink.isNight ? ink.wall : ink.paper,
      0.7,
    );
    pen.wash(box(x + (isHead ? 0.12 : 0.08), y - height * 0.36, length - 0.24, height * 0.26), color);
    pen.windows(x + 0.3, y - height * 0.92, length - 0.5, height * 0.5, 3, 1, {
      dab: 2.6,
      length: 0.35,
      share: 1,
    });
  }
}

/** A boat that lies low in the water, with a mat roof. */
export function hull(pen: Pen, x: number, y: number, length: number): void {
  const half = length / 2;
  pen.mass(
    `M${x - half} ${y - 0.5}Q${x} ${y + 0.35} ${x + half} ${y - 0.6}L${x + half * 0.7} ${y}H${x - half * 0.72}Z`,
    pen.ink.roof,
    0.6,
  );
  pen.mass(
    `M${x - half * 0.4} ${y - 0.25}Q${x} ${y - 1.2} ${x + half * 0.4} ${y - 0.25}Z`,
    pen.ink.wash,
    0.6,
  );
}
