/**
 * Two or three passes over a file: which areas and nodes matter, which ways are walked and where they meet, where their nodes lie. What is
 * kept grows with the network that comes out, not with the file that goes in.
 */
import { type Bounds, containsPosition } from '@/lib/geo/position';
import {
  type NodeTraits,
  type OsmTags,
  readNode,
  readWay,
  type WayDrop,
  type WayTraits,
} from '../../osm/tags';
import { NetworkImportError } from '../network-import-error';
import { IdSet } from './id-set';
import { NodeTable } from './node-table';
import type { OsmCounts, OsmFile, OsmVisitor } from './osm-visitor';
import { joinRings } from './rings';

/** A way or a ring as numbers of the node table; -1 is a node outside the box. */
export type NodeLine = Int32Array;

export interface CollectedWay {
  id: string;
  traits: WayTraits;
  line: NodeLine;
}

export interface CollectedArea {
  id: string;
  traits: WayTraits;
  /** Closed: the first node is the last. Outer rings and holes are not told apart. */
  rings: NodeLine[];
}

export type Drop = WayDrop | 'broken' | 'broken-area';

export interface Collected {
  nodes: NodeTable;
  nodeTraits: Map<number, NodeTraits>;
  ways: CollectedWay[];
  areas: CollectedArea[];
  read: OsmCounts;
  dropped: Map<Drop, number>;
}

export type ImportStep = 'areas' | 'ways' | 'nodes' | 'edges';
/** `fraction` of the step done, 0 to 1. */
export type OnProgress = (step: ImportStep, fraction: number) => void;

/** Areas are walked across on foot only: a lift's outline or a street's is something else. */
const hasWalkedInside = ({ isArea, edge }: WayTraits) =>
  isArea && (edge.kind === 'footway' || edge.kind === 'indoor');

interface AreaPlan {
  id: string;
  traits: WayTraits;
  members: number[];
}

class Collector {
  readonly nodes = new NodeTable();
  readonly ways: CollectedWay[] = [];
  readonly areas: CollectedArea[] = [];
  readonly dropped = new Map<Drop, number>();
  readonly plans: AreaPlan[] = [];
  /** Ways that are part of a planned area, and their nodes once read. */
  readonly memberIds = new Set<number>();
  private readonly memberLines = new Map<number, NodeLine>();

  constructor(private readonly inBox: IdSet | undefined) {}

  drop(reason: Drop): void {
    this.dropped.set(reason, (this.dropped.get(reason) ?? 0) + 1);
  }

  planArea: NonNullable<OsmVisitor['relation']> = (id, tags, members) => {
    const verdict = readWay(tags);
    if (!('traits' in verdict) || !hasWalkedInside(verdict.traits)) return;
    const ways = members.filter(({ type }) => type === 'way').map(({ ref }) => ref);
    for (const way of ways) this.memberIds.add(way);
    this.plans.push({ id: `relation/${id}`, traits: verdict.traits, members: ways });
  };

  private toLine(refs: readonly number[]): NodeLine {
    const line = new Int32Array(refs.length);
    let length = 0;
    let last = Number.NaN;
    for (const ref of refs) {
      // A node named twice in a row is a slip of an editor.
      if (ref === last) continue;
      line[length++] = this.inBox && !this.inBox.has(ref) ? -1 : this.nodes.add(ref);
      last = ref;
    }
    return length === refs.length ? line : line.slice(0, length);
  }

  private use(line: NodeLine): void {
    for (const node of line) if (node >= 0) this.nodes.use(node);
  }

  takeWay: NonNullable<OsmVisitor['way']> = (id: number, tags: OsmTags, refs: readonly number[]) => {
    if (this.inBox && !refs.some((ref) => this.inBox?.has(ref))) return;
    if (this.memberIds.has(id)) this.memberLines.set(id, this.toLine(refs));
    const verdict = readWay(tags);
    if ('dropped' in verdict) {
      // Railways, walls and bus routes were never meant.
      if (verdict.dropped !== 'not-a-way' || tags.has('highway')) this.drop(verdict.dropped);
      return;
    }
    const line = this.toLine(refs);
    if (line.length < 2) return this.drop('broken');
    const { traits } = verdict;
    const isClosed = line.length > 3 && line[0] === line[line.length - 1];
    if (isClosed && hasWalkedInside(traits) && !line.includes(-1)) {
      this.areas.push({ id: `way/${id}`, traits, rings: [line] });
      this.use(line.subarray(1));
      return;
    }
    this.ways.push({ id: `way/${id}`, traits, line });
    this.use(line);
  };

  /** Closes the rings of planned areas, once all their ways are read. */
  finishAreas(): void {
    for (const { id, traits, members } of this.plans) {
      const lines = members.map((way) => this.memberLines.get(way));
      const known = lines.filter((line) => line !== undefined);
      const rings = known.length === lines.length ? joinRings(known) : undefined;
      if (!rings || rings.some((ring) => ring.includes(-1))) {
        // An area over the edge of the box or the extract is left out.
        if (known.length > 0) this.drop('broken-area');
        continue;
      }
      this.areas.push({ id, traits, rings });
      for (const ring of rings) this.use(ring.subarray(1));
    }
    this.memberLines.clear();
  }
}

/** Reads a file's ways and nodes. Throws NetworkImportError when the file is damaged. */
export async function collectOsm(
  file: OsmFile,
  bbox: Bounds | undefined,
  onProgress: OnProgress,
): Promise<Collected> {
  const pass = (step: ImportStep, visitor: OsmVisitor, wayIds: ReadonlySet<number> = new Set()) =>
    file.read(visitor, wayIds, (done) => onProgress(step, done / file.bytes));

  const inBox = bbox && new IdSet();
  const collector = new Collector(inBox);
  const inBoxVisitor: OsmVisitor =
    bbox && inBox
      ? {
          node: (id, lng, lat) => {
            if (containsPosition(bbox, [lng, lat])) inBox.add(id);
          },
        }
      : {};
  const { relations } = await pass('areas', { ...inBoxVisitor, relation: collector.planArea });
  const { ways } = await pass('ways', { way: collector.takeWay }, collector.memberIds);
  collector.finishAreas();

  const { nodes } = collector;
  nodes.startPositions();
  const nodeTraits = new Map<number, NodeTraits>();
  const { nodes: nodeCount } = await pass('nodes', {
    node: (id, lng, lat, tags) => {
      const node = nodes.find(id);
      if (node < 0) return;
      if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90))
        throw new NetworkImportError('damaged', `the file is damaged: node ${id} lies nowhere on Earth`);
      nodes.lng[node] = lng;
      nodes.lat[node] = lat;
      const found = tags();
      const traits = found && readNode(found);
      if (traits) nodeTraits.set(node, traits);
    },
  });
  return {
    nodes,
    nodeTraits,
    ways: collector.ways,
    areas: collector.areas,
    read: { nodes: nodeCount, ways, relations },
    dropped: collector.dropped,
  };
}
