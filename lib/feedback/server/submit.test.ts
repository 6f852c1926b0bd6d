import { expect, test } from 'vitest';
import { describeDatabases } from './fixtures/databases';
import { submissionOf } from './fixtures/submissions';
import { useStore } from './fixtures/use-store';
import { recordUpdate } from './record-update';
import { KeyTakenError, submit } from './submit';

describeDatabases('keeping a suggestion', (make) => {
  const open = useStore(make);

  test('request, first event and outbox stand together; the same key gives the same receipt', async () => {
    const store = await open();
    const submission = submissionOf();
    const first = await submit(store, { submission });
    const again = await submit(store, { submission: { ...submission, language: 'en' } });
    expect(again).toEqual({ ...first, isNew: false });
    const count = async (table: 'feedback_request' | 'feedback_event' | 'feedback_outbox') =>
      Number(
        (
          await store.db
            .selectFrom(table)
            .select(({ fn }) => fn.countAll().as('count'))
            .executeTakeFirstOrThrow()
        ).count,
      );
    expect([
      await count('feedback_request'),
      await count('feedback_event'),
      await count('feedback_outbox'),
    ]).toEqual([1, 1, 1]);
  });

  test('twenty of the same key at once, over two pools where there are pools, are one', async () => {
    const a = await open();
    const b = a.isPostgres ? await open() : a;
    const submission = submissionOf();
    const receipts = await Promise.all(
      Array.from({ length: 20 }, (_, index) => submit(index % 2 ? a : b, { submission })),
    );
    expect(new Set(receipts.map(({ code }) => code)).size).toBe(1);
    expect(receipts.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  test('a key that stands for other words is refused, and keeps nothing', async () => {
    const store = await open();
    const submission = submissionOf();
    const { reference } = await submit(store, { submission });
    const other = { ...submission, description: '另一件事。' };
    await expect(submit(store, { submission: other })).rejects.toThrow(KeyTakenError);
    await store.db.updateTable('feedback_request').set({ erased_at: 1, description: '' }).execute();
    expect(await submit(store, { submission: other })).toMatchObject({ reference, isNew: false });
  });

  test('a hundred at once, some twice: each key once, with first event, outbox and sender', async () => {
    const a = await open();
    const b = a.isPostgres ? await open() : a;
    const submissions = Array.from({ length: 100 }, (_, i) => submissionOf({ description: `第 ${i} 件` }));
    const twice = [...submissions, ...submissions.slice(0, 30)];
    const receipts = await Promise.all(
      twice.map((submission, i) => submit(i % 2 ? a : b, { submission, sender: `s${i % 5}` })),
    );
    expect(receipts.filter(({ isNew }) => isNew)).toHaveLength(100);
    expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(100);
    for (let i = 0; i < 30; i++) expect(receipts[100 + i]?.code).toBe(receipts[i]?.code);
    for (const table of ['feedback_request', 'feedback_event', 'feedback_outbox', 'feedback_sender'] as const)
      expect(
        new Set((await a.db.selectFrom(table).select('reference').execute()).map((row) => row.reference))
          .size,
      ).toBe(100);
    const said = await a.db.selectFrom('feedback_request').select(['reference', 'description']).execute();
    expect(said.find(({ reference }) => reference === receipts[7]?.reference)?.description).toBe('第 7 件');
  });

  test('neither code nor contact can be read in the tables', async () => {
    const store = await open();
    const { code, reference } = await submit(store, {
      submission: submissionOf({
        contact: { name: '王小明', phone: '023-6312-3456' },
        consent: { contact: true, publish: false, news: false },
      }),
    });
    const row = await store.db.selectFrom('feedback_request').selectAll().executeTakeFirstOrThrow();
    expect(row.reference).toBe(reference);
    const text = JSON.stringify(row);
    for (const secret of [code, '王小明', '6312']) expect(text).not.toContain(secret);
  });

  test('updates count once, and late ones do not turn time back', async () => {
    const store = await open();
    const { reference } = await submit(store, { submission: submissionOf(), now: 1000 });
    const say = (key: string, at: number, state: 'assigned' | 'in-progress' | 'answered') =>
      recordUpdate(store, { reference, update: { key, at, state, text: key } });
    expect(await say('b', 3000, 'answered')).toBe(true);
    expect(await say('b', 3000, 'answered')).toBe(false);
    expect(await say('a', 2000, 'assigned')).toBe(true);
    const row = await store.db.selectFrom('feedback_request').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ state: 'answered', state_at: 3000, answered_at: 3000 });
    await expect(
      recordUpdate(store, { reference: 'YW000000000000', update: { key: 'x', at: 1 } }),
    ).rejects.toThrow(RangeError);
  });
});
