/** "Step-free for me?": a walk asked of the engine for one person, as drawn and by whatever other way joins its stops. */
import { CostModel, type CostOptions } from '@/lib/routing/cost';
import { edgesById } from '@/lib/routing/edge-ids';
import { type Outage, spansOf } from '@/lib/routing/outages';
import type { ProfileId } from '@/lib/routing/profiles';
import { describePath, type Route } from '@/lib/routing/route';
import { profileOf, type RouteQuery } from '@/lib/routing/route-query';
import type { Router } from '@/lib/routing/router';
import { askStretch, type Stretch, type StretchEnd } from '@/lib/routing/stretch';

/** A walk as plain data, so that it can be sent to the worker. */
export interface WalkLine {
  /** Its edges in walking order. */
  edges: readonly { id: string; isReversed: boolean }[];
  /** Where the line passes its stops. */
  stops: readonly StretchEnd[];
}

export interface WalkQuestion {
  line: WalkLine;
  profile: Pick<RouteQuery, 'profile' | 'changes'>;
  /** Milliseconds since 1970. Outages count from now; opening hours do not: nobody reads about a walk only while walking it. */
  now: number;
}

export interface WalkForMe {
  /** The walk as it is drawn: nothing bars it, something does, or this network does not have its line. */
  drawn: 'open' | 'barred' | 'unknown';
  /** Metres of the drawn line nobody has surveyed. */
  drawnUnknownMeters: number;
  legs: readonly Stretch[];
  /** Stairs where nobody has surveyed would bar this person: what is open is then only perhaps so. */
  minds: boolean;
}

/** Stops lie on the line: whoever cannot come nearer than this is not there. */
const STOP_METERS = 10;

/** A walk for each profile with its usual limits. */
export type WalkForEach = Record<ProfileId, WalkForMe>;

/** In one word: as drawn; by another way between the stops; only in part. `Perhaps` where nobody has surveyed all of it. */
export type WalkVerdict = 'drawn' | 'drawnPerhaps' | 'variant' | 'variantPerhaps' | 'partly';

export function verdictOf(answer: WalkForMe): WalkVerdict {
  const isPerhaps = answer.minds && unsurveyedMeters(answer) >= 5;
  if (answer.drawn === 'open') return isPerhaps ? 'drawnPerhaps' : 'drawn';
  if (!answer.legs.every(({ isOpen }) => isOpen)) return 'partly';
  return isPerhaps ? 'variantPerhaps' : 'variant';
}

/** Metres nobody has surveyed of the way the verdict speaks of. */
export const unsurveyedMeters = ({ drawn, drawnUnknownMeters, legs }: WalkForMe): number =>
  drawn === 'open'
    ? drawnUnknownMeters
    : legs.reduce((sum, { isOpen, unknownMeters }) => sum + (isOpen ? unknownMeters : 0), 0);

/** Answers for one person. Never throws for a walk or a limit. */
export function askWalk(router: Router, question: WalkQuestion, outages: readonly Outage[]): WalkForMe {
  const { line, now } = question;
  const profile = profileOf({ ...question.profile, prefer: 'quickest', when: 'any' });
  const options: CostOptions = { outages: spansOf(router.network, outages, now) };
  const drawn = describeDrawn(router, line, new CostModel(router.network, profile, options));
  const legs = line.stops.slice(1).map((stop, index) =>
    askStretch(router, line.stops[index] as StretchEnd, stop, profile, {
      ...options,
      detourMeters: STOP_METERS,
    }),
  );
  return {
    drawn: drawn === undefined ? 'unknown' : drawn.barriers.length === 0 ? 'open' : 'barred',
    drawnUnknownMeters: drawn?.unknownMeters ?? 0,
    legs,
    minds: !profile.steps,
  };
}

/** The drawn line as a route; undefined where the network does not have an edge of it, or not in this direction. */
function describeDrawn({ network }: Router, { edges }: WalkLine, model: CostModel): Route | undefined {
  const slots: number[] = [];
  for (const { id, isReversed } of edges) {
    const [edge, ...others] = edgesById(network).get(id) ?? [];
    if (edge === undefined || others.length > 0) return undefined;
    const slot = edge * 2 + (isReversed ? 1 : 0);
    if (!model.evaluate(slot, 0)) return undefined;
    slots.push(slot);
  }
  if (slots.length === 0) return undefined;
  const [first = 0, last = 0] = [slots[0], slots.at(-1)];
  return describePath(
    { slots, startFraction: first & 1, endFraction: 1 - (last & 1), seconds: 0, cost: 0 },
    model,
  );
}
