/** On which floor the nodes of a network lie, as far as the ways that meet in them say so. */
import type { EdgeKind } from './network';
import type { EdgeInput, NodeInput } from './packed-network';

/** What joins two floors, by its ends; which end lies on which floor need not be known. */
export interface FloorSpan {
  from: number;
  to: number;
  levels: readonly number[];
}

/** They lead to another floor than the one that is written on them. */
const climbing: readonly EdgeKind[] = ['steps', 'escalator', 'elevator', 'cableway'];

/**
 * Gives nodes without a floor the one all level ways in them lie on, and then the other end of what joins just two floors the other one. Where
 * ways disagree, and where nobody says anything, the floor stays unknown.
 */
export function settleLevels(
  nodes: readonly NodeInput[],
  edges: readonly Pick<EdgeInput, 'from' | 'to' | 'kind' | 'level'>[],
  spans: readonly FloorSpan[],
): void {
  const floors = new Map<number, number | undefined>();
  for (const { from, to, kind, level } of edges) {
    if (level === undefined || climbing.includes(kind)) continue;
    for (const node of [from, to])
      floors.set(node, floors.has(node) && floors.get(node) !== level ? undefined : level);
  }
  for (const [index, level] of floors) {
    const node = nodes[index];
    if (node) node.level ??= level;
  }
  for (const { from, to, levels } of spans) {
    const [a, b] = [nodes[from], nodes[to]];
    if (!a || !b || levels.length !== 2) continue;
    const other = (level: number | undefined) =>
      level !== undefined && levels.includes(level) ? levels.find((each) => each !== level) : undefined;
    b.level ??= other(a.level);
    a.level ??= other(b.level);
  }
}
