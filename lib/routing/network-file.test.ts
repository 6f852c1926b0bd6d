import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namedNetwork, randomNetwork } from './fixtures/networks';
import { decodeNetwork, encodeNetwork, NETWORK_FILE_VERSION, NetworkFileError } from './network-file';
import {
  climbs,
  directions,
  FEE_UNSTATED,
  nameOf,
  type PackedNetwork,
  packNetwork,
  UNKNOWN,
} from './packed-network';

const codeOf = (bytes: Uint8Array) => {
  try {
    decodeNetwork(bytes);
  } catch (error) {
    if (error instanceof NetworkFileError) return error.code;
    throw error;
  }
  return 'read';
};
/** The same file with something else in its header, and a checksum that is right. */
function withHeader(bytes: Uint8Array, change: object): Uint8Array {
  const length = new DataView(bytes.buffer).getUint32(8, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(16, 16 + length))) as object;
  const changed = Buffer.from(JSON.stringify({ ...header, ...change }));
  const written = Buffer.concat([bytes.subarray(0, 16), changed, bytes.subarray(16 + length)]);
  written.writeUInt32LE(changed.length, 8);
  written.writeUInt32LE(crc32(written.subarray(16)), 12);
  return written;
}
const plain = (network: PackedNetwork) =>
  Object.fromEntries(
    Object.entries(network).map(([key, value]) => [
      key,
      ArrayBuffer.isView(value) ? [...(value as Uint8Array)] : value,
    ]),
  );

describe('the network file', () => {
  const network = randomNetwork(7, 5, 6);
  const file = encodeNetwork(network);
  test('there and back gives every column, text and link again', () => {
    expect(plain(decodeNetwork(file))).toEqual(plain(network));
  });
  test('bends, levels, names and fares survive', () => {
    const named = namedNetwork({ a: [0, 0, 187.4], b: [30, 40] }, [
      {
        between: 'a-b',
        kind: 'elevator',
        name: '凯旋路电梯',
        latin: 'Kaixuanlu Dianti',
        fee: 0.9,
        level: -0.5,
        climb: 'down',
        openingHours: '06:30-22:00',
        rideSeconds: 13,
      },
    ]);
    const back = decodeNetwork(encodeNetwork(named));
    expect([
      back.strings[back.edgeName[0] ?? 0],
      back.edgeFee[0],
      back.edgeLevel[0],
      back.edgeRide[0],
    ]).toEqual(['凯旋路电梯', 9, -1, 13]);
    expect(nameOf(back, 0)).toEqual({ name: '凯旋路电梯', latin: 'Kaixuanlu Dianti' });
    expect([...back.nodeElevation]).toEqual([1874, -32768]);
    expect(climbs[back.edgeClimb[0] ?? 0]).toBe('down');
  });
  test('floors of nodes, heights of a model, an unknown direction and a fare without an amount survive', () => {
    const packed = packNetwork(
      [
        { position: [0, 0], level: -1.5, elevation: 12, isModelled: true },
        { position: [0, 0.001], level: undefined },
      ],
      [{ from: 0, to: 1, kind: 'escalator', fee: 'yes', lengthMeters: 111, geometry: [] }],
      { attribution: '', built: '' },
    );
    const back = decodeNetwork(encodeNetwork(packed));
    expect([...back.nodeLevel]).toEqual([-3, UNKNOWN.level]);
    expect([...back.nodeModelled]).toEqual([1, 0]);
    expect(directions[back.edgeDirection[0] ?? 0]).toBe('unknown');
    expect(back.edgeFee[0]).toBe(FEE_UNSTATED);
  });
  test.each<[string, unknown]>([
    ['no list', { 民权路: 'Minquan Lu' }],
    ['no pairs', ['民权路', 'Minquan Lu']],
    ['a pair too long', [['民权路', 'Minquan', 'Lu']]],
    ['a number', [['民权路', 1]]],
  ])('Latin names that are %s are refused as damaged', (_, latin) => {
    expect(codeOf(withHeader(file, { latin }))).toBe('damaged');
    expect(codeOf(withHeader(file, { latin: [['民权路', 'Minquan Lu']] }))).toBe('read');
  });
  test('an empty network', () => {
    expect(decodeNetwork(encodeNetwork(namedNetwork({}, []))).nodeCount).toBe(0);
  });
  test('something else is refused by name', () => {
    expect(codeOf(new Uint8Array(0))).toBe('not-a-network');
    expect(codeOf(new TextEncoder().encode('<!doctype html><title>404</title>'))).toBe('not-a-network');
  });
  test('a newer version is refused by name', () => {
    const newer = file.slice();
    newer[4] = NETWORK_FILE_VERSION + 1;
    expect(codeOf(newer)).toBe('newer-version');
  });
  test('an older version is refused by name, however short it is', () => {
    const older = file.slice();
    older[4] = NETWORK_FILE_VERSION - 1;
    expect(codeOf(older)).toBe('older-version');
    expect(codeOf(older.slice(0, 12))).toBe('older-version');
  });
  test('cut off anywhere it is refused', () => {
    for (let length = 8; length < file.length; length += 97)
      expect(['truncated', 'damaged'], String(length)).toContain(codeOf(file.slice(0, length)));
  });
  test('one changed bit anywhere is refused', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(7), (at, bit) => {
        const changed = file.slice();
        changed[at] = (changed[at] as number) ^ (1 << bit);
        // Bytes 6 and 7 are zero and not read.
        if (at === 6 || at === 7) return;
        expect(codeOf(changed)).not.toBe('read');
      }),
      { numRuns: 500 },
    );
  });
  test('noise is refused, never a crash', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        const bytes = new Uint8Array(16 + noise.length);
        bytes.set(file.subarray(0, 16));
        bytes.set(noise, 16);
        expect(codeOf(bytes)).not.toBe('read');
      }),
    );
  });
});
