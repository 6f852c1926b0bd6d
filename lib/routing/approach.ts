/** "What may stop me": the ways one person has to a place from the stations near it. */
import type { LngLat } from '@/lib/geo/position';
import { CostModel, type CostOptions } from './cost';
import { type Outage, spansOf } from './outages';
import { profiles } from './profiles';
import { type Barrier, describePath } from './route';
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

export interface ApproachStretch extends Stretch {
  /** Where this person goes a long way round: the healthy walker's way, and what on it stops this person. */
  shorter: { lengthMeters: number; barriers: readonly Barrier[] } | undefined;
}

export interface Approach {
  stretches: readonly ApproachStretch[];
  /** Stairs where nobody has surveyed would bar this person: what is open is then only perhaps so. */
  minds: boolean;
}

/** From which a way round is long: so many times the walker's way, and so many metres more. */
const LONG = { times: 1.5, meters: 200 };

/** Answers for one person. Never throws for a place or a limit. */
export function askApproach(
  router: Router,
  question: ApproachQuestion,
  outages: readonly Outage[],
): Approach {
  const profile = profileOf({ ...question.profile, prefer: 'quickest', when: 'any' });
  const options: CostOptions = { outages: spansOf(router.network, outages, question.now) };
  const place: StretchEnd = { key: 'place', position: question.place };
  const model = new CostModel(router.network, profile, options);
  return {
    stretches: question.from.map((from) => {
      const stretch = askStretch(router, from, place, profile, options);
      return { ...stretch, shorter: stretch.isOpen ? shorterThan(stretch.lengthMeters, from) : undefined };
    }),
    minds: !profile.steps,
  };

  function shorterThan(ownMeters: number, from: StretchEnd): ApproachStretch['shorter'] {
    const walk = router.findRoute({
      from: from.position,
      to: place.position,
      profile: profiles.walk,
      ...options,
    });
    if (walk.kind !== 'route') return undefined;
    const { lengthMeters, slots, seconds } = walk.route;
    if (ownMeters < lengthMeters * LONG.times || ownMeters < lengthMeters + LONG.meters) return undefined;
    const path = { slots: [...slots], startFraction: walk.from.fraction, endFraction: walk.to.fraction };
    const { barriers } = describePath({ ...path, seconds, cost: 0 }, model);
    return barriers.length > 0 ? { lengthMeters, barriers } : undefined;
  }
}
