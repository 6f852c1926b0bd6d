import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { countMarks } from '../fixtures/count-marks';
import { describeDatabases, type TestDatabase } from '../fixtures/databases';
import type { DispatcherSettings } from '../fixtures/dispatcher-process';
import {
  type GeoReportServer,
  misbehaviours,
  seededRandom,
  startGeoReportServer,
} from '../fixtures/geo-report-server';
import { startProcess, type TestProcess } from '../fixtures/processes';
import { seedSuggestions } from '../fixtures/suggestions';

const KILLS = 100;
const TIMEOUT = 180_000;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describeDatabases('killed at any moment', (make) => {
  let database: TestDatabase | undefined;
  let server: GeoReportServer | undefined;
  const running = new Set<TestProcess>();
  afterEach(async () => {
    for (const { child } of running) child.kill('SIGKILL');
    await Promise.all([...running].map(({ ended }) => ended));
    running.clear();
    await server?.close();
    await database?.remove();
    database = undefined;
  });

  test(
    `${KILLS} times portal or dispatcher: every receipt somebody saw is in the store and at the city once`,
    async () => {
      database = await make();
      const random = seededRandom(20_261_126);
      server = await startGeoReportServer({
        services: [{ code: 'lighting' }],
        lateness: 600,
        misbehave: () =>
          random() < 0.3 ? (misbehaviours[Math.floor(random() * misbehaviours.length)] ?? 'none') : 'none',
      });
      // Tables first: who is killed while making them is another test's.
      const store = await database.open();
      await store.db.destroy();

      const { address, keyRing } = database;
      const seen = new Map<string, string>();
      const run = (start: () => TestProcess) => {
        const started = start();
        running.add(started);
        return started;
      };
      const dispatcher: DispatcherSettings = { address, keyRing, open311: server.url };
      let kills = 0;
      /** Starts, waits until it is at work, kills at a random moment, and starts anew. */
      async function torment(start: () => TestProcess) {
        while (kills < KILLS) {
          const started = run(start);
          await started.ready;
          await pause(random() * 250);
          if (kills++ >= KILLS) break;
          started.child.kill('SIGKILL');
          await started.ended;
          running.delete(started);
        }
      }
      const portal = (name: number) => {
        let from = 0;
        return () =>
          startProcess(
            'portal-process',
            { address, keyRing, run: `00000000000${name}`, from, every: 15 },
            (line) => {
              if (!line.startsWith('{')) return;
              const { number, key, reference } = JSON.parse(line) as Record<string, string>;
              expect(seen.get(String(key)) ?? reference).toBe(reference);
              seen.set(String(key), String(reference));
              from = Number(number) + 1;
            },
          );
      };
      const dispatch = () => startProcess('dispatcher-process', dispatcher);
      await Promise.all([torment(portal(1)), torment(portal(2)), torment(dispatch), torment(dispatch)]);
      for (const { child } of running) child.kill('SIGKILL');
      await Promise.all([...running].map(({ ended }) => ended));
      running.clear();

      // What is left is delivered by one that lives.
      const last = run(dispatch);
      const after = await database.open();
      const left = async () =>
        (await after.db.selectFrom('feedback_outbox').select('id').where('state', '<>', 'sent').execute())
          .length;
      while ((await left()) > 0) await pause(200);
      last.child.kill('SIGTERM');
      expect(await last.ended).toBe(0);

      const rows = await after.db
        .selectFrom('feedback_request')
        .select(['reference', 'submission_key', 'doubt'])
        .execute();
      await after.db.destroy();
      const kept = new Map(rows.map((row) => [row.submission_key, row.reference]));
      expect(kept.size).toBe(rows.length);
      for (const [key, reference] of seen) expect(kept.get(key)).toBe(reference);
      const counts = countMarks(server);
      expect(Object.fromEntries(counts)).toEqual(
        Object.fromEntries(rows.map(({ reference }) => [reference, 1])),
      );
      expect(rows.filter(({ doubt }) => doubt)).toEqual([]);
      // The test is worth something only if there was something to lose and to double.
      expect(seen.size).toBeGreaterThan(30);
      expect(server.posts - server.taken.length).toBeGreaterThan(2);
      console.log(`${seen.size} receipts, ${rows.length} kept, ${server.posts} posts, ${kills} kills`);
    },
    TIMEOUT,
  );

  /** Suggestions that wait, and a dispatcher that is killed and started again while it delivers them; at last one may finish. */
  async function killWhileDelivering(settings: object, { count, kills }: { count: number; kills: number }) {
    database ??= await make();
    const store = await database.open();
    const references = await seedSuggestions(store, count);
    await store.db.destroy();
    const { address, keyRing } = database;
    const random = seededRandom(count);
    const dispatch = () => {
      const started = startProcess('dispatcher-process', { address, keyRing, ...settings });
      running.add(started);
      return started;
    };
    for (let kill = 0; kill < kills; kill++) {
      const started = dispatch();
      await started.ready;
      await pause(random() * 60);
      started.child.kill('SIGKILL');
      await started.ended;
      running.delete(started);
    }
    const last = dispatch();
    const after = await database.open();
    const left = async () =>
      (await after.db.selectFrom('feedback_outbox').select('id').where('state', '<>', 'sent').execute())
        .length;
    while ((await left()) > 0) await pause(100);
    last.child.kill('SIGTERM');
    expect(await last.ended).toBe(0);
    const rows = await after.db.selectFrom('feedback_request').select(['reference', 'doubt']).execute();
    await after.db.destroy();
    return { references, rows };
  }

  test(
    'a city that cannot be asked gets the same reference again, and every doubled one is marked',
    async () => {
      server = await startGeoReportServer({
        services: [{ code: 'lighting', type: 'blackbox' }],
        misbehave: (count) => (count % 7 === 3 ? 'lost' : 'none'),
      });
      const { references, rows } = await killWhileDelivering(
        { open311: server.url },
        { count: 200, kills: 10 },
      );
      const counts = countMarks(server);
      expect(references.filter((reference) => !counts.has(reference))).toEqual([]);
      const doubled = references.filter((reference) => (counts.get(reference) ?? 0) > 1);
      expect(doubled.length).toBeGreaterThan(2);
      const marked = new Set(rows.filter(({ doubt }) => doubt).map(({ reference }) => reference));
      expect(doubled.filter((reference) => !marked.has(reference))).toEqual([]);
    },
    TIMEOUT,
  );

  test(
    'an exchange folder gets each suggestion once, whole, while the exchange takes them away',
    async () => {
      const spool = await mkdtemp(path.join(tmpdir(), 'yuwalk-spool-'));
      const taken = new Map<string, number>();
      let isOver = false;
      const exchange = (async () => {
        const outbox = path.join(spool, 'outbox');
        while (!isOver) {
          for (const name of await readdir(outbox).catch(() => [])) {
            const document = JSON.parse(await readFile(path.join(outbox, name, 'request.json'), 'utf8')) as {
              reference: string;
            };
            taken.set(document.reference, (taken.get(document.reference) ?? 0) + 1);
            await rm(path.join(outbox, name), { recursive: true });
          }
          await pause(3);
        }
      })();
      const { references, rows } = await killWhileDelivering({ spool }, { count: 200, kills: 20 });
      await pause(100);
      isOver = true;
      await exchange;
      expect(Object.fromEntries(taken)).toEqual(
        Object.fromEntries(references.map((reference) => [reference, 1])),
      );
      expect(rows.filter(({ doubt }) => doubt)).toEqual([]);
      await rm(spool, { recursive: true });
    },
    TIMEOUT,
  );
});
