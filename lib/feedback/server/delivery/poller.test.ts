import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, expect, test } from 'vitest';
import { findMedia } from '../find-media';
import { describeDatabases } from '../fixtures/databases';
import { type GeoReportServer, startGeoReportServer } from '../fixtures/geo-report-server';
import { submissionOf } from '../fixtures/submissions';
import { useStore } from '../fixtures/use-store';
import type { Store } from '../store';
import { enqueue, submit } from '../submit';
import { readCallback } from './callback';
import { keepUpdates } from './keep-updates';
import { makeOpen311Backend } from './open311-backend';
import { claim, settle } from './outbox';
import { pollIntervals, pollOnce } from './poller';
import { makeSpoolBackend } from './spool-backend';

const { signal } = new AbortController();
const MINUTE = 60_000;

describeDatabases('answers', (make) => {
  const open = useStore(make);
  let server: GeoReportServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  /** A suggestion received an hour ago that stands at the city under an id. */
  async function deliver(store: Store, id: string | undefined, token?: string) {
    const then = Date.now() - 60 * MINUTE;
    const { reference } = await submit(store, { submission: submissionOf({ kind: 'lighting' }), now: then });
    const [row] = await claim(store, { worker: 'test', limit: 1, now: then, lease: 1000 });
    if (!row) throw new Error('nothing to claim');
    await settle(store, row, { result: 'accepted', ...(id && { id }), ...(token && { token }) }, then);
    return reference;
  }
  const stand = (store: Store, reference: string) =>
    store.db
      .selectFrom('feedback_request')
      .selectAll()
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
  const events = (store: Store) =>
    store.db
      .selectFrom('feedback_event')
      .select(['state', 'text', 'photo'])
      .where('by', '=', 'city')
      .orderBy('at')
      .execute();

  async function startCity() {
    server = await startGeoReportServer({ services: [{ code: 'lighting' }] });
    await fetch(new URL('requests.json', server.url), {
      method: 'POST',
      body: new URLSearchParams({ service_code: 'lighting', description: 'x' }),
    });
    const [row] = server.taken;
    if (!row) throw new Error('nothing taken');
    return { row, backend: makeOpen311Backend({ url: server.url, timeout: 1000 }), city: server };
  }

  test('out of order, repeated, taken back: the state moves forward in time only', async () => {
    const store = await open();
    const { row, backend } = await startCity();
    const reference = await deliver(store, row.id);
    const start = Date.now() - 50 * MINUTE;
    let clock = Date.now();
    const say = async (changes: object) => {
      Object.assign(row, { notes: undefined, agency: undefined, ...changes });
      clock += 2 * 24 * 60 * MINUTE;
      await pollOnce(store, backend, { signal, now: clock });
      return (await stand(store, reference)).state;
    };
    expect(await say({ status: 'open', agency: '照明处', updated: start })).toBe('assigned');
    expect(await say({ status: 'closed', notes: '已换灯泡。', updated: start + 10 * MINUTE })).toBe(
      'answered',
    );
    expect(await say({ status: 'open', notes: '已派工。', updated: start + 5 * MINUTE })).toBe('answered');
    expect(await say({ status: 'closed', notes: '已换灯泡。', updated: start + 10 * MINUTE })).toBe(
      'answered',
    );
    expect((await events(store)).map(({ state }) => state)).toEqual(['assigned', 'in-progress', 'answered']);
    expect(await say({ status: 'open', updated: start + 20 * MINUTE })).toBe('assigned');
    expect((await stand(store, reference)).agency).toBe('照明处');
  });

  test('two words in one second, and a city whose clock is slow', async () => {
    const store = await open();
    const { row, backend } = await startCity();
    const reference = await deliver(store, row.id);
    const updated = Date.now() - 600 * MINUTE;
    Object.assign(row, { agency: '照明处', updated });
    await pollOnce(store, backend, { signal });
    expect((await stand(store, reference)).state).toBe('assigned');
    Object.assign(row, { status: 'closed', updated });
    await pollOnce(store, backend, { signal, now: Date.now() + pollIntervals.fresh.every + 1 });
    expect((await stand(store, reference)).state).toBe('answered');
  });

  test('who is asked for when: not twice, not by two, not while a reopening is on its way', async () => {
    const store = await open();
    const { row, backend, city } = await startCity();
    const reference = await deliver(store, row.id);
    await submit(store, { submission: submissionOf() });
    const rounds = await Promise.all([1, 2, 3].map(() => pollOnce(store, backend, { signal })));
    expect(rounds.map(({ asked }) => asked).sort()).toEqual([0, 0, 1]);
    const later = (minutes: number) =>
      pollOnce(store, backend, { signal, now: Date.now() + minutes * MINUTE });
    expect((await later(10)).asked).toBe(0);
    expect((await later(16)).asked).toBe(1);
    await enqueue(store.db, { reference, kind: 'reopen', now: Date.now() });
    expect((await later(40)).asked).toBe(0);
    expect(city.gets.filter((path) => path.startsWith('/requests'))).toHaveLength(2);
  });

  test('a token becomes an id, and many pollers at once write each word once', async () => {
    const store = await open();
    const other = store.isPostgres ? await open() : store;
    const { row, backend } = await startCity();
    Object.assign(row, { token: 'token-7', status: 'closed', notes: '好了。', updated: Date.now() - MINUTE });
    const reference = await deliver(store, undefined, 'token-7');
    await pollOnce(store, backend, { signal });
    expect(await stand(store, reference)).toMatchObject({ backend_id: row.id, state: 'answered' });
    const { updates } = await backend.poll([await stand(store, reference)], signal);
    await Promise.all([store, other, store, other].map((each) => keepUpdates(each, updates, { signal })));
    expect(await events(store)).toHaveLength(1);
  });

  test('the photo of an answer is made anew, kept once, and not sent back to the city', async () => {
    const store = await open();
    const { row, backend, city } = await startCity();
    city.photo = await sharp({ create: { width: 8, height: 6, channels: 3, background: 'red' } })
      .withExif({ IFD0: { Copyright: 'secret' } })
      .png()
      .toBuffer();
    Object.assign(row, { status: 'closed', updated: Date.now() - MINUTE, media: `${city.url}photos/1.png` });
    const reference = await deliver(store, row.id);
    const { updates } = await backend.poll([await stand(store, reference)], signal);
    await Promise.all([1, 2].map(() => keepUpdates(store, updates, { signal })));
    const photos = await store.db.selectFrom('feedback_photo').selectAll().execute();
    expect(photos).toMatchObject([{ reference, width: 8, height: 6, published: 0, position: 1000 }]);
    const [photo] = photos;
    expect((await events(store))[0]?.photo).toBe(photo?.id);
    const bytes = await findMedia(`${photo?.id}.jpg`, store);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 8 });
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect(await findMedia('0123456789012345678901.jpg', store)).toBeUndefined();
    expect(await findMedia(`${photo?.id}`, store)).toBeUndefined();
  });

  test('an answer whose photo cannot be had is an answer', async () => {
    const store = await open();
    const reference = await deliver(store, '1');
    const update = { key: 'a', at: Date.now(), state: 'answered' as const, text: '好了。' };
    const photo = () => Promise.reject(new Error('gone'));
    await keepUpdates(store, [{ reference, update, photo }], { signal });
    expect(await events(store)).toEqual([{ state: 'answered', text: '好了。', photo: null }]);
  });

  test('files of the inbox are filed away once they are kept, and read by several at once harmlessly', async () => {
    const store = await open();
    const reference = await deliver(store, undefined);
    const root = await mkdtemp(path.join(tmpdir(), 'spool-'));
    const inbox = path.join(root, 'inbox');
    await mkdir(inbox);
    await writeFile(
      path.join(inbox, 'a.json'),
      JSON.stringify([
        { reference, status: 'closed', status_notes: '好了。', updated_datetime: '2026-11-26' },
      ]),
    );
    const backend = makeSpoolBackend(root);
    await Promise.all([1, 2, 3].map(() => pollOnce(store, backend, { signal })));
    expect(await stand(store, reference)).toMatchObject({ state: 'answered' });
    expect(await events(store)).toHaveLength(1);
    expect(await readdir(path.join(inbox, 'done'))).toEqual(['a.json']);
    await rm(root, { recursive: true });
  });

  test('a callback for several, one of whom nobody knows', async () => {
    const store = await open();
    const reference = await deliver(store, '1');
    const body = JSON.stringify([
      { reference, state: 'in-progress', status_notes: '正在修。' },
      { reference: 'YWZZZZZZZZZZZZ', status: 'closed' },
    ]);
    const updates = readCallback(body);
    expect(await keepUpdates(store, updates, { signal })).toEqual({
      recorded: 1,
      unknown: new Set(['YWZZZZZZZZZZZZ']),
    });
    expect(await keepUpdates(store, readCallback(body), { signal })).toMatchObject({ recorded: 0 });
    expect((await stand(store, reference)).state).toBe('in-progress');
  });
});
