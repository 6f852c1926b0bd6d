/** Walking directions as codes with numbers; the words stand in `messages`, in every language. */
import type { LngLat } from '@/lib/geo/position';
import type { EdgeKind } from './network';
import type { Handrail } from './packed-network';
import type { Leg, Route } from './route';

export const turns = [
  'straight',
  'slight-left',
  'left',
  'sharp-left',
  'slight-right',
  'right',
  'sharp-right',
] as const;
export type Turn = (typeof turns)[number];

interface Common {
  /** Metres from the start of the way to where this is done. */
  atMeters: number;
  position: LngLat;
  name: string | undefined;
  /** The name in Latin letters, where it has others. */
  latin: string | undefined;
  lengthMeters: number;
  seconds: number;
}

export type Direction =
  | ({ code: 'depart'; bearing: number } & Common)
  | ({ code: 'walk'; turn: Turn; way: EdgeKind } & Common)
  | ({
      code: 'steps-up' | 'steps-down' | 'steps';
      turn: Turn;
      /** Undefined where nobody counted. */
      count: number | undefined;
      handrail: Handrail;
    } & Common)
  | ({ code: 'elevator'; rise: number | undefined; levels: readonly [number, number] | undefined } & Common)
  | ({
      code: 'escalator';
      direction: 'up' | 'down' | 'level' | undefined;
      /** False where it may run against the walker. */
      isDirectionKnown: boolean;
    } & Common)
  | ({ code: 'cableway' | 'ferry'; fee: number | undefined } & Common)
  | ({ code: 'cross'; turn: Turn } & Common)
  | { code: 'arrive'; atMeters: number; position: LngLat };

/** Degrees clockwise from north between two near points. */
function bearing(a: LngLat, b: LngLat): number {
  const dx = (b[0] - a[0]) * Math.cos((a[1] * Math.PI) / 180);
  return (Math.atan2(dx, b[1] - a[1]) * 180) / Math.PI;
}

/** Bearing over the first or last metres of a line: one short crooked segment must not decide a turn. */
function bearingAt(line: readonly LngLat[], end: 'first' | 'last'): number {
  const points = end === 'first' ? line : line.toReversed();
  const start = points[0] as LngLat;
  const far =
    points.find((point) => Math.hypot((point[0] - start[0]) * 96_700, (point[1] - start[1]) * 111_195) > 8) ??
    (points.at(-1) as LngLat);
  return end === 'first' ? bearing(start, far) : bearing(far, start);
}

/** A turn from the bearing one comes with to the one one leaves with. */
export function turnOf(before: number, after: number): Turn {
  const angle = ((after - before + 540) % 360) - 180;
  const side = angle < 0 ? 'left' : 'right';
  const size = Math.abs(angle);
  if (size < 20) return 'straight';
  if (size < 50) return `slight-${side}`;
  return size < 135 ? side : `sharp-${side}`;
}

function toDirection(leg: Leg, turn: Turn, atMeters: number): Direction {
  const common: Common = {
    atMeters,
    position: leg.line[0] as LngLat,
    name: leg.name,
    latin: leg.latin,
    lengthMeters: leg.lengthMeters,
    seconds: leg.seconds,
  };
  const { rise, climb } = leg;
  switch (leg.kind) {
    case 'steps': {
      return {
        ...common,
        code: climb ? `steps-${climb}` : 'steps',
        turn,
        count: leg.steps,
        handrail: leg.handrail,
      };
    }
    case 'elevator':
      return { ...common, code: 'elevator', rise, levels: leg.levels };
    case 'escalator':
    case 'moving_walkway': {
      // Metres tell a walkway from an escalator; where there are none, what somebody said of it.
      const said = climb ?? (leg.kind === 'moving_walkway' ? 'level' : undefined);
      const direction = rise === undefined ? said : rise > 1 ? 'up' : rise < -1 ? 'down' : 'level';
      return { ...common, code: 'escalator', direction, isDirectionKnown: leg.isDirectionKnown };
    }
    case 'cableway':
    case 'ferry':
      return { ...common, code: leg.kind, fee: leg.fee };
    case 'crossing':
      return { ...common, code: 'cross', turn };
    default:
      return { ...common, code: 'walk', turn, way: leg.kind };
  }
}

/** Directions of a route: one for setting out, one for each leg that asks for something, one for arriving. */
export function toDirections({ legs, line, lengthMeters }: Route): Direction[] {
  const directions: Direction[] = [];
  let walked = 0;
  legs.forEach((leg, index) => {
    const before = legs[index - 1];
    const turn = before ? turnOf(bearingAt(before.line, 'last'), bearingAt(leg.line, 'first')) : 'straight';
    const direction = toDirection(leg, turn, walked);
    if (index === 0 && direction.code === 'walk') {
      const { code: _code, turn: _turn, way: _way, ...common } = direction;
      directions.push({ ...common, code: 'depart', bearing: bearingAt(leg.line, 'first') });
    } else {
      const last = directions.at(-1);
      // A street that goes straight on under the same name is not worth a word.
      if (
        direction.code === 'walk' &&
        direction.turn === 'straight' &&
        (last?.code === 'walk' || last?.code === 'depart') &&
        last.name === direction.name
      ) {
        last.lengthMeters += direction.lengthMeters;
        last.seconds += direction.seconds;
      } else directions.push(direction);
    }
    walked += leg.lengthMeters;
  });
  directions.push({ code: 'arrive', atMeters: lengthMeters, position: line.at(-1) ?? [0, 0] });
  return directions;
}
