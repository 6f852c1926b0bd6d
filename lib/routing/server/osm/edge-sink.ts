/** Where nodes and edges of a network are gathered. */
import { type LngLat, lineLengthMeters } from '@/lib/geo/position';
import type { EdgeInput, NodeInput } from '../../packed-network';
import type { Ground } from './node-heights';
import { cutInto, cutLine, MAX_EDGE_METERS, shareOut } from './pieces';

export type EdgeTraits = Omit<EdgeInput, 'from' | 'to' | 'lengthMeters' | 'geometry'>;

/** Where a piece lies on its way, for what was counted over the whole: metres. */
export interface Stretch {
  from: number;
  to: number;
  /** Of the whole way; undefined when part of the way is not there, and nothing can be shared out. */
  total: number | undefined;
}

/** Numbers that belong to a whole way, each its share of a piece so that the pieces add up. */
const countedKeys = ['stepCount', 'rideSeconds', 'waitSeconds'] as const;

/** The part of a way's counted numbers that falls on a stretch of it. */
export function shareOf(traits: EdgeTraits, { from, to, total }: Stretch): EdgeTraits {
  if (total !== undefined && to - from >= total - 0.01) return traits;
  const shared: EdgeTraits = { ...traits };
  for (const key of countedKeys) {
    const whole = traits[key];
    if (whole === undefined) continue;
    shared[key] = total === undefined ? undefined : shareOut(whole, from, to, total);
    // Where exactly the steps lie nobody counted.
    if (key === 'stepCount' && shared.confidence === 'sourced') shared.confidence = 'estimate';
  }
  if (typeof traits.fee === 'number')
    shared.fee = total === undefined ? undefined : shareOut(traits.fee * 10, from, to, total) / 10;
  return shared;
}

export class EdgeSink {
  readonly nodes: NodeInput[] = [];
  readonly edges: EdgeInput[] = [];
  /** One for each edge. */
  readonly grounds: Ground[] = [];
  /** Nodes that lie above each other in one point: the ground there is the height of one of them at most. */
  readonly stacked = new Set<number>();

  addNode(position: LngLat, elevation?: number, level?: number): number {
    return this.nodes.push({ position, elevation, level }) - 1;
  }

  /** Adds a line as one edge, or several when it is long or leads back to where it starts. Returns its length in metres. */
  addLine(
    from: number,
    to: number,
    line: readonly LngLat[],
    traits: EdgeTraits,
    ground: Ground,
    stretch?: Stretch,
  ): number {
    const length = lineLengthMeters(line);
    // A loop of one edge would have two ends that no search can tell apart.
    const pieces = from === to && length <= MAX_EDGE_METERS ? cutInto(line, 2) : cutLine(line);
    const whole = stretch ?? { from: 0, to: length, total: length };
    let start = from;
    let walked = whole.from;
    pieces.forEach((geometry, index) => {
      const isLast = index === pieces.length - 1;
      const end = isLast ? to : this.addNode(geometry.at(-1) as LngLat);
      const lengthMeters = pieces.length === 1 ? length : lineLengthMeters(geometry);
      const shared = shareOf(traits, { from: walked, to: walked + lengthMeters, total: whole.total });
      this.edges.push({ ...shared, from: start, to: end, lengthMeters, geometry });
      this.grounds.push(ground);
      start = end;
      walked += lengthMeters;
    });
    return length;
  }
}
