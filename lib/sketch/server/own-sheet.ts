/** An illustrator's own sheet of a walk: `content/walks/<slug>/sheet.(svg|png|jpg)` and beside it `sheet.yaml`. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import {
  type SheetFacts,
  type SheetPicture,
  sheetPictures,
  sheetSchema,
  toControlPoints,
} from '../sheet-points';
import { makeWarp, type Warp } from '../warp';
import type { Picture } from '../warp-checks';
import { WarpError } from '../warp-error';
import { OwnSheetError, type OwnSheetErrorCode, type SheetProblem } from './own-sheet-error';
import { readSvg } from './own-svg';
import { PictureFault } from './picture-fault';
import { readRaster } from './raster';

const FACTS = 'sheet.yaml';
const MOST_BYTES = 20_000_000;

export interface OwnSheet {
  /** Id of the walk. */
  walk: string;
  /** The picture on the disk. */
  picturePath: string;
  facts: SheetFacts;
  warp: Warp;
}

/** File name of the picture beside the generated sheets. */
export const ownSheetFile = (walk: string, picture: string): string => `${walk}-own${path.extname(picture)}`;

/** Reads and checks the sheet of a walk's folder in `content/`; undefined where it has none. Throws OwnSheetError. */
export async function readOwnSheet(contentFolder: string, walk: string): Promise<OwnSheet | undefined> {
  const folder = path.join(contentFolder, 'walks', walk);
  const fileOf = (name: string) => `content/walks/${walk}/${name}`;
  const refuse = (code: OwnSheetErrorCode, name: string, field: string, reason: string, cause?: unknown) =>
    new OwnSheetError(code, [{ file: fileOf(name), field, reason }], { cause });

  const names = (await readdir(folder)).filter((name) => /^sheet\./i.test(name)).sort();
  if (names.length === 0) return undefined;
  const isPicture = (name: string): name is SheetPicture =>
    (sheetPictures as readonly string[]).includes(name);
  const unknown = names.find((name) => name !== FACTS && !isPicture(name));
  if (unknown)
    throw refuse(
      'unknown-file',
      unknown,
      '(file)',
      `a sheet is ${FACTS} and one of ${sheetPictures.join(', ')}`,
    );
  const [picture, other] = names.filter(isPicture);
  if (!picture)
    throw refuse('missing', FACTS, 'picture', `the picture is not there: ${sheetPictures.join(', ')}`);
  if (other) throw refuse('several', other, '(file)', `${picture} is there too: one picture is wanted`);
  if (!names.includes(FACTS)) throw refuse('missing', picture, '(file)', `${FACTS} is not there`);

  const facts = await readFacts(path.join(folder, FACTS), fileOf(FACTS));
  if (facts.picture !== picture)
    throw refuse('missing', FACTS, 'picture', `${facts.picture} is not there, but ${picture} is`);
  const picturePath = path.join(folder, picture);
  const stats = await stat(picturePath);
  if (!stats.isFile()) throw refuse('not-a-picture', picture, '(file)', 'is no file');
  if (stats.size > MOST_BYTES)
    throw refuse('too-heavy', picture, '(file)', `${(stats.size / 1e6).toFixed(1)} MB; 20 are taken at most`);
  let size: Picture;
  try {
    size = await readPicture(picture, await readFile(picturePath));
  } catch (error) {
    if (!(error instanceof PictureFault)) throw error;
    throw refuse(error.code, picture, '(file)', error.message, error);
  }
  if (size.width !== facts.width || size.height !== facts.height)
    throw refuse(
      'size',
      FACTS,
      size.width === facts.width ? 'height' : 'width',
      `${facts.width} × ${facts.height} pixels, but ${picture} has ${size.width} × ${size.height}`,
    );
  try {
    const warp = makeWarp(toControlPoints(facts), facts, facts.smoothing);
    return { walk, picturePath, facts, warp };
  } catch (error) {
    if (!(error instanceof WarpError)) throw error;
    const field = error.points.length === 1 ? `points.${error.points[0]}` : 'points';
    throw refuse('points', FACTS, field, error.message, error);
  }
}

const readPicture = (name: SheetPicture, bytes: Uint8Array): Promise<Picture> =>
  name === 'sheet.svg' ? readSvg(bytes) : readRaster(bytes, name === 'sheet.png' ? 'png' : 'jpeg');

async function readFacts(factsPath: string, file: string): Promise<SheetFacts> {
  let data: unknown;
  try {
    data = parse(await readFile(factsPath, 'utf8'));
  } catch (cause) {
    const reason = (cause as Error).message.split('\n')[0] ?? 'cannot be read';
    throw new OwnSheetError('facts', [{ file, field: '(file)', reason: `no YAML: ${reason}` }], { cause });
  }
  const result = sheetSchema.safeParse(data);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue): SheetProblem => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : '';
    const field = [...issue.path, unknown].filter((part) => part !== '').join('.');
    return { file, field: field || '(file)', reason: issue.message };
  });
  throw new OwnSheetError('facts', problems);
}

/** The sheets of all walks that have one, and what is wrong with the others. */
export async function readOwnSheets(
  contentFolder: string,
): Promise<{ sheets: OwnSheet[]; problems: SheetProblem[] }> {
  const [sheets, problems]: [OwnSheet[], SheetProblem[]] = [[], []];
  const entries = await readdir(path.join(contentFolder, 'walks'), { withFileTypes: true });
  // One after the other: pictures are large.
  for (const { name } of entries
    .filter((entry) => entry.isDirectory())
    .sort((a, b) => (a.name < b.name ? -1 : 1)))
    try {
      const sheet = await readOwnSheet(contentFolder, name);
      if (sheet) sheets.push(sheet);
    } catch (error) {
      if (!(error instanceof OwnSheetError)) throw error;
      problems.push(...error.problems);
    }
  return { sheets, problems };
}
