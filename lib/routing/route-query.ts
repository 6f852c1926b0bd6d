/** A question to the engine as it stands in the address of a page: everything, so that it can be shared. */
import type { LngLat } from '@/lib/geo/position';
import { kerbs } from './packed-network';
import { grounds, type Profile, type ProfileId, profileIds, profiles, unknownPolicies } from './profiles';

/** What a person can name as an end: a walk stands for its start. */
export const namedEnds = ['place', 'station', 'walk'] as const;
export type NamedEnd = (typeof namedEnds)[number];
/** Where one starts or goes: something with a name by its id, or a position. */
export type RouteEnd = { kind: NamedEnd; id: string } | { kind: 'position'; position: LngLat };

/** `quickest` leaves out what the person would rather not do, `time-only` does not: it is what a circle counts. */
export const preferences = ['quickest', 'time-only', 'fewest-steps', 'gentlest', 'no-fare'] as const;
export type Preference = (typeof preferences)[number];

/** Now; setting out or arriving at a given minute; or at any time, as if everything were always open. */
export const whens = ['now', 'depart', 'arrive', 'any'] as const;
export type When = (typeof whens)[number];

export interface RouteQuery {
  from?: RouteEnd;
  to?: RouteEnd;
  profile: ProfileId;
  prefer: Preference;
  when: When;
  /** Minute of the day in Chongqing; there when one departs or arrives at a time. */
  minute?: number;
  /** ISO date; without it today. */
  date?: string;
  /** What is set otherwise than the profile has it. */
  changes: Partial<
    Pick<Profile, (typeof sliders)[SliderName]['field'] | (typeof choices)[ChoiceName]['field']>
  >;
}

export interface ParsedRouteQuery {
  query: RouteQuery;
  /** Parts of the address that mean nothing here, as typed. */
  ignored: { name: string; value: string }[];
}

export type RouteParams = Readonly<Record<string, string | string[] | undefined>>;

/** Numbers a person can move, with what they may be set to. Slopes and pace stand in the address as per cent and km/h. */
export const sliders = {
  pace: { field: 'metersPerSecond', least: 1, most: 7, scale: 1 / 3.6 },
  up: { field: 'maxInclineUp', least: 1, most: 40, scale: 0.01 },
  down: { field: 'maxInclineDown', least: 1, most: 40, scale: 0.01 },
  width: { field: 'minWidth', least: 0, most: 2, scale: 1 },
  stepup: { field: 'secondsPerStepUp', least: 0.5, most: 6, scale: 1 },
  stepdown: { field: 'secondsPerStepDown', least: 0.5, most: 6, scale: 1 },
} as const;
export type SliderName = keyof typeof sliders;

const taken = { yes: true, no: false } as const;
const asNamed = <Value extends string>(values: readonly Value[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { readonly [Name in Value]: Name };

/** What a person takes or not, with the words of an address for it. */
export const choices = {
  steps: { field: 'steps', values: taken },
  lifts: { field: 'elevators', values: taken },
  escalators: { field: 'escalators', values: taken },
  cableways: { field: 'cableways', values: taken },
  kerb: { field: 'maxKerb', values: asNamed(kerbs.filter((kerb) => kerb !== 'unknown')) },
  ground: { field: 'ground', values: asNamed(grounds) },
  unknown: { field: 'unknown', values: asNamed(unknownPolicies) },
} as const;
export type ChoiceName = keyof typeof choices;

/** The word of an address for what stands in a profile or was changed in one; undefined for what was not. */
export function wordOf(name: ChoiceName, limits: RouteQuery['changes']): string | undefined {
  const { field, values } = choices[name];
  return Object.entries(values).find(([, value]) => value === limits[field])?.[0];
}

/** Names of all parts of an address that say how one moves. */
export const movingNames: readonly string[] = ['profile', ...Object.keys(sliders), ...Object.keys(choices)];

export function parseRouteEnd(text: string): RouteEnd | undefined {
  const [, kind, id] = /^(place|station|walk)\.([a-z0-9-]+)$/.exec(text) ?? [];
  if (id !== undefined) return { kind: kind as NamedEnd, id };
  const [, lng, lat] = /^(-?\d{1,3}(?:\.\d+)?),(-?\d{1,2}(?:\.\d+)?)$/.exec(text) ?? [];
  if (lng === undefined || Math.abs(Number(lng)) > 180 || Math.abs(Number(lat)) > 90) return undefined;
  return { kind: 'position', position: [Number(lng), Number(lat)] };
}

export function formatRouteEnd(end: RouteEnd): string {
  if (end.kind !== 'position') return `${end.kind}.${end.id}`;
  return end.position.map((degrees) => degrees.toFixed(5)).join(',');
}

/** Reads the question. Never fails: what it does not understand it lists. `exists` says whether a place or station is known. */
export function parseRouteQuery(params: RouteParams, exists: (end: RouteEnd) => boolean): ParsedRouteQuery {
  const ignored: ParsedRouteQuery['ignored'] = [];
  const query: RouteQuery = { profile: 'walk', prefer: 'quickest', when: 'now', changes: {} };
  const number = (text: string) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN);
  const readers: Record<string, (text: string) => boolean> = {
    from: (text) => setEnd('from', text),
    to: (text) => setEnd('to', text),
    profile: (text) => {
      const id = profileIds.find((candidate) => candidate === text);
      if (id) query.profile = id;
      return id !== undefined;
    },
    prefer: (text) => {
      const preference = preferences.find((candidate) => candidate === text);
      if (preference) query.prefer = preference;
      return preference !== undefined;
    },
    at: (text) => {
      const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
      if (hour === undefined) return false;
      query.minute = Number(hour) * 60 + Number(minute);
      return true;
    },
    when: (text) => {
      const when = whens.find((candidate) => candidate === text);
      if (when) query.when = when;
      return when !== undefined;
    },
    on: (text) => {
      const isDate = /^\d{4}-\d\d-\d\d$/.test(text) && startOfDay(text) !== undefined;
      if (isDate) query.date = text;
      return isDate;
    },
  };
  for (const [name, { field, least, most, scale }] of Object.entries(sliders))
    readers[name] = (text) => {
      const value = number(text);
      if (!(value >= least && value <= most)) return false;
      query.changes[field] = value * scale;
      return true;
    };
  for (const [name, { field, values }] of Object.entries(choices))
    readers[name] = (text) => {
      if (!Object.hasOwn(values, text)) return false;
      Object.assign(query.changes, { [field]: values[text as keyof typeof values] });
      return true;
    };
  function setEnd(which: 'from' | 'to', text: string): boolean {
    const end = parseRouteEnd(text);
    if (!end || !exists(end)) return false;
    query[which] = end;
    return true;
  }
  for (const [name, value] of Object.entries(params)) {
    // A framework that reads `constructor` off an object hands over a function with it.
    const values = [value ?? []].flat().filter((text) => typeof text === 'string' && text !== '');
    values.forEach((text, index) => {
      const isRead = index === 0 && Object.hasOwn(readers, name) && readers[name]?.(text);
      // Links from elsewhere carry their own marks; a reader need not hear of them.
      if (!isRead && !/^(utm_.*|fbclid|gclid|_rsc)$/.test(name)) ignored.push({ name, value: text });
    });
  }
  settleTime();
  return { query, ignored };

  /** A time without a word for it is a departure; a word without a time, or a day without one, means nothing. */
  function settleTime() {
    if (query.minute !== undefined && query.when === 'now') query.when = 'depart';
    const isTimed = query.when === 'depart' || query.when === 'arrive';
    if (isTimed && query.minute !== undefined) return;
    if (isTimed) {
      ignored.push({ name: 'when', value: query.when });
      query.when = 'now';
    }
    for (const [name, field] of [
      ['at', 'minute'],
      ['on', 'date'],
    ] as const) {
      if (query[field] === undefined) continue;
      ignored.push({ name, value: [params[name] ?? []].flat()[0] ?? '' });
      delete query[field];
    }
  }
}

/** The question as it stands in an address; what is as usual is left out. */
export function formatRouteQuery({
  from,
  to,
  profile,
  prefer,
  when,
  minute,
  date,
  changes,
}: RouteQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (from) params.set('from', formatRouteEnd(from));
  if (to) params.set('to', formatRouteEnd(to));
  if (profile !== 'walk') params.set('profile', profile);
  if (prefer !== 'quickest') params.set('prefer', prefer);
  if (when === 'any' || when === 'arrive') params.set('when', when);
  if (minute !== undefined) params.set('at', formatClock(minute));
  if (date !== undefined) params.set('on', date);
  for (const [name, { field, scale }] of Object.entries(sliders)) {
    const value = changes[field];
    if (value !== undefined) params.set(name, String(Math.round((value / scale) * 100) / 100));
  }
  for (const name of Object.keys(choices) as ChoiceName[]) {
    const word = wordOf(name, changes);
    if (word !== undefined) params.set(name, word);
  }
  return params;
}

/** `08:05` of a minute of the day. */
export const formatClock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Minute of the day in Chongqing (UTC+8 all year) of an instant in milliseconds. */
export const minuteOfDay = (instant: number): number => Math.floor(instant / 60_000 + 8 * 60) % (24 * 60);

/** First millisecond of a day in Chongqing (UTC+8 all year); undefined for a day no calendar has. */
function startOfDay(date: string): number | undefined {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== date) return undefined;
  return midnight - 8 * 3_600_000;
}

/** The instant a question counts from, in milliseconds: departure, or arrival where that is given. */
export function instantOf({ minute, date }: Pick<RouteQuery, 'minute' | 'date'>, now: number): number {
  if (minute === undefined) return now;
  const today = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
  return (startOfDay(date ?? today) ?? now) + minute * 60_000;
}

/** The profile a question asks for. A preference moves what is disliked, never what is possible. */
export function profileOf({ profile, prefer, changes }: RouteQuery): Profile {
  const own = { ...profiles[profile], ...changes };
  if (prefer === 'time-only')
    return {
      ...own,
      stepEffort: 0,
      climbEffort: 0,
      unknown: own.unknown === 'forbid' ? 'forbid' : 'assume',
    };
  if (prefer === 'fewest-steps') return { ...own, stepEffort: Math.max(own.stepEffort, 30) };
  if (prefer === 'gentlest') return { ...own, stepEffort: Math.max(own.stepEffort, 4), climbEffort: 25 };
  return own;
}
