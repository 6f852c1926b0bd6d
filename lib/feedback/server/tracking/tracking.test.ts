import { expect, test } from 'vitest';
import { makeCode } from '../../code';
import { endOfWorkingDay } from '../../working-days';
import { describeDatabases } from '../fixtures/databases';
import { addFollower } from '../fixtures/followers';
import { submissionOf } from '../fixtures/submissions';
import { useStore } from '../fixtures/use-store';
import { recordUpdate } from '../record-update';
import type { Store } from '../store';
import { submit } from '../submit';
import { findByCode } from './find-by-code';

import { rate } from './rate';
import { remind, remindDue } from './remind';
import { reopen } from './reopen';
import { withdraw } from './withdraw';

const DAY = 86_400_000;
const start = Date.parse('2026-11-25T10:00:00+08:00');

async function answered(store: Store, at = start + DAY) {
  const receipt = await submit(store, { submission: submissionOf(), now: start });
  const { reference } = receipt;
  await recordUpdate(store, {
    reference,
    update: { key: 'a', at, state: 'answered', text: '坡道已加装。' },
    now: at,
  });
  return receipt;
}

const sent = ({ db }: Store) =>
  db
    .updateTable('feedback_outbox')
    .set({ state: 'sent', sent_at: start })
    .where('kind', 'in', ['create', 'reopen'])
    .execute();

const outbox = async ({ db }: Store) =>
  (await db.selectFrom('feedback_outbox').select(['kind', 'payload']).orderBy('sequence').execute()).map(
    ({ kind, payload }) => [kind, JSON.parse(payload)],
  );

const follow = (store: Store, reference: string, email: string) =>
  addFollower(store, reference, { email, now: start });

describeDatabases('what a code opens', (make) => {
  const open = useStore(make);

  test('one’s own suggestion with all that happened; nothing for another code', async () => {
    const store = await open();
    const submission = submissionOf({
      contact: { email: 'a@example.org' },
      consent: { contact: false, publish: true, news: true },
    });
    const { code, reference } = await submit(store, { submission, now: start });
    expect(await findByCode(store, makeCode(), start)).toBeUndefined();
    const found = await findByCode(store, code, start);
    expect(found).toMatchObject({
      role: 'sender',
      reference,
      state: 'received',
      waitingSince: start,
      delivery: { state: 'waiting', at: null, isUnknownToCity: true },
      said: { description: submission.description, position: [106.57336, 29.56011], address: '解放碑' },
      contact: { email: 'a@example.org' },
      consent: { contact: false, publish: true, news: true },
      canRate: false,
      canReopen: false,
      remindAt: endOfWorkingDay(start, 15),
    });
    expect(found?.events.map(({ state }) => state)).toEqual(['received']);
  });

  test('followers see what is public and nothing of whoever sent it', async () => {
    const store = await open();
    const { code, reference } = await answered(store);
    const { code: followed } = await follow(store, reference, 'f@example.org');
    await rate(store, { code, round: 0, level: 2, reason: '我家门口还是不行', now: start + 2 * DAY });
    const hidden = await findByCode(store, followed, start);
    expect(hidden).toMatchObject({ role: 'follower', said: undefined, contact: { email: 'f@example.org' } });
    expect(JSON.stringify(hidden)).not.toContain('我家门口');
    expect(hidden?.events.some(({ text }) => text === '坡道已加装。')).toBe(true);
    await store.db.updateTable('feedback_request').set({ publication: 'published' }).execute();
    const shown = await findByCode(store, followed, start);
    expect(shown?.said?.description).toBe('台阶没有坡道，轮椅上不去。');
    expect([shown?.canRate, shown?.canReopen, shown?.remindAt]).toEqual([false, false, undefined]);
    expect(await rate(store, { code: followed, round: 0, level: 5, reason: '' })).toBe('unknown-code');
    expect(await withdraw(store, { code: followed, consent: 'news' })).toBe(true);
    expect((await findByCode(store, followed, start))?.contact).toEqual({});
  });

  test('consents are taken back one by one, and what was kept for them goes', async () => {
    const store = await open();
    const contact = { name: '王小明', email: 'w@example.org', phone: '023-63123456' };
    const { code } = await submit(store, {
      submission: submissionOf({ contact, consent: { contact: true, publish: true, news: true } }),
    });
    expect((await findByCode(store, code))?.contact).toEqual(contact);
    expect(await withdraw(store, { code, consent: 'contact' })).toBe(true);
    expect(await withdraw(store, { code, consent: 'contact' })).toBe(true);
    expect((await findByCode(store, code))?.contact).toEqual({ email: 'w@example.org' });
    await withdraw(store, { code, consent: 'publish' });
    await withdraw(store, { code, consent: 'news' });
    expect(await findByCode(store, code)).toMatchObject({
      contact: {},
      publication: 'none',
      consent: { contact: false, publish: false, news: false },
    });
    expect(await withdraw(store, { code: makeCode(), consent: 'news' })).toBe(false);
  });
});

describeDatabases('rating and opening again', (make) => {
  const open = useStore(make);

  test('an answer is rated once, and the city is told once', async () => {
    const store = await open();
    const { code } = await answered(store);
    const say = () => rate(store, { code, round: 0, level: 5, reason: '', now: start + 2 * DAY });
    const outcomes = await Promise.all(Array.from({ length: 8 }, say));
    expect(new Set(outcomes)).toEqual(new Set(['rated']));
    expect(await rate(store, { code, round: 0, level: 4, reason: '' })).toBe('rated-before');
    expect(await outbox(store)).toEqual([
      ['create', {}],
      ['rating', { level: 5, round: 0 }],
    ]);
    expect(await findByCode(store, code)).toMatchObject({ state: 'rated', rating: 5, canRate: false });
  });

  test('the two lowest levels need a reason; there is nothing to rate without an answer', async () => {
    const store = await open();
    const { code } = await submit(store, { submission: submissionOf(), now: start });
    expect(await rate(store, { code, round: 0, level: 1, reason: '慢' })).toBe('not-answered');
    const { code: other } = await answered(store);
    for (const level of [1, 2] as const)
      expect(await rate(store, { code: other, round: 0, level, reason: ' \u200b ' })).toBe('reason-required');
    expect(await rate(store, { code: other, round: 0, level: 1, reason: '慢'.repeat(801) })).toBe('too-long');
    expect(await rate(store, { code: other, round: 1, level: 1, reason: '慢' })).toBe('outdated');
    expect(await rate(store, { code: other, round: 0, level: 1, reason: '慢' })).toBe('rated');
    expect((await outbox(store)).at(-1)).toEqual(['rating', { level: 1, round: 0, reason: '慢' }]);
    expect(await rate(store, { code: makeCode(), round: 0, level: 5, reason: '' })).toBe('unknown-code');
  });

  test('a bad answer opens a new round; old words of the city do not close it, a new answer can be rated', async () => {
    const store = await open();
    const { code, reference } = await answered(store);
    await rate(store, { code, round: 0, level: 2, reason: '没修好', now: start + 2 * DAY });
    const again = () => reopen(store, { code, round: 0, reason: '坡道太陡。', now: start + 3 * DAY });
    expect(await reopen(store, { code, round: 0, reason: ' ', now: start + 3 * DAY })).toBe(
      'reason-required',
    );
    expect(await Promise.all([again(), again(), again()])).toEqual(['reopened', 'reopened', 'reopened']);
    expect(await findByCode(store, code, start + 3 * DAY)).toMatchObject({
      state: 'reopened',
      round: 1,
      rating: undefined,
      answeredAt: null,
      waitingSince: start + 3 * DAY,
    });
    expect((await outbox(store)).map(([kind]) => kind)).toEqual(['create', 'rating', 'reopen']);
    await store.db
      .updateTable('feedback_outbox')
      .set({ state: 'sent' })
      .where('kind', '=', 'create')
      .execute();
    expect((await findByCode(store, code))?.delivery).toMatchObject({
      state: 'waiting',
      isUnknownToCity: false,
    });
    expect((await outbox(store)).at(-1)).toEqual(['reopen', { reason: '坡道太陡。', round: 1 }]);
    await recordUpdate(store, { reference, update: { key: 'late', at: start + 2.5 * DAY, state: 'closed' } });
    expect((await findByCode(store, code))?.state).toBe('reopened');
    await recordUpdate(store, { reference, update: { key: 'b', at: start + 5 * DAY, state: 'answered' } });
    expect(await rate(store, { code, round: 0, level: 5, reason: '' })).toBe('outdated');
    expect(await reopen(store, { code, round: 0, reason: '坡道太陡。' })).toBe('outdated');
    expect(await rate(store, { code, round: 1, level: 5, reason: '' })).toBe('rated');
    expect(await reopen(store, { code, round: 1, reason: '再来', now: start + 6 * DAY })).toBe('not-allowed');
  });

  test('an answer is not opened again after two months, nor before there is one', async () => {
    const store = await open();
    const { code } = await answered(store);
    expect(await reopen(store, { code, round: 0, reason: '没修', now: start + 62 * DAY })).toBe(
      'not-allowed',
    );
    const { code: waiting } = await submit(store, { submission: submissionOf() });
    expect(await reopen(store, { code: waiting, round: 0, reason: '没修' })).toBe('not-allowed');
    expect(await reopen(store, { code: makeCode(), round: 0, reason: '没修' })).toBe('unknown-code');
  });
});

describeDatabases('reminding the city', (make) => {
  const open = useStore(make);
  const due = endOfWorkingDay(start, 15);

  test('after fifteen working days, once, and again after fifteen more', async () => {
    const store = await open();
    const { code } = await submit(store, { submission: submissionOf(), now: start });
    expect(await remind(store, { code, now: due })).toBe('undelivered');
    await sent(store);
    expect(await remind(store, { code, now: due - 1 })).toBe('not-due');
    const both = await Promise.all([remind(store, { code, now: due }), remind(store, { code, now: due })]);
    expect(both).toEqual(['reminded', 'reminded']);
    expect(await remind(store, { code, now: due + DAY })).toBe('not-due');
    expect((await findByCode(store, code, due))?.remindAt).toBe(endOfWorkingDay(due, 15));
    expect(await remindDue(store, { now: due + DAY })).toBe(0);
    expect(await remindDue(store, { now: endOfWorkingDay(due, 15) })).toBe(1);
    expect((await outbox(store)).slice(1)).toEqual([
      ['reminder', { by: 'person', round: 0, waitingSince: start, workingDays: 16 }],
      ['reminder', { by: 'portal', round: 0, waitingSince: start, workingDays: 32 }],
    ]);
    expect(await remind(store, { code: makeCode() })).toBe('unknown-code');
  });

  test('not while the portal has an answer; a new round waits anew', async () => {
    const store = await open();
    const { code } = await answered(store);
    await sent(store);
    expect(await remind(store, { code, now: due })).toBe('not-due');
    expect(await remindDue(store, { now: due })).toBe(0);
    const reopened = start + 20 * DAY;
    await reopen(store, { code, round: 0, reason: '没修', now: reopened });
    await sent(store);
    expect(await remindDue(store, { now: due + 5 * DAY })).toBe(0);
    expect(await remindDue(store, { now: endOfWorkingDay(reopened, 15) })).toBe(1);
  });
});
