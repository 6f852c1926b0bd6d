import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Feature, FeatureCollection } from 'geojson';
import type { Content } from '@/lib/content/check';
import { containsPosition } from '@/lib/geo/position';
import { locales } from '@/lib/i18n/locales';
import type { Place } from '@/lib/places/schema';
import { type BaseData, baseExtent } from '../base-data';

/** A file of content/base. */
export async function readCollection(name: string): Promise<FeatureCollection> {
  return JSON.parse(
    await readFile(path.join(process.cwd(), 'content', 'base', name), 'utf8'),
  ) as FeatureCollection;
}

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
const namesOf = (name: Place['name']) =>
  Object.fromEntries(locales.map((locale) => [`name:${locale}`, name[locale]]));
const point = (id: string, [lng, lat]: readonly [number, number], name: Place['name']): Feature => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [lng, lat] },
  properties: namesOf(name),
});

/** The drawn base: rivers and streets (content/base), the walking network, parks and stations with names in every language. */
export async function readBase({ network, places, stations }: Content): Promise<BaseData> {
  const [water, streets] = await Promise.all([
    readCollection('water.geojson'),
    readCollection('streets.geojson'),
  ]);
  const [west, south, east, north] = baseExtent;
  const ways = network.edges
    // Rides have no ground, and where streets are drawn as streets the network's own would double them.
    .filter(({ kind, geometry, confidence, lengthMeters }) => {
      if (kind === 'cableway' || kind === 'elevator') return false;
      // A straight guess from one station to the next would look like a street.
      if (confidence === 'poor' && lengthMeters > 1000) return false;
      return kind !== 'street' || !geometry.some((position) => containsPosition(baseExtent, position));
    })
    .map(
      ({ id, kind, geometry }): Feature => ({
        type: 'Feature',
        id,
        geometry: { type: 'LineString', coordinates: geometry.map((position) => [...position]) },
        properties: { kind: kind === 'steps' || kind === 'escalator' ? 'steps' : 'path' },
      }),
    );
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    water,
    streets,
    ways: collection(ways),
    parks: collection(
      [...places.values()]
        .filter(({ kind }) => kind === 'park')
        .map(({ id, position, name }) => point(id, position, name)),
    ),
    stations: collection([...stations.values()].map(({ id, position, name }) => point(id, position, name))),
    edge: collection([
      { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: corners } },
    ]),
  };
}
