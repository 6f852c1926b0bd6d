/** The incoming half of the exchange folder: files the city puts into `inbox`, read, and filed away once they are kept. */
import { readdir, readFile, realpath, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { isReference } from '../../code';
import type { BackendUpdate } from './backend';
import { toCityUpdate } from './city-update';
import { hasCode, makeFolder, syncFolder, writeDurably } from './durable-files';
import { readDocument, readRequests } from './geo-report';

/** A file that cannot be read may still be being written; after a minute it is not. */
const SETTLING = 60_000;
const FILE_LIMIT = 5_000_000;
const PHOTO_LIMIT = 15_000_000;
/** Files read in one go. */
const FILES_AT_ONCE = 200;

/** Our reference of what a partner names: a mark may stand for it. */
export const referenceOf = (named: string | undefined): string | undefined => {
  const reference = named?.trim().toUpperCase().split('-')[0];
  return reference !== undefined && isReference(reference) ? reference : undefined;
};

/**
 * Updates out of a document of the city's own making (a file, a callback): GeoReport requests with our `reference`, and if it likes with one of our states
 * as `state`. Throws Error with a reason where one of them cannot be understood.
 */
export function readUpdates(
  body: string,
  now: number,
): { reference: string; update: BackendUpdate['update']; photo?: string }[] {
  return readRequests(readDocument(body)).map((row, index) => {
    const reference = referenceOf(row.reference);
    if (!reference) throw new Error(`item ${index + 1}: no reference of ours`);
    const update = toCityUpdate(row, {}, now);
    if (!update) throw new Error(`item ${index + 1}: neither a state nor words`);
    if (row.photo !== undefined && !/^\w[\w.-]*\.(jpe?g|png|webp)$/i.test(row.photo))
      throw new Error(
        `item ${index + 1}: photo: the name of a JPEG, PNG or WebP file beside this one is wanted`,
      );
    return { reference, update, ...(row.photo && { photo: row.photo }) };
  });
}

export interface InboxFile {
  name: string;
  updates: BackendUpdate[];
  /** Files that belong to it. */
  photos: string[];
}

/** A photo beside the document: within the inbox, whatever its name says. */
async function readPhoto(inbox: string, name: string): Promise<Uint8Array> {
  const [root, file] = await Promise.all([realpath(inbox), realpath(path.join(inbox, name))]);
  if (path.dirname(file) !== root) throw new Error('photo: not in the inbox');
  if ((await stat(file)).size > PHOTO_LIMIT) throw new Error('photo: too large');
  return readFile(file);
}

async function move(inbox: string, folder: string, name: string): Promise<boolean> {
  await makeFolder(path.join(inbox, folder));
  try {
    await rename(path.join(inbox, name), path.join(inbox, folder, name));
    await syncFolder(path.join(inbox, folder));
    return true;
  } catch (error) {
    // Another dispatcher was quicker.
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/** Puts a file aside, with the reason beside it for whoever sent it. */
export async function reject(inbox: string, name: string, reason: string): Promise<void> {
  if (!(await move(inbox, 'rejected', name))) return;
  const file = path.join(inbox, 'rejected', `${name}.reason.txt`);
  await writeDurably(file, `${reason}\n`).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error;
  });
}

/** Files away what was kept. */
export async function fileAway(inbox: string, { name, photos }: InboxFile): Promise<void> {
  for (const photo of photos) await move(inbox, 'done', photo);
  await move(inbox, 'done', name);
}

/** The files that wait, read; those that are wrong are put aside. Names that begin with a dot or end in .part or .tmp are still being written. */
export async function readInbox(inbox: string, now = Date.now()): Promise<InboxFile[]> {
  await makeFolder(inbox);
  const entries = await readdir(/* turbopackIgnore: true */ inbox, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && /^[^.].*\.(json|xml)$/i.test(entry.name))
    .map(({ name }) => name)
    .sort()
    .slice(0, FILES_AT_ONCE);
  const files: InboxFile[] = [];
  for (const name of names) {
    const file = path.join(inbox, name);
    try {
      const { size, mtimeMs } = await stat(file);
      if (size > FILE_LIMIT) {
        await reject(inbox, name, `larger than ${FILE_LIMIT} bytes`);
        continue;
      }
      try {
        const updates = readUpdates(await readFile(file, 'utf8'), now);
        files.push({
          name,
          photos: updates.flatMap(({ photo }) => photo ?? []),
          updates: updates.map(({ photo, ...update }) => ({
            ...update,
            ...(photo && { photo: () => readPhoto(inbox, photo) }),
          })),
        });
      } catch (error) {
        if (hasCode(error, 'ENOENT')) continue;
        if (now - mtimeMs < SETTLING) continue;
        await reject(inbox, name, error instanceof Error ? error.message : 'cannot be read');
      }
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error;
    }
  }
  return files;
}
