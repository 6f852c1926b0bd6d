/** Makes nodes and edges of the ways and areas of a file. */
import { distanceMeters, type LngLat } from '@/lib/geo/position';
import { type FloorSpan, settleLevels } from '../../node-levels';
import type { NodeTraits, WayTraits } from '../../osm/tags';
import { visiblePairs } from './areas';
import type { Collected, CollectedArea, CollectedWay, NodeLine } from './collect';
import { EdgeSink, type EdgeTraits } from './edge-sink';
import { type LiftStop, planLift } from './lifts';
import { withNodes } from './node-effects';
import { GROUNDS, type Ground } from './node-heights';

function groundOf({ isOffGround, edge: { kind }, levels }: WayTraits): Ground {
  if (isOffGround || kind === 'cableway' || kind === 'ferry') return GROUNDS.offGround;
  const isBetween = ['steps', 'escalator', 'moving_walkway', 'elevator', 'indoor'].includes(kind);
  return isBetween || levels.some((level) => level !== 0) ? GROUNDS.neutral : GROUNDS.ground;
}

/** A lift that is one point of the map. */
interface LiftNode {
  traits: NonNullable<NodeTraits['lift']>['traits'];
  /** Stop of each way that reaches it, by the way's traits. */
  stops: Map<WayTraits, LiftStop>;
  /** Network node of each stop. */
  nodes: Map<LiftStop, number>;
}

export interface BuiltNetwork extends Pick<EdgeSink, 'nodes' | 'edges' | 'grounds' | 'stacked'> {
  /** Areas walked across, and those nothing leads to. */
  areas: number;
  areasWithoutEntry: number;
  /** Lifts mapped as a point: those with floors, and those all of whose ways are on one. */
  lifts: number;
  liftsOnOneFloor: number;
  /** Nodes of ways that are not in the file. */
  missingNodes: number;
  /** Gates nobody may pass. */
  blockedNodes: number;
}

class Builder {
  readonly sink = new EdgeSink();
  /** Network node by node of the file; -1 until it is made. */
  private readonly made: Int32Array;
  private readonly lifts = new Map<number, LiftNode>();
  /** Nodes a mapped crossing ends or runs at: their kerbs are the crossing's. */
  private readonly atCrossing = new Set<number>();
  readonly blocked = new Set<number>();
  readonly missing = new Set<number>();
  readonly spans: FloorSpan[] = [];
  areas = 0;
  areasWithoutEntry = 0;
  liftsOnOneFloor = 0;

  constructor(private readonly input: Collected) {
    this.made = new Int32Array(input.nodes.size).fill(-1);
    for (const [node, { isBlocked }] of input.nodeTraits) if (isBlocked) this.blocked.add(node);
    this.prepareLifts();
    for (const { traits, line } of input.ways)
      if (traits.edge.kind === 'crossing') for (const node of line) this.atCrossing.add(node);
  }

  get liftCount() {
    return this.lifts.size;
  }

  private position(node: number): LngLat {
    return [this.input.nodes.lng[node] as number, this.input.nodes.lat[node] as number];
  }

  private prepareLifts(): void {
    const reaching = new Map<number, Set<WayTraits>>();
    for (const [node, { lift, isBlocked }] of this.input.nodeTraits)
      if (lift && !isBlocked) reaching.set(node, new Set());
    if (reaching.size === 0) return;
    for (const { traits, line } of this.input.ways) for (const node of line) reaching.get(node)?.add(traits);
    for (const { traits, rings } of this.input.areas)
      for (const ring of rings) for (const node of ring) reaching.get(node)?.add(traits);
    for (const [node, found] of reaching) {
      const ways = [...found];
      const { stops, areFloorsKnown } = planLift(ways);
      const lift = this.input.nodeTraits.get(node)?.lift;
      if (!lift || new Set(stops).size < 2) {
        this.liftsOnOneFloor++;
        continue;
      }
      this.lifts.set(node, {
        traits: areFloorsKnown ? lift.traits : { ...lift.traits, confidence: 'poor' },
        stops: new Map(ways.map((way, at) => [way, stops[at] as LiftStop])),
        nodes: new Map(),
      });
    }
  }

  /** The network node a way reaches at a node of the file. */
  private nodeFor(node: number, way: WayTraits): number {
    const add = () => {
      const { elevation, level } = this.input.nodeTraits.get(node) ?? {};
      return this.sink.addNode(this.position(node), elevation, level);
    };
    // On each side of a closed gate the way ends on its own.
    if (this.blocked.has(node)) return add();
    const lift = this.lifts.get(node);
    if (lift) {
      const stop = lift.stops.get(way) as LiftStop;
      const known = lift.nodes.get(stop);
      if (known !== undefined) return known;
      const stopNode = this.sink.addNode(this.position(node));
      this.sink.stacked.add(stopNode);
      lift.nodes.set(stop, stopNode);
      return stopNode;
    }
    let made = this.made[node] as number;
    if (made < 0) {
      made = add();
      this.made[node] = made;
    }
    return made;
  }

  private isSplit(node: number): boolean {
    return this.input.nodes.isShared(node) || this.blocked.has(node) || this.lifts.has(node);
  }

  private isThere(node: number | undefined): boolean {
    if (node === undefined || node < 0) return false;
    if (this.input.nodes.hasPosition(node)) return true;
    this.missing.add(node);
    return false;
  }

  /** Traits of the nodes an edge passes: all within it; at its ends those nobody else answers for. */
  private passed(line: NodeLine, start: number, end: number, { edge: { kind } }: WayTraits): NodeTraits[] {
    const found: NodeTraits[] = [];
    if (this.input.nodeTraits.size === 0) return found;
    for (let at = start; at <= end; at++) {
      const node = line[at] as number;
      const traits = this.input.nodeTraits.get(node);
      if (!traits) continue;
      const isEnd = at === start || at === end;
      // A kerb lies between sidewalk and carriageway: whoever crosses meets it, not who walks along either.
      const isMet = !isEnd || (this.atCrossing.has(node) ? kind === 'crossing' : kind !== 'street');
      if (isMet) found.push(traits);
    }
    return found;
  }

  /** Metres along a way up to each of its nodes; undefined when some of them are not there. */
  private distances(line: NodeLine): Float64Array | undefined {
    const along = new Float64Array(line.length);
    for (let at = 0; at < line.length; at++) {
      if (!this.isThere(line[at])) return undefined;
      if (at > 0)
        along[at] =
          (along[at - 1] as number) +
          distanceMeters(this.position(line[at - 1] as number), this.position(line[at] as number));
    }
    return along;
  }

  addWay({ id, traits, line }: CollectedWay): void {
    const edge = { ...traits.edge, id };
    const ground = groundOf(traits);
    const isCounted =
      edge.stepCount !== undefined ||
      edge.rideSeconds !== undefined ||
      edge.waitSeconds !== undefined ||
      edge.fee !== undefined;
    const along = isCounted ? this.distances(line) : undefined;
    const firstEdge = this.sink.edges.length;
    let isWhole = true;
    let start = -1;
    let points: LngLat[] = [];
    for (let at = 0; at < line.length; at++) {
      const node = line[at] as number;
      if (!this.isThere(node)) {
        this.finish(line, start, at - 1, points, traits, edge, ground, along);
        isWhole = false;
        start = -1;
        points = [];
        continue;
      }
      if (start < 0) start = at;
      points.push(this.position(node));
      if (at > start && (at === line.length - 1 || this.isSplit(node))) {
        this.finish(line, start, at, points, traits, edge, ground, along);
        start = at;
        points = [this.position(node)];
      }
    }
    const [first, last] = [this.sink.edges[firstEdge], this.sink.edges.at(-1)];
    if (first && last && isWhole) this.noteFloors(first.from, last.to, traits.levels);
  }

  private noteFloors(from: number, to: number, levels: readonly number[]): void {
    if (levels.length === 2 && from !== to) this.spans.push({ from, to, levels });
  }

  private finish(
    line: NodeLine,
    start: number,
    end: number,
    points: readonly LngLat[],
    traits: WayTraits,
    edge: EdgeTraits,
    ground: Ground,
    along: Float64Array | undefined,
  ): void {
    if (start < 0 || end <= start) return;
    this.sink.addLine(
      this.nodeFor(line[start] as number, traits),
      this.nodeFor(line[end] as number, traits),
      points,
      withNodes(edge, this.passed(line, start, end, traits)),
      ground,
      { from: along?.[start] ?? 0, to: along?.[end] ?? 0, total: along?.at(-1) },
    );
  }

  addArea({ id, traits, rings }: CollectedArea): void {
    const lines = rings.filter((ring) => ring.every((node) => this.isThere(node)));
    const entries = lines.flatMap((ring, number) =>
      [...ring.subarray(1)].flatMap((node, at) => (this.isSplit(node) ? [[number, at + 1] as const] : [])),
    );
    if (entries.length === 0) {
      this.areasWithoutEntry++;
      return;
    }
    this.areas++;
    for (const ring of lines) {
      const first = ring.findIndex((node) => this.isSplit(node));
      // A hole nobody enters is an obstacle, not a way.
      if (first < 0) continue;
      const turned = Int32Array.from([...ring.subarray(first), ...ring.subarray(1, first + 1)]);
      this.addWay({ id, traits, line: turned });
    }
    if (lines.length < rings.length) return;
    const edge: EdgeTraits = { ...traits.edge, id, confidence: 'estimate' };
    const nodeAt = ([ring, at]: readonly [number, number]) => lines[ring]?.[at] as number;
    const positions = lines.map((ring) => Array.from(ring, (node) => this.position(node)));
    for (const [from, to] of visiblePairs(positions, entries)) {
      const [a, b] = [nodeAt(entries[from] as [number, number]), nodeAt(entries[to] as [number, number])];
      if (a === b || this.blocked.has(a) || this.blocked.has(b)) continue;
      const line = [this.position(a), this.position(b)];
      this.sink.addLine(this.nodeFor(a, traits), this.nodeFor(b, traits), line, edge, groundOf(traits));
    }
  }

  /** A lift drawn as its outline: from every way that meets it to every other. */
  addLiftOutline({ id, traits, line }: CollectedWay): void {
    const doors = [...new Set(line)].filter((node) => this.isThere(node) && this.isSplit(node));
    this.joinAll(
      doors.map((node) => this.nodeFor(node, traits)),
      { ...traits.edge, id },
      traits.levels,
    );
  }

  addLiftNodes(): void {
    for (const [node, { traits, nodes }] of this.lifts)
      this.joinAll(
        [...nodes.values()],
        { ...traits, kind: 'elevator', id: `node/${this.input.nodes.id(node)}` },
        this.input.nodeTraits.get(node)?.lift?.levels ?? [],
      );
  }

  /** Each pair has an edge of its own: whoever rides over five floors waits once. */
  private joinAll(nodes: readonly number[], traits: EdgeTraits, levels: readonly number[]): void {
    const [first, second, ...more] = nodes;
    if (first !== undefined && second !== undefined && more.length === 0)
      this.noteFloors(first, second, levels);
    nodes.forEach((from, at) => {
      for (const to of nodes.slice(at + 1)) {
        const [a, b] = [this.sink.nodes[from], this.sink.nodes[to]];
        if (a && b && from !== to)
          this.sink.addLine(from, to, [a.position, b.position], traits, GROUNDS.neutral);
      }
    });
  }
}

const isLiftOutline = ({ traits, line }: CollectedWay) =>
  traits.edge.kind === 'elevator' && line.length > 3 && line[0] === line.at(-1);

/** Makes the network. Nodes are in the order ways first reach them, edges in the order of the file. */
export function buildNetwork(input: Collected, onProgress: (fraction: number) => void): BuiltNetwork {
  const builder = new Builder(input);
  input.ways.forEach((way, index) => {
    if (isLiftOutline(way)) builder.addLiftOutline(way);
    else builder.addWay(way);
    if (index % 1024 === 0) onProgress(index / input.ways.length);
  });
  for (const area of input.areas) builder.addArea(area);
  builder.addLiftNodes();
  onProgress(1);
  const { nodes, edges, grounds, stacked } = builder.sink;
  settleLevels(nodes, edges, builder.spans);
  return {
    nodes,
    edges,
    grounds,
    stacked,
    areas: builder.areas,
    areasWithoutEntry: builder.areasWithoutEntry,
    lifts: builder.liftCount,
    liftsOnOneFloor: builder.liftsOnOneFloor,
    missingNodes: builder.missing.size,
    blockedNodes: builder.blocked.size,
  };
}
