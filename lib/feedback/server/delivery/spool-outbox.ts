/**
 * The outgoing half of the exchange folder: a delivery becomes a folder of `outbox` whole and once, even where the exchange takes it away at once and we
 * are killed at any step.
 *
 *   1. everything is written to `staging/<name>.<nonce>` and synced
 *   2. `ledger/<name>` comes to hold the nonce, by one link: of several only the first succeeds, and only its folder is ever given out
 *   3. that folder is renamed to `outbox/<name>`
 *
 * Cut off before 2 nothing was given out. After 2 whoever comes next finishes 3, where the folder still is in staging; where it is not, it was given out.
 */
import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { hasCode, makeFolder, syncFolder, writeDurably } from './durable-files';

const foldersOf = (root: string) => ({
  staging: path.join(root, 'staging'),
  ledger: path.join(root, 'ledger'),
  outbox: path.join(root, 'outbox'),
});

async function readNonce(root: string, name: string): Promise<string | undefined> {
  try {
    return await readFile(/* turbopackIgnore: true */ path.join(foldersOf(root).ledger, name), 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function giveOut(root: string, name: string, nonce: string): Promise<void> {
  const { staging, outbox } = foldersOf(root);
  try {
    await rename(
      path.join(/* turbopackIgnore: true */ staging, `${name}.${nonce}`),
      path.join(/* turbopackIgnore: true */ outbox, name),
    );
  } catch (error) {
    // Given out before, and perhaps taken away since.
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  await syncFolder(outbox);
}

/** Whether a delivery was given out; one that was promised but not given is given now. Throws what the file system throws. */
export async function isGivenOut(root: string, name: string): Promise<boolean> {
  const nonce = await readNonce(root, name);
  if (nonce === undefined) return false;
  await giveOut(root, name, nonce);
  return true;
}

/** Gives files out as the folder `outbox/<name>`; a name that was given out before changes nothing. Throws what the file system throws. */
export async function giveOutOnce(
  root: string,
  name: string,
  files: () => Promise<readonly { name: string; content: string | Uint8Array }[]>,
): Promise<void> {
  if (await isGivenOut(root, name)) return;
  const { staging, ledger, outbox } = foldersOf(root);
  await Promise.all([staging, ledger, outbox].map(makeFolder));
  const nonce = randomUUID();
  const own = path.join(/* turbopackIgnore: true */ staging, `${name}.${nonce}`);
  const promise = path.join(/* turbopackIgnore: true */ staging, `${name}.${nonce}.ledger`);
  try {
    await makeFolder(own);
    for (const file of await files())
      await writeDurably(path.join(/* turbopackIgnore: true */ own, file.name), file.content);
    await syncFolder(own);
    await writeDurably(promise, nonce);
    await syncFolder(staging);
    await link(promise, path.join(/* turbopackIgnore: true */ ledger, name));
    await syncFolder(ledger);
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(promise, { force: true });
  }
  await isGivenOut(root, name);
}

/** Takes back what was given out for a suggestion and still lies there, but one folder. Throws what the file system throws. */
export async function takeBack(root: string, reference: string, except: string): Promise<void> {
  const { staging, outbox } = foldersOf(root);
  const names = await readdir(/* turbopackIgnore: true */ outbox).catch(() => []);
  await makeFolder(staging);
  for (const name of names) {
    const isOurs = name.startsWith(`${reference}.`) || name.startsWith(`${reference}-`);
    if (!isOurs || name === except) continue;
    // Out of the exchange's sight as a whole first: nobody takes half a folder.
    const aside = path.join(/* turbopackIgnore: true */ staging, `${name}.${randomUUID()}`);
    try {
      await rename(path.join(/* turbopackIgnore: true */ outbox, name), aside);
    } catch (error) {
      // The exchange was quicker.
      if (hasCode(error, 'ENOENT')) continue;
      throw error;
    }
    await rm(aside, { recursive: true, force: true });
  }
}

/** Takes away what was left in staging by whoever was cut off before the promise, and gives out what was promised. */
export async function sweepStaging(root: string, olderThan: number): Promise<void> {
  const { staging } = foldersOf(root);
  const names = await readdir(/* turbopackIgnore: true */ staging).catch(() => []);
  for (const entry of names) {
    const [, name = '', nonce = ''] = /^(.+)\.([0-9a-f-]{36})(?:\.ledger)?$/.exec(entry) ?? [];
    const age = await stat(path.join(staging, entry)).catch(() => undefined);
    if (!name || !age || age.mtimeMs > olderThan) continue;
    if (!entry.endsWith('.ledger') && (await readNonce(root, name)) === nonce)
      await giveOut(root, name, nonce);
    else await rm(path.join(staging, entry), { recursive: true, force: true });
  }
}
