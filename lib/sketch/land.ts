import { fill, type Ink, inkLine, type Point, path, softPath, stroke, waver } from './ink';

/** A far ridge across the picture, rising out of mist; `depth` 0 is farthest. */
export function ridge(ink: Ink, baseline: number, amplitude: number, opacity: number): string {
  const points: Point[] = [];
  const count = 14;
  let level = waver(ink, 0.5);
  for (let i = 0; i <= count; i++) {
    level = level * 0.55 + waver(ink, 0.75);
    points.push([(ink.width * i) / count, baseline - amplitude * (0.55 + level * 0.6)]);
  }
  const crest = softPath(points);
  return (
    fill(`${crest}L${ink.width} ${ink.height}L0 ${ink.height}Z`, ink.mist, opacity) +
    stroke(ink, crest, 0.7, ink.line, ` opacity="${Math.round(opacity * 55) / 100}"`)
  );
}

/** Pale bands that lift the middle distance off the far one. */
export function mistBand(ink: Ink, y: number, height: number, opacity = 0.75): string {
  const points: Point[] = [];
  for (let i = 0; i <= 8; i++) points.push([(ink.width * i) / 8, y + waver(ink, height * 0.35)]);
  const back: Point[] = [];
  for (let i = 8; i >= 0; i--) back.push([(ink.width * i) / 8, y + height + waver(ink, height * 0.35)]);
  return fill(`${softPath(points)}L${path(back).slice(1)}Z`, ink.paper, opacity);
}

/** Water from y down to the edge (or to `bottom`): a wash, a bank, broken strokes of current. */
export function river(ink: Ink, y: number, bottom = ink.height, tilt = 0): string {
  const bank: Point[] = [];
  for (let i = 0; i <= 10; i++)
    bank.push([(ink.width * i) / 10, y + tilt * (i / 10 - 0.5) + waver(ink, ink.unit * 0.5)]);
  const shore = softPath(bank);
  let drawn =
    fill(`${shore}L${ink.width} ${bottom}L0 ${bottom}Z`, ink.river) + stroke(ink, shore, 1.1, ink.riverLine);
  const rows = Math.max(3, Math.round((bottom - y) / (ink.unit * 2.6)));
  for (let row = 1; row < rows; row++) {
    const level = y + ((bottom - y) * row) / rows;
    const pieces = 2 + Math.floor(ink.random() * 3);
    for (let i = 0; i < pieces; i++) {
      const x = ink.random() * ink.width;
      const length = ink.unit * (4 + ink.random() * 10) * (0.6 + row / rows);
      drawn += stroke(
        ink,
        `M${Math.round(x)} ${Math.round(level)}q${Math.round(length / 2)} ${Math.round(-ink.unit * 0.5)} ${Math.round(length)} 0`,
        0.9,
        ink.riverLine,
        ' opacity=".55"',
      );
    }
  }
  return drawn;
}

/** A pale sun, or the moon. */
export function disc(ink: Ink, x: number, y: number, radius: number): string {
  return `<circle cx="${Math.round(x)}" cy="${Math.round(y)}" r="${Math.round(radius)}" fill="${ink.isNight ? ink.light : ink.wash}" opacity="${ink.isNight ? 0.9 : 0.8}"/>`;
}

/** A rock face: an edge and hatching that falls away from it. */
export function cliff(ink: Ink, edge: readonly Point[], bottom: number, color = ink.ground): string {
  const first = edge[0];
  const last = edge.at(-1);
  if (!first || !last) return '';
  let drawn =
    fill(`${softPath(edge)}L${last[0]} ${bottom}L${first[0]} ${bottom}Z`, color) +
    stroke(ink, softPath(edge), 1.6);
  for (let i = 0; i < edge.length - 1; i++) {
    const [a, b] = [edge[i] as Point, edge[i + 1] as Point];
    for (let k = 0; k < 3; k++) {
      const share = (k + ink.random()) / 3;
      const [x, y] = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
      const fall = ink.unit * (3 + ink.random() * 7);
      drawn += inkLine(
        ink,
        [x, y + ink.unit],
        [x + waver(ink, ink.unit * 1.2), Math.min(bottom, y + fall)],
        0.6,
      );
    }
  }
  return drawn;
}

/** A broad tree: trunk and three tufts. */
export function tree(ink: Ink, x: number, y: number, size: number): string {
  let drawn = inkLine(ink, [x, y], [x + waver(ink, size * 0.08), y - size * 0.6], 1.6);
  for (let i = 0; i < 4; i++) {
    const [cx, cy] = [x + waver(ink, size * 0.3), y - size * (0.55 + ink.random() * 0.4)];
    const r = size * (0.2 + ink.random() * 0.12);
    drawn += `<ellipse cx="${Math.round(cx)}" cy="${Math.round(cy)}" rx="${Math.round(r * 1.25)}" ry="${Math.round(r)}" fill="${ink.leaf}" opacity=".78"/>`;
    drawn += stroke(
      ink,
      `M${Math.round(cx - r)} ${Math.round(cy)}q${Math.round(r * 0.5)} ${Math.round(-r * 1.3)} ${Math.round(r * 1.6)} ${Math.round(-r * 0.2)}`,
      0.6,
    );
  }
  return drawn;
}

/** A sampan with its reflection. */
export function boat(ink: Ink, x: number, y: number, size: number): string {
  const hull = `M${Math.round(x)} ${Math.round(y)}q${Math.round(size / 2)} ${Math.round(size * 0.28)} ${Math.round(size)} 0`;
  return (
    fill(`${hull}Z`, ink.line) +
    stroke(ink, hull, 1.4) +
    fill(
      `M${Math.round(x + size * 0.3)} ${Math.round(y)}q${Math.round(size * 0.2)} ${Math.round(-size * 0.3)} ${Math.round(size * 0.42)} 0Z`,
      ink.roof,
    )
  );
}
