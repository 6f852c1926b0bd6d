import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { damage } from '../fixtures/mutate';
import { type ElevationModel, loadElevation, readTile } from './elevation';
import { makeZip } from './fixtures/make-zip';
import { NetworkImportError } from './network-import-error';

const TILE_BYTES = 1201 * 1201 * 2;
const position = fc.tuple(
  fc.double({ min: 105.9, max: 107.1, noNaN: true }),
  fc.double({ min: 28.9, max: 30.1, noNaN: true }),
);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tiles-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function take(load: () => ElevationModel | Promise<ElevationModel>) {
  try {
    return await load();
  } catch (error) {
    expect(error).toBeInstanceOf(NetworkImportError);
    return undefined;
  }
}

test('bytes of any number are a tile of the right size or refused', async () => {
  const size = fc.oneof(fc.nat(5000), fc.constantFrom(TILE_BYTES - 1, TILE_BYTES, TILE_BYTES + 2));
  await fc.assert(
    fc.asyncProperty(size, fc.string({ maxLength: 20 }), async (bytes, name) => {
      const model = await take(() => readTile(`${name}N29E106.hgt`, Buffer.alloc(bytes)));
      expect(model !== undefined).toBe(bytes === TILE_BYTES);
      await take(() => readTile(name, Buffer.alloc(TILE_BYTES)));
    }),
    { numRuns: 100, seed: 31 },
  );
});

test('posts of any height give heights between them, or none', () => {
  const bytes = Buffer.alloc(TILE_BYTES);
  for (let at = 0; at < bytes.length; at++) bytes[at] = (Math.imul(at, 2_654_435_761) >>> 13) & 0xff;
  const model = readTile('N29E106.hgt', bytes);
  fc.assert(
    fc.property(position, (place) => {
      const height = model.sample(place);
      if (height !== undefined) expect(Math.abs(height)).toBeLessThanOrEqual(32_767);
    }),
    { numRuns: 2000, seed: 32 },
  );
});

test('a damaged archive of a tile is refused, or holds the tile as it was', async () => {
  const bytes = Buffer.alloc(TILE_BYTES, 1);
  const zip = makeZip({ 'N29E106.hgt': bytes });
  const file = path.join(folder, 'tile.zip');
  await fc.assert(
    fc.asyncProperty(damage, async (spoil) => {
      await writeFile(file, spoil(zip));
      const height = (await take(() => loadElevation([file])))?.sample([106.5, 29.5]);
      // Where the tile lies is in its name, which has no checksum.
      if (height !== undefined) expect(height).toBeCloseTo(257, 9);
    }),
    { numRuns: 150, seed: 33 },
  );
});
