import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');

/** What each room of lib may import: its own room always; the rest as drawn in the README. */
const mayImport: Record<string, readonly string[]> = {
  geo: [],
  i18n: [],
  routing: ['geo'],
  places: ['geo', 'i18n'],
  walks: ['geo', 'i18n', 'routing', 'places'],
  circle: ['geo', 'i18n', 'routing', 'places'],
  sketch: ['geo', 'i18n', 'routing', 'walks', 'places'],
  map: ['geo', 'i18n'],
  feedback: ['geo', 'i18n'],
  notices: ['geo', 'i18n', 'routing', 'places'],
  content: ['geo', 'i18n', 'routing', 'places', 'walks', 'sketch', 'notices', 'circle', 'feedback'],
  server: [],
};
/** Loaders of a subject read through lib/content/server; OpenStreetMap is read in lib/routing/server, the drawn base in lib/map/server. */
const serverMayImport = ['content', 'notices', 'routing', 'server', 'places', 'i18n', 'map'];

interface Import {
  file: string;
  target: string;
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

function importsOf(file: string): Import[] {
  const source = readFileSync(path.join(root, file), 'utf8');
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) => {
    if (target.startsWith('@/')) return { file, target: target.slice(2) };
    if (target.startsWith('.')) return { file, target: path.join(path.dirname(file), target) };
    return { file, target: `package:${target}` };
  });
}

const all = ['app', 'components', 'lib'].flatMap(sourcesBelow).flatMap(importsOf);
const say = ({ file, target }: Import) => `${file} -> ${target}`;
const isServer = (target: string) => /^lib\/(\w+\/)?server\//.test(target);

describe('imports point one way', () => {
  test('there is something to hold the rules against', () => {
    expect(all.length).toBeGreaterThan(100);
  });
  test('lib knows neither components nor app; components do not know app', () => {
    const wrong = all.filter(
      ({ file, target }) =>
        (file.startsWith('lib/') && /^(app|components)\//.test(target)) ||
        (file.startsWith('components/') && target.startsWith('app/')),
    );
    expect(wrong.map(say)).toEqual([]);
  });
  test('inside lib a room imports only the rooms drawn', () => {
    const wrong = all.filter(({ file, target }) => {
      if (!file.startsWith('lib/') || !target.startsWith('lib/')) return false;
      const [room = '', other = ''] = [file.split('/')[1], target.split('/')[1]];
      const allowed = [room, ...(mayImport[room] ?? []), ...(isServer(file) ? serverMayImport : [])];
      return !allowed.includes(other);
    });
    expect(wrong.map(say)).toEqual([]);
  });
  test('only app, scripts and server folders import a server folder', () => {
    const wrong = all.filter(
      ({ file, target }) => isServer(target) && !file.startsWith('app/') && !isServer(file),
    );
    expect(wrong.map(say)).toEqual([]);
  });
  test('outside server folders lib is isomorphic: no node:, react, next or map engine', () => {
    const wrong = all.filter(
      ({ file, target }) =>
        file.startsWith('lib/') &&
        !isServer(file) &&
        // next-intl's own configuration has to say how it is set up.
        !file.startsWith('lib/i18n/') &&
        /^package:(node:|react|next|mapbox-gl|contentlayer)/.test(target),
    );
    expect(wrong.map(say)).toEqual([]);
  });
  test('map engines stay behind the map room', () => {
    const wrong = all.filter(
      ({ file, target }) =>
        /^package:(react-map-gl|mapbox-gl)/.test(target) && !file.startsWith('components/map/'),
    );
    expect(wrong.map(say)).toEqual([]);
  });
  test('contentlayer is read in one place', () => {
    const readers = all
      .filter(({ target }) => target === 'package:contentlayer/generated')
      .map(({ file }) => file);
    expect(readers).toEqual(['lib/content/server/load-content.ts']);
  });
  test('no room is called utils, helpers or common', () => {
    const files = ['app', 'components', 'lib'].flatMap(sourcesBelow);
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common)(\/|\.)/.test(file))).toEqual([]);
  });
});
