import type { LngLat } from '@/lib/geo/position';
import type { CostModel } from './cost';
import { TEMPORARY } from './cost';
import { onPlane } from './edge-index';
import { edgeKinds, rideKinds } from './network';
import { edgeGeometry, type PackedNetwork, UNKNOWN } from './packed-network';
import type { Search, Snap } from './search';

/** A point brought onto the network. */
export interface SnappedPoint extends Snap {
  position: LngLat;
  /** Metres from the point asked for. */
  meters: number;
}

/** How much farther than the nearest way a person may be put to stand on one of their own. */
const DETOUR_METERS = 40;

const isRide = edgeKinds.map((kind) => rideKinds.includes(kind));

/** Finds the nearest places of a network. */
export class Snapper {
  /** Connected piece each edge belongs to, whatever bars it; the largest is the mainland. */
  private readonly piece: Uint32Array;
  private readonly mainland: number;

  constructor(private readonly search: Search) {
    ({ piece: this.piece, mainland: this.mainland } = findPieces(search.network));
  }

  /**
   * The nearest point of an edge that `accepts` takes, within `reachMeters`; on the mainland when there is one near, so that nobody is put on an
   * island by a metre.
   */
  private nearest(
    point: LngLat,
    reachMeters: number,
    accepts: (edge: number) => boolean,
    level: number | undefined,
  ): SnappedPoint | undefined {
    const [x, y] = onPlane(this.search.plane, point);
    let best: SnappedPoint | undefined;
    let bestRank = Number.POSITIVE_INFINITY;
    for (const edge of this.search.index.within(
      x - reachMeters,
      y - reachMeters,
      x + reachMeters,
      y + reachMeters,
    )) {
      if (!accepts(edge)) continue;
      const found = this.projectOnto(edge, x, y);
      if (found.meters > reachMeters) continue;
      const other = this.search.network.edgeLevel[edge] as number;
      const isOtherLevel = level !== undefined && other !== UNKNOWN.level && other !== level * 2;
      // Another floor or an island counts as if it were that much farther.
      const rank =
        found.meters + (isOtherLevel ? 50 : 0) + (this.piece[edge] === this.mainland ? 0 : reachMeters);
      if (rank < bestRank) [best, bestRank] = [found, rank];
    }
    return best;
  }

  private projectOnto(edge: number, x: number, y: number): SnappedPoint {
    const points = edgeGeometry(this.search.network, edge);
    let walked = 0;
    let total = 0;
    let best = { meters: Number.POSITIVE_INFINITY, along: 0, position: points[0] as LngLat };
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1] as LngLat, points[i] as LngLat];
      const [ax, ay] = onPlane(this.search.plane, a);
      const [bx, by] = onPlane(this.search.plane, b);
      const length = Math.hypot(bx - ax, by - ay);
      const share =
        length === 0
          ? 0
          : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / (length * length)));
      const meters = Math.hypot(ax + share * (bx - ax) - x, ay + share * (by - ay) - y);
      if (meters < best.meters)
        best = {
          meters,
          along: walked + share * length,
          position: [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])],
        };
      walked += length;
      total = walked;
    }
    return {
      edge,
      // Half a metre from the end of an edge is its end: what bars the rest of the edge is not in the way.
      fraction: best.along < 0.5 ? 0 : total - best.along < 0.5 ? 1 : best.along / total,
      position: best.position,
      meters: best.meters,
    };
  }

  /**
   * The nearest place this person can stand on, or, when none is about as near, anybody: then what bars the way there is part of the answer. Rides
   * are not stood on. Undefined beyond `reachMeters`.
   */
  snap(
    point: LngLat,
    model: CostModel,
    { reachMeters = 200, level }: { reachMeters?: number; level?: number | undefined } = {},
  ): SnappedPoint | undefined {
    const { network } = this.search;
    const isGround = (edge: number) => !isRide[network.edgeKind[edge] as number];
    const isOpen = (edge: number) =>
      [edge * 2, edge * 2 + 1].some(
        (slot) => model.evaluate(slot, 0) && (model.violations & ~TEMPORARY) === 0,
      );
    const anybody = this.nearest(point, reachMeters, isGround, level);
    const own = this.nearest(point, reachMeters, (edge) => isGround(edge) && isOpen(edge), level);
    // A place at the top of stairs is not the street behind the hill: much farther off, the person is not there yet.
    return own && anybody && own.meters > anybody.meters + DETOUR_METERS ? anybody : (own ?? anybody);
  }
}

/** Connected pieces of the network, whatever bars their edges. */
export function findPieces({ nodeCount, edgeCount, edgeFrom, edgeTo }: PackedNetwork): {
  /** Piece of each edge. */
  piece: Uint32Array;
  mainland: number;
} {
  const parent = Uint32Array.from({ length: nodeCount }, (_, node) => node);
  const root = (node: number) => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (let edge = 0; edge < edgeCount; edge++)
    parent[root(edgeFrom[edge] as number)] = root(edgeTo[edge] as number);
  const piece = new Uint32Array(edgeCount);
  const sizes = new Map<number, number>();
  for (let edge = 0; edge < edgeCount; edge++) {
    const of = root(edgeFrom[edge] as number);
    piece[edge] = of;
    sizes.set(of, (sizes.get(of) ?? 0) + 1);
  }
  const [mainland = 0] = [...sizes].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { piece, mainland };
}
