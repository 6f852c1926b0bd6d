/** What the circle page asks, of the server and of the worker alike: one start, perhaps a second to compare with, and the names of what is found. */
import type { LngLat } from '@/lib/geo/position';
import type { LocalService } from '@/lib/places/service';
import type { Outage } from '@/lib/routing/outages';
import type { Router } from '@/lib/routing/router';
import { askCircle, type CircleReply } from './circle';
import type { CircleQuery } from './circle-query';

export interface CirclePageQuestion {
  query: CircleQuery;
  start: LngLat;
  other?: LngLat | undefined;
  /** Milliseconds since 1970. */
  now: number;
}

export interface CirclePageReply {
  circle: CircleReply;
  /** The same from the second start. */
  other: CircleReply | undefined;
  /** The services the two speak of, by their ids. */
  services: Readonly<Record<string, LocalService>>;
}

/** Answers a page's question with services in the reader's language. */
export function askCirclePage(
  router: Router,
  services: readonly LocalService[],
  { query, start, other, now }: CirclePageQuestion,
  outages: readonly Outage[],
): CirclePageReply {
  const wanted =
    query.categories.length === 0
      ? services
      : services.filter(({ category }) => query.categories.includes(category));
  const ask = (from: LngLat) =>
    askCircle(
      router,
      wanted,
      { start: from, query, minutes: query.minutes, direction: query.direction, now },
      outages,
    );
  const circle = ask(start);
  const second = other && ask(other);
  const ids = new Set([circle, second].flatMap((reply) => (reply ? idsIn(reply) : [])));
  return {
    circle,
    other: second,
    services: Object.fromEntries(
      wanted.filter(({ id }) => ids.has(id)).map((service) => [service.id, service]),
    ),
  };
}

function idsIn(reply: CircleReply): string[] {
  if (reply.kind !== 'circle') return [];
  return [
    ...reply.services.map(({ id }) => id),
    ...reply.lost.map(({ id }) => id),
    ...reply.scores.flatMap(({ nearest }) => (nearest ? [nearest.id] : [])),
  ];
}
