/** Files that are there whole or not at all, and still there after a power cut. */
import { mkdir, open } from 'node:fs/promises';

/** Writes the entries of a folder to the disk: a file that is on it does not help where its name is not. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(/* turbopackIgnore: true */ folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Writes a new file to the disk. Throws where there is one of that name. */
export async function writeDurably(file: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(/* turbopackIgnore: true */ file, 'wx', 0o640);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export const makeFolder = (folder: string) => mkdir(/* turbopackIgnore: true */ folder, { recursive: true });

/** Whether an error of the file system has one of these codes. */
export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  codes.includes((error as NodeJS.ErrnoException)?.code ?? '');
