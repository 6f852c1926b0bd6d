/**
 * npm run bench:feedback [-- --json] [-- --quick]: suggestions sent to the built portal over HTTP as browsers send them, proof of work and all: one instance
 * over SQLite, four over PostgreSQL (left out, by name, where it is not installed). Each receipt is then looked for in the store. The sender runs on the same
 * cores as portals and database; other work on the machine shows in the numbers: run it alone, after `npm run build`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { startPostgres } from '@/lib/feedback/server/fixtures/postgres';
import { openStore } from '@/lib/feedback/server/store';
import { makeKey } from '@/lib/server/vault';
import { type Outcome, sendCrowd, sendSteadily } from './feedback/load';
import { startPortals } from './feedback/portals';
import { makeRequests } from './feedback/requests';
import { printRows, type Row } from './table';

const { values: options } = parseArgs({ options: { json: { type: 'boolean' }, quick: { type: 'boolean' } } });
/** How long a steady stream lasts, in seconds. */
const SECONDS = options.quick ? 5 : 20;
const AT_ONCE = 32;
const rows: Row[] = [];
const say = (text: string) => console.error(text);

/** A phone's photo, about: 1600 × 1200, as the browser sends it after making it smaller. */
const makePhoto = async () => {
  const [width, height] = [1600, 1200];
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 };
  const grain = sharp({ create: { width, height, channels: 3, background: '#888', noise } });
  return new Uint8Array(await grain.blur(2).jpeg({ quality: 82 }).toBuffer());
};

async function measureDatabase({
  database,
  address,
  folder,
  instances,
  perSecond,
}: {
  database: string;
  address: string;
  folder: string;
  instances: number;
  perSecond: number;
}) {
  const keyRing = makeKey('bench');
  // Its tables are made before the portals come; the count of receipts is this one's too.
  const store = await openStore(address, keyRing);
  const portals = await startPortals(instances, {
    VAR_DIR: folder,
    DATA_KEYS: keyRing,
    ...(database === 'PostgreSQL' && { DATABASE_URL: address }),
  });
  const count = async () =>
    new Set(
      (await store.db.selectFrom('feedback_request').select('reference').execute()).map(
        (row) => row.reference,
      ),
    );
  const add = async (name: string, { times, references, refused, seconds }: Outcome) => {
    const inStore = await count();
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number) =>
      Number((sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1));
    rows.push({
      case: name,
      database,
      instances,
      receipts: references.length,
      perSecond: Math.round(references.length / seconds),
      p50Ms: at(0.5),
      p95Ms: at(0.95),
      p99Ms: at(0.99),
      refused: [...refused].map(([why, times]) => `${times} × ${why}`).join(', ') || 0,
      lost: references.filter((reference) => !inStore.has(reference)).length,
    });
  };
  try {
    const make = (number: number, photo?: Uint8Array) => makeRequests(number, store.vault, photo);
    say(`${database}: warming up …`);
    await sendCrowd(portals.ports, await make(instances * (options.quick ? 400 : 3000)), AT_ONCE);
    say(`${database}: ${perSecond} a second …`);
    const steady = await make(perSecond * SECONDS);
    await add(`${perSecond} a second, steadily`, await sendSteadily(portals.ports, steady, perSecond));
    say(`${database}: as many as go …`);
    await add(
      `${AT_ONCE} at a time`,
      await sendCrowd(portals.ports, await make((perSecond * SECONDS) / 2), AT_ONCE),
    );
    const photo = await makePhoto();
    say(`${database}: with a photo of ${Math.round(photo.length / 1000)} kB …`);
    const pictures = await make(SECONDS * 20, photo);
    await add(`8 at a time, each with a photo`, await sendCrowd(portals.ports, pictures, 8));
  } finally {
    await portals.stop();
    await store.db.destroy();
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'yuwalk-bench-'));
try {
  await measureDatabase({
    database: 'SQLite',
    address: path.join(folder, 'yuwalk.sqlite'),
    folder,
    instances: 1,
    perSecond: 200,
  });
  const postgres = await startPostgres();
  if (postgres)
    try {
      await measureDatabase({
        database: 'PostgreSQL',
        address: postgres.address,
        folder,
        instances: 4,
        perSecond: 1000,
      });
    } finally {
      await postgres.stop();
    }
  else say('PostgreSQL is not installed: its rows are left out');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
printRows(rows, options.json);
