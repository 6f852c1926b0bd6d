import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { type DaysOff, daysOffSchema, toCalendar } from '../days-off';
import type { WorkCalendar } from '../working-days';

/** The files of a folder of announcements, unchecked; none where there is no such folder. */
export async function readDaysOff(
  folder: string,
): Promise<{ file: string; data: unknown; error?: string }[]> {
  const names = await readdir(/* turbopackIgnore: true */ folder).catch(() => []);
  return Promise.all(
    names
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map(async (name) => {
        const file = `content/days-off/${name}`;
        try {
          const text = await readFile(path.join(/* turbopackIgnore: true */ folder, name), 'utf8');
          return { file, data: parse(text) as unknown };
        } catch (error) {
          return {
            file,
            data: undefined,
            error: (error as Error).message.split('\n')[0] ?? 'cannot be read',
          };
        }
      }),
  );
}

const reasonsOf = ({ issues }: z.ZodError) =>
  issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`).join('; ');

/** The calendar of a folder. A file that is wrong is left out and told to the operator's log; the content check would have stopped it. */
export async function readCalendar(folder: string): Promise<WorkCalendar> {
  const announced: DaysOff[] = [];
  for (const { file, data, error } of await readDaysOff(folder)) {
    const read = daysOffSchema.safeParse(data);
    if (read.success) announced.push(read.data);
    else console.error(`${file} is left out: ${error ?? reasonsOf(read.error)}`);
  }
  return toCalendar(announced);
}

export const daysOffFolder = () => path.join(process.cwd(), 'content/days-off');

let loading: Promise<WorkCalendar> | undefined;

/** The calendar of this installation, read once per process. */
export function loadCalendar(): Promise<WorkCalendar> {
  loading ??= readCalendar(daysOffFolder());
  return loading;
}
