import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(tmpdir(), 'places-'));
afterAll(() => rmSync(folder, { recursive: true }));
const list = path.join(folder, '公厕.csv');
writeFileSync(list, '名称,类别,经度,纬度\n解放碑公厕,公厕,106.5771,29.5572\n,医院,106.57,29.56\n');
const output = path.join(folder, 'out.geojson');

/** Runs the command. */
function run(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/tsx/dist/cli.mjs'), 'scripts/places.ts', ...options],
    { cwd: root, encoding: 'utf8', timeout: 30_000 },
  );
  return { status, stdout, stderr };
}

test('without a datum a list is refused, and nothing is written', () => {
  const { status, stderr } = run('--csv', list, '-o', output);
  expect(status).toBe(1);
  expect(stderr).toMatch(/wgs84, gcj02 or bd09 has to be named/);
  expect(existsSync(output)).toBe(false);
});

test('a list is written whole, its bad rows told by line', () => {
  const { status, stdout, stderr } = run('--csv', list, '--datum', 'gcj02', '-o', output);
  expect(status).toBe(0);
  expect(stderr).toBe(`${list}:3: left out: no name\n`);
  expect(JSON.parse(stdout)).toMatchObject({ kept: { toilet: 1 }, dropped: 1, withoutWheelchair: 1 });
  const { features } = JSON.parse(readFileSync(output, 'utf8'));
  expect(features[0].geometry.coordinates).toEqual([
    expect.closeTo(106.57336, 3),
    expect.closeTo(29.56011, 3),
  ]);
  expect(readdirSync(folder).sort()).toEqual(['out.geojson', '公厕.csv']);
});
