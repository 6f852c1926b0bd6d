import type { LngLat } from '@/lib/geo/position';
import { CostModel, type CostOptions } from '@/lib/routing/cost';
import { makeSeries } from '@/lib/routing/fixtures/networks';
import { toLngLat } from '@/lib/routing/packed-network';
import { type Profile, profileIds, profiles } from '@/lib/routing/profiles';
import type { Router } from '@/lib/routing/router';
import type { Snap } from '@/lib/routing/search';
import type { SnappedPoint } from '@/lib/routing/snap';

/** What every engine is asked; all of it is there before the first look at the clock. */
export interface Question {
  from: LngLat;
  to: LngLat;
  profile: Profile;
  /** For peers that know nodes only: an end of the edge each point stands on, and the same in our terms. */
  fromNode: number;
  toNode: number;
  start: Snap;
  end: Snap;
}

const MOST_METERS = 2000;
const METERS_PER_DEGREE = 111_195;

/** Wednesday, ten in the morning: lifts are open, and their hours are looked at. */
export const now: CostOptions = { departMinute: (2 * 24 + 10) * 60 };

const mixed = profileIds.map((id) => profiles[id]);

/** Another person each time: every slider moved a little, in an object of its own. */
export function movedSliders(profile: Profile, index: number): Profile {
  const share = 1 + (index % 40) / 400;
  return {
    ...profile,
    metersPerSecond: profile.metersPerSecond * share,
    secondsPerStepUp: profile.secondsPerStepUp * share,
    stepEffort: profile.stepEffort * share,
    maxInclineUp: profile.maxInclineUp * share,
    maxInclineDown: profile.maxInclineDown * share,
  };
}

/** Points evenly spread over the network's nodes, some metres beside the way. */
export class Places {
  private readonly random: () => number;

  constructor(
    private readonly router: Router,
    seed: number,
  ) {
    this.random = makeSeries(seed);
  }

  next(): LngLat {
    const { network } = this.router;
    return this.near(toLngLat(network, Math.floor(this.random() * network.nodeCount)), 20);
  }

  /** Evenly spread over the circle around `center`. */
  near([lng, lat]: LngLat, meters: number): LngLat {
    const far = (meters * Math.sqrt(this.random())) / METERS_PER_DEGREE;
    const angle = 2 * Math.PI * this.random();
    return [lng + (far * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180), lat + far * Math.sin(angle)];
  }

  /** `count` points on the network, as this person can stand on it. */
  snapped(count: number, profile: Profile): SnappedPoint[] {
    const model = new CostModel(this.router.network, profile, now);
    const found: SnappedPoint[] = [];
    while (found.length < count) {
      const point = this.router.snap(this.next(), model);
      if (point) found.push(point);
    }
    return found;
  }
}

/** Pairs at most 2 km apart that end as `answer`; fewer than asked for when the network has hardly any. */
export function makeQuestions(
  router: Router,
  count: number,
  answer: 'route' | 'barred',
  people: readonly Profile[] = mixed,
): Question[] {
  const places = new Places(router, 3);
  const { network, search } = router;
  const questions: Question[] = [];
  for (let attempt = 0; attempt < 40 * count && questions.length < count; attempt++) {
    const profile = people[questions.length % people.length] as Profile;
    const model = new CostModel(network, profile, now);
    const from = places.next();
    const to = places.near(from, MOST_METERS);
    const [start, end] = [router.snap(from, model), router.snap(to, model)];
    if (!start || !end) continue;
    const isOpen = search.findPath(start, end, model) !== undefined;
    if (isOpen !== (answer === 'route')) continue;
    if (!isOpen && router.findRoute({ from, to, profile, ...now }).kind !== 'barred') continue;
    questions.push({
      from,
      to,
      profile,
      fromNode: network.edgeFrom[start.edge] ?? 0,
      toNode: network.edgeFrom[end.edge] ?? 0,
      start: { edge: start.edge, fraction: 0 },
      end: { edge: end.edge, fraction: 0 },
    });
  }
  return questions;
}
