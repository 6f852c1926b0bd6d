/** "What may stop me": the ways one person has to a place from the stations near it. */
import type { LngLat } from '@/lib/geo/position';
import type { CostOptions } from './cost';
import { type Outage, spansOf } from './outages';
import { profileOf, type RouteQuery } from './route-query';
import type { Router } from './router';
import { askStretch, type Stretch, type StretchEnd } from './stretch';

export interface ApproachQuestion {
  place: LngLat;
  /** Where people come from. */
  from: readonly StretchEnd[];
  profile: Pick<RouteQuery, 'profile' | 'changes'>;
  /** Milliseconds since 1970. Outages count from now; opening hours do not: a place is read about at any hour. */
  now: number;
}

export interface Approach {
  stretches: readonly Stretch[];
  /** Stairs where nobody has surveyed would bar this person: what is open is then only perhaps so. */
  minds: boolean;
}

/** Answers for one person. Never throws for a place or a limit. */
export function askApproach(
  router: Router,
  question: ApproachQuestion,
  outages: readonly Outage[],
): Approach {
  const profile = profileOf({ ...question.profile, prefer: 'quickest', when: 'any' });
  const options: CostOptions = { outages: spansOf(router.network, outages, question.now) };
  const place: StretchEnd = { key: 'place', position: question.place };
  return {
    stretches: question.from.map((from) => askStretch(router, from, place, profile, options)),
    minds: !profile.steps,
  };
}
