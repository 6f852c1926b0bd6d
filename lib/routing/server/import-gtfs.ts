/** Station insides from a GTFS timetable: stops.txt, pathways.txt and levels.txt (gtfs.org/documentation/schedule/reference). */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { distanceMeters, type LngLat } from '@/lib/geo/position';
import type { EdgeKind } from '../network';
import type { EdgeInput, NodeInput } from '../packed-network';
import { parseCsv } from './csv';
import { NetworkImportError } from './network-import-error';
import { isZip, unzip } from './unzip';

const fileNames = ['stops.txt', 'pathways.txt', 'levels.txt', 'agency.txt'] as const;
/** Stops of a whole country take less. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Kind of an edge by `pathway_mode`. Gates are short ways indoors. */
const kinds: Readonly<Record<string, EdgeKind>> = {
  1: 'indoor',
  2: 'steps',
  3: 'moving_walkway',
  4: 'escalator',
  5: 'elevator',
  6: 'indoor',
  7: 'indoor',
};
const ENTRANCE = '2';

export interface ImportedStations {
  nodes: NodeInput[];
  edges: EdgeInput[];
  /** Nodes of entrances: where the stations meet the streets. */
  entrances: number[];
  /** Names of those who run the stations. */
  agencies: string[];
  report: {
    read: { stops: number; pathways: number; levels: number };
    kept: { nodes: number; edges: number };
    dropped: { unknownStop: number; noPosition: number; unknownMode: number };
    /** Nodes that have the position of their station, because they have none of their own. */
    placedAtStation: number;
  };
}

type Row = ReadonlyMap<string, string>;

const wrong = (message: string, cause?: unknown) => new NetworkImportError('not-gtfs', message, { cause });

/** A number of a cell within limits; undefined when the cell is empty or says something else. */
function numberIn(row: Row, name: string, least: number, most: number): number | undefined {
  const text = row.get(name) ?? '';
  const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

async function readFiles(source: string): Promise<Map<string, Buffer>> {
  const unreadable = (error: unknown) => {
    throw new NetworkImportError('unreadable', `${source} cannot be opened`, { cause: error });
  };
  const status = await stat(source).catch(unreadable);
  const found = new Map<string, Buffer>();
  if (status.isDirectory()) {
    for (const name of fileNames) {
      const bytes = await readFile(path.join(source, name)).catch((error: NodeJS.ErrnoException) =>
        error.code === 'ENOENT' ? undefined : unreadable(error),
      );
      if (bytes) found.set(name, bytes);
    }
    return found;
  }
  const content = await readFile(source).catch(unreadable);
  if (!isZip(content)) throw wrong(`${source} is neither a folder nor a zip archive`);
  try {
    const isWanted = (name: string) => fileNames.some((wanted) => wanted === path.posix.basename(name));
    for (const { name, bytes } of unzip(content, isWanted, MOST_BYTES))
      found.set(path.posix.basename(name), bytes);
  } catch (error) {
    throw wrong(`${source} cannot be unpacked`, error);
  }
  return found;
}

function rowsOf(files: ReadonlyMap<string, Buffer>, name: string, key: string): Row[] {
  const bytes = files.get(name);
  if (!bytes) return [];
  let rows: Row[];
  try {
    rows = parseCsv(bytes.toString('utf8'));
  } catch (error) {
    throw wrong(`${name} cannot be read`, error);
  }
  if (rows[0] && !rows[0].has(key)) throw wrong(`${name} has no column ${key}`);
  return rows;
}

function toPosition(row: Row): LngLat | undefined {
  const [lng, lat] = [numberIn(row, 'stop_lon', -180, 180), numberIn(row, 'stop_lat', -90, 90)];
  return lng === undefined || lat === undefined ? undefined : [lng, lat];
}

/** Missing is both ways, but for what moves: that goes one way nobody told. */
function directionOf(isBidirectional: string | undefined, kind: EdgeKind): EdgeInput['direction'] {
  if (isBidirectional === '0') return 'forward';
  const isMoving = kind === 'escalator' || kind === 'moving_walkway';
  return isMoving && isBidirectional !== '1' ? 'unknown' : 'both';
}

/** Attributes of a pathway that are its own. */
function toTraits(row: Row, kind: EdgeKind): Omit<EdgeInput, 'from' | 'to' | 'lengthMeters' | 'geometry'> {
  const stairs = numberIn(row, 'stair_count', -10_000, 10_000);
  const isClimbing = kind === 'steps' || kind === 'escalator';
  const isRide = kind === 'elevator' || kind === 'escalator' || kind === 'moving_walkway';
  const seconds = numberIn(row, 'traversal_time', 1, 60_000);
  return {
    kind,
    id: `pathway/${row.get('pathway_id')}`,
    direction: directionOf(row.get('is_bidirectional'), kind),
    // Positive from the first stop up to the second.
    climb: isClimbing && stairs ? (stairs > 0 ? 'up' : 'down') : undefined,
    stepCount: kind === 'steps' && stairs ? Math.round(Math.abs(stairs)) : undefined,
    // The steepest part; the reference gives it for walkways only.
    incline: kind === 'indoor' ? numberIn(row, 'max_slope', -1, 1) : undefined,
    width: numberIn(row, 'min_width', 0.1, 200),
    rideSeconds: isRide && seconds !== undefined ? Math.round(seconds) : undefined,
    covered: kind === 'indoor' ? 'yes' : undefined,
    name: row.get('signposted_as') || undefined,
    confidence: 'sourced',
  };
}

/**
 * Reads the insides of stations from a folder or a zip archive. Throws NetworkImportError when it is no GTFS or has no pathways.
 */
export async function importGtfs(source: string): Promise<ImportedStations> {
  const files = await readFiles(source);
  if (!files.has('stops.txt')) throw wrong(`${source} has no stops.txt`);
  const stops = new Map(rowsOf(files, 'stops.txt', 'stop_id').map((row) => [row.get('stop_id') ?? '', row]));
  const pathways = rowsOf(files, 'pathways.txt', 'pathway_mode');
  const levelRows = rowsOf(files, 'levels.txt', 'level_index');
  const levels = new Map(
    levelRows.map((row) => [row.get('level_id'), numberIn(row, 'level_index', -63, 63)]),
  );

  const nodes: NodeInput[] = [];
  const edges: EdgeInput[] = [];
  const entrances: number[] = [];
  const made = new Map<string, number>();
  const dropped = { unknownStop: 0, noPosition: 0, unknownMode: 0 };
  let placedAtStation = 0;

  const nodeOf = (id: string, row: Row): number | undefined => {
    const known = made.get(id);
    if (known !== undefined) return known;
    let position = toPosition(row);
    // Boarding areas hang on platforms, platforms on stations.
    for (let parent = row, up = 0; !position && up < 3; up++) {
      const next = stops.get(parent.get('parent_station') ?? '');
      if (!next) return undefined;
      parent = next;
      position = toPosition(parent);
      if (position) placedAtStation++;
    }
    if (!position) return undefined;
    const node = nodes.push({ position, level: levels.get(row.get('level_id')) }) - 1;
    made.set(id, node);
    if (row.get('location_type') === ENTRANCE) entrances.push(node);
    return node;
  };

  for (const row of pathways) {
    const mode = row.get('pathway_mode') ?? '';
    const kind = Object.hasOwn(kinds, mode) ? kinds[mode] : undefined;
    const [fromId = '', toId = ''] = [row.get('from_stop_id'), row.get('to_stop_id')];
    const [fromStop, toStop] = [stops.get(fromId), stops.get(toId)];
    if (!kind) dropped.unknownMode++;
    else if (!fromStop || !toStop || fromId === toId) dropped.unknownStop++;
    else {
      const [from, to] = [nodeOf(fromId, fromStop), nodeOf(toId, toStop)];
      const [a, b] = [nodes[from ?? -1], nodes[to ?? -1]];
      if (from === undefined || to === undefined || !a || !b) {
        dropped.noPosition++;
        continue;
      }
      const level = levels.get(fromStop.get('level_id'));
      edges.push({
        ...toTraits(row, kind),
        from,
        to,
        geometry: [a.position, b.position],
        lengthMeters: numberIn(row, 'length', 0, 20_000) ?? distanceMeters(a.position, b.position),
        level: level === levels.get(toStop.get('level_id')) ? level : undefined,
      });
    }
  }
  if (edges.length === 0)
    throw new NetworkImportError('empty', `${source} says nothing about the insides of stations`);
  return {
    nodes,
    edges,
    entrances,
    agencies: rowsOf(files, 'agency.txt', 'agency_name').flatMap((row) => row.get('agency_name') || []),
    report: {
      read: { stops: stops.size, pathways: pathways.length, levels: levelRows.length },
      kept: { nodes: nodes.length, edges: edges.length },
      dropped,
      placedAtStation,
    },
  };
}
