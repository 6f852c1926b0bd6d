import Flatbush from 'flatbush';
import type { LngLat } from '@/lib/geo/position';
import { edgeGeometry, type PackedNetwork } from './packed-network';

/** Metres on a plane around the network: exact to a few centimetres over a city. */
export interface Plane {
  /** Of each node. */
  x: Float32Array;
  y: Float32Array;
  /** Metres a degree. */
  perLng: number;
  perLat: number;
  lng0: number;
  lat0: number;
}

const METERS_PER_DEGREE = 111_195.08;

export function toPlane({ nodeCount, nodeLng, nodeLat }: PackedNetwork): Plane {
  const lng0 = nodeCount ? (nodeLng[0] as number) / 1e6 : 0;
  const lat0 = nodeCount ? (nodeLat[0] as number) / 1e6 : 0;
  const perLng = METERS_PER_DEGREE * Math.cos((lat0 * Math.PI) / 180);
  const x = new Float32Array(nodeCount);
  const y = new Float32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    x[node] = ((nodeLng[node] as number) / 1e6 - lng0) * perLng;
    y[node] = ((nodeLat[node] as number) / 1e6 - lat0) * METERS_PER_DEGREE;
  }
  return { x, y, perLng, perLat: METERS_PER_DEGREE, lng0, lat0 };
}

/** A position in metres on the plane. */
export const onPlane = ({ lng0, lat0, perLng, perLat }: Plane, [lng, lat]: LngLat): [number, number] => [
  (lng - lng0) * perLng,
  (lat - lat0) * perLat,
];

/** Which edges lie in a box of the plane. */
export class EdgeIndex {
  private readonly boxes: Flatbush;

  constructor(
    private readonly network: PackedNetwork,
    plane: Plane,
  ) {
    // An index of nothing cannot be made: an empty network has one box that no question meets.
    this.boxes = new Flatbush(Math.max(1, network.edgeCount));
    for (let edge = 0; edge < network.edgeCount; edge++) {
      let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
      for (const point of edgeGeometry(network, edge)) {
        const [x, y] = onPlane(plane, point);
        west = Math.min(west, x);
        east = Math.max(east, x);
        south = Math.min(south, y);
        north = Math.max(north, y);
      }
      this.boxes.add(west, south, east, north);
    }
    if (network.edgeCount === 0) this.boxes.add(Number.NaN, Number.NaN, Number.NaN, Number.NaN);
    this.boxes.finish();
  }

  /** Edges whose box meets the given one, in metres. */
  within(west: number, south: number, east: number, north: number): number[] {
    if (this.network.edgeCount === 0) return [];
    return this.boxes.search(west, south, east, north);
  }
}
