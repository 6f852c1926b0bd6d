/** The walking engine in a worker: it reads the network file once and answers there, so that a page never waits for it. */
import { expose } from 'comlink';
import { askCirclePage, type CirclePageQuestion, type CirclePageReply } from '@/lib/circle/ask';
import type { Locale } from '@/lib/i18n/locales';
import type { LoadedNotices, Notice } from '@/lib/notices/notice';
import type { LocalService } from '@/lib/places/service';
import { type Approach, type ApproachQuestion, askApproach } from '@/lib/routing/approach';
import { askRoute, type RouteQuestion, type RouteReply } from '@/lib/routing/ask';
import {
  CITY_NETWORK,
  type NetworkProblem,
  networkProblemOf,
  unpackCityNetwork,
} from '@/lib/routing/city-network';
import type { Outage } from '@/lib/routing/outages';
import { Router } from '@/lib/routing/router';
import { askWalk, type WalkForMe, type WalkQuestion } from '@/lib/walks/for-me';

/** An answer, or why there can be none. Plain data: an error would lose its code on the way. */
export type EngineReply<Answer> =
  | { problem: NetworkProblem }
  | {
      problem?: undefined;
      answer: Answer;
      /** Undefined when they could not be read: then nobody knows here which lifts are out of order. */
      notices: readonly Notice[] | undefined;
    };

/** Notices change while a page stands open. */
const NOTICES_FRESH_MILLISECONDS = 60_000;

let loading: Promise<Router> | undefined;
let reading: { since: number; loaded: Promise<LoadedNotices | undefined> } | undefined;

async function fetchRouter(): Promise<Router> {
  const response = await fetch(CITY_NETWORK);
  if (!response.ok) throw new Error(`${CITY_NETWORK}: ${response.status}`);
  return new Router(await unpackCityNetwork(new Uint8Array(await response.arrayBuffer())));
}

async function fetchNotices(): Promise<LoadedNotices | undefined> {
  try {
    const response = await fetch('/data/notices.json');
    return response.ok ? ((await response.json()) as LoadedNotices) : undefined;
  } catch {
    return undefined;
  }
}

/** Runs a question on the engine with the notices in force. */
async function onEngine<Answer>(
  question: (router: Router, outages: readonly Outage[]) => Answer,
): Promise<EngineReply<Answer>> {
  if (!reading || Date.now() - reading.since > NOTICES_FRESH_MILLISECONDS)
    reading = { since: Date.now(), loaded: fetchNotices() };
  loading ??= fetchRouter();
  try {
    const [router, loaded] = await Promise.all([loading, reading.loaded]);
    return { answer: question(router, loaded?.outages ?? []), notices: loaded?.notices };
  } catch (error) {
    // Another question tries again: the network may be back.
    loading = undefined;
    return { problem: networkProblemOf(error) };
  }
}

const listed = new Map<Locale, Promise<readonly LocalService[]>>();

/** The service points in a language, fetched once. */
function fetchServices(locale: Locale): Promise<readonly LocalService[]> {
  const known = listed.get(locale);
  if (known) return known;
  const list = fetch(`/services/${locale}.json`).then((response) => {
    if (!response.ok) throw new Error(`services: ${response.status}`);
    return response.json() as Promise<readonly LocalService[]>;
  });
  list.catch(() => listed.delete(locale));
  listed.set(locale, list);
  return list;
}

const engineWorker = {
  askRoute: (question: RouteQuestion): Promise<EngineReply<RouteReply>> =>
    onEngine((router, outages) => askRoute(router, question, outages)),
  askApproach: (question: ApproachQuestion): Promise<EngineReply<Approach>> =>
    onEngine((router, outages) => askApproach(router, question, outages)),
  askWalk: (question: WalkQuestion): Promise<EngineReply<WalkForMe>> =>
    onEngine((router, outages) => askWalk(router, question, outages)),
  askCircle: async (question: CirclePageQuestion, locale: Locale): Promise<EngineReply<CirclePageReply>> => {
    const services = await fetchServices(locale).catch(() => undefined);
    if (!services) return { problem: 'missing' };
    return onEngine((router, outages) => askCirclePage(router, services, question, outages));
  },
};
export type EngineWorker = typeof engineWorker;

expose(engineWorker);
