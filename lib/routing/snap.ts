import type { LngLat } from '@/lib/geo/position';
import type { CostModel } from './cost';
import { TEMPORARY } from './cost';
import { onPlane } from './edge-index';
import { heightAt } from './heights';
import { edgeKinds, rideKinds } from './network';
import { edgeGeometry, type PackedNetwork, UNKNOWN } from './packed-network';
import type { Search, Snap } from './search';

/** A point brought onto the network. */
export interface SnappedPoint extends Snap {
  position: LngLat;
  /** Metres from the point asked for. */
  meters: number;
}

export interface SnapOptions {
  reachMeters?: number;
  /** Floor, where the caller knows it. */
  level?: number | undefined;
  /** How much farther than the nearest way a person may be put to stand on one of their own; Infinity: however far and at whatever height. */
  detourMeters?: number | undefined;
}

/** More than this above or below is another level of the city. */
const STOREY_METERS = 4;
const STEPS = edgeKinds.indexOf('steps');

/** About as well as places are known. */
const DETOUR_METERS = 40;

/** How far is looked first: most places lie at a way. */
const FIRST_METERS = 40;

const isRide = edgeKinds.map((kind) => rideKinds.includes(kind));

/** Finds the nearest places of a network. */
export class Snapper {
  /** Connected piece each edge belongs to, whatever bars it; the largest is the mainland. */
  private readonly piece: Uint32Array;
  private readonly mainland: number;

  constructor(private readonly search: Search) {
    ({ piece: this.piece, mainland: this.mainland } = findPieces(search.network));
  }

  /** Metres from a place on the plane to an edge. */
  private metersTo(edge: number, x: number, y: number): number {
    const { network, plane } = this.search;
    const [from, to] = [network.edgeFrom[edge] as number, network.edgeTo[edge] as number];
    let [ax, ay] = [plane.x[from] as number, plane.y[from] as number];
    let least = Number.POSITIVE_INFINITY;
    const end = network.shapeStart[edge + 1] as number;
    for (let i = network.shapeStart[edge] as number; i <= end; i++) {
      const bx = (i < end ? plane.shapeX[i] : plane.x[to]) as number;
      const by = (i < end ? plane.shapeY[i] : plane.y[to]) as number;
      const [dx, dy] = [bx - ax, by - ay];
      const squared = dx * dx + dy * dy;
      const share = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared));
      const [offX, offY] = [ax + share * dx - x, ay + share * dy - y];
      least = Math.min(least, offX * offX + offY * offY);
      [ax, ay] = [bx, by];
    }
    return Math.sqrt(least);
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

  /** On the largest piece of the network, whatever bars it. */
  isOnMainland({ edge }: Snap): boolean {
    return this.piece[edge] === this.mainland;
  }

  /** The street above the cliff is not where somebody stands at its foot, however near it lies on the map. */
  private isElsewhere(a: SnappedPoint, b: SnappedPoint): boolean {
    const { network } = this.search;
    const [low, high] = [a, b].map(({ edge, fraction }) => heightAt(network, edge, fraction));
    return low !== undefined && high !== undefined && Math.abs(low - high) > STOREY_METERS;
  }

  /**
   * Every way a place may be entered from, whoever comes: the nearest and those at most `spreadMeters` farther on the same level of the city. None
   * within `reachMeters`: empty. Nearest first.
   */
  sides(point: LngLat, reachMeters: number, spreadMeters: number): SnappedPoint[] {
    const { network, plane, index } = this.search;
    const [x, y] = onPlane(plane, point);
    const found = [...index.within(x - reachMeters, y - reachMeters, x + reachMeters, y + reachMeters)]
      .filter((edge) => !isRide[network.edgeKind[edge] as number])
      .map((edge) => ({ edge, meters: this.metersTo(edge, x, y) }))
      .filter(({ meters }) => meters <= reachMeters)
      .sort((a, b) => a.meters - b.meters);
    const [first] = found;
    if (!first) return [];
    const nearest = this.projectOnto(first.edge, x, y);
    return found
      .filter(({ meters }) => meters <= first.meters + spreadMeters)
      .map(({ edge }) => this.projectOnto(edge, x, y))
      .filter((side) => !this.isElsewhere(nearest, side));
  }

  /**
   * The nearest place this person can stand on, or, when none is about as near, anybody: then what bars the way there is part of the answer. Rides
   * are not stood on. Undefined beyond `reachMeters`.
   */
  snap(
    point: LngLat,
    model: CostModel,
    { reachMeters = 200, level, detourMeters = DETOUR_METERS }: SnapOptions = {},
  ): SnappedPoint | undefined {
    const { network, plane, index } = this.search;
    const [x, y] = onPlane(plane, point);
    for (let radius = FIRST_METERS; ; radius *= 3) {
      const isLast = radius >= reachMeters;
      const within = isLast ? reachMeters : radius;
      let [anybody, anybodyRank, anybodyMeters] = [-1, Number.POSITIVE_INFINITY, 0];
      let [own, ownRank, ownMeters] = [-1, Number.POSITIVE_INFINITY, 0];
      for (const edge of index.within(x - within, y - within, x + within, y + within)) {
        if (isRide[network.edgeKind[edge] as number]) continue;
        const meters = this.metersTo(edge, x, y);
        if (meters > within) continue;
        const other = network.edgeLevel[edge] as number;
        const isOtherLevel = level !== undefined && other !== UNKNOWN.level && other !== level * 2;
        // Another floor or an island counts as if it were that much farther: nobody is put on an island by a metre.
        const rank =
          meters + (isOtherLevel ? 50 : 0) + (this.piece[edge] === this.mainland ? 0 : reachMeters);
        if (rank < anybodyRank) [anybody, anybodyRank, anybodyMeters] = [edge, rank, meters];
        if (rank < ownRank && (isOpen(edge * 2, model) || isOpen(edge * 2 + 1, model)))
          [own, ownRank, ownMeters] = [edge, rank, meters];
      }
      // Whatever lies farther off ranks behind.
      const isSettled =
        anybodyRank <= within && (ownRank <= within || (own < 0 && anybodyMeters + detourMeters <= within));
      if (!isSettled && !isLast) continue;
      // A place at the top of stairs is not the street behind the hill: much farther off, the person is not there yet.
      const isFar = own < 0 || (anybody >= 0 && ownMeters > anybodyMeters + detourMeters);
      const edge = isFar ? anybody : own;
      if (edge < 0) return undefined;
      const snapped = this.projectOnto(edge, x, y);
      const isAnywhere = detourMeters === Number.POSITIVE_INFINITY;
      if (isAnywhere || edge === anybody || network.edgeKind[anybody] === STEPS) return snapped;
      const nearest = this.projectOnto(anybody, x, y);
      return this.isElsewhere(nearest, snapped) ? nearest : snapped;
    }
  }
}

/** Whether a person can take a slot at some hour. */
const isOpen = (slot: number, model: CostModel) => model.weigh(slot) && (model.violations & ~TEMPORARY) === 0;

/** Connected pieces of the network, whatever bars their edges. */
export function findPieces({ nodeCount, edgeCount, edgeFrom, edgeTo }: PackedNetwork): {
  /** Piece of each edge. */
  piece: Uint32Array;
  mainland: number;
} {
  const parent = new Uint32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) parent[node] = node;
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
  const sizes = new Uint32Array(nodeCount);
  let mainland = 0;
  for (let edge = 0; edge < edgeCount; edge++) {
    const of = root(edgeFrom[edge] as number);
    piece[edge] = of;
    const size = (sizes[of] as number) + 1;
    sizes[of] = size;
    if (size > (sizes[mainland] as number)) mainland = of;
  }
  return { piece, mainland };
}
