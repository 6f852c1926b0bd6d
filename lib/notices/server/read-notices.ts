import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { environment } from '@/lib/server/env';
import type { NoticeFile } from '../notice';

/** Folder of the notices: content/notices, or where the operator keeps them. */
export const noticesFolder = () => environment.NOTICES_DIR ?? path.join(process.cwd(), 'content/notices');

const listFiles = async (folder: string) =>
  // A portal without notices needs no folder for them.
  (await readdir(/* turbopackIgnore: true */ folder).catch(() => []))
    .filter((name) => name.endsWith('.yaml'))
    .sort();

/** All notice files of a folder, unchecked. */
export async function readNoticeFiles(folder = noticesFolder()): Promise<NoticeFile[]> {
  return Promise.all(
    (await listFiles(folder)).map(async (name) => {
      const file = `notices/${name}`;
      try {
        return {
          file,
          data: parse(await readFile(path.join(/* turbopackIgnore: true */ folder, name), 'utf8')) as unknown,
        };
      } catch (error) {
        return { file, data: undefined, error: (error as Error).message.split('\n')[0] ?? 'cannot be read' };
      }
    }),
  );
}

/** Changes whenever a file of the folder does. */
export async function stampNotices(folder = noticesFolder()): Promise<string> {
  const names = await listFiles(folder);
  const stamps = await Promise.all(
    names.map(async (name) => {
      const { mtimeMs, size } = await stat(path.join(/* turbopackIgnore: true */ folder, name)).catch(() => ({
        mtimeMs: 0,
        size: 0,
      }));
      return `${name} ${mtimeMs} ${size}`;
    }),
  );
  return stamps.join('\n');
}
