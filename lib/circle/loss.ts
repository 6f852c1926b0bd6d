/** Why somebody does not come to a service in time: what bars them, a notice, or their pace. */
import type { CostModel } from '@/lib/routing/cost';
import { edgesOf, type Outage } from '@/lib/routing/outages';
import { type Barrier, describePath } from '@/lib/routing/route';
import type { Router } from '@/lib/routing/router';
import type { Path } from '@/lib/routing/search';
import type { SnappedPoint } from '@/lib/routing/snap';

export type LossReason =
  | { kind: 'barred'; barriers: readonly Barrier[] }
  | { kind: 'closed'; opensInMinutes: number; barriers: readonly Barrier[] }
  /**
   * Their own way takes `seconds`. `barriers` are what stops them on a healthy walker's way, which at their pace would take `paceSeconds` if nothing
   * did; where it stops them nowhere, their pace alone is why.
   */
  | { kind: 'farther'; seconds: number; barriers: readonly Barrier[]; paceSeconds: number }
  /** In time but for these notices: `seconds` as it is (Infinity: not at all), `withoutSeconds` without them. */
  | {
      kind: 'outage';
      seconds: number;
      withoutSeconds: number;
      barriers: readonly Barrier[];
      notices: readonly string[];
    }
  | { kind: 'disconnected' }
  /** Too many to work out one by one. */
  | { kind: 'unexplained' };

/** Two places of the network in the order one goes. */
export type Ends = readonly [from: SnappedPoint, to: SnappedPoint];

/** What a healthy walker's way has that this person's has not; `seconds` is their own time. */
export function explainFarther(
  router: Router,
  ends: Ends,
  seconds: number,
  model: CostModel,
  walker: CostModel,
): LossReason {
  // From where the person stands: a walker there takes it, and where nothing on it stops them, so could they.
  const path = router.search.findPath(...ends, walker);
  if (!path) return { kind: 'farther', seconds, barriers: [], paceSeconds: seconds };
  const paceSeconds = secondsUnhindered(path, model, walker);
  const { barriers } = describePath({ ...path, seconds: paceSeconds }, model);
  return { kind: 'farther', seconds, barriers, paceSeconds };
}

/** What takes a service out of reach that would be in it without the notices. Undefined where no lift or way that is out stands on the way there. */
export function explainOutage(
  router: Router,
  ends: Ends,
  times: { seconds: number; withoutSeconds: number },
  model: CostModel,
  untroubled: CostModel,
  outages: readonly Outage[],
): LossReason | undefined {
  const path = router.search.findPath(...ends, untroubled);
  if (!path) return undefined;
  const barriers = describePath(path, model).barriers.filter(({ violation }) => violation === 'outOfOrder');
  const edges = new Set(path.slots.map((slot) => slot >> 1));
  const notices = outages.filter((outage) => edgesOf(router.network, outage).some((edge) => edges.has(edge)));
  if (barriers.length === 0 || notices.length === 0) return undefined;
  return { kind: 'outage', ...times, barriers, notices: [...new Set(notices.map(({ notice }) => notice))] };
}

/** What stands between a person and a service they do not come to within `most` seconds. */
export function explainBarred(
  router: Router,
  [from, to]: Ends,
  most: number,
  model: CostModel,
  walker: CostModel,
): LossReason {
  const result = router.join(from, to, model, false);
  switch (result.kind) {
    case 'route':
      // Within that time the circle would have come there: the service stands on a piece of its own, and the way leads only near it.
      return result.route.seconds > most
        ? explainFarther(router, [from, to], result.route.seconds, model, walker)
        : { kind: 'disconnected' };
    case 'barred':
      return { kind: 'barred', barriers: result.barriers };
    case 'closed-now':
      return { kind: 'closed', opensInMinutes: result.opensInMinutes, barriers: result.best.barriers };
    default:
      return { kind: 'disconnected' };
  }
}

/** Seconds at this person's pace along a way, and at the walker's where they could not go. */
function secondsUnhindered(
  { slots, startFraction, endFraction }: Path,
  model: CostModel,
  walker: CostModel,
): number {
  return slots.reduce((sum, slot, index) => {
    const backward = slot & 1;
    const from = index === 0 ? startFraction : backward;
    const to = index === slots.length - 1 ? endFraction : 1 - backward;
    const mover = model.weigh(slot) && model.violations === 0 ? model : walker;
    mover.weigh(slot);
    return sum + mover.seconds * Math.abs(to - from);
  }, 0);
}
