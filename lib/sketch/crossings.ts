import { fill, type Ink, inkLine, type Point, shape, stroke } from './ink';

const n = (value: number) => Math.round(value);

/** A cable-stayed bridge with spindle pylons, as the twin bridges have. */
export function bridge(ink: Ink, from: Point, to: Point, pylon: number, pylonsAt: readonly number[]): string {
  let drawn = '';
  const deckAt = (share: number): Point => [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
  ];
  for (const share of pylonsAt) {
    const [x, y] = deckAt(share);
    const top = y - pylon;
    for (let i = 1; i <= 7; i++) {
      for (const side of [-1, 1]) {
        const [endX, endY] = deckAt(share + side * i * 0.034);
        drawn += stroke(
          ink,
          `M${n(x)} ${n(top + pylon * 0.06 * i)}L${n(endX)} ${n(endY)}`,
          0.45,
          ink.line,
          ' opacity=".75"',
        );
      }
    }
    const half = pylon * 0.07;
    drawn += stroke(
      ink,
      `M${n(x)} ${n(top - pylon * 0.05)}q${n(-half * 2)} ${n(pylon * 0.62)} 0 ${n(pylon * 1.4)}M${n(x)} ${n(top - pylon * 0.05)}q${n(half * 2)} ${n(pylon * 0.62)} 0 ${n(pylon * 1.4)}`,
      2,
    );
  }
  drawn += inkLine(ink, from, to, 2.4);
  drawn += inkLine(ink, [from[0], from[1] + ink.unit * 1.1], [to[0], to[1] + ink.unit * 1.1], 1.2);
  if (ink.isNight)
    for (let i = 0; i < 16; i++) {
      const [x, y] = deckAt((i + 0.5) / 16);
      drawn += `<circle cx="${n(x)}" cy="${n(y - ink.unit * 0.5)}" r="${n(ink.unit * 3) / 10}" fill="${ink.light}"/>`;
    }
  return drawn;
}

/** A cableway: two ropes that sag, and its cabin in cinnabar. */
export function cableway(ink: Ink, from: Point, to: Point, at: number, size: number): string {
  const sag = Math.abs(to[0] - from[0]) * 0.06;
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 + sag];
  let drawn = '';
  for (const shift of [0, ink.unit * 0.7])
    drawn += stroke(
      ink,
      `M${n(from[0])} ${n(from[1] + shift)}Q${n(middle[0])} ${n(middle[1] + shift)} ${n(to[0])} ${n(to[1] + shift)}`,
      0.8,
    );
  const x = (1 - at) ** 2 * from[0] + 2 * at * (1 - at) * middle[0] + at ** 2 * to[0];
  const y = (1 - at) ** 2 * from[1] + 2 * at * (1 - at) * middle[1] + at ** 2 * to[1];
  drawn += stroke(ink, `M${n(x)} ${n(y)}v${n(size * 0.5)}M${n(x - size * 0.5)} ${n(y)}h${n(size)}`, 1.2);
  const [left, top] = [x - size * 0.75, y + size * 0.5];
  drawn += `<rect x="${n(left)}" y="${n(top)}" width="${n(size * 1.5)}" height="${n(size)}" rx="${n(size * 0.18)}" fill="${ink.accent}" stroke="${ink.line}" stroke-width="${n(ink.unit * 2.4) / 10}"/>`;
  for (let i = 0; i < 3; i++)
    drawn += `<rect x="${n(left + size * (0.14 + i * 0.43))}" y="${n(top + size * 0.17)}" width="${n(size * 0.34)}" height="${n(size * 0.36)}" fill="${ink.isNight ? ink.light : ink.paper}"/>`;
  return drawn;
}

/** A walker with a cinnabar umbrella: the one warm spot of many pictures. */
export function walker(ink: Ink, x: number, y: number, size: number): string {
  return (
    stroke(
      ink,
      `M${n(x)} ${n(y)}l${n(size * 0.12)} ${n(-size * 0.45)}l${n(size * 0.14)} ${n(size * 0.45)}`,
      1.6,
    ) +
    fill(
      `M${n(x + size * 0.02)} ${n(y - size * 0.42)}h${n(size * 0.22)}l${n(-size * 0.05)} ${n(-size * 0.34)}h${n(-size * 0.12)}Z`,
      ink.line,
    ) +
    `<circle cx="${n(x + size * 0.13)}" cy="${n(y - size * 0.84)}" r="${n(size * 0.09)}" fill="${ink.line}"/>` +
    fill(
      `M${n(x - size * 0.32)} ${n(y - size * 0.95)}q${n(size * 0.45)} ${n(-size * 0.52)} ${n(size * 0.9)} 0q${n(-size * 0.15)} ${n(-size * 0.1)} ${n(-size * 0.3)} 0q${n(-size * 0.15)} ${n(-size * 0.1)} ${n(-size * 0.3)} 0q${n(-size * 0.15)} ${n(-size * 0.1)} ${n(-size * 0.3)} 0Z`,
      ink.accent,
    )
  );
}

/** A train of the monorail on its beam, passing through whatever stands there. */
export function monorail(ink: Ink, y: number, from: number, to: number, size: number): string {
  let drawn = shape(
    ink,
    [
      [from, y],
      [to, y],
      [to, y + size * 0.34],
      [from, y + size * 0.34],
    ],
    ink.mist,
    1.1,
  );
  for (let x = from + size * 2; x < to; x += size * 6)
    drawn += shape(
      ink,
      [
        [x, y + size * 0.34],
        [x + size * 0.5, y + size * 0.34],
        [x + size * 0.42, y + size * 6],
        [x + size * 0.08, y + size * 6],
      ],
      ink.mist,
      0.9,
    );
  return drawn;
}

export function train(ink: Ink, x: number, y: number, size: number, cars: number): string {
  let drawn = '';
  for (let car = 0; car < cars; car++) {
    const left = x + car * size * 2.5;
    drawn += `<rect x="${n(left)}" y="${n(y - size)}" width="${n(size * 2.42)}" height="${n(size)}" rx="${n(size * 0.22)}" fill="${ink.accent}" stroke="${ink.line}" stroke-width="${n(ink.unit * 2.4) / 10}"/>`;
    for (let i = 0; i < 4; i++)
      drawn += `<rect x="${n(left + size * (0.2 + i * 0.54))}" y="${n(y - size * 0.78)}" width="${n(size * 0.38)}" height="${n(size * 0.36)}" fill="${ink.isNight ? ink.light : ink.paper}"/>`;
  }
  return drawn;
}

/** A covered escalator on a slope, as a long roof on posts. */
export function escalator(ink: Ink, foot: Point, head: Point, size: number): string {
  const posts = 12;
  let drawn = '';
  for (let i = 0; i <= posts; i++) {
    const [x, y] = [foot[0] + ((head[0] - foot[0]) * i) / posts, foot[1] + ((head[1] - foot[1]) * i) / posts];
    drawn += stroke(ink, `M${n(x)} ${n(y)}v${n(-size)}`, 0.9);
    drawn += stroke(ink, `M${n(x - size * 0.2)} ${n(y)}h${n(size * 0.4)}`, 0.9);
  }
  drawn += shape(
    ink,
    [
      [foot[0] - size * 0.4, foot[1] - size * 0.85],
      [head[0] + size * 0.3, head[1] - size * 1.05],
      [head[0] + size * 0.3, head[1] - size * 1.32],
      [foot[0] - size * 0.4, foot[1] - size * 1.12],
    ],
    ink.accent,
    1.1,
  );
  drawn += inkLine(ink, foot, head, 2.2);
  return drawn + inkLine(ink, [foot[0], foot[1] - size * 0.4], [head[0], head[1] - size * 0.4], 1);
}
