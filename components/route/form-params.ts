import { profiles } from '@/lib/routing/profiles';
import {
  choices,
  formatClock,
  minuteOfDay,
  type ParsedRouteQuery,
  type RouteQuery,
  type SliderName,
  sliders,
} from '@/lib/routing/route-query';

/**
 * The fields of a form as the parts of an address. Whoever wants to set out or arrive at a time, and has not said at which, begins with the present
 * one: an answer for now under "Leave at" would be no answer to that. Whoever has just changed to now means it, whatever time still stands there.
 */
export function formParams(form: HTMLFormElement, changed?: HTMLInputElement): Record<string, string[]> {
  const data = new FormData(form);
  const when = data.get('when');
  if ((when === 'depart' || when === 'arrive') && data.get('at') === '')
    data.set('at', formatClock(minuteOfDay(Date.now())));
  if (changed?.name === 'when' && when === 'now') for (const name of ['at', 'on']) data.delete(name);
  return Object.fromEntries(
    [...data.keys()].map((name) => [name, data.getAll(name).filter((value) => typeof value === 'string')]),
  );
}

/** What is being typed is no choice yet: a name (its search tells when it is one), a time of which the hour was just taken out. */
export const isBeingTyped = (field: HTMLInputElement): boolean =>
  field.getAttribute('role') === 'combobox' || (field.name === 'at' && field.value === '');

/** A question without what is as usual: what stands where its profile has it is no change. */
export function withoutUsual<Query extends Pick<RouteQuery, 'profile' | 'changes'>>(query: Query): Query {
  const changes = { ...query.changes };
  for (const name of Object.keys(sliders) as SliderName[]) {
    const { field, most, scale } = sliders[name];
    const changed = changes[field];
    const usual = Math.min(most, profiles[query.profile][field] / scale);
    if (changed !== undefined && Math.abs(changed / scale - usual) < 0.051) delete changes[field];
  }
  for (const { field } of Object.values(choices))
    if (changes[field] === profiles[query.profile][field]) delete changes[field];
  return { ...query, changes };
}

/** More parts of an address than these nobody reads. */
const MOST_IGNORED = 8;

/** What of an address was not understood, as it was typed. */
export const ignoredText = (ignored: ParsedRouteQuery['ignored']): string =>
  [
    ...ignored.slice(0, MOST_IGNORED).map(({ name, value }) => `${name}=${value}`.slice(0, 60)),
    ...(ignored.length > MOST_IGNORED ? ['…'] : []),
  ].join(' · ');
