/** What an edge carries, read from the tags of an OpenStreetMap way or node. What no tag says stays undefined. */
import type { EdgeKind } from '../network';
import type {
  Answer,
  Climb,
  directions,
  EdgeInput,
  Handrail,
  Kerb,
  Ramp,
  Smoothness,
  Surface,
} from '../packed-network';
import { type AccessDrop, footAccess, isHighway, isOpenByDefault } from './access';
import { parseDuration, parseFee, parseIncline, parseLevels, parseMeters, parseNumber } from './values';

/** Tags of one element. A map, because a mapper may call a key `__proto__`. */
export type OsmTags = ReadonlyMap<string, string>;

type Traits = Omit<EdgeInput, 'from' | 'to' | 'lengthMeters' | 'geometry' | 'kind' | 'id'>;

export interface WayTraits {
  /** What every edge of the way carries; numbers that count over the whole way (steps, ride) are still whole. */
  edge: Traits & { kind: EdgeKind };
  /** Floors it touches: one for a floor, several for what joins floors, none when nobody said. */
  levels: readonly number[];
  layer: number;
  /** Bridge, tunnel or a layer of its own: the ground below says nothing about its height. */
  isOffGround: boolean;
  /** The inside of its outline is walked on, when the outline is closed. */
  isArea: boolean;
}

export type WayDrop = AccessDrop | 'not-a-way';
export type WayVerdict = { traits: WayTraits } | { dropped: WayDrop };

/** What a node changes on the edges that touch it. */
export interface NodeTraits {
  kerb: Kerb | undefined;
  tactilePaving: Answer | undefined;
  wheelchair: EdgeInput['wheelchair'];
  /** Metres between the posts. */
  width: number | undefined;
  openingHours: string | undefined;
  /** Nobody passes: a locked or private gate. */
  isBlocked: boolean;
  /** Metres above sea level, surveyed. */
  elevation: number | undefined;
  /** Floor, where it is one. */
  level: number | undefined;
  /** A lift at this point. */
  lift: { traits: Traits; levels: readonly number[] } | undefined;
}

const surfaceOf: Readonly<Record<string, Surface>> = {
  asphalt: 'asphalt',
  chipseal: 'asphalt',
  concrete: 'concrete',
  'concrete:plates': 'concrete',
  'concrete:lanes': 'concrete',
  paving_stones: 'paving_stones',
  'paving_stones:lanes': 'paving_stones',
  tiles: 'paving_stones',
  paved: 'paved',
  metal: 'metal',
  metal_grid: 'metal',
  wood: 'wood',
  brick: 'brick',
  bricks: 'brick',
  compacted: 'compacted',
  fine_gravel: 'fine_gravel',
  sett: 'sett',
  cobblestone: 'cobblestone',
  'cobblestone:flattened': 'cobblestone',
  unhewn_cobblestone: 'cobblestone',
  stone: 'stone',
  rock: 'stone',
  unpaved: 'unpaved',
  gravel: 'gravel',
  pebblestone: 'gravel',
  ground: 'ground',
  dirt: 'ground',
  earth: 'ground',
  mud: 'ground',
  grass: 'grass',
  grass_paver: 'grass',
  sand: 'sand',
};
const smoothnessOf: Readonly<Record<string, Smoothness>> = {
  excellent: 'good',
  good: 'good',
  intermediate: 'intermediate',
  bad: 'bad',
  very_bad: 'very_bad',
  horrible: 'very_bad',
  very_horrible: 'very_bad',
  impassable: 'impassable',
};
const kerbOf: Readonly<Record<string, Kerb>> = {
  flush: 'flush',
  no: 'flush',
  lowered: 'lowered',
  rolled: 'rolled',
  raised: 'raised',
  regular: 'raised',
};
const litOf: Readonly<Record<string, Answer>> = {
  yes: 'yes',
  '24/7': 'yes',
  automatic: 'yes',
  'sunset-sunrise': 'yes',
  limited: 'yes',
  no: 'no',
  disused: 'no',
};
const coveredOf: Readonly<Record<string, Answer>> = {
  yes: 'yes',
  arcade: 'yes',
  colonnade: 'yes',
  roof: 'yes',
  no: 'no',
};
const wheelchairOf: Readonly<Record<string, NonNullable<EdgeInput['wheelchair']>>> = {
  yes: 'yes',
  designated: 'yes',
  limited: 'limited',
  no: 'no',
};
/** Seats and cabins over the city; drag lifts and zip lines are sport. */
const cableways = new Set(['cable_car', 'gondola', 'mixed_lift', 'chair_lift']);

/** Own property only: a value `constructor` is no surface. */
function look<T>(table: Readonly<Record<string, T>>, value: string | undefined): T | undefined {
  return value !== undefined && Object.hasOwn(table, value) ? table[value] : undefined;
}

const yesOrNo = (value: string | undefined): Answer | undefined =>
  value === 'yes' || value === 'no' ? value : undefined;

function handrail(tags: OsmTags): Handrail | undefined {
  const [left, right, center] = ['left', 'right', 'center'].map((side) => tags.get(`handrail:${side}`));
  const all = tags.get('handrail') ?? tags.get('handrail:both');
  if (left === 'yes' && right === 'yes') return 'both';
  if (all === 'both' || (all === 'yes' && tags.has('handrail:both'))) return 'both';
  if (left === 'yes' || all === 'left') return 'left';
  if (right === 'yes' || all === 'right') return 'right';
  if (center === 'yes' || all === 'yes' || all === 'center') return 'yes';
  return all === 'no' || (left === 'no' && right === 'no') ? 'no' : undefined;
}

function ramp(tags: OsmTags): Ramp | undefined {
  if (isSet(tags, 'ramp:wheelchair')) return 'wheelchair';
  if (isSet(tags, 'ramp:stroller')) return 'stroller';
  const said = ['ramp', 'ramp:wheelchair', 'ramp:stroller'].map((key) => tags.get(key));
  // `ramp=yes` does not say for whom: it may be a groove for bicycles.
  return said[0] === 'no' || (said[1] === 'no' && said[2] === 'no') ? 'no' : undefined;
}

function kerb(tags: OsmTags): Kerb | undefined {
  const named = look(kerbOf, tags.get('kerb'));
  if (named) return named;
  const height = parseMeters(tags.get('kerb:height'));
  if (height === undefined) return undefined;
  // The lowered kerb of the OpenStreetMap wiki: up to 3 cm.
  return height === 0 ? 'flush' : height <= 0.03 ? 'lowered' : 'raised';
}

/** Metres of the narrowest of some keys. Narrower than a person or wider than any square is a slip of the pen. */
function width(tags: OsmTags, ...keys: string[]): number | undefined {
  let least: number | undefined;
  for (const key of keys) {
    const value = parseMeters(tags.get(key));
    if (isBetween(value, 0.1, 200)) least = Math.min(value ?? Infinity, least ?? Infinity);
  }
  return least;
}

const isBetween = (value: number | undefined, least: number, most: number) =>
  value !== undefined && value >= least && value <= most;

/** Given, and not as `no`. */
const isSet = (tags: OsmTags, key: string) => (tags.get(key) ?? 'no') !== 'no';

/** The way's kind, or undefined when nobody walks or rides on it. */
function kindOf(tags: OsmTags): EdgeKind | undefined {
  if (cableways.has(tags.get('aerialway') ?? '')) return 'cableway';
  const highway = tags.get('highway');
  if (tags.get('route') === 'ferry' && highway === undefined) return 'ferry';
  if (highway === undefined) {
    if (tags.get('indoor') === 'corridor') return 'indoor';
    const isPlatform =
      tags.get('railway') === 'platform' ||
      tags.get('public_transport') === 'platform' ||
      tags.get('man_made') === 'pier';
    return isPlatform ? 'footway' : undefined;
  }
  if (!isHighway(highway)) return undefined;
  if (highway === 'elevator') return 'elevator';
  const isMoving = isSet(tags, 'conveying');
  if (highway === 'steps') return isMoving ? 'escalator' : 'steps';
  if (isMoving) return 'moving_walkway';
  if (highway === 'corridor' || tags.get('indoor') === 'yes') return 'indoor';
  const part = tags.get('footway') ?? tags.get(highway);
  if (highway === 'crossing' || part === 'crossing') return 'crossing';
  if (part === 'sidewalk') return 'sidewalk';
  if (part === 'ramp') return 'ramp';
  return ['footway', 'path', 'pedestrian', 'platform', 'cycleway', 'bridleway'].includes(highway)
    ? 'footway'
    : 'street';
}

type Direction = (typeof directions)[number];

/** Only a moving way has an unknown direction: all others go both ways until a tag says otherwise. */
function direction(tags: OsmTags, kind: EdgeKind): Direction {
  const isMoving = kind === 'escalator' || kind === 'moving_walkway';
  if (isMoving) {
    const conveying = tags.get('conveying');
    if (conveying === 'forward' || conveying === 'backward') return conveying;
    if (conveying === 'reversible') return 'unknown';
  }
  // `oneway` is about vehicles unless the way itself moves.
  const oneway = tags.get('oneway:foot') ?? (isMoving ? tags.get('oneway') : undefined);
  if (oneway === 'yes' || tags.get('foot:backward') === 'no') return 'forward';
  if (oneway === '-1' || tags.get('foot:forward') === 'no') return 'backward';
  return isMoving ? 'unknown' : 'both';
}

/** What way and lift node have in common. */
function sharedTraits(tags: OsmTags): Traits {
  const interval = parseDuration(tags.get('interval'));
  const name = tags.get('name')?.trim() || undefined;
  return {
    width: width(tags, 'width', 'maxwidth:physical'),
    wheelchair: look(wheelchairOf, tags.get('wheelchair')),
    tactilePaving: yesOrNo(tags.get('tactile_paving')),
    lit: look(litOf, tags.get('lit')),
    fee: parseFee(tags.get('fee'), tags.get('charge')),
    rideSeconds: parseDuration(tags.get('duration') ?? tags.get('aerialway:duration')),
    // On average half the time between two departures.
    waitSeconds: interval === undefined ? undefined : Math.round(interval / 2),
    name,
    // What is in Latin letters already needs no other form.
    latin:
      name && !/^\P{L}*\p{Script=Latin}/u.test(name) ? tags.get('name:en')?.trim() || undefined : undefined,
  };
}

/** The sense of `incline=up`, or of the number when somebody measured it. */
function climb(text: string | undefined): Climb | undefined {
  if (text === 'up' || text === 'down') return text;
  const incline = parseIncline(text);
  return incline ? (incline > 0 ? 'up' : 'down') : undefined;
}

function isArea(tags: OsmTags, kind: EdgeKind): boolean {
  const area = tags.get('area');
  if (area !== undefined) return area === 'yes';
  if (tags.get('type') === 'multipolygon') return true;
  const highway = tags.get('highway');
  return highway === undefined ? kind === 'footway' || kind === 'indoor' : highway === 'platform';
}

/** Reads a way. Pure; takes any tags and never throws. */
export function readWay(tags: OsmTags): WayVerdict {
  const kind = kindOf(tags);
  if (kind === undefined) return { dropped: 'not-a-way' };
  const access = footAccess(tags, isOpenByDefault(tags));
  if ('dropped' in access) return access;
  const layer = parseNumber(tags.get('layer')) ?? 0;
  const isTunnel = isSet(tags, 'tunnel');
  const levels = parseLevels(tags.get('level'));
  const steps = parseNumber(tags.get('step_count'));
  const isStairs = kind === 'steps';
  const incline = tags.get('incline');
  return {
    traits: {
      edge: {
        ...sharedTraits(tags),
        kind,
        level: levels.length === 1 ? levels[0] : undefined,
        direction: direction(tags, kind),
        incline: parseIncline(incline),
        climb: climb(incline),
        stepCount: isStairs && Number.isInteger(steps) && isBetween(steps, 1, 10_000) ? steps : undefined,
        handrail: isStairs || kind === 'escalator' ? handrail(tags) : undefined,
        ramp: isStairs ? ramp(tags) : undefined,
        surface: look(surfaceOf, tags.get('surface')),
        smoothness: look(smoothnessOf, tags.get('smoothness')),
        kerb: kerb(tags),
        covered: look(coveredOf, tags.get('covered')) ?? (isTunnel || kind === 'indoor' ? 'yes' : undefined),
        openingHours: access.openingHours,
        confidence: 'sourced',
      },
      levels,
      layer,
      isOffGround: isTunnel || layer !== 0 || isSet(tags, 'bridge'),
      isArea: isArea(tags, kind),
    },
  };
}

/** Keys that make a node worth reading. */
const nodeKeys = ['barrier', 'kerb', 'kerb:height', 'highway', 'ele', 'level', 'tactile_paving'] as const;

/** Reads a node; undefined when it changes nothing. Pure; takes any tags and never throws. */
export function readNode(tags: OsmTags): NodeTraits | undefined {
  if (!nodeKeys.some((key) => tags.has(key))) return undefined;
  const isBarrier = tags.has('barrier');
  const isLift = tags.get('highway') === 'elevator';
  const access = isBarrier || isLift ? footAccess(tags, true) : { openingHours: undefined };
  const isBlocked = 'dropped' in access || (isBarrier && tags.get('locked') === 'yes');
  const openingHours = 'dropped' in access ? undefined : access.openingHours;
  const elevation = parseNumber(tags.get('ele'));
  const levels = parseLevels(tags.get('level'));
  const isKerb = tags.get('barrier') === 'kerb' || tags.has('kerb') || tags.has('kerb:height');
  return {
    kerb: isKerb ? kerb(tags) : undefined,
    tactilePaving: isKerb ? yesOrNo(tags.get('tactile_paving')) : undefined,
    wheelchair: isBarrier ? look(wheelchairOf, tags.get('wheelchair')) : undefined,
    width: isBarrier ? width(tags, 'maxwidth:physical', 'opening') : undefined,
    openingHours: isBarrier ? openingHours : undefined,
    isBlocked,
    // What the network file can hold: above -3276 m, below 3276 m.
    elevation: elevation !== undefined && Math.abs(elevation) < 3276 ? elevation : undefined,
    level: levels.length === 1 ? levels[0] : undefined,
    lift: isLift
      ? {
          traits: { ...sharedTraits(tags), openingHours, confidence: 'sourced' },
          levels,
        }
      : undefined,
  };
}
