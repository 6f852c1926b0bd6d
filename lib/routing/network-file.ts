/**
 * The network as one file: the same bytes for the browser, its worker and Node. Little-endian.
 *
 *   0  magic `YWNK`   4  version u16   6  zero u16   8  length of the header u32   12  CRC-32 of everything from byte 16 u32
 *  16  header: JSON   then the columns in the order of `columns`, one after another
 *
 * The file is made to be compressed by whoever serves it. So a value that its neighbour nearly tells is kept as the difference, folded to a small
 * unsigned number; lengths as the difference to what the drawn line measures; and the bytes of a column lie in planes: all low bytes, then all
 * high ones.
 */
import type { Bounds } from '@/lib/geo/position';
import { edgeKinds } from './network';
import {
  answers,
  boundsOfNetwork,
  climbs,
  confidences,
  directions,
  handrails,
  kerbs,
  linkAdjacency,
  type NetworkColumns,
  type PackedNetwork,
  ramps,
  smoothnesses,
  surfaces,
  wheelchairs,
} from './packed-network';

/** 2: floors of nodes, the sense of a climb, unknown directions and unstated fares. 3: heights of an elevation model are marked. */
export const NETWORK_FILE_VERSION = 3;
const MAGIC = 0x4b4e_5759; // "YWNK"
const PREAMBLE = 16;

export type NetworkFileErrorCode =
  | 'not-a-network'
  | 'older-version'
  | 'newer-version'
  | 'truncated'
  | 'damaged';

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
  /** Names and their Latin form; left out where there is none. */
  latin?: [name: string, latin: string][];
  /** Metres a millionth of a degree, as used for the lengths: given here so that every reader computes the very same ones. */
  metersPerLng: number;
  metersPerLat: number;
}

type Per = 'node' | 'edge' | 'edge+1' | 'shape';
type Column = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;
type ColumnType = new (values: Int32Array | ArrayBuffer) => Column;
/** How a column is kept: as it is, as difference to the value before, to the edge's `from`, or to the length of the drawn line. */
type Coding = 'plain' | 'delta' | 'from' | 'length';

/** Every column in file order; lengths last, since they need the others. */
const columns: Record<
  keyof NetworkColumns,
  { type: ColumnType; bytes: 1 | 2 | 4; per: Per; coding: Coding }
> = {
  nodeLng: { type: Int32Array, bytes: 4, per: 'node', coding: 'delta' },
  nodeLat: { type: Int32Array, bytes: 4, per: 'node', coding: 'delta' },
  nodeElevation: { type: Int16Array, bytes: 2, per: 'node', coding: 'delta' },
  nodeModelled: { type: Uint8Array, bytes: 1, per: 'node', coding: 'plain' },
  nodeLevel: { type: Int8Array, bytes: 1, per: 'node', coding: 'plain' },
  edgeFrom: { type: Uint32Array, bytes: 4, per: 'edge', coding: 'delta' },
  edgeTo: { type: Uint32Array, bytes: 4, per: 'edge', coding: 'from' },
  edgeKind: { type: Uint8Array, bytes: 1, per: 'edge', coding: 'plain' },
  edgeDirection: { type: Uint8Array, bytes: 1, per: 'edge', coding: 'plain' },
  edgeIncline: { type: Int16Array, bytes: 2, per: 'edge', coding: 'plain' },
  edgeClimb: { type: Uint8Array, bytes: 1, per: 'edge', coding: 'plain' },
  edgeSteps: { type: Uint16Array, bytes: 2, per: 'edge', coding: 'plain' },
  edgeHandrail: { type: Uint8Array, bytes: 1, per: 'edge', coding: 'plain' },
  edgeRamp: { type: Uint8Array, bytes: 1, per: 'edge', coding: 'plain' },
  edgeWidth: { type: Uint8Array, bytes: 1, per: 'edge', coding: 'plain' },
  edgeSurface: { type: Uint8Array, bytes: 1, per: 'edge', coding: 'plain' },
  edgeSmoothness: { type: Uint8Array, bytes: 1, per: 'edge', coding: 'plain' },
  edgeKerb: { type: Uint8Array, bytes: 1, per: 'edge', coding: 'plain' },
  edgeTactile: { type: Uint8Array, bytes: 1, per: 'edge', coding: 'plain' },
  edgeLit: { type: Uint8Array, bytes: 1, per: 'edge', coding: 'plain' },
  edgeCovered: { type: Uint8Array, bytes: 1, per: 'edge', coding: 'plain' },
  edgeWheelchair: { type: Uint8Array, bytes: 1, per: 'edge', coding: 'plain' },
  edgeLevel: { type: Int8Array, bytes: 1, per: 'edge', coding: 'plain' },
  edgeConfidence: { type: Uint8Array, bytes: 1, per: 'edge', coding: 'plain' },
  edgeHours: { type: Uint32Array, bytes: 4, per: 'edge', coding: 'plain' },
  edgeName: { type: Uint32Array, bytes: 4, per: 'edge', coding: 'plain' },
  edgeId: { type: Uint32Array, bytes: 4, per: 'edge', coding: 'delta' },
  edgeFee: { type: Uint16Array, bytes: 2, per: 'edge', coding: 'plain' },
  edgeWait: { type: Uint16Array, bytes: 2, per: 'edge', coding: 'plain' },
  edgeRide: { type: Uint16Array, bytes: 2, per: 'edge', coding: 'plain' },
  shapeStart: { type: Uint32Array, bytes: 4, per: 'edge+1', coding: 'delta' },
  shape: { type: Int32Array, bytes: 4, per: 'shape', coding: 'delta' },
  edgeLength: { type: Uint32Array, bytes: 4, per: 'edge', coding: 'length' },
};
const columnNames = Object.keys(columns) as (keyof NetworkColumns)[];

/** Columns that are indexes into a list of words. */
const lists: Partial<Record<keyof NetworkColumns, readonly string[]>> = {
  nodeModelled: ['surveyed', 'modelled'],
  edgeKind: edgeKinds,
  edgeDirection: directions,
  edgeClimb: climbs,
  edgeHandrail: handrails,
  edgeRamp: ramps,
  edgeSurface: surfaces,
  edgeSmoothness: smoothnesses,
  edgeKerb: kerbs,
  edgeTactile: answers,
  edgeLit: answers,
  edgeCovered: answers,
  edgeWheelchair: wheelchairs,
  edgeConfidence: confidences,
};

/** Table k: what a byte does to the checksum k bytes later, so that eight bytes are taken in one step. */
const [t0, t1, t2, t3, t4, t5, t6, t7] = crcTables();

function crcTables() {
  const first = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1;
    first[byte] = value;
  }
  const after = (table: Uint32Array) => table.map((value) => (value >>> 8) ^ (first[value & 0xff] as number));
  const second = after(first);
  const third = after(second);
  const fourth = after(third);
  const fifth = after(fourth);
  const sixth = after(fifth);
  const seventh = after(sixth);
  return [first, second, third, fourth, fifth, sixth, seventh, after(seventh)] as const;
}

/** CRC-32 (ISO 3309, as in gzip and PNG). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  let at = 0;
  for (const end = bytes.length - 7; at < end; at += 8) {
    crc ^=
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    crc =
      (t7[crc & 0xff] as number) ^
      (t6[(crc >>> 8) & 0xff] as number) ^
      (t5[(crc >>> 16) & 0xff] as number) ^
      (t4[crc >>> 24] as number) ^
      (t3[bytes[at + 4] as number] as number) ^
      (t2[bytes[at + 5] as number] as number) ^
      (t1[bytes[at + 6] as number] as number) ^
      (t0[bytes[at + 7] as number] as number);
  }
  for (; at < bytes.length; at++) crc = (t0[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ 0xffff_ffff) >>> 0;
}

const lengthOf = (per: Per, { nodes, edges, shapePoints }: Header) =>
  ({ node: nodes, edge: edges, 'edge+1': edges + 1, shape: shapePoints * 2 })[per];

/** What a value is kept as the difference to; `column` is being read or written, what stands before `i` is known. */
type Guess = (column: Column, i: number) => number;

function guessFor(name: keyof NetworkColumns, network: NetworkColumns, header: Header): Guess {
  switch (columns[name].coding) {
    case 'delta': {
      // Shape points run longitude, latitude, longitude, …, so the neighbour of a number is two back.
      const stride = name === 'shape' ? 2 : 1;
      return (column, i) => (i < stride ? 0 : (column[i - stride] as number));
    }
    case 'from':
      return (_, i) => network.edgeFrom[i] as number;
    case 'length':
      return (_, i) => drawnLength(network, header, i);
    default:
      return () => 0;
  }
}

/** Length of an edge as it is drawn, in decimetres: only additions, products and roots, so that every machine gives the same. */
function drawnLength(network: NetworkColumns, { metersPerLng, metersPerLat }: Header, edge: number): number {
  const from = network.edgeFrom[edge] as number;
  const to = network.edgeTo[edge] as number;
  let lng = network.nodeLng[from] as number;
  let lat = network.nodeLat[from] as number;
  let meters = 0;
  const end = network.shapeStart[edge + 1] as number;
  for (let point = network.shapeStart[edge] as number; point <= end; point++) {
    const nextLng = (point < end ? network.shape[2 * point] : network.nodeLng[to]) as number;
    const nextLat = (point < end ? network.shape[2 * point + 1] : network.nodeLat[to]) as number;
    const dx = (nextLng - lng) * metersPerLng;
    const dy = (nextLat - lat) * metersPerLat;
    meters += Math.sqrt(dx * dx + dy * dy);
    lng = nextLng;
    lat = nextLat;
  }
  return Math.round(meters * 10);
}

/** Differences wrap within the width of their column and are folded: 0, -1, 1, -2, … become 0, 1, 2, 3, … */
const widths = { 1: 24, 2: 16, 4: 0 } as const;
const isFolded = (coding: Coding) => coding !== 'plain';

/** Writes a network file. */
export function encodeNetwork(network: PackedNetwork): Uint8Array<ArrayBuffer> {
  const bounds = boundsOfNetwork(network);
  const header: Header = {
    nodes: network.nodeCount,
    edges: network.edgeCount,
    shapePoints: network.shape.length / 2,
    bounds,
    attribution: network.attribution,
    built: network.built,
    strings: [...network.strings],
    ...(network.latin.size > 0 && { latin: [...network.latin] }),
    metersPerLng: 0.111_195_08 * Math.cos(((bounds[1] + bounds[3]) * Math.PI) / 360),
    metersPerLat: 0.111_195_08,
  };
  const headerBytes = new TextEncoder().encode(JSON.stringify(header));
  const start = PREAMBLE + headerBytes.length;
  const size = columnNames.reduce((sum, name) => sum + network[name].byteLength, start);
  const buffer = new ArrayBuffer(size);
  const bytes = new Uint8Array(buffer);
  bytes.set(headerBytes, PREAMBLE);
  let at = start;
  for (const name of columnNames) {
    const { bytes: width, coding } = columns[name];
    const column: Column = network[name];
    const guess = guessFor(name, network, header);
    const shift = widths[width];
    for (let i = 0; i < column.length; i++) {
      let value = (column[i] as number) - guess(column, i);
      if (isFolded(coding)) {
        value = (value << shift) >> shift;
        value = (value << 1) ^ (value >> 31);
      }
      for (let plane = 0; plane < width; plane++)
        bytes[at + plane * column.length + i] = value >>> (8 * plane);
    }
    at += column.byteLength;
  }
  const view = new DataView(buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, NETWORK_FILE_VERSION, true);
  view.setUint32(8, headerBytes.length, true);
  view.setUint32(12, crc32(bytes.subarray(PREAMBLE)), true);
  return bytes;
}

const isPairs = (list: unknown) =>
  Array.isArray(list) &&
  list.every(
    (pair) => Array.isArray(pair) && pair.length === 2 && pair.every((text) => typeof text === 'string'),
  );

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
    !isPairs(header.latin ?? []) ||
    typeof header.attribution !== 'string' ||
    typeof header.built !== 'string' ||
    !Number.isFinite(header.metersPerLng) ||
    !Number.isFinite(header.metersPerLat)
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
  if (version < NETWORK_FILE_VERSION)
    throw new NetworkFileError(
      'older-version',
      `version ${version}; this reader knows ${NETWORK_FILE_VERSION}: build the file again`,
    );
  if (bytes.length < PREAMBLE) throw new NetworkFileError('truncated', 'the network file ends early');
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
  const sizes = columnNames.map((name) => lengthOf(columns[name].per, header) * columns[name].bytes);
  const expected = PREAMBLE + headerLength + sizes.reduce((sum, size) => sum + size, 0);
  if (expected !== bytes.length)
    throw new NetworkFileError(
      expected > bytes.length ? 'truncated' : 'damaged',
      `the network file has ${bytes.length} bytes, ${expected} expected`,
    );
  if (crc32(bytes.subarray(PREAMBLE)) !== view.getUint32(12, true))
    throw new NetworkFileError('damaged', 'the checksum of the network file does not match');
  const network = readColumns(bytes, PREAMBLE + headerLength, header);
  return {
    ...network,
    nodeCount: header.nodes,
    edgeCount: header.edges,
    strings: header.strings,
    latin: new Map(header.latin),
    attribution: header.attribution,
    built: header.built,
    ...linkAdjacency(header.nodes, network.edgeFrom, network.edgeTo),
  };
}

/** Puts the planes of a column together: one whole number each. */
function joinPlanes(
  bytes: Uint8Array,
  at: number,
  length: number,
  width: 1 | 2 | 4,
): Int32Array<ArrayBuffer> {
  const whole = new Int32Array(length);
  const [second, third, fourth] = [at + length, at + 2 * length, at + 3 * length];
  if (width === 1) for (let i = 0; i < length; i++) whole[i] = bytes[at + i] as number;
  else if (width === 2)
    for (let i = 0; i < length; i++)
      whole[i] = (bytes[at + i] as number) | ((bytes[second + i] as number) << 8);
  else
    for (let i = 0; i < length; i++)
      whole[i] =
        (bytes[at + i] as number) |
        ((bytes[second + i] as number) << 8) |
        ((bytes[third + i] as number) << 16) |
        ((bytes[fourth + i] as number) << 24);
  return whole;
}

/** Turns folded differences back into values, in place. Loops of their own: this is what an opening page waits for. */
function unfold(name: keyof NetworkColumns, whole: Int32Array, network: NetworkColumns, header: Header) {
  const { coding } = columns[name];
  if (coding === 'plain') return;
  for (let i = 0; i < whole.length; i++) {
    const folded = whole[i] as number;
    whole[i] = (folded >>> 1) ^ -(folded & 1);
  }
  if (coding === 'delta') {
    const stride = name === 'shape' ? 2 : 1;
    for (let i = stride; i < whole.length; i++)
      whole[i] = (whole[i] as number) + (whole[i - stride] as number);
  } else if (coding === 'from') {
    const { edgeFrom } = network;
    for (let i = 0; i < whole.length; i++) whole[i] = (whole[i] as number) + (edgeFrom[i] as number);
  } else
    for (let i = 0; i < whole.length; i++) whole[i] = (whole[i] as number) + drawnLength(network, header, i);
}

function readColumns(bytes: Uint8Array, start: number, header: Header): NetworkColumns {
  const read = {} as Record<keyof NetworkColumns, Column>;
  const network = read as unknown as NetworkColumns;
  let at = start;
  for (const name of columnNames) {
    const { type, bytes: width, per, coding } = columns[name];
    const length = lengthOf(per, header);
    // Lengths are worked out along edges: their node numbers must be right before anything is looked up by them.
    if (coding === 'length') checkReferences(network, header);
    if (width === 1 && coding === 'plain') {
      // Copied as it is; not `slice`, which of a Buffer of Node shares its memory.
      read[name] = new type(new Uint8Array(bytes.subarray(at, at + length)).buffer);
    } else {
      const whole = joinPlanes(bytes, at, length, width);
      unfold(name, whole, network, header);
      // A narrower column takes the low bits: differences wrapped within its width.
      read[name] = width === 4 ? new type(whole.buffer) : new type(whole);
    }
    at += length * width;
  }
  return network;
}

function mostOf(column: Column): number {
  let most = 0;
  for (let i = 0; i < column.length; i++) most = Math.max(most, column[i] as number);
  return most;
}

/** A file with a right checksum can still have been written wrongly: no index may lead outside. */
function checkReferences(network: NetworkColumns, header: Header) {
  const wrong = (what: string) => new NetworkFileError('damaged', `the network file has a wrong ${what}`);
  // Column by column: each then runs through memory once, in order.
  if (header.edges > 0) {
    if (mostOf(network.edgeFrom) >= header.nodes || mostOf(network.edgeTo) >= header.nodes)
      throw wrong('node number');
    for (const column of ['edgeHours', 'edgeName', 'edgeId'] as const)
      if (mostOf(network[column]) >= header.strings.length) throw wrong('text number');
  }
  const { shapeStart } = network;
  for (let edge = 0; edge < header.edges; edge++)
    if ((shapeStart[edge + 1] as number) < (shapeStart[edge] as number)) throw wrong('shape');
  if (network.shapeStart[0] !== 0 || network.shapeStart[header.edges] !== header.shapePoints)
    throw wrong('shape');
  for (const [name, words] of Object.entries(lists) as [keyof NetworkColumns, readonly string[]][])
    if (mostOf(network[name]) >= words.length) throw wrong(name);
  // A place off the Earth would make every box around the network endless.
  for (let node = 0; node < header.nodes; node++)
    if (Math.abs(network.nodeLng[node] as number) > 180e6 || Math.abs(network.nodeLat[node] as number) > 90e6)
      throw wrong('position');
}
