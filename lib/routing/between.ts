/**
 * What lies between two places, whatever the hour: whether any way joins them, the least a person has to put up with on it, how many barred edges are
 * on it at least. The network is flooded from both ends in turn, so that the smaller side ends the question: an islet costs an islet, not a city.
 */
import { type CostModel, TEMPORARY } from './cost';
import { headOf } from './edge-records';
import type { PackedNetwork } from './packed-network';
import type { Snap } from './search';

/** What it asks of a person to take a slot with these violations: more than 0; Infinity is never. */
export type Need = (violations: number, slot: number) => number;

/** Nodes a flood goes on by before the other has its turn. */
const TURN = 64;
/** An islet has no more nodes. */
const ISLET = 1000;
/** Rises of a flood that its marks tell apart. */
const RISES = 256;
/** Nodes a flood may cover at least to count barred edges; farther off their number is only known to be no less. */
const COUNTED = 2048;

/** A flood from one place, with the ways or `against` them, over whatever asks no more than its level. */
class Flood {
  level = 0;
  /** How often it has risen. */
  rises = 0;
  /** Nodes it covers. */
  count = 0;
  /** It has come to a node that the other one covers. */
  hasMet = false;
  other: Flood | undefined;
  /** In which flood and after how many rises a node was covered. */
  private readonly marks: Uint32Array;
  private firstMark = 0;
  private readonly nodes: Uint32Array;
  /** Covered nodes whose slots have been followed. */
  private followed = 0;
  /** Nodes beyond what asks too much, and what it asks. */
  private readonly shore: { node: number; need: number }[] = [];
  private model!: CostModel;
  private need!: Need;
  private against!: 0 | 1;

  constructor(
    private readonly network: PackedNetwork,
    private readonly heads: Uint32Array,
  ) {
    this.marks = new Uint32Array(network.nodeCount);
    this.nodes = new Uint32Array(network.nodeCount);
  }

  clear() {
    this.firstMark += RISES;
    if (this.firstMark > 0xffffffff - RISES) {
      this.marks.fill(0);
      this.firstMark = RISES;
    }
    [this.level, this.rises, this.count, this.followed, this.hasMet] = [0, 0, 0, 0, false];
    this.shore.length = 0;
  }

  begin({ edge, fraction }: Snap, against: boolean, model: CostModel, need: Need) {
    this.model = model;
    this.need = need;
    this.against = against ? 1 : 0;
    for (const slot of [edge * 2, edge * 2 + 1]) {
      const node = headOf(this.network, slot);
      // Whoever stands on a node needs nothing of the edge.
      if (slot & 1 ? fraction === 0 : fraction === 1) this.cover(node);
      else this.tryAt(slot, node);
    }
  }

  /** Nothing is left to follow on this level. */
  get isStill(): boolean {
    return this.followed === this.count;
  }

  /** What the least demanding way on asks for; Infinity when there is none. */
  get nextNeed(): number {
    let least = Number.POSITIVE_INFINITY;
    for (const { need, node } of this.shore) if (need < least && !this.covers(node)) least = need;
    return least;
  }

  riseTo(level: number) {
    this.level = level;
    this.rises++;
    let kept = 0;
    for (const item of this.shore)
      if (item.need <= level) this.cover(item.node);
      else if (!this.covers(item.node)) this.shore[kept++] = item;
    this.shore.length = kept;
  }

  covers(node: number): boolean {
    return (this.marks[node] as number) >= this.firstMark;
  }

  /** Rises it took to cover a node, or has taken so far without covering it. */
  risesTo(node: number): number {
    const mark = (this.marks[node] as number) - this.firstMark;
    return mark >= 0 ? mark : this.rises;
  }

  private cover(node: number) {
    if (this.covers(node)) return;
    this.marks[node] = this.firstMark + Math.min(this.rises, RISES - 1);
    this.nodes[this.count++] = node;
    if (this.other?.covers(node)) this.hasMet = true;
  }

  /** Follows the slots of so many nodes, the first covered first. */
  spread(most: number) {
    const { adjacency, adjacencyStart } = this.network;
    const end = this.followed + most;
    while (this.followed < end && this.followed < this.count) {
      const node = this.nodes[this.followed++] as number;
      const last = adjacencyStart[node + 1] as number;
      for (let i = adjacencyStart[node] as number; i < last; i++) {
        const next = this.heads[i] as number;
        if (!this.covers(next)) this.tryAt(adjacency[i] as number, next);
      }
    }
  }

  private tryAt(slot: number, node: number) {
    const { model } = this;
    const taken = slot ^ this.against;
    if (!model.weigh(taken)) return;
    const violations = model.violations & ~TEMPORARY;
    const need = violations === 0 ? 0 : this.need(violations, taken);
    if (need <= this.level) this.cover(node);
    else if (need < Number.POSITIVE_INFINITY) this.shore.push({ node, need });
  }
}

export class Between {
  private readonly near: Flood;
  private readonly far: Flood;

  /** `heads` has the node that each slot of the network's adjacency leads to. */
  constructor(network: PackedNetwork, heads: Uint32Array) {
    this.near = new Flood(network, heads);
    this.far = new Flood(network, heads);
    this.near.other = this.far;
    this.far.other = this.near;
  }

  /** Whether one cannot come to a place because it lies on an islet: the quick question before `leastNeed`. */
  isOnIslet(from: Snap, to: Snap, model: CostModel, need: Need): boolean {
    const { far } = this;
    this.begin(from, to, model, need);
    far.spread(ISLET);
    return far.isStill && !far.hasMet && needAlong(from, to, model, need) > 0;
  }

  private begin(from: Snap, to: Snap, model: CostModel, need: Need) {
    this.near.clear();
    this.far.clear();
    this.near.begin(from, false, model, need);
    this.far.begin(to, true, model, need);
  }

  /**
   * The most that the least demanding way between two places asks for at any of its edges: 0 where the person can go, Infinity where no way joins them
   * that they could ever take.
   */
  leastNeed(from: Snap, to: Snap, model: CostModel, need: Need): number {
    const { near, far } = this;
    this.begin(from, to, model, need);
    const along = needAlong(from, to, model, need);
    while (!far.hasMet && !near.hasMet) {
      if (near.isStill || far.isStill) {
        // Every way leaves the one and comes into the other.
        const level = Math.max(near.isStill ? near.nextNeed : 0, far.isStill ? far.nextNeed : 0);
        if (level >= along || level === Number.POSITIVE_INFINITY) return along;
        near.riseTo(level);
        far.riseTo(level);
      }
      near.spread(TURN);
      far.spread(TURN);
    }
    return Math.min(near.level, along);
  }

  /** Counts how many barred edges lie on every way between a place and the nodes around it, at least; `fewestAt` tells them afterwards. */
  countAround(place: Snap, against: boolean, model: CostModel) {
    const { near, far } = this;
    // As far as it took to learn that no way joins the places, which is nearly always asked before, and as far again.
    const most = Math.max(COUNTED, 2 * (near.count + far.count));
    far.clear();
    far.begin(place, against, model, () => far.rises + 1);
    while (far.count < most) {
      if (far.isStill) {
        if (far.nextNeed === Number.POSITIVE_INFINITY) return;
        far.riseTo(far.rises + 1);
      }
      far.spread(TURN);
    }
  }

  fewestAt(node: number): number {
    return this.far.risesTo(node);
  }
}

/** What the edge asks for that two places share; Infinity where they do not. */
function needAlong(from: Snap, to: Snap, model: CostModel, need: Need): number {
  const slot = from.edge * 2 + (to.fraction < from.fraction ? 1 : 0);
  if (from.edge !== to.edge || !model.weigh(slot)) return Number.POSITIVE_INFINITY;
  const violations = model.violations & ~TEMPORARY;
  return violations === 0 ? 0 : need(violations, slot);
}
