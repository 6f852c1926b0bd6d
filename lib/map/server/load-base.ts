import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FeatureCollection } from 'geojson';
import type { BaseData } from '../base-data';

async function readCollection(name: string): Promise<FeatureCollection> {
  return JSON.parse(
    await readFile(path.join(process.cwd(), 'content', 'base', name), 'utf8'),
  ) as FeatureCollection;
}

let loading: Promise<BaseData> | undefined;

/** The drawn base's rivers and streets (content/base). */
export function loadBase(): Promise<BaseData> {
  loading ??= Promise.all([readCollection('water.geojson'), readCollection('streets.geojson')]).then(
    ([water, streets]) => ({
      water,
      streets,
    }),
  );
  return loading;
}
