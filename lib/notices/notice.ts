/** Notices: a lift out of order, a closed path. Each names edges or places, when, why and who says so; the engine takes them as outages. */
import { z } from 'zod';
import { localizedSchema } from '@/lib/i18n/localized-schema';
import { idSchema } from '@/lib/places/schema';
import { type Network, rideKinds } from '@/lib/routing/network';
import type { Outage } from '@/lib/routing/outages';

const textSchema = z.string().trim().min(1);
const instantSchema = z.iso.datetime({
  offset: true,
  error: 'a time with its offset: 2026-11-25T08:00:00+08:00',
});

export const noticeSchema = z
  .strictObject({
    id: idSchema,
    /** Edges of the network nobody can use meanwhile. */
    edges: z.array(textSchema).default([]),
    /** Places the notice is about: the lifts, escalators and cableways that end there are out of order. */
    places: z.array(idSchema).default([]),
    from: instantSchema,
    /** Without it nobody knows the end. */
    until: instantSchema.optional(),
    reason: localizedSchema,
    source: textSchema,
    checked: z.iso.date(),
  })
  .refine(({ edges, places }) => edges.length + places.length > 0, {
    message: 'a notice names at least one edge or place',
    path: ['edges'],
  })
  .refine(({ from, until }) => until === undefined || Date.parse(until) > Date.parse(from), {
    message: 'ends before it begins',
    path: ['until'],
  });
export type Notice = z.infer<typeof noticeSchema>;

/** Notices in force or to come, and the same as outages of the network: what `/data/notices.json` says. */
export interface LoadedNotices {
  notices: readonly Notice[];
  outages: readonly Outage[];
}

/** A notice file as read; `error` says why nothing could be read of it. */
export interface NoticeFile {
  file: string;
  data: unknown;
  error?: string;
}

/** What a notice may speak of. */
export interface NoticeGround {
  hasEdge(id: string): boolean;
  hasPlace(id: string): boolean;
}

/** What a notice names that is not there, as field and reason. */
export function findUnknownNames(notice: Notice, ground: NoticeGround): { field: string; reason: string }[] {
  return [
    ...notice.edges.flatMap((id, index) =>
      ground.hasEdge(id) ? [] : [{ field: `edges.${index}`, reason: `unknown edge "${id}"` }],
    ),
    ...notice.places.flatMap((id, index) =>
      ground.hasPlace(id) ? [] : [{ field: `places.${index}`, reason: `unknown place "${id}"` }],
    ),
  ];
}

/** False once its end has passed. */
export const isPending = ({ until }: Notice, instant: number): boolean =>
  until === undefined || Date.parse(until) > instant;

/** The edges a notice takes out of the network: those it names and the rides that end at its places. */
function edgesOf({ edges, places }: Notice, network: Network): string[] {
  if (places.length === 0) return edges;
  const isAtPlace = (node: string) => places.includes(network.nodes.get(node)?.place ?? '');
  const rides = network.edges.filter(
    ({ kind, from, to }) => rideKinds.includes(kind) && (isAtPlace(from) || isAtPlace(to)),
  );
  return [...new Set([...edges, ...rides.map(({ id }) => id)])];
}

/** Notices as the engine takes them: the same numbers on the server and in the browser. */
export function toOutages(notices: readonly Notice[], network: Network): Outage[] {
  return notices.map((notice) => ({
    notice: notice.id,
    edges: edgesOf(notice, network),
    from: Date.parse(notice.from),
    until: notice.until === undefined ? null : Date.parse(notice.until),
  }));
}
