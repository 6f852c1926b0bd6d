/**
 * Shortest ways over a packed network: A* and Dijkstra with a binary heap, on arrays made once per network. A generation stamp says which of
 * their values belong to the running search, so nothing is cleared and nothing allocated between searches.
 */
import type { CostModel } from './cost';
import { EdgeIndex, type Plane, toPlane } from './edge-index';
import { type EdgeKind, edgeKinds, rideKinds } from './network';
import { edgeSeconds, walkerPace } from './pace';
import { type PackedNetwork, UNKNOWN } from './packed-network';

/** A place on the network to start from or go to: a share of an edge. */
export interface Snap {
  edge: number;
  /** From the edge's `from` (0) to its `to` (1). */
  fraction: number;
}

const isRide = Uint8Array.from(edgeKinds, (kind) => (rideKinds.includes(kind) ? 1 : 0));

/** Which violations a search may pass over, and what each edge with one costs more. */
export interface Tolerance {
  /** Bits of violations that do not bar an edge. */
  mask: number;
  /** Cost of every edge passed in spite of one. */
  penalty: number;
  /** Ways that cost more are not looked for. */
  most: number;
}

export const STRICT: Tolerance = { mask: 0, penalty: 0, most: Number.POSITIVE_INFINITY };
const NO_SLOT = 0xffffffff;

/** One found way: slots in order, the first and last only in part. */
export interface Path {
  slots: number[];
  startFraction: number;
  endFraction: number;
  seconds: number;
  cost: number;
}

export class Search {
  readonly plane: Plane;
  readonly cost: Float64Array;
  readonly seconds: Float32Array;
  /** Slot by which a node was reached. */
  readonly via: Uint32Array;
  private readonly stamp: Uint32Array;
  private readonly done: Uint32Array;
  /** The node was reached from inside the edge the search began on. */
  private readonly isFirst: Uint8Array;
  private readonly source: Int32Array;
  private readonly reached: Uint32Array;
  private reachedCount = 0;
  private generation = 0;
  private heapNodes = new Uint32Array(1024);
  private heapKeys = new Float64Array(1024);
  private heapSize = 0;
  /** How much faster than the pace of a body the fastest ride of the network goes, as metres a second on the ground. */
  private readonly fastestRide: number;
  /** Straight metres between the ends of an edge over its length: above 1 only where a length is wrong. */
  private readonly shortcut: number;
  /** Nodes settled by the last search. */
  settled = 0;

  constructor(readonly network: PackedNetwork) {
    const { nodeCount, edgeCount } = network;
    this.plane = toPlane(network);
    this.cost = new Float64Array(nodeCount);
    this.seconds = new Float32Array(nodeCount);
    this.via = new Uint32Array(nodeCount);
    this.stamp = new Uint32Array(nodeCount);
    this.done = new Uint32Array(nodeCount);
    this.isFirst = new Uint8Array(nodeCount);
    this.source = new Int32Array(nodeCount);
    this.reached = new Uint32Array(nodeCount);
    let fastest = 0;
    let shortcut = 1;
    for (let edge = 0; edge < edgeCount; edge++) {
      const [from, to] = [network.edgeFrom[edge] as number, network.edgeTo[edge] as number];
      const straight = this.metersBetween(from, to);
      if (straight < 1) continue;
      if (isRide[network.edgeKind[edge] as number]) {
        const [wait, ride] = [network.edgeWait[edge] as number, network.edgeRide[edge] as number];
        const seconds = edgeSeconds(
          edgeKinds[network.edgeKind[edge] as number] as EdgeKind,
          (network.edgeLength[edge] as number) / 10,
          // A level ride is the shortest one whose height is not known.
          0,
          Number.NaN,
          wait === UNKNOWN.seconds ? Number.NaN : wait,
          ride === UNKNOWN.seconds ? Number.NaN : ride,
          walkerPace,
        );
        fastest = Math.max(fastest, straight / Math.max(1, seconds));
      } else
        shortcut = Math.max(shortcut, straight / Math.max(0.1, (network.edgeLength[edge] as number) / 10));
    }
    this.fastestRide = fastest;
    this.shortcut = shortcut;
  }

  private edgeIndex: EdgeIndex | undefined;

  /** Which edges lie where; made when it is first asked for. */
  get index(): EdgeIndex {
    this.edgeIndex ??= new EdgeIndex(this.network, this.plane);
    return this.edgeIndex;
  }

  private metersBetween(a: number, b: number): number {
    const { x, y } = this.plane;
    return Math.hypot((x[a] as number) - (x[b] as number), (y[a] as number) - (y[b] as number));
  }

  private push(node: number, key: number) {
    if (this.heapSize === this.heapNodes.length) {
      const [nodes, keys] = [this.heapNodes, this.heapKeys];
      this.heapNodes = new Uint32Array(nodes.length * 2);
      this.heapKeys = new Float64Array(keys.length * 2);
      this.heapNodes.set(nodes);
      this.heapKeys.set(keys);
    }
    const { heapNodes, heapKeys } = this;
    let at = this.heapSize++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((heapKeys[parent] as number) <= key) break;
      heapKeys[at] = heapKeys[parent] as number;
      heapNodes[at] = heapNodes[parent] as number;
      at = parent;
    }
    heapKeys[at] = key;
    heapNodes[at] = node;
  }

  private pop(): number {
    const { heapNodes, heapKeys } = this;
    const top = heapNodes[0] as number;
    const size = --this.heapSize;
    if (size > 0) {
      const key = heapKeys[size] as number;
      const node = heapNodes[size] as number;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= size) break;
        if (child + 1 < size && (heapKeys[child + 1] as number) < (heapKeys[child] as number)) child++;
        if ((heapKeys[child] as number) >= key) break;
        heapKeys[at] = heapKeys[child] as number;
        heapNodes[at] = heapNodes[child] as number;
        at = child;
      }
      heapKeys[at] = key;
      heapNodes[at] = node;
    }
    return top;
  }

  private begin() {
    this.generation++;
    this.heapSize = 0;
    this.settled = 0;
  }

  private reach(node: number, cost: number, seconds: number, slot: number, bound: number, isFirst: 0 | 1) {
    if (this.stamp[node] === this.generation && (this.cost[node] as number) <= cost) return;
    this.stamp[node] = this.generation;
    this.cost[node] = cost;
    this.seconds[node] = seconds;
    this.via[node] = slot;
    this.isFirst[node] = isFirst;
    this.push(node, cost + bound);
  }

  /** The least costly way, or undefined when there is none within the tolerance. */
  findPath(from: Snap, to: Snap, model: CostModel, tolerance: Tolerance = STRICT): Path | undefined {
    if (from.edge === to.edge && from.fraction === to.fraction)
      return {
        slots: [from.edge * 2],
        startFraction: from.fraction,
        endFraction: from.fraction,
        seconds: 0,
        cost: 0,
      };
    const { network, plane } = this;
    const { adjacency, adjacencyStart, edgeFrom, edgeTo } = network;
    const { edgeLength } = network;
    const { x, y } = plane;
    const { cost: costs, seconds: clocks, done } = this;
    const perMeter = 1 / (Math.max(model.profile.metersPerSecond, this.fastestRide) * this.shortcut * 1.001);
    const [targetA, targetB] = [edgeFrom[to.edge] as number, edgeTo[to.edge] as number];
    const f = to.fraction;
    const targetX = (x[targetA] as number) * (1 - f) + (x[targetB] as number) * f;
    const targetY = (y[targetA] as number) * (1 - f) + (y[targetB] as number) * f;
    // The target lies on an edge, perhaps a bent one: the bound counts to it in a straight line, less what the bend may take off.
    const slack = (edgeLength[to.edge] as number) / 10 + 1;
    const bound = (node: number) => {
      const dx = (x[node] as number) - targetX;
      const dy = (y[node] as number) - targetY;
      const meters = Math.sqrt(dx * dx + dy * dy) - slack;
      return meters > 0 ? meters * perMeter : 0;
    };
    const allowed = (bits: number) => (bits & ~tolerance.mask) === 0;
    const priceOf = (bits: number) => (bits === 0 ? 0 : tolerance.penalty);

    this.begin();
    const { generation, stamp } = this;
    let best = Number.POSITIVE_INFINITY;
    let bestSeconds = 0;
    let bestNode = -1;
    let bestSlot = NO_SLOT;
    const startSlots = [from.edge * 2, from.edge * 2 + 1];
    for (const slot of startSlots) {
      const backward = slot & 1;
      const share = backward ? from.fraction : 1 - from.fraction;
      const node = (backward ? edgeFrom[from.edge] : edgeTo[from.edge]) as number;
      // Whoever stands on a node already needs nothing of the edge.
      if (share === 0) this.reach(node, 0, 0, slot, bound(node), 1);
      if (!model.evaluate(slot, 0) || !allowed(model.violations)) continue;
      const { cost, seconds } = model;
      const price = priceOf(model.violations);
      if (from.edge === to.edge) {
        const along = backward ? from.fraction - to.fraction : to.fraction - from.fraction;
        if (along >= 0 && cost * along + price < best) {
          best = cost * along + (along > 0 ? price : 0);
          bestSeconds = seconds * along;
          bestNode = -1;
          bestSlot = slot;
        }
      }
      if (share > 0) this.reach(node, cost * share + price, seconds * share, slot, bound(node), 1);
    }
    while (this.heapSize > 0) {
      const key = this.heapKeys[0] as number;
      if (key >= best || key > tolerance.most) break;
      const node = this.pop();
      if (done[node] === generation) continue;
      done[node] = generation;
      this.settled++;
      const soFar = costs[node] as number;
      const clock = clocks[node] as number;
      const end = adjacencyStart[node + 1] as number;
      for (let i = adjacencyStart[node] as number; i < end; i++) {
        const slot = adjacency[i] as number;
        const edge = slot >> 1;
        const next = (slot & 1 ? edgeFrom[edge] : edgeTo[edge]) as number;
        const isTarget = edge === to.edge;
        if (!isTarget && done[next] === generation) continue;
        const targetShare = isTarget ? (slot & 1 ? 1 - to.fraction : to.fraction) : 1;
        if (targetShare === 0 && soFar < best) {
          best = soFar;
          bestSeconds = clock;
          bestNode = node;
          bestSlot = slot;
        }
        if (!model.evaluate(slot, clock) || !allowed(model.violations)) continue;
        const { cost, seconds } = model;
        const price = priceOf(model.violations);
        if (isTarget && targetShare > 0) {
          const share = targetShare;
          const total = soFar + cost * share + price;
          if (total < best) {
            best = total;
            bestSeconds = clock + seconds * share;
            bestNode = node;
            bestSlot = slot;
          }
        }
        if (done[next] === generation) continue;
        const total = soFar + cost + price;
        // Most ways to a node are no better than the one known: the bound is worked out only for those that are.
        if (stamp[next] === generation && (costs[next] as number) <= total) continue;
        this.reach(next, total, clock + seconds, slot, bound(next), 0);
      }
    }
    if (best === Number.POSITIVE_INFINITY) return undefined;
    const slots = [bestSlot];
    if (bestNode >= 0) this.collect(bestNode, slots);
    return {
      slots: slots.reverse(),
      startFraction: from.fraction,
      endFraction: to.fraction,
      seconds: bestSeconds,
      cost: best,
    };
  }

  /**
   * Spreads from (or, `reverse`, towards) the seeds until `maxSeconds` are used up. Afterwards `secondsAt` and `sourceAt` tell each reached node's
   * time and which seed it belongs to. Effort and dislike do not count here: the measure is time.
   */
  explore(seeds: readonly Snap[], model: CostModel, maxSeconds: number, reverse = false): void {
    const { network } = this;
    const { adjacency, adjacencyStart, edgeFrom, edgeTo } = network;
    this.begin();
    this.reachedCount = 0;
    seeds.forEach(({ edge, fraction }, seed) => {
      for (const leaving of [edge * 2, edge * 2 + 1]) {
        const slot = reverse ? leaving ^ 1 : leaving;
        if (!model.evaluate(slot, 0) || model.violations !== 0) continue;
        const backward = leaving & 1;
        const seconds = model.seconds * (backward ? fraction : 1 - fraction);
        if (seconds > maxSeconds) continue;
        const node = (backward ? edgeFrom[edge] : edgeTo[edge]) as number;
        if (this.stamp[node] === this.generation && (this.cost[node] as number) <= seconds) continue;
        this.source[node] = seed;
        this.reach(node, seconds, seconds, leaving, 0, 1);
      }
    });
    while (this.heapSize > 0) {
      const node = this.pop();
      if (this.done[node] === this.generation) continue;
      this.done[node] = this.generation;
      this.reached[this.reachedCount++] = node;
      const clock = this.cost[node] as number;
      const end = adjacencyStart[node + 1] as number;
      for (let i = adjacencyStart[node] as number; i < end; i++) {
        const leaving = adjacency[i] as number;
        const edge = leaving >> 1;
        const next = (leaving & 1 ? edgeFrom[edge] : edgeTo[edge]) as number;
        if (this.done[next] === this.generation) continue;
        if (!model.evaluate(reverse ? leaving ^ 1 : leaving, reverse ? -clock : clock)) continue;
        if (model.violations !== 0) continue;
        const total = clock + model.seconds;
        if (total > maxSeconds) continue;
        if (this.stamp[next] === this.generation && (this.cost[next] as number) <= total) continue;
        this.source[next] = this.source[node] as number;
        this.reach(next, total, total, leaving, 0, 0);
      }
    }
    this.settled = this.reachedCount;
  }

  /** Nodes the last `explore` reached, in the order of their time; valid until the next search. */
  get reachedNodes(): Uint32Array {
    return this.reached.subarray(0, this.reachedCount);
  }

  /** Seconds to a node in the last `explore`; Infinity when it was not reached. */
  secondsAt(node: number): number {
    return this.done[node] === this.generation ? (this.cost[node] as number) : Number.POSITIVE_INFINITY;
  }

  /** Index of the seed a node belongs to in the last `explore`; -1 when it was not reached. */
  sourceAt(node: number): number {
    return this.done[node] === this.generation ? (this.source[node] as number) : -1;
  }

  /** Adds the slots that lead back from a node to the start. */
  private collect(node: number, slots: number[]) {
    const { edgeFrom, edgeTo } = this.network;
    for (let at = node; ; ) {
      const slot = this.via[at] as number;
      slots.push(slot);
      if (this.isFirst[at] === 1) return;
      at = (slot & 1 ? edgeTo[slot >> 1] : edgeFrom[slot >> 1]) as number;
    }
  }
}
