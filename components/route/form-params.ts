import { profiles } from '@/lib/routing/profiles';
import { type RouteQuery, type SliderName, sliders } from '@/lib/routing/route-query';

/** The fields of a form as the parts of an address. */
export function formParams(form: HTMLFormElement): Record<string, string[]> {
  const data = new FormData(form);
  return Object.fromEntries(
    [...data.keys()].map((name) => [name, data.getAll(name).filter((value) => typeof value === 'string')]),
  );
}

/** A question without what is as usual: a slider that stands where its profile has it is no change. */
export function withoutUsual<Query extends Pick<RouteQuery, 'profile' | 'changes'>>(query: Query): Query {
  const changes = { ...query.changes };
  for (const name of Object.keys(sliders) as SliderName[]) {
    const { field, most, scale } = sliders[name];
    const changed = changes[field];
    const usual = Math.min(most, profiles[query.profile][field] / scale);
    if (changed !== undefined && Math.abs(changed / scale - usual) < 0.051) delete changes[field];
  }
  return { ...query, changes };
}
