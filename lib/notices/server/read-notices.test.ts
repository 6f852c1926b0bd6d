import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readNoticeFiles, stampNotices } from './read-notices';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'notices-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a folder that is not there holds no notices', async () => {
  expect(await readNoticeFiles(path.join(folder, 'nowhere'))).toEqual([]);
});
test('times stay text, and what is no YAML says so', async () => {
  await writeFile(
    path.join(folder, 'a.yaml'),
    'id: a\nfrom: 2026-11-25T08:00:00+08:00\nchecked: 2026-11-25\n',
  );
  await writeFile(path.join(folder, 'b.yaml'), 'id: [\n');
  await writeFile(path.join(folder, 'README.md'), 'not a notice');
  const [a, b, ...others] = await readNoticeFiles(folder);
  expect(a).toEqual({
    file: 'notices/a.yaml',
    data: { id: 'a', from: '2026-11-25T08:00:00+08:00', checked: '2026-11-25' },
  });
  expect(b).toMatchObject({ file: 'notices/b.yaml', data: undefined });
  expect(b?.error).toBeTruthy();
  expect(others).toEqual([]);
});
test('the stamp changes with a file, and only then', async () => {
  const before = await stampNotices(folder);
  expect(await stampNotices(folder)).toBe(before);
  await utimes(path.join(folder, 'a.yaml'), new Date(0), new Date(0));
  expect(await stampNotices(folder)).not.toBe(before);
});
