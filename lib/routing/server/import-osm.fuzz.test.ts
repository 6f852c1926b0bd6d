import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodePbf } from '../fixtures/encode-pbf';
import { damage, nudge } from '../fixtures/mutate';
import { decodeNetwork, encodeNetwork } from '../network-file';
import { packNetwork } from '../packed-network';
import { readElements } from './fixtures/read-elements';
import { importOsm } from './import-osm';
import { NetworkImportError } from './network-import-error';

const fixture = path.join(import.meta.dirname, '../fixtures/quarter.osm');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'osm-fuzz-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Imports some bytes and writes the network; false when they were refused by name. */
async function take(bytes: Uint8Array): Promise<boolean> {
  const file = path.join(folder, 'file');
  await writeFile(file, bytes);
  let network: Awaited<ReturnType<typeof importOsm>>;
  try {
    network = await importOsm({ file });
  } catch (error) {
    expect(error).toBeInstanceOf(NetworkImportError);
    return false;
  }
  const packed = packNetwork(network.nodes, network.edges, { attribution: '', built: '' });
  expect(decodeNetwork(encodeNetwork(packed)).edgeCount).toBe(network.edges.length);
  return true;
}

async function readFixture() {
  const elements = await readElements(fixture);
  elements.relations = [
    {
      id: 1,
      tags: new Map([
        ['type', 'multipolygon'],
        ['highway', 'pedestrian'],
      ]),
      members: [{ type: 'way', ref: 112, role: 'outer' }],
    },
  ];
  return elements;
}

test('damaged XML', async () => {
  const xml = await readFile(fixture);
  await fc.assert(
    fc.asyncProperty(damage, async (spoil) => void (await take(spoil(xml)))),
    { numRuns: 400, seed: 41 },
  );
});

test('damaged PBF, its blocks packed and not', async () => {
  const elements = await readFixture();
  const files = [
    encodePbf(elements),
    encodePbf(elements, { isPlain: true }),
    encodePbf(elements, { pack: deflateSync }),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      damage,
      async (file, spoil) => void (await take(spoil(file))),
    ),
    { numRuns: 500, seed: 42 },
  );
});

test('PBF whose blocks unpack to damaged ones', async () => {
  const elements = await readFixture();
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof(damage, nudge), fc.boolean(), async (spoil, isPlain) => {
      let blocks = 0;
      // The header stays as it is, or nothing behind it is looked at.
      const pack = (content: Uint8Array) =>
        deflateSync(blocks++ === 0 ? content : spoil(content).subarray(0, content.length));
      if (await take(encodePbf(elements, { pack, isPlain }))) accepted++;
    }),
    { numRuns: 500, seed: 43 },
  );
  expect(accepted).toBeGreaterThan(10);
});

test('XML of any elements', async () => {
  const rarely = <T>(usual: fc.Arbitrary<T>, ...strange: T[]) =>
    fc.oneof({ weight: 60, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom(...strange) });
  const id = rarely(fc.integer({ min: -3, max: 12 }), 2 ** 53, -1e16);
  const degrees = rarely(
    fc.double({ min: -0.01, max: 0.01, noNaN: true }).map((value) => value.toFixed(7)),
    ...['180', '-180', '90', '-90', '89.9999999', '1e3', '', 'NaN'],
  );
  const word = fc.oneof(
    fc.constantFrom(
      ...'highway footway steps elevator level 0;1 -1 incline up area yes no type multipolygon outer inner barrier kerb gate conveying ele 9999 indoor corridor route ferry duration 99:59 step_count 9999 width fee'.split(
        ' ',
      ),
    ),
    fc.stringMatching(/^[\w 大:;.-]{0,8}$/),
  );
  const tags = fc
    .array(fc.tuple(word, word), { maxLength: 5 })
    .map((pairs) => pairs.map(([key, value]) => `<tag k="${key}" v="${value}"/>`).join(''));
  const node = fc
    .tuple(id, degrees, degrees, tags)
    .map(([each, lng, lat, inside]) => `<node id="${each}" lon="${lng}" lat="${lat}">${inside}</node>`);
  const way = fc
    .tuple(id, fc.array(id, { maxLength: 8 }), tags)
    .map(
      ([each, refs, inside]) =>
        `<way id="${each}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}<tag k="highway" v="footway"/>${inside}</way>`,
    );
  const relation = fc
    .tuple(id, fc.array(fc.tuple(id, word), { maxLength: 4 }), tags)
    .map(
      ([each, members, inside]) =>
        `<relation id="${each}">${members.map(([ref, role]) => `<member type="way" ref="${ref}" role="${role}"/>`).join('')}<tag k="type" v="multipolygon"/><tag k="highway" v="pedestrian"/>${inside}</relation>`,
    );
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(node, { maxLength: 14 }),
      fc.array(way, { maxLength: 6 }),
      fc.array(relation, { maxLength: 3 }),
      async (nodes, ways, relations) => {
        const text = `<osm version="0.6">${[...nodes, ...ways, ...relations].join('')}</osm>`;
        if (await take(Buffer.from(text))) accepted++;
      },
    ),
    { numRuns: 800, seed: 44 },
  );
  expect(accepted).toBeGreaterThan(20);
});

test('PBF packed with zstd, and damaged so', async () => {
  const content = zstdCompressSync(Buffer.from('x'.repeat(1000)));
  await fc.assert(
    fc.asyncProperty(damage, async (spoil) => {
      expect(await take(spoil(content))).toBe(false);
    }),
    { numRuns: 50, seed: 45 },
  );
});
