import {
  formatRouteQuery,
  movingNames,
  type ParsedRouteQuery,
  parseRouteQuery,
  type RouteQuery,
} from '@/lib/routing/route-query';

/*
 * How a person moves is chosen once and kept on the device, never on a server. Kept in the words of an address, so that whatever an older version
 * wrote is read by the same parser and what it does not understand is passed over.
 */
const KEY = 'yuwalk.profile';

export type KeptProfile = Pick<RouteQuery, 'profile' | 'changes'>;

const read = (text: string): ParsedRouteQuery =>
  parseRouteQuery(Object.fromEntries(new URLSearchParams(text)), () => false);

/** What was kept; undefined when nothing was, or the browser keeps nothing. */
export function readKeptProfile(): KeptProfile | undefined {
  try {
    const text = localStorage.getItem(KEY);
    if (text === null) return undefined;
    const { profile, changes } = read(text).query;
    return { profile, changes };
  } catch {
    return undefined;
  }
}

const textOf = ({ profile, changes }: KeptProfile): string =>
  formatRouteQuery({ ...read('').query, profile, changes }).toString();

export function keepProfile(kept: KeptProfile) {
  try {
    localStorage.setItem(KEY, textOf(kept));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

/** The same way of moving with the same limits. */
export const movesAlike = (a: KeptProfile, b: KeptProfile): boolean => textOf(a) === textOf(b);

/** An address with the kept way of moving; undefined where nothing is kept, or the address says itself how one moves. */
export function withKeptProfile(search: string): string | undefined {
  const kept = readKeptProfile();
  const params = new URLSearchParams(search);
  if (!kept || movingNames.some((name) => params.has(name))) return undefined;
  for (const [name, value] of formatRouteQuery({ ...read('').query, ...kept })) params.set(name, value);
  return params.toString();
}
