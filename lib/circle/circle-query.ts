/** A question to the circle as it stands in the address of a page: everything, so that it can be shared. */
import { type ServiceCategory, serviceCategories } from '@/lib/places/service';
import {
  formatRouteEnd,
  formatRouteQuery,
  parseRouteQuery,
  type RouteEnd,
  type RouteParams,
  type RouteQuery,
} from '@/lib/routing/route-query';

/** Minutes a circle may have. */
export const circleMinutes = [5, 10, 15, 20, 30] as const;
export type CircleMinutes = (typeof circleMinutes)[number];

export interface CircleQuery extends Pick<RouteQuery, 'profile' | 'changes' | 'when' | 'minute' | 'date'> {
  start?: RouteEnd;
  /** A second start to compare with. */
  other?: RouteEnd;
  minutes: CircleMinutes;
  /** From the start to the services, or from them home. */
  direction: 'from' | 'to';
  /** Those looked for; none means all. */
  categories: readonly ServiceCategory[];
}

export interface ParsedCircleQuery {
  query: CircleQuery;
  /** Parts of the address that mean nothing here, as typed. */
  ignored: { name: string; value: string }[];
}

const own: readonly string[] = ['from', 'with', 'minutes', 'way', 'category', 'to', 'prefer'];

/** Reads the question. Never fails: what it does not understand it lists. `exists` says whether a place, station or walk is known. */
export function parseCircleQuery(params: RouteParams, exists: (end: RouteEnd) => boolean): ParsedCircleQuery {
  const values = (name: string) => [params[name] ?? []].flat().filter((text) => text !== '');
  // The way of moving and the time are said as in a question for a way.
  const shared = Object.fromEntries(Object.entries(params).filter(([name]) => !own.includes(name)));
  const [from = '', with_ = ''] = [values('from')[0], values('with')[0]];
  const { query, ignored } = parseRouteQuery({ ...shared, from, to: with_ }, exists);
  const { profile, changes, when, minute, date } = query;
  const parsed: CircleQuery = {
    profile,
    changes,
    when,
    ...(minute !== undefined && { minute }),
    ...(date !== undefined && { date }),
    ...(query.from && { start: query.from }),
    ...(query.to && { other: query.to }),
    minutes: 15,
    direction: 'from',
    categories: [],
  };
  const rest = ignored.map(({ name, value }) => ({ name: name === 'to' ? 'with' : name, value }));
  const refuse = (name: string, value: string) => rest.push({ name, value });
  // A preference steers a way; a circle has none.
  for (const value of values('prefer')) refuse('prefer', value);
  for (const value of values('to')) refuse('to', value);
  for (const [index, value] of values('minutes').entries()) {
    const minutes = circleMinutes.find((candidate) => String(candidate) === value);
    if (index === 0 && minutes) parsed.minutes = minutes;
    else refuse('minutes', value);
  }
  for (const [index, value] of values('way').entries()) {
    if (index === 0 && (value === 'from' || value === 'to')) parsed.direction = value;
    else refuse('way', value);
  }
  // One sets out at a time, or is home by it: which of the two, the direction says.
  if (parsed.when === 'depart' || parsed.when === 'arrive')
    parsed.when = parsed.direction === 'to' ? 'arrive' : 'depart';
  const categories: ServiceCategory[] = [];
  for (const value of values('category')) {
    const category = serviceCategories.find((candidate) => candidate === value);
    if (category && !categories.includes(category)) categories.push(category);
    else refuse('category', value);
  }
  parsed.categories = categories;
  for (const name of ['from', 'with'] as const)
    for (const value of values(name).slice(1)) refuse(name, value);
  return { query: parsed, ignored: rest };
}

/** The question as it stands in an address; what is as usual is left out. */
export function formatCircleQuery({
  start,
  other,
  minutes,
  direction,
  categories,
  when,
  ...rest
}: CircleQuery): URLSearchParams {
  const params = formatRouteQuery({
    ...rest,
    when: when === 'arrive' ? 'depart' : when,
    prefer: 'quickest',
    ...(start && { from: start }),
  });
  if (other) params.set('with', formatRouteEnd(other));
  if (minutes !== 15) params.set('minutes', String(minutes));
  if (direction === 'to') params.set('way', 'to');
  for (const category of categories) params.append('category', category);
  return params;
}
