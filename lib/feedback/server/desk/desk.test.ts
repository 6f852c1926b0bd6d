import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { DeskRole } from '../../desk';
import { describeDatabases } from '../fixtures/databases';
import { submissionOf } from '../fixtures/submissions';
import { enqueue, submit } from '../submit';
import { addAccount, listAccounts, resetSecondFactor, setDisabled, setRole } from './accounts';
import { listAudit } from './audit-log';
import { addBlock, listBlocks, removeBlock } from './blocks';
import { lookAtContact, readContact } from './contact';
import { listDead, listUntold, sendAgain, settleDoubt, toldByHand } from './dead-letters';
import type { Desk } from './desk';
import { actorOf, deskFixture } from './fixtures/open-desk';
import { setPublication } from './moderate';
import { checkPass, makePass } from './pass';
import { type Actor, commandActor, DeskFaultError, DeskRefusal } from './perform';
import { blurPhoto, listRectangles, readPhoto, setPhotoPublished } from './photos';
import { countQueues, findRequest, listRequests } from './requests';
import { findUnsent, keepTyped, readTyped, readWriter, typedCookie, writerMark } from './typed';
import { updateRequest } from './update-request';

const as = (role: DeskRole): Actor => ({ id: `some-${role}`, role });
const [moderator, operator, admin] = [as('moderator'), as('operator'), as('admin')];

const picture = () =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: '#b5391f' } })
    .jpeg()
    .toBuffer();

async function suggest(desk: Desk, { publish = true, contact = true } = {}, now = Date.now()) {
  const { reference } = await submit(desk.store, {
    submission: submissionOf({
      contact: { name: '王小明', phone: '023-6312-3456' },
      consent: { contact, publish, news: true },
    }),
    photos: [{ bytes: await picture(), width: 320, height: 240 }],
    sender: 'hash-of-sender',
    now,
  });
  return reference;
}

const auditOf = async ({ store }: Desk) =>
  (await store.db.selectFrom('feedback_audit').selectAll().orderBy('at').execute()).map(
    ({ account, action, reference, detail }) => ({ account, action, reference, detail: JSON.parse(detail) }),
  );

const fault = (code: string, field = 'form') => expect.objectContaining({ fault: code, field });

describeDatabases('the staff desk', (make) => {
  const open = deskFixture(make);

  test('nobody does more than their role allows, and what is refused leaves no trace', async () => {
    const desk = await open();
    const reference = await suggest(desk);
    const account = await actorOf(desk, 'moderator');
    const before = await auditOf(desk);
    const tries = [
      ...[moderator].flatMap((actor) => [
        () => listDead(desk, actor),
        () => sendAgain(desk, actor, 'x'),
        () => settleDoubt(desk, actor, reference),
        () => listBlocks(desk, actor),
        () => addBlock(desk, actor, { target: { words: 'spam' }, reason: 'x', days: 0 }),
        () => removeBlock(desk, actor, 'x'),
      ]),
      ...[moderator, operator].flatMap((actor) => [
        () => listAccounts(desk, actor),
        () => addAccount(desk, actor, { email: 'a@example.org', name: 'a', role: 'admin', password: 'x' }),
        () => setRole(desk, actor, account.id, 'admin'),
        () => setDisabled(desk, actor, account.id, true),
        () => resetSecondFactor(desk, actor, account.id),
        () => listAudit(desk, actor),
      ]),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toThrow(DeskRefusal);
    expect(await auditOf(desk)).toEqual(before);
  });

  test('publishing needs the consent of the sender; each decision is put down', async () => {
    const desk = await open();
    const reference = await suggest(desk);
    const silent = await suggest(desk, { publish: false });
    await setPublication(desk, moderator, reference, { publish: true });
    const stateOf = async (which: string) => (await findRequest(desk, moderator, which))?.publication;
    expect(await stateOf(reference)).toBe('published');
    await setPublication(desk, moderator, reference, { publish: false, reason: 'personal' });
    expect(await stateOf(reference)).toBe('refused');
    await expect(setPublication(desk, moderator, silent, { publish: true })).rejects.toEqual(
      fault('not-consented'),
    );
    expect(await stateOf(silent)).toBe('none');
    const [photo] = (await findRequest(desk, moderator, silent))?.photos ?? [];
    await expect(
      setPhotoPublished(desk, moderator, { reference: silent, id: photo?.id ?? '', isPublished: true }),
    ).rejects.toEqual(fault('not-consented'));
    expect(await auditOf(desk)).toEqual([
      { account: moderator.id, action: 'publish', reference, detail: {} },
      { account: moderator.id, action: 'refuse', reference, detail: { reason: 'personal' } },
    ]);
  });

  test('a blurred photo is published blurred; without rectangles it is hidden again', async () => {
    const desk = await open();
    const reference = await suggest(desk);
    const find = async () => (await findRequest(desk, moderator, reference))?.photos[0];
    const id = (await find())?.id ?? '';
    const rectangles = [{ x: 10, y: 10, width: 30, height: 30 }];
    const drawNothing = () => blurPhoto(desk, moderator, { reference, id, rectangles: [] });
    // Nothing drawn, and nothing to take away: a mistake, no wish.
    await expect(drawNothing()).rejects.toEqual(fault('not-a-rectangle', 'rectangles'));
    await blurPhoto(desk, moderator, { reference, id, rectangles });
    await setPhotoPublished(desk, moderator, { reference, id, isPublished: true });
    expect(await find()).toMatchObject({ isPublished: true, isBlurred: true });
    expect(await listRectangles(desk, moderator, id)).toEqual(rectangles);
    const [original, blurred] = await Promise.all([
      readPhoto(desk, moderator, id, 'original'),
      readPhoto(desk, moderator, id, 'blurred'),
    ]);
    expect(original).not.toEqual(blurred);
    expect(Buffer.from(original ?? [])).toEqual(await picture());
    await drawNothing();
    expect(await find()).toMatchObject({ isPublished: false, isBlurred: false });
    expect(await listRectangles(desk, moderator, id)).toEqual([]);
    await expect(blurPhoto(desk, moderator, { reference: 'YW', id, rectangles })).rejects.toEqual(
      fault('gone'),
    );
    expect((await auditOf(desk)).map(({ action, detail }) => [action, detail.photo])).toEqual([
      ['photo-blur', id],
      ['photo-publish', id],
      ['photo-unblur', id],
    ]);
  });

  test('an answer moves the state once, with its photo, and whoever asked for news is told', async () => {
    const desk = await open();
    const reference = await suggest(desk, {}, Date.now() - 1000);
    const update = { reference, key: randomUUID(), step: 'answered', text: '坡道已修好。' } as const;
    await expect(updateRequest(desk, moderator, { ...update, text: ' \u200b ' })).rejects.toEqual(
      fault('required', 'text'),
    );
    await expect(
      updateRequest(desk, moderator, { ...update, photo: Buffer.from('no picture') }),
    ).rejects.toThrow('not-a-picture');
    expect((await findRequest(desk, moderator, reference))?.state).toBe('received');
    await updateRequest(desk, moderator, { ...update, photo: await picture() });
    await updateRequest(desk, moderator, { ...update, photo: await picture() });
    const found = await findRequest(desk, moderator, reference);
    expect(found).toMatchObject({ state: 'answered', events: [{}, { by: 'desk', text: update.text }] });
    expect(found?.photos.map(({ isOfAnswer, isPublished }) => [isOfAnswer, isPublished])).toEqual([
      [false, false],
      [true, false],
    ]);
    const news = await desk.db.selectFrom('feedback_news').selectAll().execute();
    expect(news).toHaveLength(1);
    const audit = await auditOf(desk);
    expect(audit).toMatchObject([{ action: 'update', reference, detail: { step: 'answered' } }]);
    expect(JSON.stringify(audit)).not.toContain('坡道');
    await expect(updateRequest(desk, moderator, { ...update, reference: 'YW000000000000' })).rejects.toEqual(
      fault('gone'),
    );
  });

  test('each look at the contact is put down; without consent there is none', async () => {
    const desk = await open();
    const reference = await suggest(desk);
    const silent = await suggest(desk, { contact: false });
    const pass = await lookAtContact(desk, moderator, reference);
    expect(await readContact(desk, moderator, { reference, pass })).toMatchObject({ name: '王小明' });
    // A pass is for one person and one suggestion.
    expect(await readContact(desk, operator, { reference, pass })).toBeUndefined();
    expect(await readContact(desk, moderator, { reference: silent, pass })).toBeUndefined();
    await expect(lookAtContact(desk, moderator, silent)).rejects.toEqual(fault('not-consented'));
    const audit = await auditOf(desk);
    expect(audit).toEqual([{ account: moderator.id, action: 'contact-look', reference, detail: {} }]);
  });

  test('lists hold what waits, oldest first', async () => {
    const desk = await open();
    const old = await suggest(desk, {}, 1000);
    const young = await suggest(desk, { publish: false }, 2000);
    const listed = async (queue: 'moderation' | 'answer' | 'doubts' | 'all') =>
      (await listRequests(desk, moderator, { queue })).rows.map(({ reference }) => reference);
    expect(await listed('moderation')).toEqual([old]);
    expect(await listed('answer')).toEqual([old, young]);
    expect(await listed('all')).toEqual([young, old]);
    await desk.db.updateTable('feedback_request').set({ doubt: 1 }).where('reference', '=', young).execute();
    expect(await listed('doubts')).toEqual([young]);
    expect(await countQueues(desk, moderator)).toEqual({
      moderation: 1,
      answer: 2,
      doubts: 1,
      dead: 0,
      untold: 0,
    });
    await settleDoubt(desk, operator, young);
    expect(await listed('doubts')).toEqual([]);
    expect((await listRequests(desk, moderator, { queue: 'all', page: 2 })).rows).toEqual([]);
  });

  test('what the backend has no word for is told by hand, once, in words that can be passed on', async () => {
    const desk = await open();
    const reference = await suggest(desk);
    await desk.db
      .updateTable('feedback_request')
      .set({ backend_id: '17' })
      .where('reference', '=', reference)
      .execute();
    await enqueue(desk.db, {
      reference,
      kind: 'rating',
      payload: { level: 1, round: 0, reason: '没修好' },
      now: 1000,
    });
    await desk.db
      .updateTable('feedback_outbox')
      .set({ state: 'untold', last_fault: 'no-word-in-georeport' })
      .where('kind', '=', 'rating')
      .execute();
    expect((await countQueues(desk, operator)).untold).toBe(1);
    const { rows, count } = await listUntold(desk, operator);
    expect([rows.map(({ words }) => words), count]).toEqual([
      [`【评价】原编号 ${reference}，受理号 17\n满意程度：非常不满意\n没修好`],
      1,
    ]);
    await expect(toldByHand(desk, moderator, rows[0]?.id ?? '')).rejects.toBeInstanceOf(DeskRefusal);
    await toldByHand(desk, operator, rows[0]?.id ?? '');
    await expect(toldByHand(desk, operator, rows[0]?.id ?? '')).rejects.toBeInstanceOf(DeskFaultError);
    expect(await listUntold(desk, operator)).toEqual({ rows: [], count: 0 });
    expect((await listAudit(desk, admin)).rows[0]).toMatchObject({
      action: 'told-by-hand',
      reference,
      detail: { kind: 'rating' },
    });
  });

  test('a dead letter goes back in line once, and keeps that its outcome is unknown', async () => {
    const desk = await open();
    const reference = await suggest(desk);
    await desk.db
      .updateTable('feedback_outbox')
      .set({ state: 'dead', attempts: 12, uncertain: 1, last_fault: 'HTTP 500' })
      .execute();
    const { rows, count } = await listDead(desk, operator);
    expect([count, rows]).toMatchObject([1, [{ reference, attempts: 12, reason: 'HTTP 500' }]]);
    const id = rows[0]?.id ?? '';
    await sendAgain(desk, operator, id);
    await expect(sendAgain(desk, operator, id)).rejects.toEqual(fault('gone'));
    const row = await desk.db.selectFrom('feedback_outbox').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ state: 'waiting', attempts: 0, uncertain: 1 });
    expect(await auditOf(desk)).toMatchObject([{ action: 'send-again', reference }]);
  });

  test('senders and words are kept out and let in again', async () => {
    const desk = await open();
    const reference = await suggest(desk);
    const add = (words: string, reason = 'advertising') =>
      addBlock(desk, operator, { target: { words }, reason, days: 0 });
    await expect(add(' ')).rejects.toEqual(fault('required', 'words'));
    await expect(add('。')).rejects.toEqual(fault('out-of-range', 'words'));
    await expect(add('spam', '')).rejects.toEqual(fault('required', 'reason'));
    await add('spam');
    await addBlock(desk, operator, { target: { reference }, reason: '刷屏', days: 7 });
    const blocks = await listBlocks(desk, operator);
    expect(blocks.map(({ kind, value }) => [kind, value]).sort()).toEqual([
      ['sender', 'hash-of-sender'],
      ['words', 'spam'],
    ]);
    await removeBlock(desk, operator, blocks[0]?.id ?? '');
    expect(await listBlocks(desk, operator)).toHaveLength(1);
    const audit = await auditOf(desk);
    expect(audit.map(({ action }) => action)).toEqual(['block', 'block', 'unblock']);
    expect(JSON.stringify(audit)).not.toMatch(/hash-of-sender|刷屏/);
  });

  test('one admin always remains, and nobody changes their own account', async () => {
    const desk = await open();
    const first = await actorOf(desk, 'admin');
    await expect(setRole(desk, commandActor, first.id, 'moderator')).rejects.toEqual(fault('last-admin'));
    await expect(setDisabled(desk, first, first.id, true)).rejects.toEqual(fault('self'));
    const second = await actorOf(desk, 'admin');
    const results = await Promise.allSettled([
      setRole(desk, first, second.id, 'moderator'),
      setDisabled(desk, second, first.id, true),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(
      addAccount(desk, commandActor, {
        email: first.email,
        name: 'again',
        role: 'admin',
        password: 'a long enough password',
      }),
    ).rejects.toEqual(fault('taken', 'email'));
    await expect(
      addAccount(desk, commandActor, {
        email: 'b@example.org',
        name: 'b',
        role: 'admin',
        password: 'fourteen chars',
      }),
    ).rejects.toBeInstanceOf(DeskFaultError);
    expect((await listAudit(desk, admin)).rows[0]?.account).toBeDefined();
  });

  test('what was typed is kept sealed for its own account; passes end', async () => {
    const desk = await open();
    const id = await keepTyped(desk, moderator, { page: '/desk/YW1', values: { text: '已经修好' } });
    expect(await readTyped(desk, moderator, id)).toEqual({ text: '已经修好' });
    expect(await readTyped(desk, operator, id)).toEqual({});
    expect(await readTyped(desk, moderator, id, Date.now() + 90_000_000)).toEqual({});
    expect(JSON.stringify(await desk.db.selectFrom('desk_typed').selectAll().execute())).not.toContain(
      '修好',
    );
    // Carried through sign-in by a cookie that opens it for the same account only.
    const cookie = `a=b; ${typedCookie(id).split(';', 1)[0]}`;
    expect(await findUnsent(desk, moderator, cookie)).toEqual({ id, page: '/desk/YW1' });
    expect(await findUnsent(desk, operator, cookie)).toBeUndefined();
    for (const other of [null, typedCookie(''), typedCookie(randomUUID())])
      expect(await findUnsent(desk, moderator, other)).toBeUndefined();
    const pass = makePass(desk, 'a', 'contact YW1');
    expect(checkPass(desk, 'a', 'contact YW1', pass)).toBe(true);
    for (const [account, purpose, given, now] of [
      ['b', 'contact YW1', pass, 0],
      ['a', 'contact YW2', pass, 0],
      ['a', 'contact YW1', `9${pass}`, 0],
      ['a', 'contact YW1', pass, Date.now() + 301_000],
      ['a', 'contact YW1', '', 0],
    ] as const)
      expect(checkPass(desk, account, purpose, given, now || Date.now())).toBe(false);
  });

  test('a form names whom it was shown to; forged marks and closed accounts are nobody', async () => {
    const desk = await open();
    const { id } = await actorOf(desk, 'moderator');
    const mark = writerMark(desk, { id });
    expect(mark).not.toContain(id);
    expect(await readWriter(desk, mark)).toEqual({ id });
    for (const forged of ['', id, `${mark}x`]) expect(await readWriter(desk, forged)).toBeUndefined();
    await setDisabled(desk, commandActor, id, true);
    expect(await readWriter(desk, mark)).toBeUndefined();
  });
});
