/**
 * The network as one file: the same bytes for the browser, its worker and Node. Little-endian.
 *
 *   0  magic `YWNK`   4  version u16   6  zero u16   8  length of the header u32   12  CRC-32 of everything from byte 16 u32
 *  16  header: JSON, padded to 8   then the columns in the order of `columns`, each padded to 8
 *
 * Columns that grow steadily are kept as differences, which is what makes the compressed file small.
 */
import type { Bounds } from '@/lib/geo/position';
import { edgeKinds } from './network';
import { linkAdjacency, type NetworkColumns, type PackedNetwork } from './packed-network';

export const NETWORK_FILE_VERSION = 1;
const MAGIC = 0x4b4e_5759; // "YWNK"
const PREAMBLE = 16;

export type NetworkFileErrorCode = 'not-a-network' | 'newer-version' | 'truncated' | 'damaged';

/** A network file that cannot be read, with a closed code: words for people live in the messages. */
export class NetworkFileError extends Error {
  override readonly name = 'NetworkFileError';
  constructor(
    readonly code: NetworkFileErrorCode,
    message: string,
  ) {
    super(message);
  }
}

interface Header {
  nodes: number;
  edges: number;
  shapePoints: number;
  bounds: Bounds;
  attribution: string;
  built: string;
  strings: string[];
}

type Per = 'node' | 'edge' | 'edge+1' | 'shape';
type Column = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;
type ColumnType = new (buffer: ArrayBuffer, offset: number, length: number) => Column;

/** Every column in file order: its type, what it has one of, and how it is kept. */
const columns: Record<keyof NetworkColumns, { type: ColumnType; per: Per; isDelta?: boolean }> = {
  nodeLng: { type: Int32Array, per: 'node', isDelta: true },
  nodeLat: { type: Int32Array, per: 'node', isDelta: true },
  nodeElevation: { type: Int16Array, per: 'node', isDelta: true },
  edgeFrom: { type: Uint32Array, per: 'edge', isDelta: true },
  edgeTo: { type: Uint32Array, per: 'edge', isDelta: true },
  edgeLength: { type: Uint32Array, per: 'edge' },
  edgeKind: { type: Uint8Array, per: 'edge' },
  edgeDirection: { type: Uint8Array, per: 'edge' },
  edgeIncline: { type: Int16Array, per: 'edge' },
  edgeSteps: { type: Uint16Array, per: 'edge' },
  edgeHandrail: { type: Uint8Array, per: 'edge' },
  edgeRamp: { type: Uint8Array, per: 'edge' },
  edgeWidth: { type: Uint8Array, per: 'edge' },
  edgeSurface: { type: Uint8Array, per: 'edge' },
  edgeSmoothness: { type: Uint8Array, per: 'edge' },
  edgeKerb: { type: Uint8Array, per: 'edge' },
  edgeTactile: { type: Uint8Array, per: 'edge' },
  edgeLit: { type: Uint8Array, per: 'edge' },
  edgeCovered: { type: Uint8Array, per: 'edge' },
  edgeWheelchair: { type: Uint8Array, per: 'edge' },
  edgeLevel: { type: Int8Array, per: 'edge' },
  edgeConfidence: { type: Uint8Array, per: 'edge' },
  edgeHours: { type: Uint32Array, per: 'edge' },
  edgeName: { type: Uint32Array, per: 'edge' },
  edgeId: { type: Uint32Array, per: 'edge', isDelta: true },
  edgeFee: { type: Uint16Array, per: 'edge' },
  edgeWait: { type: Uint16Array, per: 'edge' },
  edgeRide: { type: Uint16Array, per: 'edge' },
  shapeStart: { type: Uint32Array, per: 'edge+1', isDelta: true },
  shape: { type: Int32Array, per: 'shape', isDelta: true },
};
const columnNames = Object.keys(columns) as (keyof NetworkColumns)[];

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
  return value;
});

/** CRC-32 (ISO 3309, as in gzip and PNG). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (let i = 0; i < bytes.length; i++)
    crc = (crcTable[(crc ^ (bytes[i] as number)) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ 0xffff_ffff) >>> 0;
}

const padded = (bytes: number) => (bytes + 7) & ~7;
const lengthOf = (per: Per, { nodes, edges, shapePoints }: Header) =>
  ({ node: nodes, edge: edges, 'edge+1': edges + 1, shape: shapePoints * 2 })[per];

/** Steps between neighbouring values; shape points run longitude, latitude, longitude, …, so their neighbour is two back. */
const strideOf = (name: keyof NetworkColumns) => (name === 'shape' ? 2 : 1);

export function boundsOfNetwork({ nodeCount, nodeLng, nodeLat }: PackedNetwork): Bounds {
  let [west, south, east, north] = [180e6, 90e6, -180e6, -90e6];
  for (let node = 0; node < nodeCount; node++) {
    west = Math.min(west, nodeLng[node] as number);
    east = Math.max(east, nodeLng[node] as number);
    south = Math.min(south, nodeLat[node] as number);
    north = Math.max(north, nodeLat[node] as number);
  }
  return [west / 1e6, south / 1e6, east / 1e6, north / 1e6];
}

/** Writes a network file. */
export function encodeNetwork(network: PackedNetwork): Uint8Array<ArrayBuffer> {
  const header: Header = {
    nodes: network.nodeCount,
    edges: network.edgeCount,
    shapePoints: network.shape.length / 2,
    bounds: boundsOfNetwork(network),
    attribution: network.attribution,
    built: network.built,
    strings: [...network.strings],
  };
  const headerBytes = new TextEncoder().encode(JSON.stringify(header));
  let size = PREAMBLE + padded(headerBytes.length);
  for (const name of columnNames) size += padded(network[name].byteLength);
  const buffer = new ArrayBuffer(size);
  const bytes = new Uint8Array(buffer);
  bytes.set(headerBytes, PREAMBLE);
  let at = PREAMBLE + padded(headerBytes.length);
  for (const name of columnNames) {
    const { type, isDelta } = columns[name];
    const source = network[name];
    const target = new type(buffer, at, source.length);
    target.set(source);
    const stride = strideOf(name);
    if (isDelta)
      for (let i = source.length - 1; i >= stride; i--)
        target[i] = (source[i] as number) - (source[i - stride] as number);
    at += padded(source.byteLength);
  }
  const view = new DataView(buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, NETWORK_FILE_VERSION, true);
  view.setUint32(8, headerBytes.length, true);
  view.setUint32(12, crc32(bytes.subarray(PREAMBLE)), true);
  return bytes;
}

function parseHeader(text: string): Header {
  const header = JSON.parse(text) as Partial<Header> | null;
  const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
  if (
    !header ||
    !isCount(header.nodes) ||
    !isCount(header.edges) ||
    !isCount(header.shapePoints) ||
    !Array.isArray(header.strings) ||
    !header.strings.every((text) => typeof text === 'string') ||
    typeof header.attribution !== 'string' ||
    typeof header.built !== 'string'
  )
    throw new NetworkFileError('damaged', 'the header of the network file is not complete');
  return header as Header;
}

/** Reads a network file. Throws NetworkFileError: nothing half-read is ever returned. */
export function decodeNetwork(bytes: Uint8Array): PackedNetwork {
  if (bytes.length < 8) throw new NetworkFileError('not-a-network', 'too short for a network file');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC)
    throw new NetworkFileError('not-a-network', 'the file does not begin like a network file');
  const version = view.getUint16(4, true);
  if (version > NETWORK_FILE_VERSION)
    throw new NetworkFileError(
      'newer-version',
      `version ${version}; this reader knows ${NETWORK_FILE_VERSION}`,
    );
  if (version === 0 || bytes.length < PREAMBLE)
    throw new NetworkFileError('truncated', 'the network file ends early');
  const headerLength = view.getUint32(8, true);
  if (PREAMBLE + headerLength > bytes.length)
    throw new NetworkFileError('truncated', 'the network file ends inside its header');
  let header: Header;
  try {
    header = parseHeader(new TextDecoder().decode(bytes.subarray(PREAMBLE, PREAMBLE + headerLength)));
  } catch (error) {
    if (error instanceof NetworkFileError) throw error;
    throw new NetworkFileError('damaged', 'the header of the network file cannot be read');
  }
  let at = PREAMBLE + padded(headerLength);
  const sizes = columnNames.map((name) => {
    const { type, per } = columns[name];
    return lengthOf(per, header) * (type as unknown as { BYTES_PER_ELEMENT: number }).BYTES_PER_ELEMENT;
  });
  const expected = at + sizes.reduce((sum, size) => sum + padded(size), 0);
  if (expected !== bytes.length)
    throw new NetworkFileError(
      expected > bytes.length ? 'truncated' : 'damaged',
      `the network file has ${bytes.length} bytes, ${expected} expected`,
    );
  if (crc32(bytes.subarray(PREAMBLE)) !== view.getUint32(12, true))
    throw new NetworkFileError('damaged', 'the checksum of the network file does not match');

  // Own copy: columns are turned back in place, and the bytes handed in stay as they were.
  const buffer = bytes.slice().buffer;
  const read = {} as Record<keyof NetworkColumns, Column>;
  columnNames.forEach((name, index) => {
    const { type, per, isDelta } = columns[name];
    const column = new type(buffer, at, lengthOf(per, header));
    const stride = strideOf(name);
    if (isDelta)
      for (let i = stride; i < column.length; i++)
        column[i] = (column[i] as number) + (column[i - stride] as number);
    read[name] = column;
    at += padded(sizes[index] as number);
  });
  const network = read as unknown as NetworkColumns;
  checkReferences(network, header);
  return {
    ...network,
    nodeCount: header.nodes,
    edgeCount: header.edges,
    strings: header.strings,
    attribution: header.attribution,
    built: header.built,
    ...linkAdjacency(header.nodes, network.edgeFrom, network.edgeTo),
  };
}

/** A file with a right checksum can still have been written wrongly: no index may lead outside. */
function checkReferences(network: NetworkColumns, header: Header) {
  const wrong = (what: string) => new NetworkFileError('damaged', `the network file has a wrong ${what}`);
  for (let edge = 0; edge < header.edges; edge++) {
    if (
      (network.edgeFrom[edge] as number) >= header.nodes ||
      (network.edgeTo[edge] as number) >= header.nodes
    )
      throw wrong('node number');
    if ((network.edgeKind[edge] as number) >= edgeKinds.length) throw wrong('kind of way');
    for (const column of ['edgeHours', 'edgeName', 'edgeId'] as const)
      if ((network[column][edge] as number) >= header.strings.length) throw wrong('text number');
    if ((network.shapeStart[edge + 1] as number) < (network.shapeStart[edge] as number)) throw wrong('shape');
  }
  if ((network.shapeStart[header.edges] ?? 0) !== header.shapePoints) throw wrong('shape');
}
