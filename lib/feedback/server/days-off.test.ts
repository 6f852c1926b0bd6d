import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { workingDaysBetween } from '../working-days';
import { readCalendar } from './days-off';

test('files of a folder make a calendar; one that is wrong is left out and named', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'days-off-'));
  const write = (name: string, text: string) => writeFile(path.join(folder, name), text);
  await write(
    '2027.yaml',
    'year: 2027\nsource: made up\nchecked: 2026-11-26\noff: [2027-10-01/2027-10-07]\nworked: []\n',
  );
  await write('2028.yaml', 'year: 2028\noff: [\n');
  await write('2029.yaml', 'year: 2029\nsource: made up\nchecked: 2026-11-26\noff: [tomorrow]\nworked: []\n');
  const said = vi.spyOn(console, 'error').mockReturnValue();
  const calendar = await readCalendar(folder);
  expect(calendar.years).toEqual([2027]);
  const at = (day: string) => Date.parse(`${day}T12:00+08:00`);
  expect(workingDaysBetween(at('2027-09-30'), at('2027-10-08'), calendar)).toBe(1);
  expect(said.mock.calls.map(([line]) => line)).toEqual([
    expect.stringContaining('content/days-off/2028.yaml is left out'),
    expect.stringMatching(/content\/days-off\/2029\.yaml is left out: off\.0: a day/),
  ]);
  said.mockRestore();
  await rm(folder, { recursive: true });
  expect((await readCalendar(folder)).years).toEqual([]);
});
