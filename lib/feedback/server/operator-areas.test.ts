import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { loadDelivery } from './delivery/load-delivery';
import { claim } from './delivery/outbox';
import { toSpoolDocument } from './delivery/spool-backend';
import { describeDatabases } from './fixtures/databases';
import { submissionOf } from './fixtures/submissions';
import { useStore } from './fixtures/use-store';
import { submit } from './submit';

let home: string;
beforeAll(async () => {
  // The very example of content/README.md, laid where an operator lays it.
  const guide = await readFile('content/README.md', 'utf8');
  const [, example = ''] = /## Areas[\s\S]*?```json\n([\s\S]*?)```/.exec(guide) ?? [];
  home = await mkdtemp(path.join(tmpdir(), 'operator-'));
  await mkdir(path.join(home, 'content/areas'), { recursive: true });
  await writeFile(path.join(home, 'content/areas/yuzhong.geojson'), example);
  vi.spyOn(process, 'cwd').mockReturnValue(home);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await rm(home, { recursive: true });
});

describeDatabases('an operator’s areas', (make) => {
  const open = useStore(make);

  test('their codes are kept with a suggestion and reach the city', async () => {
    const store = await open();
    await submit(store, { submission: submissionOf() });
    await submit(store, {
      submission: submissionOf({ location: { how: 'point', position: [106.5, 29.56] } }),
    });
    const rows = await store.db
      .selectFrom('feedback_request')
      .select(['area', 'district'])
      .orderBy('district')
      .execute();
    expect(rows).toContainEqual({ area: '{"district":"500103","grid":"JFB-07"}', district: '500103' });
    expect(rows).toContainEqual({ area: null, district: null });
    const claimed = await claim(store, { worker: 'test', limit: 2, now: Date.now(), lease: 1000 });
    const documents = await Promise.all(
      claimed.map(async (row) => {
        const delivery = await loadDelivery(store, row, { kinds: [], findArea: async () => undefined });
        return delivery && toSpoolDocument(delivery, []);
      }),
    );
    expect(documents).toContainEqual(
      expect.objectContaining({ area: { district: '500103', grid: 'JFB-07' } }),
    );
  });
});
