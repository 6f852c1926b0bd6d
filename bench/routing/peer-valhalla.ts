import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { profiles } from '@/lib/routing/profiles';
import { QUARTER_SECONDS } from './engine';
import { osmOf } from './osm-file';
import type { Peer, Source } from './peers';
import type { Question } from './questions';

/** The part of its interface used here: the portal is checked without its packages. Text in, text out: no JSON is built or read in the loop. */
export interface Valhalla {
  Actor: new (
    config: object,
  ) => { route(query: string): Promise<string>; isochrone(query: string): Promise<string> };
  getConfig(options: { tileDir: string; tileExtract: string }): Promise<object>;
}

const generated = path.join(import.meta.dirname, 'generated');
const costing = {
  costing: 'pedestrian',
  costing_options: { pedestrian: { walking_speed: profiles.walk.metersPerSecond * 3.6 } },
};

/** Builds its tiles with its own builder; the package has the programs beside the binding. */
export async function buildTiles({ getConfig }: Valhalla, osmFile: string, name: string): Promise<object> {
  const tileDir = path.join(generated, `${name}-tiles`);
  rmSync(tileDir, { recursive: true, force: true });
  mkdirSync(tileDir, { recursive: true });
  const config = await getConfig({ tileDir, tileExtract: '' });
  const configFile = path.join(generated, `${name}-valhalla.json`);
  writeFileSync(configFile, JSON.stringify(config));
  const cli = createRequire(import.meta.url)
    .resolve('@valhallajs/valhallajs')
    .replace('index.js', 'bin/valhalla-cli.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'build_tiles', '-c', configFile, path.resolve(osmFile)],
    {
      // It leaves lists of what it did not like where it runs.
      cwd: generated,
      encoding: 'utf8',
      maxBuffer: 1e9,
    },
  );
  if (status !== 0) throw new Error(`no tiles: ${`${stderr}${stdout}`.trim().split('\n').at(-1)}`);
  return config;
}

/** The C++ router in its Node binding: snaps and tells the way; judges stairs by a flat penalty. */
export async function makeValhallaPeer({ network, osmFile, graph }: Source): Promise<Peer> {
  const valhalla: Valhalla = createRequire(import.meta.url)('@valhallajs/valhallajs');
  mkdirSync(generated, { recursive: true });
  const name = graph.graph.replace(/\W+/g, '-');
  let file = osmFile;
  if (!file) {
    file = path.join(generated, `${name}.osm.pbf`);
    writeFileSync(file, osmOf(network));
  }
  const actor = new valhalla.Actor(await buildTiles(valhalla, file, name));
  const place = ([lon, lat]: Question['from']) => ({ lon, lat });
  // Asked for again and again in the same words, so they are written once.
  const routes = new WeakMap<Question, string>();
  const reaches = new WeakMap<Question, string>();
  const write = (texts: WeakMap<Question, string>, question: Question, query: () => object) => {
    const text = texts.get(question) ?? JSON.stringify({ ...costing, ...query() });
    texts.set(question, text);
    return text;
  };
  return {
    routeCase: 'route and directions, a walker',
    note: 'JSON text, not read',
    route: (question) =>
      actor
        .route(write(routes, question, () => ({ locations: [place(question.from), place(question.to)] })))
        .catch(() => undefined),
    isFound: (answer) => answer !== undefined,
    reach: (question) =>
      actor.isochrone(
        write(reaches, question, () => ({
          locations: [place(question.from)],
          contours: [{ time: QUARTER_SECONDS / 60 }],
          polygons: true,
        })),
      ),
  };
}
