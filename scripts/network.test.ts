import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { decodeNetwork } from '../lib/routing/network-file';

const root = path.join(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(tmpdir(), 'network-'));
afterAll(() => rmSync(folder, { recursive: true }));
const osm = path.join(root, 'lib/routing/fixtures/quarter.osm');
const output = path.join(folder, 'out.network');

/** Runs the command. */
function run(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/tsx/dist/cli.mjs'), 'scripts/network.ts', ...options],
    { cwd: root, encoding: 'utf8', timeout: 30_000 },
  );
  return { status, stdout, stderr };
}

test('a network of streets and a station is written and reported', () => {
  const feed = {
    'stops.txt': 'stop_id,stop_lat,stop_lon,location_type\nE,29.560045,106.5705,2\nP,29.5603,106.5705,0\n',
    'pathways.txt': 'pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional\na,E,P,2,1\n',
  };
  for (const [name, text] of Object.entries(feed)) writeFileSync(path.join(folder, name), text);
  const { status, stdout } = run('--osm', osm, '--gtfs', folder, '-o', output);
  expect(status).toBe(0);
  expect(JSON.parse(stdout.slice(0, stdout.lastIndexOf('}') + 1))).toMatchObject({
    stations: { read: { pathways: 1 }, entrances: { joined: 1, unjoined: 0 } },
  });
  expect(decodeNetwork(readFileSync(output)).strings).toContain('pathway/a');
  expect(existsSync(`${output}.partial`)).toBe(false);
});

test('a feed that cannot be used stops it with a sentence and leaves no file', () => {
  const none = path.join(folder, 'none.zip');
  const target = path.join(folder, 'other.network');
  const { status, stderr } = run('--osm', osm, '--gtfs', none, '-o', target);
  expect(status).toBe(1);
  expect(stderr.trim()).toBe(`${none} cannot be opened`);
  expect(existsSync(target)).toBe(false);
});

test('two extracts are refused: nobody is to believe that both were read', () => {
  const target = path.join(folder, 'two.network');
  const { status, stderr } = run('--osm', osm, '--osm', osm, '-o', target);
  expect(status).toBe(1);
  expect(stderr).toContain('--osm is given twice: one is wanted');
  expect(existsSync(target)).toBe(false);
});
