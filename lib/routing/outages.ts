import type { CostOptions } from './cost';
import { edgesById } from './edge-ids';
import type { PackedNetwork } from './packed-network';

/** Edges nobody can use for a time. Plain data, so that it can be sent as JSON. */
export interface Outage {
  /** Id of the notice that says so. */
  notice: string;
  /** Ids of edges; one id may stand for several edges, as a way of OpenStreetMap does. */
  edges: readonly string[];
  /** Milliseconds since 1970; `until` null is an end nobody knows. */
  from: number;
  until: number | null;
}

/** The edges an outage takes out; ids the network does not have are passed over. */
export const edgesOf = (network: PackedNetwork, { edges }: Outage): number[] =>
  edges.flatMap((id) => edgesById(network).get(id) ?? []);

/** Outages by edge as the cost model takes them: minutes from the instant its clock counts from. */
export function spansOf(
  network: PackedNetwork,
  outages: readonly Outage[],
  instant: number,
): NonNullable<CostOptions['outages']> {
  const spans = new Map<number, [from: number, until: number][]>();
  const minutes = (time: number) => (time - instant) / 60_000;
  for (const outage of outages) {
    const until = outage.until === null ? Number.POSITIVE_INFINITY : minutes(outage.until);
    for (const edge of edgesOf(network, outage)) {
      const all = spans.get(edge) ?? [];
      all.push([minutes(outage.from), until]);
      spans.set(edge, all);
    }
  }
  return spans;
}

/** Ids of the notices that stand on a way, in order, each once. */
export function noticesOn(
  network: PackedNetwork,
  outages: readonly Outage[],
  slots: readonly number[],
  instant: number,
): string[] {
  const edges = new Set(slots.map((slot) => slot >> 1));
  const isNear = ({ from, until }: Outage) =>
    from < instant + 86_400_000 && (until ?? instant + 1) > instant - 86_400_000;
  const found = outages.filter(
    (outage) => isNear(outage) && edgesOf(network, outage).some((edge) => edges.has(edge)),
  );
  return [...new Set(found.map(({ notice }) => notice))];
}
