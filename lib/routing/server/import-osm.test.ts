import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodePbf } from '../fixtures/encode-pbf';
import { packNetwork } from '../packed-network';
import { readElements } from './fixtures/read-elements';
import { type ImportedNetwork, type ImportOptions, importOsm } from './import-osm';
import { NetworkImportError } from './network-import-error';

const fixture = path.join(import.meta.dirname, '../fixtures/quarter.osm');
const samples = path.join(import.meta.dirname, '../../../../shared/data');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'import-'));
});
afterAll(() => rm(folder, { recursive: true }));

let written = 0;
async function importBytes(
  bytes: Uint8Array,
  options: Partial<ImportOptions> = {},
): Promise<ImportedNetwork> {
  const file = path.join(folder, `${written++}`);
  await writeFile(file, bytes);
  try {
    return await importOsm({ file, ...options });
  } finally {
    await rm(file);
  }
}

async function codeOf(run: Promise<unknown>): Promise<string> {
  try {
    await run;
    return 'imported';
  } catch (error) {
    if (error instanceof NetworkImportError) return error.code;
    throw error;
  }
}

const readFixture = () => readElements(fixture);
const edgesOf = ({ edges }: ImportedNetwork, id: string) => edges.filter((edge) => edge.id === id);
const way = (id: number, refs: number[], tags: Record<string, string>) => ({
  id,
  refs,
  tags: new Map(Object.entries(tags)),
});
const node = (id: number, lng: number, lat: number, tags: Record<string, string> = {}) => ({
  id,
  lng,
  lat,
  tags: new Map(Object.entries(tags)),
});

describe('a quarter drawn by hand', () => {
  let network: ImportedNetwork;
  beforeAll(async () => {
    network = await importOsm({ file: fixture });
  });

  test('ways are split where they meet, and keep their names', () => {
    const street = edgesOf(network, 'way/100');
    expect(street.map(({ kind, name }) => [kind, name])).toEqual([
      ['street', '中山四路'],
      ['street', '中山四路'],
    ]);
    expect(street[0]?.to).toBe(street[1]?.from);
    expect(street[0]?.lengthMeters).toBeCloseTo(96.7, 0);
  });

  test('counted steps are shared out over the pieces of a flight, and say that they are', () => {
    const steps = edgesOf(network, 'way/101');
    expect(steps.map(({ stepCount }) => stepCount)).toEqual([43, 43]);
    expect(steps[0]).toMatchObject({
      kind: 'steps',
      handrail: 'right',
      surface: 'stone',
      width: 1.8,
      incline: undefined,
      climb: 'up',
      confidence: 'estimate',
    });
  });

  test('an escalator goes one way; a surveyed slope has its sign', () => {
    expect(edgesOf(network, 'way/104')).toMatchObject([{ kind: 'escalator', direction: 'forward' }]);
    expect(edgesOf(network, 'way/103')).toMatchObject([{ incline: -0.08 }]);
  });

  test('a lift in one point joins the floors of its ways', () => {
    const [lift] = edgesOf(network, 'node/9');
    expect(edgesOf(network, 'node/9')).toHaveLength(1);
    expect(lift).toMatchObject({
      kind: 'elevator',
      openingHours: '06:00-23:00',
      fee: 1,
      wheelchair: 'yes',
      lengthMeters: 0,
    });
    const [below, above] = [edgesOf(network, 'way/105')[0], edgesOf(network, 'way/106')[0]];
    expect([below?.level, above?.level]).toEqual([0, 3]);
    expect(new Set([lift?.from, lift?.to])).toEqual(new Set([below?.to, above?.from]));
    expect(below?.to).not.toBe(above?.from);
    expect([below?.to, above?.from].map((end) => network.nodes[end ?? 0]?.level)).toEqual([0, 3]);
  });

  test('a kerb is on the crossing, not on the sidewalk beyond it', () => {
    expect(edgesOf(network, 'way/107')).toMatchObject([
      { kind: 'crossing', kerb: 'raised', tactilePaving: 'no' },
    ]);
    expect(edgesOf(network, 'way/108')).toMatchObject([{ kind: 'sidewalk', kerb: undefined }]);
  });

  test('nobody passes a private gate', () => {
    const [before, behind] = edgesOf(network, 'way/109');
    expect(before?.to).not.toBe(behind?.from);
    expect(network.report.blockedNodes).toBe(1);
  });

  test('the narrowest barrier gives the width', () => {
    expect(edgesOf(network, 'way/120')).toMatchObject([{ width: 0.8 }]);
  });

  test('a condition of hours is kept as hours; another one closes the way', () => {
    expect(edgesOf(network, 'way/110')).toMatchObject([{ openingHours: '06:00-22:00' }]);
    expect(edgesOf(network, 'way/111')).toEqual([]);
    expect(network.report.dropped).toEqual({ private: 1, conditional: 1, 'no-foot': 1 });
  });

  test('a square is crossed where its corners see each other, never over its inner corner', () => {
    const across = edgesOf(network, 'way/112').filter(({ confidence }) => confidence === 'estimate');
    expect(across.map(({ geometry }) => geometry)).toEqual([
      expect.arrayContaining([
        [106.574, 29.56],
        [106.576, 29.561],
      ]),
      expect.arrayContaining([
        [106.574, 29.56],
        [106.575, 29.562],
      ]),
    ]);
    expect(edgesOf(network, 'way/112')).toHaveLength(3 + 2);
  });

  test('a long ferry is cut, and its minutes with it', () => {
    const ferry = edgesOf(network, 'way/116');
    expect(ferry.map(({ kind }) => kind)).toEqual(['ferry', 'ferry', 'ferry']);
    expect(ferry.every(({ lengthMeters }) => lengthMeters <= 6000)).toBe(true);
    expect(ferry.reduce((sum, { rideSeconds = 0 }) => sum + rideSeconds, 0)).toBe(1800);
  });

  test('nodes that are not in the file are counted, not invented', () => {
    expect(edgesOf(network, 'way/117')).toEqual([]);
    expect(network.report.missingNodes).toBe(1);
  });

  test('what nobody surveyed is counted as unknown', () => {
    expect(network.report.unknown.stepCount).toEqual({ edges: 2, unknown: 0 });
    expect(network.report.unknown.kerb).toEqual({ edges: 1, unknown: 0 });
    expect(network.report.unknown.surface.unknown).toBe(network.edges.length - 2);
  });

  test('it can be packed', () => {
    const packed = packNetwork(network.nodes, network.edges, { attribution: 'test', built: '2026-01-01' });
    expect(packed.edgeCount).toBe(network.edges.length);
  });

  test('a box keeps what lies inside', async () => {
    const bbox = [106.5705, 29.5599, 106.5715, 29.5612] as const;
    const part = await importOsm({ file: fixture, bbox });
    expect(new Set(part.edges.map(({ id }) => id))).toEqual(new Set(['way/101', 'way/103']));
    // The whole flight is inside: its steps are still known.
    expect(edgesOf(part, 'way/101').map(({ stepCount }) => stepCount)).toEqual([43, 43]);
  });

  test.each([
    ['dense nodes, zlib', { pack: deflateSync }],
    ['plain nodes, not packed', { isPlain: true }],
    ['another grid', { granularity: 1000, latOffset: 29_500_000_000, lngOffset: -3_000_000 }],
  ])('the same in PBF is the same network: %s', async (_, options) => {
    const { nodes, edges, report } = await importBytes(encodePbf(await readFixture(), options));
    expect(edges).toEqual(
      network.edges.map((edge) => ({
        ...edge,
        lengthMeters: expect.closeTo(edge.lengthMeters, 6),
        geometry: edge.geometry.map(([lng, lat]) => [expect.closeTo(lng, 9), expect.closeTo(lat, 9)]),
      })),
    );
    expect(nodes).toHaveLength(network.nodes.length);
    expect(report.read.ways).toBe(network.report.read.ways);
  });
});

describe('forms of areas and lifts', () => {
  const tower = [
    node(1, 106.57, 29.56),
    node(2, 106.571, 29.56),
    node(3, 106.571, 29.561),
    node(4, 106.57, 29.561),
    node(5, 106.569, 29.56),
    node(6, 106.572, 29.561),
  ];

  test('a multipolygon of two ways is crossed', async () => {
    const { edges, report } = await importBytes(
      encodePbf({
        nodes: tower,
        ways: [
          way(1, [1, 2, 3], { barrier: 'wall' }),
          way(2, [3, 4, 1], {}),
          way(3, [5, 1], { highway: 'footway' }),
          way(4, [3, 6], { highway: 'footway' }),
        ],
        relations: [
          {
            id: 9,
            tags: new Map([
              ['type', 'multipolygon'],
              ['highway', 'pedestrian'],
            ]),
            members: [
              { type: 'way', ref: 1, role: 'outer' },
              { type: 'way', ref: 2, role: 'outer' },
            ],
          },
        ],
      }),
    );
    expect(report.areas).toEqual({ crossed: 1, withoutEntry: 0 });
    expect(edges.filter(({ id }) => id === 'relation/9')).toHaveLength(3);
  });

  test('a lift drawn as its outline joins the ways that meet it', async () => {
    const { edges } = await importBytes(
      encodePbf({
        nodes: tower,
        ways: [
          way(1, [1, 2, 3, 4, 1], { highway: 'elevator', level: '0;1' }),
          way(2, [5, 1], { highway: 'footway', level: '0' }),
          way(3, [3, 6], { highway: 'footway', level: '1' }),
        ],
      }),
    );
    expect(edges.filter(({ kind }) => kind === 'elevator')).toHaveLength(1);
  });

  test('a lift whose upper end alone says its floor has its other floor at the lower one', async () => {
    const { nodes, edges } = await importBytes(
      encodePbf({
        nodes: tower,
        ways: [
          way(1, [1, 2], { highway: 'elevator', level: '-0.5;1' }),
          way(2, [5, 1], { highway: 'footway' }),
          way(3, [2, 6], { highway: 'corridor', level: '1' }),
        ],
      }),
    );
    const lift = edges.find(({ kind }) => kind === 'elevator');
    expect([lift?.from, lift?.to].map((end) => nodes[end ?? 0]?.level)).toEqual([-0.5, 1]);
  });

  test('the middle of stairs between two floors is on neither', async () => {
    const { nodes, edges } = await importBytes(
      encodePbf({
        nodes: tower,
        ways: [
          way(1, [1, 2, 3], { highway: 'steps', level: '0;1' }),
          way(2, [5, 1], { highway: 'corridor', level: '0' }),
          way(3, [2, 6], { highway: 'footway' }),
        ],
      }),
    );
    const [lower, upper] = edgesOf({ nodes, edges } as ImportedNetwork, 'way/1');
    expect([lower?.from, lower?.to, upper?.to].map((end) => nodes[end ?? 0]?.level)).toEqual([
      0,
      undefined,
      1,
    ]);
  });

  test('ways without floors that meet in a lift are joined by it, with little confidence', async () => {
    const { edges } = await importBytes(
      encodePbf({
        nodes: [node(1, 106.57, 29.56, { highway: 'elevator' }), ...tower.slice(1)],
        ways: [way(2, [5, 1], { highway: 'footway' }), way(3, [1, 6], { highway: 'footway' })],
      }),
    );
    expect(edges.filter(({ kind }) => kind === 'elevator')).toMatchObject([{ confidence: 'poor' }]);
  });

  test('a loop with one entry has no edge from a node to itself', async () => {
    const { edges } = await importBytes(
      encodePbf({ nodes: tower, ways: [way(1, [1, 2, 3, 4, 1], { highway: 'footway' })] }),
    );
    expect(edges).toHaveLength(2);
    expect(edges.every(({ from, to }) => from !== to)).toBe(true);
  });
});

describe('bad input', () => {
  test.each([
    ['nothing', '', 'not-osm'],
    ['a page of an error', '<!doctype html><html><body>404</body></html>', 'not-osm'],
    ['other XML', '<gpx version="1.1"></gpx>', 'not-osm'],
    ['text', 'this is no map', 'not-osm'],
    ['packed with gzip', '\x1f\x8b\x08', 'not-osm'],
    ['XML cut off', '<osm version="0.6"><node id="1" lon="1" lat="1"/>', 'truncated'],
    ['XML with a broken tag', '<osm><node id="1" lon=1/></osm>', 'damaged'],
    ['a node nowhere', '<osm><node id="1" lon="181" lat="1"/></osm>', 'damaged'],
    ['no ways', '<osm><node id="1" lon="1" lat="1"/></osm>', 'empty'],
  ])('%s', async (_, text, code) => {
    expect(await codeOf(importBytes(Buffer.from(text, 'latin1')))).toBe(code);
  });

  test('a file that is not there', async () => {
    expect(await codeOf(importOsm({ file: path.join(folder, 'none.osm.pbf') }))).toBe('unreadable');
    expect(await codeOf(importOsm({ file: folder }))).toBe('unreadable');
  });

  test('a box with nothing in it', async () => {
    expect(await codeOf(importOsm({ file: fixture, bbox: [0, 0, 1, 1] }))).toBe('empty');
  });

  test('features this reader does not know', async () => {
    const bytes = encodePbf(await readFixture(), { features: ['OsmSchema-V0.6', 'HistoricalInformation'] });
    expect(await codeOf(importBytes(bytes))).toBe('unsupported');
  });

  test('a block that unpacks to more than it says', async () => {
    const bytes = encodePbf(await readFixture(), {
      pack: (content) => deflateSync(Buffer.concat([content, content])),
    });
    expect(await codeOf(importBytes(bytes))).toBe('damaged');
  });

  test('a block that cannot be unpacked, read ahead of one that takes long', async () => {
    // Too many nodes to be unpacked at once: meanwhile the next block fails, and nobody is waiting for it yet.
    const random = (at: number) => (Math.sin(at) * 1e4) % 1;
    const nodes = Array.from({ length: 40_000 }, (_, at) =>
      node(at + 1, 7 + random(at), 43 + random(-at / 7)),
    );
    const long = encodePbf({ nodes, ways: [] }, { pack: deflateSync });
    const damaged = encodePbf(await readFixture(), { pack: () => Buffer.from('no zlib') });
    const startOfData = damaged.indexOf('OSMData') - 6;
    expect(await codeOf(importBytes(Buffer.concat([long, damaged.subarray(startOfData)])))).toBe('damaged');
  });

  test('every file cut off says so', async () => {
    const bytes = encodePbf(await readFixture(), { pack: deflateSync });
    for (let length = 1; length < bytes.length; length += 7)
      expect(await codeOf(importBytes(bytes.subarray(0, length))), `${length} bytes`).toMatch(
        /^(truncated|not-osm|empty)$/,
      );
  });

  test('random bytes are refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await codeOf(importBytes(bytes))).not.toBe('imported');
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  test.each([
    ['PBF', async () => encodePbf(await readFixture())],
    ['PBF packed', async () => encodePbf(await readFixture(), { pack: deflateSync })],
    ['XML', () => readFile(fixture)],
  ])('changed bytes in %s are an error of the importer or a network, never a crash', async (_, make) => {
    const bytes = await make();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const changed = Buffer.from(bytes);
          for (const [at, value] of changes) changed[at] = value;
          let network: ImportedNetwork;
          try {
            network = await importBytes(changed);
          } catch (error) {
            expect(error).toBeInstanceOf(NetworkImportError);
            return;
          }
          const { nodes, edges } = network;
          packNetwork(nodes, edges, { attribution: '', built: '' });
        },
      ),
      { numRuns: 300, seed: 3 },
    );
  });
});

const monaco = path.join(samples, 'monaco-2021.osm.pbf');
const hsinchu = path.join(samples, 'hsinchu-campus-2021.osm.pbf');

describe.skipIf(!existsSync(monaco))('Monaco (skipped without ../shared/data)', () => {
  test('the whole state with heights', async () => {
    const network = await importOsm({ file: monaco, dem: path.join(samples, 'N43E007.hgt.zip') });
    const { nodes, edges, report } = network;
    expect(nodes.length).toBeGreaterThan(3000);
    expect(edges.length).toBeGreaterThan(4000);
    expect(report.kept.byKind.steps.edges).toBeGreaterThan(250);
    expect(report.kept.byKind.escalator.edges + report.kept.byKind.moving_walkway.edges).toBe(22);
    expect(report.lifts.joined + report.lifts.onOneFloor).toBe(45);
    expect(report.nodesWithElevation / nodes.length).toBeGreaterThan(0.8);
    const highest = Math.max(...nodes.map(({ elevation = 0 }) => elevation));
    expect(highest).toBeGreaterThan(100);
    expect(highest).toBeLessThan(600);
    // A model of the ground makes no slope.
    expect(edges.filter(({ incline }) => incline !== undefined).length).toBeLessThan(20);
    const packed = packNetwork(nodes, edges, {
      attribution: '© OpenStreetMap contributors',
      built: '2026-01-01',
    });
    expect(packed.edgeCount).toBe(edges.length);
  });

  test('every cut is an error', async () => {
    const bytes = await readFile(monaco);
    for (const part of [0.1, 0.35, 0.5, 0.77, 0.999])
      expect(await codeOf(importBytes(bytes.subarray(0, Math.floor(bytes.length * part))))).toBe('truncated');
  });
});

describe.skipIf(!existsSync(hsinchu))('Hsinchu (skipped without ../shared/data)', () => {
  test('Chinese names and floors', async () => {
    const { edges } = await importOsm({ file: hsinchu });
    expect(edges.filter(({ name }) => /\p{Script=Han}/u.test(name ?? '')).length).toBeGreaterThan(100);
    expect(new Set(edges.map(({ level }) => level))).toEqual(new Set([undefined, 0, 0.5, 1, 1.5, 2]));
  });
});
