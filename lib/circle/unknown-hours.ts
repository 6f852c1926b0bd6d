/** Lifts and rides nobody knows the hours of: a circle takes them to run, and has to say so. */
import type { LngLat } from '@/lib/geo/position';
import { hoursOf } from '@/lib/routing/cost';
import { type EdgeKind, edgeKinds, rideKinds } from '@/lib/routing/network';
import { edgeGeometry, nameOf, type PackedNetwork } from '@/lib/routing/packed-network';

export interface RideWithoutHours {
  kind: EdgeKind;
  name: string | undefined;
  latin: string | undefined;
  /** Where one gets on, seen from its beginning. */
  position: LngLat;
}

/** The rides among the edges whose hours are not given or not understood; those of one name and kind once. */
export function ridesWithoutHours(network: PackedNetwork, edges: Iterable<number>): RideWithoutHours[] {
  const found = new Map<string, RideWithoutHours>();
  for (const edge of edges) {
    const kind = edgeKinds[network.edgeKind[edge] as number] as EdgeKind;
    if (!rideKinds.includes(kind) || hoursOf(network, edge)) continue;
    const { name, latin } = nameOf(network, edge);
    const key = name === undefined ? String(edge) : `${kind} ${name}`;
    const position = edgeGeometry(network, edge)[0];
    if (position && !found.has(key)) found.set(key, { kind, name, latin, position });
  }
  return [...found.values()];
}
