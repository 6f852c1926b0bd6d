/** A question to the engine as it stands in the address of a page: everything, so that it can be shared. */
import type { LngLat } from '@/lib/geo/position';
import { type Profile, type ProfileId, profileIds, profiles, unknownPolicies } from './profiles';

/** Where one starts or goes: a place or station by id, or a position. */
export type RouteEnd = { kind: 'place' | 'station'; id: string } | { kind: 'position'; position: LngLat };

export const preferences = ['quickest', 'fewest-steps', 'gentlest', 'no-fare'] as const;
export type Preference = (typeof preferences)[number];

export interface RouteQuery {
  from?: RouteEnd;
  to?: RouteEnd;
  profile: ProfileId;
  prefer: Preference;
  /** Minutes of the day one sets out or wants to be there; without it hours do not matter. */
  minute?: number;
  /** Numbers moved away from the profile's own. */
  changes: Partial<
    Pick<Profile, 'metersPerSecond' | 'maxInclineUp' | 'maxInclineDown' | 'minWidth' | 'unknown'>
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
} as const;

export function parseRouteEnd(text: string): RouteEnd | undefined {
  const [, kind, id] = /^(place|station)\.([a-z0-9-]+)$/.exec(text) ?? [];
  if (id !== undefined) return { kind: kind as 'place' | 'station', id };
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
  const query: RouteQuery = { profile: 'walk', prefer: 'quickest', changes: {} };
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
    unknown: (text) => {
      const policy = unknownPolicies.find((candidate) => candidate === text);
      if (policy) query.changes.unknown = policy;
      return policy !== undefined;
    },
  };
  for (const [name, { field, least, most, scale }] of Object.entries(sliders))
    readers[name] = (text) => {
      const value = number(text);
      if (!(value >= least && value <= most)) return false;
      query.changes[field] = value * scale;
      return true;
    };
  function setEnd(which: 'from' | 'to', text: string): boolean {
    const end = parseRouteEnd(text);
    if (!end || !exists(end)) return false;
    query[which] = end;
    return true;
  }
  for (const [name, value] of Object.entries(params)) {
    const values = [value ?? []].flat().filter((text) => text !== '');
    values.forEach((text, index) => {
      const isRead = index === 0 && Object.hasOwn(readers, name) && readers[name]?.(text);
      // Links from elsewhere carry their own marks; a reader need not hear of them.
      if (!isRead && !/^(utm_.*|fbclid|gclid|_rsc)$/.test(name)) ignored.push({ name, value: text });
    });
  }
  return { query, ignored };
}

/** The profile a question asks for. A preference moves what is disliked, never what is possible. */
export function profileOf({ profile, prefer, changes }: RouteQuery): Profile {
  const own = { ...profiles[profile], ...changes };
  if (prefer === 'fewest-steps') return { ...own, stepEffort: Math.max(own.stepEffort, 30) };
  if (prefer === 'gentlest') return { ...own, stepEffort: Math.max(own.stepEffort, 4), climbEffort: 25 };
  return own;
}
