import type { PackedNetwork } from './packed-network';

const known = new WeakMap<PackedNetwork, ReadonlyMap<string, readonly number[]>>();

/** Edges by their id, worked out once per network. One id may stand for several edges, as a way of OpenStreetMap does. */
export function edgesById(network: PackedNetwork): ReadonlyMap<string, readonly number[]> {
  const before = known.get(network);
  if (before) return before;
  const byId = new Map<string, number[]>();
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const id = network.strings[network.edgeId[edge] as number] as string;
    const same = byId.get(id);
    if (same) same.push(edge);
    else byId.set(id, [edge]);
  }
  known.set(network, byId);
  return byId;
}
