/**
 * Shortest ways over a packed network: A* and Dijkstra on arrays made once per network. A generation stamp says which of their values belong to the
 * running search, so nothing is cleared and nothing allocated between searches.
 */
import { Between, type Need } from './between';
import { type CostModel, TEMPORARY } from './cost';
import { EdgeIndex, type Plane, toPlane } from './edge-index';
import { AMOUNT, EDGE_WORDS, edgeRecordsOf, FLAGS, headOf, IS_RIDE, KIND, LENGTH } from './edge-records';
import { edgeKinds } from './network';
import type { PackedNetwork } from './packed-network';
import { WideQueue } from './queue';

/** A place on the network to start from or go to: a share of an edge. */
export interface Snap {
  edge: number;
  /** From the edge's `from` (0) to its `to` (1). */
  fraction: number;
}

/*
 * What a search for a way knows of a node stands side by side in memory, as what it reads of an edge does: a cost in the first two words, then
 * seconds, the slot it was reached by, its state and where it lies. The last word is spare: so no node lies across two cache lines.
 */
const NODE_WORDS = 8;
const SECONDS = 2;
const VIA = 3;
const STATE = 4;
const X = 5;
const Y = 6;
/** Of a state: settled; reached from inside the edge the search began on. Above them stands the number of the search. */
const SETTLED = 1;
const FIRST = 2;
const NEXT_SEARCH = 4;

/** Which violations a search may pass over, and what each edge with one costs more. */
export interface Tolerance {
  /** Bits of violations that do not bar an edge. */
  mask: number;
  /** Cost of every edge passed in spite of one. */
  penalty: number;
  /** Ways that cost more are not looked for. */
  most: number;
  /** Nodes to settle before it is asked from the other end whether there is a way at all. */
  doubt: number;
  /** How often the bound counts: 1 finds the best way, more finds some way sooner. */
  haste: number;
}

export const STRICT: Tolerance = {
  mask: 0,
  penalty: 0,
  most: Number.POSITIVE_INFINITY,
  doubt: 3000,
  haste: 1,
};

/** One found way: slots in order, the first and last only in part. */
export interface Path {
  slots: number[];
  startFraction: number;
  endFraction: number;
  seconds: number;
  cost: number;
}

function spanOf(values: Float32Array): number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    least = Math.min(least, values[i] as number);
    most = Math.max(most, values[i] as number);
  }
  return most - least;
}

export class Search {
  readonly plane: Plane;
  /** Records of nodes and edges, each the same memory as numbers of several kinds. */
  private readonly words: Uint32Array;
  private readonly numbers: Float32Array;
  private readonly costs: Float64Array;
  /** Node that each slot of the adjacency leads to: most are settled already, and then nothing else of the edge is read. */
  private readonly heads: Uint32Array;
  /*
   * What `explore` knows of a node: the seconds to it, Infinity where it has not come, and its seed. It goes far and asks for little else, so these
   * stand by themselves, and in single precision (a thousandth of a second in two hours): most of its time goes into fetching them. What it reached
   * tells what the next one has to clear.
   */
  private readonly times: Float32Array;
  private readonly sources: Uint32Array;
  private readonly reached: Uint32Array;
  private reachedCount = 0;
  /** Slots of the ways it looked at, each from the node it came to first, when it came there, and the seconds they take. */
  private readonly taken: Uint32Array;
  private readonly takenClocks: Float32Array;
  private readonly takenSeconds: Float32Array;
  private takenCount = 0;
  private readonly dense = new WideQueue(8);
  /** Seconds of each slot of the adjacency where one `explore` asks for nearly all. */
  private weighed: Float32Array | undefined;
  private weighedFor: CostModel | undefined;
  private weighedAgainst: 0 | 1 = 0;
  /** Of the box around the network. */
  private readonly squareMeters: number;
  /** States from here on belong to the running search. */
  private generation = 0;
  private readonly queue = new WideQueue();
  private readonly between: Between;
  /** Metres a second on the ground of the fastest ride of each kind; 0 where there is none. */
  private readonly fastestRides: Float64Array;
  /** Straight metres between the ends of an edge over its length: above 1 only where a length is wrong. */
  private readonly shortcut: number;
  /** What the bound of the running search counts with. */
  private targetX = 0;
  private targetY = 0;
  private slack = 0;
  private perMeter = 0;
  /** Cost of a barred edge where the bound counts those still to be passed. */
  private perBarrier = 0;
  /** Nodes settled by the last search. */
  settled = 0;

  constructor(readonly network: PackedNetwork) {
    const { nodeCount, edgeCount } = network;
    this.plane = toPlane(network);
    const { x, y } = this.plane;
    this.words = new Uint32Array(nodeCount * NODE_WORDS);
    this.numbers = new Float32Array(this.words.buffer);
    this.costs = new Float64Array(this.words.buffer);
    this.times = new Float32Array(nodeCount).fill(Number.POSITIVE_INFINITY);
    this.sources = new Uint32Array(nodeCount);
    this.reached = new Uint32Array(nodeCount);
    this.taken = new Uint32Array(network.adjacency.length);
    this.takenClocks = new Float32Array(network.adjacency.length);
    this.takenSeconds = new Float32Array(network.adjacency.length);
    for (let node = 0; node < nodeCount; node++) {
      this.numbers[node * NODE_WORDS + X] = x[node] as number;
      this.numbers[node * NODE_WORDS + Y] = y[node] as number;
    }
    this.squareMeters = spanOf(x) * spanOf(y);
    const { words, numbers } = edgeRecordsOf(network);
    // Loops without pairs and callbacks: of either a large network leaves megabytes of garbage, and a page waits for this.
    const { adjacency, edgeFrom, edgeTo } = network;
    this.heads = new Uint32Array(adjacency.length);
    for (let i = 0; i < adjacency.length; i++) this.heads[i] = headOf(network, adjacency[i] as number);
    this.between = new Between(network, this.heads);
    this.fastestRides = new Float64Array(edgeKinds.length);
    let shortcut = 1;
    for (let edge = 0; edge < edgeCount; edge++) {
      const at = edge * EDGE_WORDS;
      const from = edgeFrom[edge] as number;
      const to = edgeTo[edge] as number;
      const dx = (x[from] as number) - (x[to] as number);
      const dy = (y[from] as number) - (y[to] as number);
      const straight = Math.sqrt(dx * dx + dy * dy);
      if (straight < 1) continue;
      const flags = words[at + FLAGS] as number;
      if (flags & IS_RIDE) {
        const speed = straight / Math.max(1, numbers[at + AMOUNT] as number);
        if (speed > (this.fastestRides[flags & KIND] as number)) this.fastestRides[flags & KIND] = speed;
      } else shortcut = Math.max(shortcut, straight / Math.max(0.1, numbers[at + LENGTH] as number));
    }
    this.shortcut = shortcut;
  }

  private edgeIndex: EdgeIndex | undefined;

  /** Which edges lie where; made when it is first asked for. */
  get index(): EdgeIndex {
    this.edgeIndex ??= new EdgeIndex(this.network, this.plane);
    return this.edgeIndex;
  }

  private begin() {
    this.generation += NEXT_SEARCH;
    this.settled = 0;
  }

  /** Reckons with a way to a node that is not settled yet, unless it knows one as good. */
  private reach(node: number, cost: number, seconds: number, slot: number, first: number) {
    const { words, costs, generation } = this;
    const at = node * NODE_WORDS;
    if ((words[at + STATE] as number) >= generation && (costs[at / 2] as number) <= cost) return;
    words[at + STATE] = generation | first;
    costs[at / 2] = cost;
    this.numbers[at + SECONDS] = seconds;
    words[at + VIA] = slot;
    this.queue.push(node, cost + this.bound(at, node));
  }

  /** Points the bound at a place: the least seconds from a node to it. */
  private aimAt({ edge, fraction }: Snap, model: CostModel, barring: number) {
    const { edgeFrom, edgeTo, edgeLength } = this.network;
    const { x, y } = this.plane;
    const [a, b] = [edgeFrom[edge] as number, edgeTo[edge] as number];
    this.targetX = (x[a] as number) * (1 - fraction) + (x[b] as number) * fraction;
    this.targetY = (y[a] as number) * (1 - fraction) + (y[b] as number) * fraction;
    let fastest = model.profile.metersPerSecond;
    // Rides this person does not take bring nobody nearer.
    this.fastestRides.forEach((speed, kind) => {
      if (speed > fastest && (model.barOf(kind) & barring) === 0) fastest = speed;
    });
    this.perMeter = 1 / (fastest * this.shortcut * 1.001);
    // The target lies on an edge, perhaps a bent one: the bound counts to it in a straight line, less what the bend may take off.
    this.slack = (edgeLength[edge] as number) / 10 + 1;
  }

  private bound(at: number, node: number): number {
    const dx = (this.numbers[at + X] as number) - this.targetX;
    const dy = (this.numbers[at + Y] as number) - this.targetY;
    const meters = Math.sqrt(dx * dx + dy * dy) - this.slack;
    const seconds = meters > 0 ? meters * this.perMeter : 0;
    return this.perBarrier === 0 ? seconds : seconds + this.perBarrier * this.between.fewestAt(node);
  }

  /**
   * The least costly way, or undefined when there is none within the tolerance. It is looked for from the start, or, when the model's clock counts
   * back from the arrival, from the end.
   */
  findPath(from: Snap, to: Snap, model: CostModel, tolerance: Tolerance = STRICT): Path | undefined {
    if (from.edge === to.edge && from.fraction === to.fraction)
      return {
        slots: [from.edge * 2],
        startFraction: from.fraction,
        endFraction: from.fraction,
        seconds: 0,
        cost: 0,
      };
    const { adjacency, adjacencyStart } = this.network;
    const { words, numbers, costs, heads, queue } = this;
    const backwards = model.arrives;
    // Slots are followed as they lead away from where the search begins; backwards they are taken the other way.
    const [source, target] = backwards ? [to, from] : [from, to];
    const { penalty, most } = tolerance;
    let { doubt } = tolerance;
    const barring = ~tolerance.mask;
    this.aimAt(target, model, barring);
    this.perMeter *= tolerance.haste;
    // Ways with more barriers are dearer than any without: a bound that knows of none would look at everything before it passes one.
    this.perBarrier = (tolerance.mask & ~TEMPORARY) === 0 ? 0 : penalty;
    if (this.perBarrier > 0) this.between.countAround(target, !backwards, model);
    this.begin();
    queue.clear();
    const { generation } = this;
    let best = Number.POSITIVE_INFINITY;
    let bestSeconds = 0;
    let bestNode = -1;
    let bestSlot = 0;
    for (const slot of [source.edge * 2, source.edge * 2 + 1]) {
      const backward = slot & 1;
      const share = backward ? source.fraction : 1 - source.fraction;
      const node = headOf(this.network, slot);
      // Whoever stands on a node already needs nothing of the edge.
      if (share === 0) this.reach(node, 0, 0, slot, FIRST);
      if (source.edge === target.edge) {
        const along = backward ? source.fraction - target.fraction : target.fraction - source.fraction;
        if (along > 0 && this.isWay(slot, 0, along, model, barring)) {
          const total = model.cost * along + (model.violations === 0 ? 0 : penalty);
          if (total < best) {
            best = total;
            bestSeconds = model.seconds * along;
            bestNode = -1;
            bestSlot = slot;
          }
        }
      }
      if (share > 0 && this.isWay(slot, 0, share, model, barring)) {
        const price = model.violations === 0 ? 0 : penalty;
        this.reach(node, model.cost * share + price, model.seconds * share, slot, FIRST);
      }
    }
    while (queue.size > 0) {
      const key = queue.least;
      if (key >= best || key > most) break;
      const node = queue.pop();
      const at = node * NODE_WORDS;
      const state = words[at + STATE] as number;
      if (state & SETTLED) continue;
      words[at + STATE] = state | SETTLED;
      if (++this.settled === doubt && this.perBarrier === 0) {
        if (this.isHopeless(from, to, model, barring)) return undefined;
        doubt *= 4;
      }
      const soFar = costs[at / 2] as number;
      const clock = numbers[at + SECONDS] as number;
      const end = adjacencyStart[node + 1] as number;
      for (let i = adjacencyStart[node] as number; i < end; i++) {
        const slot = adjacency[i] as number;
        const edge = slot >>> 1;
        if (edge === target.edge) {
          const share = slot & 1 ? 1 - target.fraction : target.fraction;
          // Whoever stands on the node already needs nothing of the edge.
          if (share === 0 || this.isWay(slot, clock, share, model, barring)) {
            const price = share === 0 || model.violations === 0 ? 0 : penalty;
            const total = soFar + (share === 0 ? 0 : model.cost * share) + price;
            if (total < best) {
              best = total;
              bestSeconds = clock + (share === 0 ? 0 : model.seconds * share);
              bestNode = node;
              bestSlot = slot;
            }
          }
        }
        const next = heads[i] as number;
        const known = words[next * NODE_WORDS + STATE] as number;
        // Settled, or known by a way that nothing through here can better.
        if (known >= generation && (known & SETTLED || (costs[(next * NODE_WORDS) / 2] as number) <= soFar))
          continue;
        if (!this.isWay(slot, clock, 1, model, barring)) continue;
        const price = model.violations === 0 ? 0 : penalty;
        this.reach(next, soFar + model.cost + price, clock + model.seconds, slot, 0);
      }
    }
    if (best === Number.POSITIVE_INFINITY) return undefined;
    const slots = [bestSlot];
    if (bestNode >= 0) this.collect(bestNode, slots);
    return {
      slots: backwards ? slots.map((slot) => slot ^ 1) : slots.reverse(),
      startFraction: from.fraction,
      endFraction: to.fraction,
      seconds: bestSeconds,
      cost: best,
    };
  }

  /** Whether no way joins two places at any hour; looked into more deeply the longer the search has taken. */
  private isHopeless(from: Snap, to: Snap, model: CostModel, barring: number): boolean {
    const need: Need = (violations) => ((violations & barring) === 0 ? 0 : Number.POSITIVE_INFINITY);
    return this.settled > STRICT.doubt
      ? this.between.leastNeed(from, to, model, need) > 0
      : this.between.isOnIslet(from, to, model, need);
  }

  /** What the least demanding way between two places asks for: see `Between`. */
  leastNeed(from: Snap, to: Snap, model: CostModel, need: Need): number {
    return this.between.leastNeed(from, to, model, need);
  }

  /** Whether a share of a slot can be taken by who comes to it at `clock`, or, seen from the arrival, leaves it then. */
  private isWay(slot: number, clock: number, share: number, model: CostModel, barring: number): boolean {
    const isOpen = model.arrives
      ? model.evaluateBefore(slot ^ 1, clock, share, barring)
      : model.evaluate(slot, clock, barring);
    return isOpen && (model.violations & barring) === 0;
  }

  /**
   * Spreads from (or, `reverse`, towards) the seeds until `maxSeconds` are used up. Afterwards `secondsAt` and `sourceAt` tell each reached node's
   * time and which seed it belongs to. Effort and dislike do not count here: the measure is time. `reverse`, the moment the model's clock counts from
   * is the arrival.
   */
  explore(seeds: readonly Snap[], model: CostModel, maxSeconds: number, reverse = false): void {
    const { adjacency, adjacencyStart } = this.network;
    const { heads, times, sources, reached } = this;
    if (this.reachedCount > times.length / 16) times.fill(Number.POSITIVE_INFINITY);
    else for (let i = 0; i < this.reachedCount; i++) times[reached[i] as number] = Number.POSITIVE_INFINITY;
    const against = reverse ? 1 : 0;
    const weighed = this.coversMost(seeds.length, model, maxSeconds)
      ? this.weighAll(model, against)
      : undefined;
    // Many close together want narrow buckets; a few far apart would only pass empty ones.
    const wave = weighed ? this.dense : this.queue;
    wave.clear();
    seeds.forEach(({ edge, fraction }, seed) => {
      for (const leaving of [edge * 2, edge * 2 + 1]) {
        const share = leaving & 1 ? fraction : 1 - fraction;
        const node = headOf(this.network, leaving);
        // Whoever stands on a node already needs nothing of the edge.
        if (share === 0) this.spread(wave, node, 0, seed, maxSeconds);
        else if (reverse ? model.evaluateBefore(leaving ^ 1, 0, share) : model.evaluate(leaving, 0))
          if (model.violations === 0) this.spread(wave, node, model.seconds * share, seed, maxSeconds);
      }
    });
    const { taken, takenClocks, takenSeconds } = this;
    let count = 0;
    let passed = 0;
    while (wave.size > 0) {
      const clock = wave.least;
      const node = wave.pop();
      // It was come to sooner meanwhile.
      if (clock > (times[node] as number)) continue;
      reached[count++] = node;
      const seed = sources[node] as number;
      const end = adjacencyStart[node + 1] as number;
      for (let i = adjacencyStart[node] as number; i < end; i++) {
        const next = heads[i] as number;
        const known = times[next] as number;
        let seconds = weighed === undefined ? 0 : (weighed[i] as number);
        if (clock + seconds >= known) continue;
        if (weighed === undefined || Number.isNaN(seconds)) {
          const slot = (adjacency[i] as number) ^ against;
          const isWay = reverse ? model.evaluateBefore(slot, clock) : model.evaluate(slot, clock);
          if (!isWay || model.violations !== 0) continue;
          seconds = model.seconds;
        }
        // Who asks for nearly all of the network does not want to hear of each way.
        if (weighed === undefined) {
          taken[passed] = adjacency[i] as number;
          takenClocks[passed] = clock;
          takenSeconds[passed++] = seconds;
        }
        this.spread(wave, next, clock + seconds, seed, maxSeconds);
      }
    }
    this.reachedCount = count;
    this.takenCount = passed;
    this.settled = count;
  }

  /** Reckons with coming to a node from a seed after so many seconds, as exactly as they are kept. */
  private spread(wave: WideQueue, node: number, exact: number, seed: number, maxSeconds: number) {
    const seconds = Math.fround(exact);
    if (!(seconds <= maxSeconds && seconds < (this.times[node] as number))) return;
    this.times[node] = seconds;
    this.sources[node] = seed;
    wave.push(node, seconds);
  }

  /** Whether so many circles, as wide as a body comes in the time, could cover the network: then nearly all of it will be asked for. */
  private coversMost(circles: number, model: CostModel, seconds: number): boolean {
    return circles * (2 * seconds * model.profile.metersPerSecond) ** 2 > this.squareMeters;
  }

  private weighAll(model: CostModel, against: 0 | 1): Float32Array {
    const { adjacency } = this.network;
    this.weighed ??= new Float32Array(adjacency.length);
    // One after the other asks for the same person: a model does not change.
    if (this.weighedFor !== model || this.weighedAgainst !== against)
      model.weighAll(adjacency, against, this.weighed);
    this.weighedFor = model;
    this.weighedAgainst = against;
    return this.weighed;
  }

  /** Nodes the last `explore` reached, in the order of their time; valid until the next one. */
  get reachedNodes(): Uint32Array {
    return this.reached.subarray(0, this.reachedCount);
  }

  /**
   * Slots the last `explore` looked along, leading away from where it began, when it came to them, and the seconds they take; none where it covered
   * most of the network. Valid until the next one.
   */
  get takenSlots(): { slots: Uint32Array; clocks: Float32Array; seconds: Float32Array } {
    return {
      slots: this.taken.subarray(0, this.takenCount),
      clocks: this.takenClocks.subarray(0, this.takenCount),
      seconds: this.takenSeconds.subarray(0, this.takenCount),
    };
  }

  /** Seconds to a node in the last `explore`; Infinity when it was not reached. */
  secondsAt(node: number): number {
    return this.times[node] as number;
  }

  /** Seconds to every node in the last `explore`, Infinity where it has not come: a copy. */
  allSeconds(): Float32Array {
    return this.times.slice();
  }

  /** Index of the seed a node belongs to in the last `explore`; -1 when it was not reached. */
  sourceAt(node: number): number {
    return (this.times[node] as number) < Number.POSITIVE_INFINITY ? (this.sources[node] as number) : -1;
  }

  /** Adds the slots that lead back from a node to where the search began. */
  private collect(node: number, slots: number[]) {
    for (let at = node; ; ) {
      const slot = this.words[at * NODE_WORDS + VIA] as number;
      slots.push(slot);
      if ((this.words[at * NODE_WORDS + STATE] as number) & FIRST) return;
      // Where the slot comes from is where it leads to backwards.
      at = headOf(this.network, slot ^ 1);
    }
  }
}
