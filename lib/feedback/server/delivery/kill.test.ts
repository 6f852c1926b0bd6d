import { afterEach, expect, test } from 'vitest';
import { countMarks } from '../fixtures/count-marks';
import { describeDatabases, type TestDatabase } from '../fixtures/databases';
import type { DispatcherSettings } from '../fixtures/dispatcher-process';
import {
  type GeoReportServer,
  type Misbehaviour,
  seededRandom,
  startGeoReportServer,
} from '../fixtures/geo-report-server';
import { startProcess, type TestProcess } from '../fixtures/processes';

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
      const behaviours: Misbehaviour[] = [
        'error-before',
        'error-after',
        'down',
        'lost',
        'cut',
        'double',
        'garbled',
        'late',
      ];
      server = await startGeoReportServer({
        services: [{ code: 'lighting' }],
        lateness: 600,
        misbehave: () =>
          random() < 0.3 ? (behaviours[Math.floor(random() * behaviours.length)] ?? 'none') : 'none',
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
      expect(seen.size).toBeGreaterThan(100);
      expect(server.posts - server.taken.length).toBeGreaterThan(5);
      console.log(`${seen.size} receipts, ${rows.length} kept, ${server.posts} posts, ${kills} kills`);
    },
    TIMEOUT,
  );
});
