import { afterEach, expect, test } from 'vitest';
import { countMarks } from '../fixtures/count-marks';
import { describeDatabases, type TestDatabase } from '../fixtures/databases';
import {
  type GeoReportServer,
  misbehaviours,
  seededRandom,
  startGeoReportServer,
} from '../fixtures/geo-report-server';
import { startProcess, type TestProcess } from '../fixtures/processes';
import { seedSuggestions } from '../fixtures/suggestions';

const DISPATCHERS = 4;
const TIMEOUT = 240_000;
/** As many as the portal has, about: a city's list of one of them is short. */
const services = Array.from({ length: 20 }, (_, index) => ({ code: `service-${index}` }));

describeDatabases('a city that fails half the time', (make, name) => {
  // Each write of SQLite waits for the disk and for the three others.
  const COUNT = name === 'postgres' ? 10_000 : 3000;
  let database: TestDatabase | undefined;
  let server: GeoReportServer | undefined;
  let processes: TestProcess[] = [];
  afterEach(async () => {
    for (const { child } of processes) child.kill('SIGKILL');
    await Promise.all(processes.map(({ ended }) => ended));
    processes = [];
    await server?.close();
    await database?.remove();
    database = undefined;
  });

  test(
    `${COUNT} suggestions by ${DISPATCHERS} dispatchers: none lost, none doubled`,
    async () => {
      database = await make();
      const store = await database.open();
      const references = await seedSuggestions(store, COUNT, { kinds: services.map(({ code }) => code) });
      const random = seededRandom(6);
      server = await startGeoReportServer({
        services,
        lateness: 1500,
        misbehave: () =>
          random() < 0.5 ? (misbehaviours[Math.floor(random() * misbehaviours.length)] ?? 'none') : 'none',
      });
      const { address, keyRing } = database;
      // One connection of SQLite in this process is enough, and two would wait for each other.
      const settings = {
        address,
        keyRing,
        open311: server.url,
        lease: 20_000,
        timeout: 1200,
        settling: 1500,
        concurrency: 16,
      };
      const begin = performance.now();
      processes = Array.from({ length: DISPATCHERS }, () => startProcess('dispatcher-process', settings));
      const left = async () =>
        Number(
          (
            await store.db
              .selectFrom('feedback_outbox')
              .select(({ fn }) => fn.countAll().as('count'))
              .where('state', '<>', 'sent')
              .executeTakeFirstOrThrow()
          ).count,
        );
      while ((await left()) > 0) await new Promise((resolve) => setTimeout(resolve, 250));
      const seconds = (performance.now() - begin) / 1000;
      for (const { child } of processes) child.kill('SIGTERM');
      // Each ends by itself, cleanly.
      expect(await Promise.all(processes.map(({ ended }) => ended))).toEqual([0, 0, 0, 0]);

      const counts = countMarks(server);
      expect(counts.size).toBe(references.length);
      expect(references.filter((reference) => counts.get(reference) !== 1)).toEqual([]);
      const rows = await store.db.selectFrom('feedback_request').select(['doubt', 'backend_id']).execute();
      expect(rows.filter(({ doubt, backend_id }) => doubt !== 0 || backend_id === null)).toEqual([]);
      expect(new Set(rows.map(({ backend_id }) => backend_id)).size).toBe(references.length);
      console.log(`${seconds.toFixed(1)} s, ${server.posts} posts, ${server.gets.length} questions`);
      await store.db.destroy();
    },
    TIMEOUT,
  );
});
