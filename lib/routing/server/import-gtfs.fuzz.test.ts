import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { damage } from '../fixtures/mutate';
import { packNetwork } from '../packed-network';
import { makeZip } from './fixtures/make-zip';
import { importGtfs } from './import-gtfs';
import { joinStations } from './join-stations';
import { NetworkImportError } from './network-import-error';

const feed = {
  'stops.txt': `stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,level_id
S,"Station, 大",29.56,106.57,1,,
E,出口 1,29.5601,106.5701,2,S,street
H,"Hall ""A""",,,3,S,hall
P,Platform,29.5602,106.5702,0,S,deep
`,
  'levels.txt': 'level_id,level_index\r\nstreet,0\r\nhall,-1\r\ndeep,-2.5\r\n',
  'pathways.txt': `pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional,length,traversal_time,stair_count,max_slope,min_width
a,E,H,2,1,20,,-40,,1.8
b,H,P,4,0,,45,,,
c,E,P,5,1,,60,,,0.9
d,H,P,1,1,12.5,,,0.05,
`,
} as const;
const streets = {
  nodes: [{ position: [106.57, 29.56] as const }, { position: [106.571, 29.56] as const }],
  edges: [
    {
      kind: 'street' as const,
      from: 0,
      to: 1,
      lengthMeters: 97,
      geometry: [[106.57, 29.56] as const, [106.571, 29.56] as const],
    },
  ],
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gtfs-fuzz-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Imports, joins and packs; undefined when the feed was refused by name. */
async function take(zip: Buffer) {
  const file = path.join(folder, 'feed.zip');
  await writeFile(file, zip);
  try {
    const stations = await importGtfs(file);
    const { nodes, edges } = joinStations(streets, stations);
    packNetwork(nodes, edges, { attribution: '', built: '' });
    return stations;
  } catch (error) {
    expect(error).toBeInstanceOf(NetworkImportError);
    return undefined;
  }
}

test('a damaged archive is refused, or says what it said', async () => {
  const whole = await take(makeZip(feed));
  await fc.assert(
    fc.asyncProperty(damage, fc.boolean(), async (spoil, isStored) => {
      const stations = await take(spoil(makeZip(feed, isStored)));
      // Only the list of files has no checksum: one may be missing, none may be another.
      if (stations?.report.read.levels) expect(stations).toEqual(whole);
    }),
    { numRuns: 400, seed: 21 },
  );
});

test('damaged text is refused or makes a network that fits the file', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...(Object.keys(feed) as (keyof typeof feed)[])),
      damage,
      async (name, spoil) => {
        await take(makeZip({ ...feed, [name]: spoil(Buffer.from(feed[name])) }));
      },
    ),
    { numRuns: 600, seed: 22 },
  );
});

test('cells of any content too', async () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'E',
      'H',
      'P',
      'S',
      '1',
      '2',
      '5',
      '-1',
      '1e9',
      '99999999999999999999',
      '-90',
      '__proto__',
    ),
    fc.stringMatching(/^[0-9a-zA-Z.+-]{0,12}$/),
  );
  const table = (names: string) =>
    fc
      .array(fc.array(cell, { maxLength: 11 }), { maxLength: 8 })
      .map((rows) => [names, ...rows.map((row) => row.join(','))].join('\n'));
  const heads = Object.fromEntries(
    Object.entries(feed).map(([name, text]) => [name, text.split(/\r?\n/)[0] ?? '']),
  );
  await fc.assert(
    fc.asyncProperty(
      table(heads['stops.txt'] ?? ''),
      table(heads['levels.txt'] ?? ''),
      table(heads['pathways.txt'] ?? ''),
      fc.boolean(),
      async (stops, levels, pathways, isMixed) => {
        await take(
          makeZip({
            'stops.txt': isMixed ? feed['stops.txt'] : stops,
            'levels.txt': levels,
            'pathways.txt': pathways,
          }),
        );
      },
    ),
    { numRuns: 500, seed: 23 },
  );
});
