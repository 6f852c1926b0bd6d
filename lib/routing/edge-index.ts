import Flatbush from 'flatbush';
import type { LngLat } from '@/lib/geo/position';
import type { PackedNetwork } from './packed-network';

/** Metres on a plane around the network: exact to a few centimetres over a city. */
export interface Plane {
  /** Of each node. */
  x: Float32Array;
  y: Float32Array;
  /** Of each shape point. */
  shapeX: Float32Array;
  shapeY: Float32Array;
  /** Metres a degree. */
  perLng: number;
  perLat: number;
  lng0: number;
  lat0: number;
}

const METERS_PER_DEGREE = 111_195.08;

export function toPlane({ nodeCount, nodeLng, nodeLat, shape }: PackedNetwork): Plane {
  const lng0 = nodeCount ? (nodeLng[0] as number) / 1e6 : 0;
  const lat0 = nodeCount ? (nodeLat[0] as number) / 1e6 : 0;
  const perLng = METERS_PER_DEGREE * Math.cos((lat0 * Math.PI) / 180);
  const x = new Float32Array(nodeCount);
  const y = new Float32Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    x[node] = ((nodeLng[node] as number) / 1e6 - lng0) * perLng;
    y[node] = ((nodeLat[node] as number) / 1e6 - lat0) * METERS_PER_DEGREE;
  }
  const shapeX = new Float32Array(shape.length / 2);
  const shapeY = new Float32Array(shape.length / 2);
  for (let point = 0; point < shapeX.length; point++) {
    shapeX[point] = ((shape[2 * point] as number) / 1e6 - lng0) * perLng;
    shapeY[point] = ((shape[2 * point + 1] as number) / 1e6 - lat0) * METERS_PER_DEGREE;
  }
  return { x, y, shapeX, shapeY, perLng, perLat: METERS_PER_DEGREE, lng0, lat0 };
}

/** A position in metres on the plane. */
export const onPlane = ({ lng0, lat0, perLng, perLat }: Plane, [lng, lat]: LngLat): [number, number] => [
  (lng - lng0) * perLng,
  (lat - lat0) * perLat,
];

/** Boxes in one node of the index: as the library has it. */
const NODE_SIZE = 16;

/** Which edges lie in a box of the plane, whose numbers are in single precision as the plane's own. */
export class EdgeIndex {
  private readonly boxes: Flatbush;

  constructor(
    private readonly network: PackedNetwork,
    plane: Plane,
  ) {
    // An index of nothing cannot be made: an empty network has one box that no question meets.
    this.boxes = new Flatbush(Math.max(1, network.edgeCount), NODE_SIZE, Float32Array);
    const { x, y, shapeX, shapeY } = plane;
    for (let edge = 0; edge < network.edgeCount; edge++) {
      const from = network.edgeFrom[edge] as number;
      const to = network.edgeTo[edge] as number;
      let west = Math.min(x[from] as number, x[to] as number);
      let east = Math.max(x[from] as number, x[to] as number);
      let south = Math.min(y[from] as number, y[to] as number);
      let north = Math.max(y[from] as number, y[to] as number);
      const end = network.shapeStart[edge + 1] as number;
      for (let point = network.shapeStart[edge] as number; point < end; point++) {
        west = Math.min(west, shapeX[point] as number);
        east = Math.max(east, shapeX[point] as number);
        south = Math.min(south, shapeY[point] as number);
        north = Math.max(north, shapeY[point] as number);
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

  /** Shows each of these edges with its box to a function: no list is made of them, and nothing of the edge is fetched. */
  visit(
    [west, south, east, north]: readonly [west: number, south: number, east: number, north: number],
    look: (edge: number, west: number, south: number, east: number, north: number) => void,
  ): void {
    if (this.network.edgeCount === 0) return;
    this.boxes.search(west, south, east, north, (edge, x0, y0, x1, y1) => {
      look(edge, x0, y0, x1, y1);
      return false;
    });
  }
}
