import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damage } from './fixtures/mutate';
import { randomNetwork } from './fixtures/networks';
import { decodeNetwork, encodeNetwork, NetworkFileError } from './network-file';
import { toLngLat } from './packed-network';
import { profiles } from './profiles';
import { Router } from './router';

const network = randomNetwork(7, 5, 6);
const file = encodeNetwork(network);

function decode(bytes: Uint8Array) {
  try {
    return decodeNetwork(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(NetworkFileError);
    return undefined;
  }
}

test('a damaged file is refused, or says the very same', () => {
  fc.assert(
    fc.property(damage, (spoil) => {
      const read = decode(spoil(file));
      if (read) expect(Buffer.from(encodeNetwork(read)).equals(file)).toBe(true);
    }),
    { numRuns: 1500, seed: 11 },
  );
});

test('a file written wrongly, its checksum right, is refused or a network that can be written, read and asked', () => {
  let accepted = 0;
  fc.assert(
    fc.property(damage, (spoil) => {
      const spoiled = spoil(file);
      if (spoiled.length < 16) return;
      spoiled.set(file.subarray(0, 8));
      spoiled.writeUInt32LE(crc32(spoiled.subarray(16)), 12);
      const read = decode(spoiled);
      if (!read) return;
      accepted++;
      const again = decodeNetwork(encodeNetwork(read));
      expect(again.adjacency).toEqual(read.adjacency);
      expect(again.edgeLength).toEqual(read.edgeLength);
      const router = new Router(read);
      const [from, to] = [toLngLat(network, 0), toLngLat(network, network.nodeCount - 1)];
      for (const profile of [profiles.walk, profiles.wheelchair])
        expect(router.findRoute({ from, to, profile }).kind).toBeTypeOf('string');
    }),
    { numRuns: 1500, seed: 12 },
  );
  // Else nothing was tried.
  expect(accepted).toBeGreaterThan(100);
});

test('a header of any counts is no reason to take memory for them', () => {
  const count = fc.oneof(fc.nat(), fc.constantFrom(2 ** 31, 2 ** 32 - 1, 2 ** 53 - 1, 1e300, -1, 0.5));
  fc.assert(
    fc.property(count, count, count, (nodes, edges, shapePoints) => {
      const header = JSON.stringify({
        nodes,
        edges,
        shapePoints,
        strings: [''],
        attribution: '',
        built: '',
        metersPerLng: 1,
        metersPerLat: 1,
      });
      const bytes = Buffer.alloc(16 + header.length);
      bytes.set(file.subarray(0, 8));
      bytes.writeUInt32LE(header.length, 8);
      bytes.write(header, 16);
      bytes.writeUInt32LE(crc32(bytes.subarray(16)), 12);
      expect(decode(bytes)).toBeUndefined();
    }),
    { numRuns: 300, seed: 13 },
  );
});
