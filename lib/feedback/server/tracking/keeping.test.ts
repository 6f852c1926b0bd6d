import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeKey } from '@/lib/server/vault';
import { makeCode } from '../../code';
import { draftPurpose } from '../drafts';
import { describeDatabases, type TestDatabase } from '../fixtures/databases';
import { dumpOf } from '../fixtures/dump';
import { addFollower } from '../fixtures/followers';
import { submissionOf } from '../fixtures/submissions';
import { useStore } from '../fixtures/use-store';
import { recordUpdate } from '../record-update';
import { openStore, type Store } from '../store';
import { submit } from '../submit';
import { deleteData } from './delete-data';
import { exportData } from './export-data';
import { findByCode } from './find-by-code';
import { pushPurpose } from './purposes';
import { rate } from './rate';
import { reopen } from './reopen';
import { countSeals, rotateKeys } from './rotate-keys';
import { retention, sweep } from './sweep';

const DAY = 86_400_000;
const start = Date.parse('2026-11-25T10:00:00+08:00');
/** Words only the person wrote or is: none may be left. */
const secrets = [
  '王小明',
  'w@example.org',
  '63123456',
  '轮椅上不去',
  '门牌十九号',
  '没修好',
  '太陡',
  'JPEG-OF-MINE',
];

async function everything(store: Store, { isSent = true } = {}) {
  const { db, vault } = store;
  const receipt = await submit(store, {
    submission: submissionOf({
      location: { how: 'address', address: '中山路门牌十九号' },
      contact: { name: '王小明', email: 'w@example.org', phone: '023-63123456' },
      consent: { contact: true, publish: true, news: true },
    }),
    photos: [{ bytes: Buffer.from('JPEG-OF-MINE'), width: 4, height: 3 }],
    sender: 'salted',
    now: start,
  });
  const { reference, code } = receipt;
  const id = randomUUID();
  await db
    .insertInto('feedback_push')
    .values({
      id,
      reference,
      follower: null,
      subscription_sealed: vault.seal(
        JSON.stringify({ endpoint: 'https://push.example/1', keys: {} }),
        pushPurpose(id),
      ),
      language: 'zh-CN',
      added_at: start,
    })
    .execute();
  if (isSent) await db.updateTable('feedback_outbox').set({ state: 'sent', sent_at: start }).execute();
  await recordUpdate(store, {
    reference,
    update: { key: 'a', at: start + DAY, state: 'answered', text: '王小明您好，已处理。' },
  });
  await rate(store, { code, round: 0, level: 1, reason: '没修好', now: start + 2 * DAY });
  await reopen(store, { code, round: 0, reason: '坡道太陡', now: start + 3 * DAY });
  return receipt;
}

const follow = async (store: Store, reference: string) =>
  (await addFollower(store, reference, { email: 'f@example.org', language: 'ko', now: start })).code;

describeDatabases('taking one’s data along and away', (make) => {
  const open = useStore(make);

  test('the export holds everything, photos as links', async () => {
    const store = await open();
    const { code, reference } = await everything(store);
    const data = JSON.stringify(await exportData(store, { code, photoUrl: (id) => `https://x/${id}.jpg` }));
    for (const secret of secrets.slice(0, -1)) expect(data).toContain(secret);
    expect(data).toContain(reference);
    expect(data).toMatch(/https:\/\/x\/[\w-]{22}\.jpg/);
    expect(data).toContain('https://push.example/1');
    expect(await exportData(store, { code: makeCode(), photoUrl: String })).toBeUndefined();
  });

  test('what the city has: a bare row is left, and nothing personal in any table', async () => {
    const store = await open();
    const { code, reference } = await everything(store);
    expect(await dumpOf(store)).toContain('轮椅上不去');
    expect(await deleteData(store, { code, now: start + 4 * DAY })).toEqual({ result: 'bare', reference });
    const dump = await dumpOf(store);
    for (const secret of [...secrets, code, 'salted', 'push.example']) expect(dump).not.toContain(secret);
    // The city has a copy, and hears of it by the same outbox.
    expect(
      await store.db
        .selectFrom('feedback_outbox')
        .select(['kind', 'state', 'payload', 'next_at'])
        .orderBy('sequence')
        .execute(),
    ).toEqual([
      { kind: 'create', state: 'sent', payload: '{}', next_at: start },
      {
        kind: 'erasure',
        state: 'waiting',
        payload: '{"erasedAt":"2026-11-29T02:00:00.000Z"}',
        next_at: start + 4 * DAY,
      },
    ]);
    // What is sealed does not lie there sealed either.
    const row = await store.db.selectFrom('feedback_request').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ reference, kind: 'steps-ramps', contact_sealed: null, state: 'reopened' });
    expect(store.vault.open(row.code_sealed, `code ${reference}`)).not.toBe(code);
    for (const table of ['feedback_photo', 'feedback_push', 'feedback_news', 'feedback_sender'] as const)
      expect(await store.db.selectFrom(table).selectAll().execute(), table).toEqual([]);
    expect(await findByCode(store, code)).toBeUndefined();
    expect(await deleteData(store, { code })).toBeUndefined();
    // The city answers later all the same.
    await recordUpdate(store, {
      reference,
      update: { key: 'b', at: start + 9 * DAY, state: 'answered', text: '王小明您好' },
    });
    expect(await dumpOf(store)).not.toContain('王小明');
  });

  test('what the city never got is gone whole', async () => {
    const store = await open();
    const { code } = await everything(store, { isSent: false });
    expect(await deleteData(store, { code })).toEqual({ result: 'gone' });
    expect(await dumpOf(store)).toBe('');
  });

  test('an attempt that may have arrived counts as delivered', async () => {
    const store = await open();
    const { code, reference } = await everything(store, { isSent: false });
    await store.db
      .updateTable('feedback_outbox')
      .set({ state: 'leased', leased_by: 'x', leased_until: start })
      .where('kind', '=', 'create')
      .execute();
    expect(await deleteData(store, { code, now: start - DAY })).toEqual({ result: 'bare', reference });
    // Nothing goes out any more but the word that it is deleted, and that not before what is under way.
    expect(await store.db.selectFrom('feedback_outbox').selectAll().execute()).toMatchObject([
      { kind: 'erasure', state: 'waiting', next_at: start },
    ]);
  });

  test('followers keep the city’s words, and can leave by themselves', async () => {
    const store = await open();
    const { code, reference } = await everything(store);
    const followed = await follow(store, reference);
    await deleteData(store, { code });
    expect((await findByCode(store, followed))?.events.some(({ text }) => text?.includes('已处理'))).toBe(
      true,
    );
    expect(await dumpOf(store)).not.toContain('轮椅上不去');
    expect(await deleteData(store, { code: followed })).toEqual({ result: 'unfollowed' });
    expect(await findByCode(store, followed)).toBeUndefined();
  });
});

describeDatabases('sweeping', (make) => {
  const open = useStore(make);

  test('an unrated answer is closed after 30 days and its contact deleted 90 days later', async () => {
    const store = await open();
    const submission = submissionOf({
      contact: { email: 'w@example.org' },
      consent: { contact: false, publish: false, news: true },
    });
    const { code, reference } = await submit(store, { submission, sender: 'salted', now: start });
    await follow(store, reference);
    await recordUpdate(store, { reference, update: { key: 'a', at: start, state: 'assigned' }, now: start });
    await recordUpdate(store, { reference, update: { key: 'b', at: start + DAY, state: 'answered' } });
    expect(await sweep(store, { now: start + 31 * DAY - 1 })).toMatchObject({ closed: 0, contacts: 0 });
    const closing = start + 31 * DAY;
    expect(await sweep(store, { now: closing })).toMatchObject({ closed: 1, contacts: 0 });
    expect(await store.db.selectFrom('feedback_sender').selectAll().execute()).toEqual([]);
    expect(await findByCode(store, code, closing)).toMatchObject({ state: 'closed', canReopen: true });
    expect(await sweep(store, { now: closing + 89 * DAY })).toMatchObject({ closed: 0, contacts: 0 });
    expect(await sweep(store, { now: closing + 90 * DAY })).toMatchObject({ contacts: 2 });
    expect(await findByCode(store, code)).toMatchObject({ contact: {}, consent: { news: false } });
    expect(await sweep(store, { now: closing + 90 * DAY })).toMatchObject({ contacts: 0 });
  });

  test('two sweeps at once close once', async () => {
    const store = await open();
    const { reference } = await submit(store, { submission: submissionOf(), now: start });
    await recordUpdate(store, { reference, update: { key: 'a', at: start + DAY, state: 'answered' } });
    const now = start + 40 * DAY;
    const swept = await Promise.all([sweep(store, { now }), sweep(store, { now })]);
    expect(swept.reduce((sum, { closed }) => sum + closed, 0)).toBe(1);
  });

  test('idle drafts with their photos and spent challenges go, fresh ones stay', async () => {
    const store = await open();
    for (const [id, changed_at] of [
      ['old', start - retention.draft * DAY - 1],
      ['new', start - 1000],
    ] as const) {
      await store.db
        .insertInto('feedback_draft')
        .values({ id, sealed: store.vault.seal('{}', draftPurpose(id)), changed_at, reference: null })
        .execute();
      await store.db
        .insertInto('feedback_photo')
        .values({
          id,
          reference: null,
          draft: id,
          position: 0,
          bytes: randomBytes(8),
          width: 1,
          height: 1,
          public_bytes: null,
          published: 0,
          added_at: changed_at,
        })
        .execute();
      await store.db
        .insertInto('feedback_spent')
        .values({ challenge: id, expires_at: id === 'old' ? start - 1 : start + 1 })
        .execute();
    }
    expect((await sweep(store, { now: start })).drafts).toBe(1);
    const left = async (table: 'feedback_draft' | 'feedback_photo') =>
      (await store.db.selectFrom(table).select('id').execute()).map(({ id }) => id);
    expect([await left('feedback_draft'), await left('feedback_photo')]).toEqual([['new'], ['new']]);
    expect(await store.db.selectFrom('feedback_spent').selectAll().execute()).toHaveLength(1);
  });
});

describeDatabases('changing keys', (make) => {
  let database: TestDatabase;
  const stores: Store[] = [];
  const open = async (ring = database.keyRing) => {
    const store = await openStore(database.address, ring);
    stores.push(store);
    return store;
  };
  beforeEach(async () => {
    database = await make();
  });
  afterEach(async () => {
    await Promise.all(stores.splice(0).map(({ db }) => db.destroy()));
    await database.remove();
  });

  test('everything is sealed anew with the first key; the old one can go', async () => {
    const store = await open();
    const { code, reference } = await everything(store);
    const followed = await follow(store, reference);
    await store.db
      .insertInto('feedback_draft')
      .values({
        id: 'd',
        sealed: store.vault.seal('{}', draftPurpose('d')),
        changed_at: start,
        reference: null,
      })
      .execute();
    const newKey = makeKey('k2');
    const both = await open(`${newKey},${database.keyRing}`);
    expect(await countSeals(both)).toEqual(new Map([['test', 6]]));
    expect(await rotateKeys(both)).toEqual({ resealed: 6, unreadable: 0 });
    expect(await rotateKeys(both)).toEqual({ resealed: 0, unreadable: 0 });
    expect(await countSeals(both)).toEqual(new Map([['k2', 6]]));
    const only = await open(newKey);
    expect((await findByCode(only, code))?.contact.name).toBe('王小明');
    expect((await findByCode(only, followed))?.contact.email).toBe('f@example.org');
  });

  test('what no key opens is counted and left, the rest goes on', async () => {
    const store = await open();
    await submit(store, { submission: submissionOf() });
    await submit(store, { submission: submissionOf() });
    await store.db
      .updateTable('feedback_request')
      .set({ code_sealed: 'lost.AAAA' })
      .where('reference', 'in', store.db.selectFrom('feedback_request').select('reference').limit(1))
      .execute();
    const both = await open(`${makeKey('k2')},${database.keyRing}`);
    expect(await rotateKeys(both)).toEqual({ resealed: 1, unreadable: 1 });
  });
});
