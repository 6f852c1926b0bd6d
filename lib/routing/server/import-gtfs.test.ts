import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packNetwork } from '../packed-network';
import { parseCsv } from './csv';
import { importGtfs } from './import-gtfs';
import { joinStations } from './join-stations';
import { NetworkImportError } from './network-import-error';

const stops = `\uFEFFstop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,level_id
S,"Station, 大",29.56,106.57,1,,
E,出口 1,29.5601,106.5701,2,S,street
H,Hall,,,3,S,hall
P,Platform,29.5602,106.5702,0,S,deep
`;
const levels = 'level_id,level_index\r\nstreet,0\r\nhall,-1\r\ndeep,-2.5\r\n';
const pathways = `pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional,length,traversal_time,stair_count,max_slope,min_width
a,E,H,2,1,20,,-40,,1.8
b,H,P,4,0,,45,,,
c,E,P,5,1,,60,,,0.9
d,E,missing,1,1,,,,,
e,E,P,99,1,,,,,
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gtfs-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(files: Record<string, string>): Promise<string> {
  const target = await mkdtemp(path.join(folder, 'feed-'));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(target, name), text);
  return target;
}

const codeOf = (run: Promise<unknown>) =>
  run.then(
    () => 'imported',
    (error: unknown) => (error instanceof NetworkImportError ? error.code : String(error)),
  );

describe('the inside of a station', () => {
  test('stairs are counted, escalators go one way, lifts have their ride', async () => {
    const source = await write({ 'stops.txt': stops, 'levels.txt': levels, 'pathways.txt': pathways });
    const { nodes, edges, entrances, report } = await importGtfs(source);
    expect(edges).toMatchObject([
      { kind: 'steps', stepCount: 40, climb: 'down', lengthMeters: 20, width: 1.8, direction: 'both' },
      { kind: 'escalator', direction: 'forward', rideSeconds: 45 },
      { kind: 'elevator', rideSeconds: 60, width: 0.9 },
    ]);
    expect(entrances.map((entrance) => nodes[entrance]?.position)).toEqual([[106.5701, 29.5601]]);
    expect(report.dropped).toEqual({ unknownStop: 1, noPosition: 0, unknownMode: 1 });
    expect(report.placedAtStation).toBe(1);
    packNetwork(nodes, edges, { attribution: '', built: '' });
  });

  test('what the feed leaves open stays open: which way an escalator runs', async () => {
    const rows = ['a,E,P,4,', 'b,E,P,3,', 'c,E,P,4,1', 'd,P,E,2,', 'e,E,P,2,1'].join('\n');
    const source = await write({
      'stops.txt': stops,
      'levels.txt': levels,
      'pathways.txt': `pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional\n${rows}\n`,
    });
    const { nodes, edges } = await importGtfs(source);
    expect(edges.map(({ direction }) => direction)).toEqual(['unknown', 'unknown', 'both', 'both', 'both']);
    expect(nodes.map(({ level }) => level)).toEqual([0, -2.5]);
  });

  test('an entrance is joined to the street beside it, and to none far away', async () => {
    const stations = await importGtfs(await write({ 'stops.txt': stops, 'pathways.txt': pathways }));
    const street = (lng: number) => ({
      nodes: [{ position: [lng, 29.56] as const }, { position: [lng, 29.561] as const }],
      edges: [
        {
          kind: 'street' as const,
          from: 0,
          to: 1,
          lengthMeters: 111,
          geometry: [[lng, 29.56] as const, [lng, 29.561] as const],
        },
      ],
    });
    const near = joinStations(street(106.5702), stations);
    expect(near.report).toEqual({ entrances: { joined: 1, unjoined: 0 }, leftOut: { nodes: 0, edges: 0 } });
    expect(near.edges.at(-1)).toMatchObject({ kind: 'footway', confidence: 'poor' });
    const far = joinStations(street(106.58), stations);
    expect(far.report).toEqual({ entrances: { joined: 0, unjoined: 1 }, leftOut: { nodes: 3, edges: 3 } });
    expect(far.edges).toHaveLength(1);
  });

  test.each([
    ['no stops', { 'pathways.txt': pathways }, 'not-gtfs'],
    ['no pathways', { 'stops.txt': stops }, 'empty'],
    ['other columns', { 'stops.txt': 'a,b\n1,2\n', 'pathways.txt': pathways }, 'not-gtfs'],
    ['a broken quote', { 'stops.txt': 'stop_id\n"a"b\n', 'pathways.txt': pathways }, 'not-gtfs'],
  ])('%s is refused', async (_, files, code) => {
    expect(await codeOf(importGtfs(await write(files as Record<string, string>)))).toBe(code);
  });

  test('a feed that is not there', async () => {
    expect(await codeOf(importGtfs(path.join(folder, 'none')))).toBe('unreadable');
  });
});

describe('comma-separated text', () => {
  test('quotes hold commas, lines and quotes; short rows have empty cells', () => {
    expect(
      parseCsv('a,b,c\r\n"1,2","x\ny","say ""hi"""\n4\n\n5,,\n').map((row) => [...row.values()]),
    ).toEqual([
      ['1,2', 'x\ny', 'say "hi"'],
      ['4', '', ''],
      ['5', '', ''],
    ]);
  });
  test('any text is read or refused, never a hang', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab,"\r\n ]{0,80}$/), (text) => {
        try {
          expect(parseCsv(text)).toBeInstanceOf(Array);
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
        }
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});
