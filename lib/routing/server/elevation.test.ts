import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadElevation, readTile } from './elevation';
import { makeZip } from './fixtures/make-zip';
import { NetworkImportError } from './network-import-error';

const SIDE = 1201;
/** A tile whose height is its row from the north, with one void post. */
function tile(): Buffer {
  const bytes = Buffer.alloc(SIDE * SIDE * 2);
  for (let row = 0; row < SIDE; row++)
    for (let column = 0; column < SIDE; column++) bytes.writeInt16BE(row, 2 * (row * SIDE + column));
  bytes.writeInt16BE(-32768, 2 * (600 * SIDE + 600));
  return bytes;
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'elevation-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, bytes: Buffer): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

async function codeOf(run: Promise<unknown>): Promise<string> {
  return run.then(
    () => 'read',
    (error: unknown) => (error instanceof NetworkImportError ? error.code : String(error)),
  );
}

describe('a tile', () => {
  const model = readTile('N29E106.hgt', tile());
  test('its corners are whole degrees, rows run from the north', () => {
    expect(model.sample([106, 30])).toBe(0);
    expect(model.sample([107, 29])).toBe(1200);
    expect(model.sample([106.1, 29.75])).toBeCloseTo(300, 6);
  });
  test('between posts it is bilinear', () => {
    expect(model.sample([106.1 + 0.3 / 1200, 30 - 10.25 / 1200])).toBeCloseTo(10.25, 6);
  });
  test('a void post and everything outside is unknown', () => {
    expect(model.sample([106.5, 29.5])).toBeUndefined();
    expect(model.sample([106.5 + 0.5 / 1200, 29.5])).toBeUndefined();
    expect(model.sample([105.99, 29.5])).toBeUndefined();
    expect(model.sample([Number.NaN, 29.5])).toBeUndefined();
  });
  test('the southern and western halves of the Earth', () => {
    expect(readTile('S01W002.hgt', tile()).sample([-1.5 + 5 / 1200, -0.25])).toBeCloseTo(300, 6);
  });
});

describe('files', () => {
  test('plain and zipped are the same', async () => {
    const plain = await loadElevation([await write('N29E106.hgt', tile())]);
    const zipped = await loadElevation([await write('some.zip', makeZip({ 'N29E106.hgt': tile() }))]);
    expect(zipped.sample([106.2, 29.3])).toBe(plain.sample([106.2, 29.3]));
  });
  test.each([
    ['N29E106.hgt', Buffer.from('no tile'), 'not-elevation'],
    ['tile.hgt', tile(), 'not-elevation'],
    ['empty.zip', makeZip({ 'readme.txt': 'hello' }), 'not-elevation'],
    ['cut.zip', makeZip({ 'N29E106.hgt': tile() }).subarray(0, 5000), 'not-elevation'],
  ])('%s is refused', async (name, bytes, code) => {
    expect(await codeOf(loadElevation([await write(name, bytes)]))).toBe(code);
  });
  test('a file that is not there', async () => {
    expect(await codeOf(loadElevation([path.join(folder, 'none.hgt')]))).toBe('unreadable');
  });
});

const sample = path.join(import.meta.dirname, '../../../../shared/data/N43E007.hgt.zip');
test.skipIf(!existsSync(sample))(
  'Monaco: the exotic garden is high, a hole in the survey unknown (skipped without ../shared/data)',
  async () => {
    const model = await loadElevation([sample]);
    expect(model.sample([7.4134, 43.7316])).toBeGreaterThan(90);
    expect(model.sample([7.4134, 43.7316])).toBeLessThan(170);
    expect(model.sample([7.49458, 43.95958])).toBeUndefined();
  },
);
