/** Who may walk on a way, from its OpenStreetMap access tags. */
import { parseOpeningHours } from '../opening-hours';
import type { OsmTags } from './tags';

export type AccessDrop = 'private' | 'no-foot' | 'use-sidepath' | 'conditional' | 'unrecognised-access';
export type Access = { openingHours: string | undefined } | { dropped: AccessDrop };

const allowed = new Set(['yes', 'designated', 'permissive', 'public', 'official', 'destination', 'allowed']);
/** People with a key, a pass or an errand: nobody a public portal may send there. */
const restricted = new Set([
  'private',
  'customers',
  'permit',
  'residents',
  'employees',
  'members',
  'delivery',
  'military',
  'restricted',
  'agricultural',
  'forestry',
  'emergency',
  'service',
]);
/** Says nothing; the next tag of the hierarchy decides. */
const silent = new Set(['unknown', 'variable', '']);

/** Highways open to people on foot when no access tag says otherwise. */
const openHighways = new Set([
  'footway',
  'path',
  'pedestrian',
  'steps',
  'corridor',
  'elevator',
  'crossing',
  'platform',
  'living_street',
  'residential',
  'unclassified',
  'service',
  'track',
  'road',
  'tertiary',
  'tertiary_link',
  'secondary',
  'secondary_link',
  'primary',
  'primary_link',
]);
/** Highways that need a tag for people on foot. Everything in neither list is no way to walk on. */
const askingHighways = new Set([
  'trunk',
  'trunk_link',
  'motorway',
  'motorway_link',
  'cycleway',
  'bridleway',
  'busway',
  'bus_guideway',
]);

export const isHighway = (highway: string | undefined): highway is string =>
  highway !== undefined && (openHighways.has(highway) || askingHighways.has(highway));

const hasSidewalk = (tags: OsmTags) =>
  ['sidewalk', 'sidewalk:both', 'sidewalk:left', 'sidewalk:right'].some((key) =>
    /^(both|left|right|yes)$/.test(tags.get(key) ?? ''),
  );

/** What the access tags say, foot before access; undefined when they say nothing. */
function stated(tags: OsmTags): 'yes' | AccessDrop | undefined {
  for (const key of ['foot', 'access']) {
    const value = tags.get(key);
    if (value === undefined || silent.has(value)) continue;
    if (allowed.has(value)) return 'yes';
    if (value === 'no') return 'no-foot';
    if (value === 'use_sidepath') return 'use-sidepath';
    return restricted.has(value) ? 'private' : 'unrecognised-access';
  }
  return undefined;
}

const daily = /^(\d{1,2}:\d{2})-(\d{1,2}:\d{2})$/;

interface Condition {
  value: string;
  when: string;
}

/** The one condition of a conditional restriction, `no @ (22:00-06:00)`; undefined when there are several or none. */
function parseCondition(text: string): Condition | undefined {
  const match = /^([^\s@]+)\s*@\s*(?:\(([^()]+)\)|([^();]+))$/.exec(text.trim());
  const [value, when] = [match?.[1], (match?.[2] ?? match?.[3])?.trim()];
  return value && when ? { value, when } : undefined;
}

/**
 * Opening hours that say the same as a condition which opens a closed way (`Mo-Fr 06:00-22:00`) or closes an open one (`22:00-06:00` daily,
 * `Su`). Undefined for everything the engine cannot judge at the time of arrival, weather and groups of people above all: half a
 * condition would be a wrong fact.
 */
export function conditionHours(when: string, opens: boolean): string | undefined {
  let hours = when;
  if (!opens) {
    const closed = daily.exec(when);
    hours = closed ? `${closed[2]}-${closed[1]}` : `24/7; ${when} off`;
  }
  return parseOpeningHours(hours) ? hours : undefined;
}

/** Whether people may walk on a way or through a node, and when. `isOpen` says what holds without any access tag. */
export function footAccess(tags: OsmTags, isOpen: boolean): Access {
  const statement = stated(tags) ?? (isOpen ? 'yes' : 'no-foot');
  if (statement === 'use-sidepath' || statement === 'unrecognised-access') return { dropped: statement };
  const openingHours = tags.get('opening_hours')?.trim() || undefined;
  // What is said of people on foot outweighs a condition for everybody.
  const text =
    tags.get('foot:conditional') ?? (tags.has('foot') ? undefined : tags.get('access:conditional'));
  const otherwise: Access = statement === 'yes' ? { openingHours } : { dropped: statement };
  if (text === undefined) return otherwise;
  const condition = parseCondition(text);
  if (!condition) return { dropped: 'conditional' };
  const opens = allowed.has(condition.value);
  // A condition that changes nothing: `destination @ (…)` on a way that is open anyway.
  if (opens === (statement === 'yes')) return otherwise;
  const hours = conditionHours(condition.when, opens);
  // Two timetables at once would have to be cut with each other.
  return hours !== undefined && openingHours === undefined
    ? { openingHours: hours }
    : { dropped: 'conditional' };
}

/** Whether a highway is open to people on foot before any access tag is read. */
export function isOpenByDefault(tags: OsmTags): boolean {
  const highway = tags.get('highway');
  if (highway === undefined) return true;
  if (tags.get('motorroad') === 'yes') return false;
  if (openHighways.has(highway)) return true;
  if (highway.startsWith('motorway')) return false;
  return hasSidewalk(tags) || (highway === 'cycleway' && tags.get('segregated') === 'yes');
}
