import type { LineString, MultiLineString } from 'geojson';
import { expect, test } from 'vitest';
import { loadContent } from '@/lib/content/server/load-content';
import { distanceMeters } from '@/lib/geo/position';
import { readGround } from './read-ground';

const { stations } = await loadContent();
const { rail, streets } = await readGround();

test('a line of the metro runs from one of its stations to the next, over no bridge but a known one', () => {
  expect(rail.features.length).toBeGreaterThan(5);
  const bridgeEnds = streets.features
    .filter(({ properties }) => properties?.class === 'bridge')
    .flatMap(({ geometry }) => (geometry as MultiLineString).coordinates)
    .flatMap((part) => [part[0], part.at(-1)]);
  for (const { properties, geometry } of rail.features) {
    const { coordinates } = geometry as LineString;
    const isStation = coordinates.map(([lng = 0, lat = 0]) =>
      [...stations.values()].some(
        ({ lines, position }) =>
          lines.includes(String(properties?.line)) && distanceMeters(position, [lng, lat]) < 1,
      ),
    );
    expect([isStation[0], isStation.at(-1)]).toEqual([true, true]);
    coordinates.forEach(([lng = 0, lat = 0], index) => {
      if (!isStation[index])
        expect(
          bridgeEnds.some((end) => end && distanceMeters([end[0] ?? 0, end[1] ?? 0], [lng, lat]) < 1),
          `${properties?.line} at ${lng},${lat}`,
        ).toBe(true);
    });
  }
});
