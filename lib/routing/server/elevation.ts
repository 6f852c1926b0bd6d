/** Heights of a place from an SRTM tile (.hgt): a fallback for nodes nobody surveyed. It sees the ground, never a bridge or a podium. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LngLat } from '@/lib/geo/position';
import { NetworkImportError } from './network-import-error';
import { isZip, unzip } from './unzip';

/** Posts along a side of the two resolutions: 1 and 3 arc seconds. The last row and column are the neighbour tile's first. */
const SIDES = [3601, 1201] as const;
const VOID = -32768;
const LARGEST_TILE_BYTES = 3601 * 3601 * 2;

export interface ElevationModel {
  /** Metres above sea level; undefined outside the tiles and where one of the posts around is void. */
  sample(position: LngLat): number | undefined;
}

const wrong = (message: string, cause?: unknown) =>
  new NetworkImportError('not-elevation', message, { cause });

/** A tile from its bytes; its south-west corner is in its name, as in N29E106.hgt. Throws NetworkImportError. */
export function readTile(name: string, bytes: Buffer): ElevationModel {
  const corner = /([NS])(\d{2})([EW])(\d{3})/i.exec(path.basename(name));
  if (!corner) throw wrong(`${name} does not say which tile it is: N29E106.hgt is the form`);
  const south = Number(corner[2]) * (corner[1]?.toUpperCase() === 'S' ? -1 : 1);
  const west = Number(corner[4]) * (corner[3]?.toUpperCase() === 'W' ? -1 : 1);
  const side = SIDES.find((posts) => posts * posts * 2 === bytes.length);
  if (!side) throw wrong(`${name} is no elevation tile of 1 or 3 arc seconds: ${bytes.length} bytes`);
  // Rows run from north to south.
  const post = (column: number, row: number) => bytes.readInt16BE(2 * (row * side + column));
  return {
    sample([lng, lat]) {
      const x = (lng - west) * (side - 1);
      const y = (south + 1 - lat) * (side - 1);
      if (!(x >= 0 && y >= 0 && x <= side - 1 && y <= side - 1)) return undefined;
      const [column, row] = [Math.min(Math.floor(x), side - 2), Math.min(Math.floor(y), side - 2)];
      const [right, down] = [x - column, y - row];
      let height = 0;
      for (const [atColumn, atRow, weight] of [
        [column, row, (1 - right) * (1 - down)],
        [column + 1, row, right * (1 - down)],
        [column, row + 1, (1 - right) * down],
        [column + 1, row + 1, right * down],
      ] as const) {
        // On a post, rounding leaves the others a share too small to matter.
        if (weight < 1e-6) continue;
        const value = post(atColumn, atRow);
        if (value === VOID) return undefined;
        height += weight * value;
      }
      return height;
    },
  };
}

/** Reads tiles, `.hgt` or zipped. Throws NetworkImportError when one cannot be read or is none. */
export async function loadElevation(files: readonly string[]): Promise<ElevationModel> {
  const tiles = await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file).catch((error: unknown) => {
        throw new NetworkImportError('unreadable', `${file} cannot be opened`, { cause: error });
      });
      if (!isZip(content)) return readTile(file, content);
      let entry: { name: string; bytes: Buffer } | undefined;
      try {
        [entry] = unzip(content, (name) => /\.hgt$/i.test(name), LARGEST_TILE_BYTES);
      } catch (error) {
        throw wrong(`${file} cannot be unpacked`, error);
      }
      if (!entry) throw wrong(`${file} has no .hgt tile in it`);
      return readTile(entry.name, entry.bytes);
    }),
  );
  return {
    sample(position) {
      for (const tile of tiles) {
        const height = tile.sample(position);
        if (height !== undefined) return height;
      }
      return undefined;
    },
  };
}
