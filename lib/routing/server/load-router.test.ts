import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { unpackCityNetwork } from '../city-network';
import { randomNetwork } from '../fixtures/networks';
import { encodeNetwork } from '../network-file';
import { readRouter } from './load-router';

const bytes = encodeNetwork(randomNetwork(3, 6, 6));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'network-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the network file of the city', () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  beforeEach(() => {
    complaints.mockClear();
  });
  const read = async (content: Uint8Array) => {
    const file = path.join(folder, 'city.network.gz');
    await writeFile(file, content);
    return readRouter(file);
  };

  test('is read compressed, and as a server unpacks it on the way', async () => {
    expect((await read(gzipSync(bytes))).router?.network.edgeCount).toBe(randomNetwork(3, 6, 6).edgeCount);
    expect((await read(bytes)).router).toBeDefined();
    expect(complaints).not.toHaveBeenCalled();
  });
  test('that is missing, cut off, damaged or of another version is no answer, and the operator hears of it', async () => {
    expect(await readRouter(path.join(folder, 'nowhere.gz'))).toEqual({ problem: 'missing' });
    const whole = gzipSync(bytes);
    expect((await read(whole.subarray(0, whole.length >> 1))).problem).toBe('damaged');
    const flipped = Uint8Array.from(bytes);
    flipped[bytes.length - 5] = (flipped[bytes.length - 5] ?? 0) ^ 4;
    expect((await read(gzipSync(flipped))).problem).toBe('damaged');
    expect((await read(gzipSync(bytes.subarray(0, 40)))).problem).toBe('truncated');
    const newer = Uint8Array.from(bytes);
    newer[4] = 250;
    expect((await read(gzipSync(newer))).problem).toBe('newer-version');
    expect((await read(gzipSync('<!doctype html>'))).problem).toBe('not-a-network');
    expect(complaints).toHaveBeenCalledTimes(6);
  });
  test('an empty answer is no network', async () => {
    await expect(unpackCityNetwork(new Uint8Array(0))).rejects.toMatchObject({ name: 'NetworkFileError' });
  });
});
