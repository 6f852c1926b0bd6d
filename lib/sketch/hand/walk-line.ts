/** The walk itself: a casing of paper, footsteps in cinnabar, treads where it takes stairs, arrows, numbered stops. */
import { alongLine, clipLine, lengthOf } from '../geometry';
import { fill, type Ink, type Point, path, stroke, tenth } from '../ink';
import type { Disc } from '../labels';
import { DISC } from '../labels';
import type { Scene } from '../scene';
import { treadsOf } from './streets';

export function drawWalk(scene: Scene, ink: Ink): string {
  const fine = { ...ink, unit: 10 };
  // Out and back over the same ground: one line, or the dashes of one would fill the gaps of the other.
  const stretches = once(scene.stretches);
  const lines = stretches.map(({ line }) => line);
  const whole = lines.map((line) => path(line)).join('');
  let drawn = stroke(fine, whole, 5.2, ink.paper, ' opacity=".92"');
  const walked = stretches.filter(({ kind }) => !['cableway', 'ferry', 'steps'].includes(kind));
  const ridden = stretches.filter(({ kind }) => kind === 'cableway' || kind === 'ferry');
  const climbed = stretches.filter(({ kind }) => kind === 'steps');
  const dashed = (items: typeof scene.stretches, dash: string) =>
    items.length > 0
      ? stroke(
          fine,
          items.map(({ line }) => path(line)).join(''),
          2.7,
          ink.accent,
          ` stroke-dasharray="${dash}"`,
        )
      : '';
  drawn += dashed(walked, '11 8') + dashed(ridden, '2 9');
  if (climbed.length > 0) {
    const d = climbed.map(({ line }) => path(line)).join('');
    drawn += stroke(fine, d, 5, ink.accent) + stroke(fine, d, 3.8, ink.paper);
    drawn += stroke(fine, climbed.map(({ line }) => treadsOf(line, 4, 3.8)).join(''), 1, ink.accent);
  }
  return drawn + arrows(scene, ink);
}

/** Dots in the ink of those who avoid steps. */
export const dots = (ink: Ink, d: string): string =>
  stroke({ ...ink, unit: 10 }, d, 3.4, ink.paper, ' opacity=".85"') +
  stroke({ ...ink, unit: 10 }, d, 1.9, ink.riverLine, ' stroke-dasharray="0.1 7.5"');

/** The ways around the walk's stairs. */
export const drawStepFree = ({ stepFree, frame }: Scene, ink: Ink): string => {
  const lines = stepFree.flatMap((line) => clipLine(line, frame, -4));
  return lines.length > 0 ? dots(ink, lines.map((line) => path(line)).join('')) : '';
};

/** Each stretch once, whichever way it is walked. */
function once(stretches: Scene['stretches']): Scene['stretches'] {
  const seen = new Set<string>();
  return stretches.filter(({ line }) => {
    const middle = line[Math.floor(line.length / 2)];
    const ends = [line[0], line.at(-1)].map((point) => String(point?.map(Math.round))).sort();
    const even = line.length % 2 === 1 || !middle ? String(middle?.map(Math.round)) : '';
    const key = `${ends.join(' ')} ${line.length} ${even}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Which way it goes: small heads between the stops. */
function arrows({ stretches, frame, stops }: Scene, ink: Ink): string {
  const line = stretches.flatMap(({ line: points }) => [...points]);
  const total = lengthOf(line);
  let drawn = '';
  for (const { at, angle } of alongLine(line, Math.max(95, total / 26), 52)) {
    const [x, y] = at;
    if (clipLine([at, at], frame, -20).length === 0) continue;
    if (stops.some(({ at: [sx, sy] }) => Math.hypot(sx - x, sy - y) < 30)) continue;
    const turned = (angle * 180) / Math.PI;
    drawn += `<g transform="translate(${tenth(x)} ${tenth(y)}) rotate(${Math.round(turned)})">${fill(
      path(
        [
          [8, 0],
          [-6, -7],
          [-2.5, 0],
          [-6, 7],
        ],
        true,
      ),
      ink.accent,
    )}</g>`;
  }
  return drawn;
}

/** Numbers of the stops; a thin line leads to where one was moved away from. */
export function drawDiscs(discs: readonly Disc[], ink: Ink, grow: number, face: string): string {
  const radius = DISC * (grow > 1 ? 1.15 : 1);
  const fine = { ...ink, unit: 10 };
  return discs
    .map(({ stop, at: [x, y] }) => {
      const moved = Math.hypot(stop.at[0] - x, stop.at[1] - y);
      const tie =
        moved > 5
          ? stroke(fine, path([stop.at, [x, y]] as Point[]), 1, ink.accent) +
            `<circle cx="${tenth(stop.at[0])}" cy="${tenth(stop.at[1])}" r="3.4" fill="${ink.accent}"/>`
          : '';
      const size = stop.number > 9 ? radius * 1.12 : radius * 1.3;
      return (
        `${tie}<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${tenth(radius)}" fill="${ink.accent}" stroke="${ink.paper}" stroke-width="2.4"/>` +
        (stop.isTurnOff ? turnOff(ink, [x + radius * 0.95, y - radius * 0.95], radius * 0.72) : '') +
        `<text x="${tenth(x)}" y="${tenth(y + size * 0.36)}" font-size="${tenth(size)}" font-family="${face}" text-anchor="middle" fill="${ink.paper}">${stop.number}</text>`
      );
    })
    .join('');
}

/** Where people who avoid steps leave the walk, in their own ink: a wheel and a head. */
export function turnOff(ink: Ink, [x, y]: Point, radius: number): string {
  const mark = { ...ink, unit: radius };
  return (
    `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${tenth(radius)}" fill="${ink.riverLine}" stroke="${ink.paper}" stroke-width="1.6"/>` +
    `<circle cx="${tenth(x - radius * 0.08)}" cy="${tenth(y - radius * 0.55)}" r="${tenth(radius * 0.15)}" fill="${ink.paper}"/>` +
    stroke(
      mark,
      `M${tenth(x - radius * 0.06)} ${tenth(y - radius * 0.3)}V${tenth(y + radius * 0.1)}H${tenth(x + radius * 0.32)}L${tenth(x + radius * 0.5)} ${tenth(y + radius * 0.5)}`,
      0.75,
      ink.paper,
    ) +
    `<circle cx="${tenth(x - radius * 0.02)}" cy="${tenth(y + radius * 0.24)}" r="${tenth(radius * 0.36)}" fill="none" stroke="${ink.paper}" stroke-width="${tenth(radius * 0.14)}"/>`
  );
}
