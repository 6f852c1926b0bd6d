import type { Stairs } from './measures';
import { type NightTheme, nightThemes, type WalkTheme, walkThemes } from './schema';

/** What the catalogue filters and sorts by: a walk's own facts and its computed measures. */
export interface FilterableWalk {
  id: string;
  order: number;
  themes: readonly WalkTheme[];
  night: readonly NightTheme[];
  best: { from: string; to: string };
  wheelchair: 'yes' | 'limited' | 'no' | undefined;
  lengthMeters: number;
  ascent: number;
  /** Walking and riding along the line plus time at the stops. */
  totalSeconds: number;
  /** Up and down together. */
  stairs: Stairs;
}

export const kmLimits = ['2', '4', '6'] as const;
export const climbLimits = ['30', '80', '150'] as const;
export const stepLimits = ['none', '100', '300'] as const;
export const dayTimes = ['morning', 'afternoon', 'evening'] as const;
export const stepFreeLevels = ['whole', 'part'] as const;
export const sortOrders = ['recommended', 'shortest', 'longest', 'gentlest', 'quickest'] as const;

export interface WalkFilter {
  km?: (typeof kmLimits)[number];
  climb?: (typeof climbLimits)[number];
  steps?: (typeof stepLimits)[number];
  stepFree?: (typeof stepFreeLevels)[number];
  time?: (typeof dayTimes)[number];
  themes: WalkTheme[];
  night: NightTheme[];
  sort: (typeof sortOrders)[number];
}

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

export interface ParsedFilter {
  filter: WalkFilter;
  /** Parts of the address that mean nothing here, as typed: the page says that it ignored them. */
  ignored: { name: string; value: string }[];
}

/** Names of the filter in the address. */
const parameterNames = new Set(['km', 'climb', 'steps', 'stepfree', 'time', 'theme', 'night', 'sort']);
/** Added to links by others (campaigns, chat programs); not worth a word to the reader. */
const silentlyIgnored = /^(utm_.*|fbclid|gclid|from|isappinstalled|_rsc)$/;

/** Reads the filter from the address. Never fails: what it does not understand it lists. Empty values mean "any". */
export function parseWalkFilter(params: SearchParams): ParsedFilter {
  const ignored: ParsedFilter['ignored'] = [];
  const valuesOf = (name: string) => [params[name] ?? []].flat().filter((value) => value !== '');

  function one<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    let chosen: T | undefined;
    for (const value of valuesOf(name)) {
      const known = allowed.find((candidate) => candidate === value);
      if (known === undefined || chosen !== undefined) ignored.push({ name, value });
      else chosen = known;
    }
    return chosen;
  }
  function many<T extends string>(name: string, allowed: readonly T[]): T[] {
    const chosen = new Set<T>();
    for (const value of valuesOf(name)) {
      const known = allowed.find((candidate) => candidate === value);
      if (known === undefined) ignored.push({ name, value });
      else chosen.add(known);
    }
    return allowed.filter((value) => chosen.has(value));
  }

  const [km, climb, steps] = [one('km', kmLimits), one('climb', climbLimits), one('steps', stepLimits)];
  const [stepFree, time] = [one('stepfree', stepFreeLevels), one('time', dayTimes)];
  const filter: WalkFilter = {
    themes: many('theme', walkThemes),
    night: many('night', nightThemes),
    sort: one('sort', sortOrders) ?? 'recommended',
    ...(km && { km }),
    ...(climb && { climb }),
    ...(steps && { steps }),
    ...(stepFree && { stepFree }),
    ...(time && { time }),
  };
  for (const name of Object.keys(params)) {
    if (parameterNames.has(name) || silentlyIgnored.test(name)) continue;
    for (const value of valuesOf(name)) ignored.push({ name, value });
  }
  return { filter, ignored };
}

/** The filter as an address query, without what is "any"; `parseWalkFilter` reads it back to the same filter. */
export function toWalkQuery(filter: WalkFilter): string {
  const query = new URLSearchParams();
  if (filter.km) query.set('km', filter.km);
  if (filter.climb) query.set('climb', filter.climb);
  if (filter.steps) query.set('steps', filter.steps);
  if (filter.stepFree) query.set('stepfree', filter.stepFree);
  if (filter.time) query.set('time', filter.time);
  for (const theme of filter.themes) query.append('theme', theme);
  for (const night of filter.night) query.append('night', night);
  if (filter.sort !== 'recommended') query.set('sort', filter.sort);
  return query.toString();
}

const minutesOfDay = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const dayTimeMinutes: Record<(typeof dayTimes)[number], readonly [number, number]> = {
  morning: [6 * 60, 12 * 60],
  afternoon: [12 * 60, 18 * 60],
  evening: [18 * 60, 24 * 60],
};

/** At least an hour of the walk's best hours lies in that part of the day. Best hours may run past midnight. */
export function suitsTime(best: { from: string; to: string }, time: (typeof dayTimes)[number]): boolean {
  const from = minutesOfDay(best.from);
  const to = minutesOfDay(best.to) <= from ? minutesOfDay(best.to) + 24 * 60 : minutesOfDay(best.to);
  const [start, end] = dayTimeMinutes[time];
  return Math.min(to, end) - Math.max(from, start) >= 60;
}

/** Unknown never passes a limit: a walk with uncounted stairs, or ways nobody surveyed, is not offered to someone who asks for few steps. */
export function matchesFilter(walk: FilterableWalk, filter: WalkFilter): boolean {
  if (filter.km && walk.lengthMeters > Number(filter.km) * 1000) return false;
  if (filter.climb && walk.ascent > Number(filter.climb)) return false;
  if (filter.steps) {
    if (walk.stairs.uncountedMeters > 0 || walk.stairs.unsurveyedMeters > 0) return false;
    if (walk.stairs.steps > (filter.steps === 'none' ? 0 : Number(filter.steps))) return false;
  }
  if (filter.stepFree === 'whole' && walk.wheelchair !== 'yes') return false;
  if (filter.stepFree === 'part' && walk.wheelchair !== 'yes' && walk.wheelchair !== 'limited') return false;
  if (filter.time && !suitsTime(walk.best, filter.time)) return false;
  if (!filter.themes.every((theme) => walk.themes.includes(theme))) return false;
  return filter.night.every((night) => walk.night.includes(night));
}

const compare: Record<WalkFilter['sort'], (a: FilterableWalk, b: FilterableWalk) => number> = {
  recommended: (a, b) => a.order - b.order,
  shortest: (a, b) => a.lengthMeters - b.lengthMeters,
  longest: (a, b) => b.lengthMeters - a.lengthMeters,
  gentlest: (a, b) => a.ascent - b.ascent,
  quickest: (a, b) => a.totalSeconds - b.totalSeconds,
};

/** The walks that match, in the order asked for; equal ones keep the recommended order. */
export function filterWalks<T extends FilterableWalk>(walks: readonly T[], filter: WalkFilter): T[] {
  return walks
    .filter((walk) => matchesFilter(walk, filter))
    .sort((a, b) => compare[filter.sort](a, b) || a.order - b.order);
}
