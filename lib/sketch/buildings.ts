import { fill, type Ink, inkLine, type Point, shape, stroke, waver } from './ink';

const n = (value: number) => Math.round(value);

/** A tiled roof with lifted corners over a wall from x to x + width. */
export function roof(ink: Ink, x: number, y: number, width: number, height: number): string {
  const over = width * 0.13;
  const d =
    `M${n(x - over)} ${n(y)}q${n(over * 0.9)} ${n(-height * 0.08)} ${n(over + width * 0.16)} ${n(-height)}` +
    `L${n(x + width * 0.84)} ${n(y - height)}q${n(width * 0.08)} ${n(height * 0.92)} ${n(width * 0.16 + over)} ${n(height)}Z`;
  let drawn = fill(d, ink.roof) + stroke(ink, d, 1);
  for (let i = 1; i < 5; i++) {
    const at = x + (width * i) / 5;
    drawn += inkLine(
      ink,
      [at, y - height * 0.9],
      [at + (i - 2.5) * width * 0.03, y - height * 0.1],
      0.5,
      ink.paper,
    );
  }
  return drawn;
}

/** A window, lit at random by night. */
function pane(ink: Ink, x: number, y: number, width: number, height: number, share = 0.55): string {
  const isLit = ink.isNight && ink.random() < share;
  const color = isLit ? ink.light : ink.isNight ? ink.ground : ink.wash;
  return `<path d="M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}Z" fill="${color}" stroke="${ink.line}" stroke-width="${n(ink.unit * 1.4) / 10}"/>`;
}

/** A stilt house (吊脚楼): storeys with lattice, balconies, a roof, posts down to the slope. `y` is the foot of its lowest floor. */
export function stiltHouse(
  ink: Ink,
  x: number,
  y: number,
  width: number,
  floors: number,
  posts: number,
): string {
  const storey = width * 0.42;
  let drawn = '';
  for (let i = 0; i <= 3; i++) {
    const at = x + (width * i) / 3;
    drawn += inkLine(ink, [at, y], [at + waver(ink, 2), y + posts * (0.75 + 0.25 * (i / 3))], 1.5);
  }
  if (posts > storey) drawn += inkLine(ink, [x, y + posts * 0.5], [x + width, y + posts * 0.15], 0.8);
  for (let floor = 0; floor < floors; floor++) {
    const top = y - storey * (floor + 1);
    const inset = floor * width * 0.03;
    drawn += shape(
      ink,
      [
        [x + inset, top],
        [x + width - inset, top],
        [x + width - inset, top + storey],
        [x + inset, top + storey],
      ],
      ink.wall,
    );
    const panes = 3;
    for (let i = 0; i < panes; i++) {
      const each = (width - inset * 2) / panes;
      drawn += pane(ink, x + inset + each * (i + 0.18), top + storey * 0.25, each * 0.62, storey * 0.42);
    }
    drawn += inkLine(
      ink,
      [x - width * 0.05, top + storey * 0.86],
      [x + width * 1.05, top + storey * 0.86],
      1,
    );
    if (floor > 0 && floor % 2 === 1)
      drawn += roof(ink, x + inset, top + storey * 1.06, width - inset * 2, storey * 0.2);
  }
  return (
    drawn +
    roof(ink, x + floors * width * 0.02, y - storey * floors, width - floors * width * 0.04, storey * 0.62)
  );
}

/** A plain house of the slopes. */
export function house(ink: Ink, x: number, y: number, width: number, height: number): string {
  let drawn = shape(
    ink,
    [
      [x, y - height],
      [x + width, y - height],
      [x + width, y],
      [x, y],
    ],
    ink.wall,
  );
  const columns = Math.max(1, Math.round(width / (ink.unit * 3)));
  for (let i = 0; i < columns; i++)
    drawn += pane(
      ink,
      x + (width * (i + 0.3)) / columns,
      y - height * 0.62,
      (width / columns) * 0.4,
      height * 0.3,
    );
  return drawn + roof(ink, x, y - height, width, height * 0.42);
}

/** A city tower with rows of windows; `lean` slants its head as new towers do. */
export function tower(ink: Ink, x: number, y: number, width: number, height: number, lean = 0): string {
  const far = ink.isNight ? ink.ground : ink.mist;
  let drawn = shape(
    ink,
    [
      [x, y],
      [x, y - height],
      [x + width, y - height - lean],
      [x + width, y],
    ],
    far,
    0.8,
  );
  const rows = Math.max(3, Math.floor(height / (ink.unit * 2.2)));
  for (let row = 1; row < rows; row++) {
    const level = y - (height * row) / rows;
    if (ink.isNight) {
      if (ink.random() < 0.62) {
        const from = x + width * (0.12 + ink.random() * 0.4);
        drawn += stroke(
          ink,
          `M${n(from)} ${n(level)}h${n(width * (0.15 + ink.random() * 0.3))}`,
          1.5,
          ink.light,
          ' opacity=".85"',
        );
      }
    } else if (row % 2 === 0) {
      drawn += stroke(
        ink,
        `M${n(x + width * 0.15)} ${n(level)}h${n(width * 0.7)}`,
        0.5,
        ink.line,
        ' opacity=".4"',
      );
    }
  }
  return drawn;
}

/** A row of far towers along a shore. */
export function skyline(ink: Ink, from: number, to: number, y: number, height: number): string {
  let drawn = '';
  let x = from;
  while (x < to) {
    const width = ink.unit * (1.8 + ink.random() * 2.2);
    drawn += tower(ink, x, y, width, height * (0.35 + ink.random() * 0.65), waver(ink, ink.unit));
    x += width * (1.05 + ink.random() * 0.7);
  }
  return drawn;
}

/** Stairs going up from (x, y): treads that narrow with distance. */
export function stairs(
  ink: Ink,
  foot: Point,
  head: Point,
  width: number,
  steps: number,
  narrowing = 0.45,
): string {
  const at = (share: number): { x: number; y: number; half: number } => ({
    x: foot[0] + (head[0] - foot[0]) * share,
    y: foot[1] + (head[1] - foot[1]) * share,
    half: (width / 2) * (1 - (1 - narrowing) * share),
  });
  const [start, end] = [at(0), at(1)];
  let drawn = shape(
    ink,
    [
      [start.x - start.half, start.y],
      [end.x - end.half, end.y],
      [end.x + end.half, end.y],
      [start.x + start.half, start.y],
    ],
    ink.paper,
    1.2,
  );
  for (let i = 0; i <= steps; i++) {
    // Nearer treads stand farther apart.
    const share = 1 - (1 - i / steps) ** 1.35;
    const { x, y, half } = at(share);
    drawn += inkLine(ink, [x - half, y], [x + half, y], i % 6 === 0 ? 1.3 : 0.7);
  }
  return drawn;
}

/** The city wall with its crenels; a gate when an opening is asked for. */
export function wall(ink: Ink, x: number, y: number, width: number, height: number, gateAt?: number): string {
  const teeth = Math.max(6, Math.round(width / (ink.unit * 3)));
  const each = width / teeth;
  const points: Point[] = [[x, y]];
  for (let i = 0; i < teeth; i++) {
    const left = x + each * i;
    points.push(
      [left, y - height],
      [left + each * 0.55, y - height],
      [left + each * 0.55, y - height + each * 0.45],
      [left + each, y - height + each * 0.45],
    );
  }
  points.push([x + width, y]);
  let drawn = shape(ink, points, ink.wall, 1.3);
  for (let row = 1; row < 6; row++) {
    const level = y - (height * row) / 6.5;
    for (let i = 0; i < teeth * 0.8; i++) {
      const left = x + ink.random() * width * 0.96;
      drawn += stroke(ink, `M${n(left)} ${n(level)}h${n(each * 0.7)}`, 0.5, ink.line, ' opacity=".6"');
    }
  }
  if (gateAt !== undefined) {
    const half = height * 0.24;
    drawn += `<path d="M${n(gateAt - half)} ${n(y)}v${n(-height * 0.4)}a${n(half)} ${n(half)} 0 0 1 ${n(half * 2)} 0v${n(height * 0.4)}Z" fill="${ink.isNight ? ink.light : ink.line}" stroke="${ink.line}" stroke-width="${n(ink.unit * 3) / 10}"/>`;
  }
  return drawn;
}
