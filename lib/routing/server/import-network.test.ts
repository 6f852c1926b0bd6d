import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packNetwork } from '../packed-network';
import { profiles } from '../profiles';
import { Router } from '../router';
import { makeZip } from './fixtures/make-zip';
import { importNetwork } from './import-network';
import { NetworkImportError } from './network-import-error';

const osm = path.join(import.meta.dirname, '../fixtures/quarter.osm');
/** An exit 5 m north of 中山四路 between its junctions, forty steps down to a platform; and a station in another town. */
const feed = (lat = 29.560045) => ({
  'agency.txt': 'agency_name,agency_url\n重庆轨道交通,https://example.org\n',
  'stops.txt': `stop_id,stop_lat,stop_lon,location_type,parent_station,level_id
E,${lat},106.5705,2,,0
P,${lat + 0.0003},106.5705,0,,-2
F,30.1,106.57,2,,
Q,30.1003,106.57,0,,
`,
  'levels.txt': 'level_id,level_index\n0,0\n-2,-2\n',
  'pathways.txt': `pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional,length,stair_count
a,E,P,2,1,30,-40
b,F,Q,2,1,30,
c,E,X,1,1,30,
`,
});

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'network-'));
});
afterAll(() => rm(folder, { recursive: true }));
async function write(name: string, content: string | Buffer): Promise<string> {
  await writeFile(path.join(folder, name), content);
  return path.join(folder, name);
}
const errorOf = (run: Promise<unknown>) =>
  run.then(
    () => 'imported',
    (error: unknown) => (error instanceof NetworkImportError ? error : String(error)),
  );

describe('streets and a station', () => {
  test('from the street down to the platform is one way, and the report says what became of the feed', async () => {
    const gtfs = await write('feed.zip', makeZip(feed()));
    const { nodes, edges, attribution, report } = await importNetwork({ file: osm, gtfs });
    expect(attribution).toBe('© OpenStreetMap contributors, ODbL 1.0; 重庆轨道交通');
    expect(report.stations).toEqual({
      read: { stops: 4, pathways: 3, levels: 2 },
      kept: { nodes: 4, edges: 2 },
      dropped: { unknownStop: 1, noPosition: 0, unknownMode: 0 },
      placedAtStation: 0,
      entrances: { joined: 1, unjoined: 1 },
      leftOut: { nodes: 2, edges: 1 },
    });
    expect(report.kept.edges).toBe(edges.length);
    expect(report.unknown.stepCount).toEqual({ edges: 3, unknown: 0 });
    const router = new Router(packNetwork(nodes, edges, { attribution, built: '2026-01-01' }));
    const result = router.findRoute({
      from: [106.57, 29.56],
      to: [106.5705, 29.560345],
      profile: profiles.walk,
    });
    expect(result).toMatchObject({ kind: 'route', route: { stepsDown: 40, stepsUp: 0 } });
    if (result.kind !== 'route') return;
    expect(result.route.legs.find(({ kind }) => kind === 'steps')).toMatchObject({ levels: [0, -2] });
  });

  test('without a feed nothing changes', async () => {
    const { attribution, report } = await importNetwork({ file: osm });
    expect(attribution).toBe('© OpenStreetMap contributors, ODbL 1.0');
    expect(report.stations).toBeUndefined();
  });
});

describe('what cannot be used is named', () => {
  test("another city's feed", async () => {
    const gtfs = await write('far.zip', makeZip(feed(29.9)));
    const error = await errorOf(importNetwork({ file: osm, gtfs }));
    expect(error).toMatchObject({
      code: 'empty',
      message: expect.stringContaining('far.zip: none of its 2'),
    });
  });
  test('a feed that is none, one that is not there, and a street file that is none', async () => {
    const text = await write('feed.txt', 'hello');
    const none = path.join(folder, 'none.zip');
    expect(await errorOf(importNetwork({ file: osm, gtfs: text }))).toMatchObject({ code: 'not-gtfs' });
    expect(await errorOf(importNetwork({ file: osm, gtfs: none }))).toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining(none),
    });
    expect(await errorOf(importNetwork({ file: text }))).toMatchObject({
      code: 'not-osm',
      message: expect.stringMatching(/feed\.txt: /),
    });
  });
  test('the file inside the feed, and the tile', async () => {
    const gtfs = await write('columns.zip', makeZip({ ...feed(), 'stops.txt': 'a,b\n1,2\n' }));
    expect(await errorOf(importNetwork({ file: osm, gtfs }))).toMatchObject({
      code: 'not-gtfs',
      message: expect.stringMatching(/columns\.zip: stops\.txt/),
    });
    const dem = await write('tile.hgt', 'hello');
    expect(await errorOf(importNetwork({ file: osm, dem }))).toMatchObject({
      code: 'not-elevation',
      message: expect.stringMatching(/^\S*tile\.hgt/),
    });
  });
});
