import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { codesAt } from '../area';
import { readAreas } from './areas';

const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const feature = (level: string, code: string, coordinates: unknown, type = 'Polygon') => ({
  type: 'Feature',
  properties: { level, code, source: 'test', checked: '2026-11-26' },
  geometry: { type, coordinates },
});

test('codes of the areas around a point, holes and several parts included', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'areas-'));
  const put = (name: string, features: unknown[]) =>
    writeFile(path.join(folder, name), JSON.stringify({ type: 'FeatureCollection', features }));
  await put('a.geojson', [
    feature('district', '500103', [square(106.5, 29.5, 0.1), square(106.54, 29.54, 0.02)]),
    feature(
      'street',
      '500103001',
      [[square(106.5, 29.5, 0.01)], [square(106.58, 29.58, 0.01)]],
      'MultiPolygon',
    ),
  ]);
  await put('b.geojson', [feature('grid', 'G-1', [square(106.585, 29.585, 0.001)])]);
  const areas = await readAreas(folder);
  expect(codesAt(areas, [106.5855, 29.5855])).toEqual({
    district: '500103',
    street: '500103001',
    grid: 'G-1',
  });
  expect(codesAt(areas, [106.505, 29.505])).toEqual({ district: '500103', street: '500103001' });
  expect(codesAt(areas, [106.55, 29.55])).toEqual({});
  expect(codesAt(areas, [106.7, 29.55])).toEqual({});
  await put('b.geojson', [feature('planet', 'x', [square(0, 0, 1)])]);
  await expect(readAreas(folder)).rejects.toThrow('content/areas/b.geojson');
  await rm(folder, { recursive: true });
  expect(await readAreas(folder)).toEqual([]);
});
