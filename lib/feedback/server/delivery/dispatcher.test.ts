import { expect, test } from 'vitest';
import { describeDatabases } from '../fixtures/databases';
import { submissionOf } from '../fixtures/submissions';
import { useStore } from '../fixtures/use-store';
import type { Store } from '../store';
import { enqueue, submit } from '../submit';
import { backOffDelay } from './back-off';
import type { Backend, Delivery, LookUp, SendOutcome } from './backend';
import { type DispatcherOptions, runDispatcher } from './dispatcher';
import { claim, fail, listDead, sendAgain, settle } from './outbox';

/** A backend that answers as told, and remembers what it was asked. */
function scripted(answers: SendOutcome[], lookUps: LookUp[] = []) {
  const calls: string[] = [];
  const deliveries: Delivery[] = [];
  const backend: Backend = {
    name: 'open311',
    isAsked: true,
    async send(delivery) {
      calls.push(`send ${delivery.kind}`);
      deliveries.push(delivery);
      return answers.shift() ?? { result: 'accepted', id: 'city-1' };
    },
    async lookUp() {
      calls.push('look up');
      return lookUps.shift() ?? { result: 'absent' };
    },
    poll: async () => ({ updates: [], ids: [], settle: async () => undefined }),
  };
  return { backend, calls, deliveries };
}

test('waits grow to a ceiling, anywhere below it', () => {
  const settings = { base: 1000, ceiling: 60_000 };
  expect([1, 2, 3, 20, 1000].map((attempt) => backOffDelay(settings, attempt, () => 1))).toEqual([
    1000, 2000, 4000, 60_000, 60_000,
  ]);
  expect(backOffDelay(settings, 5, () => 0)).toBe(0);
});

describeDatabases('the outbox', (make) => {
  const open = useStore(make);

  const outbox = (store: Store) =>
    store.db.selectFrom('feedback_outbox').selectAll().orderBy('sequence').execute();
  const lines: string[] = [];
  /** Runs a dispatcher until nothing is waiting any more. */
  async function run(
    store: Store,
    backend: Backend,
    options: Partial<DispatcherOptions> = {},
    isDone = (rows: readonly { state: string }[]) =>
      rows.every(({ state }) => ['sent', 'untold', 'dead'].includes(state)),
  ) {
    const stop = new AbortController();
    lines.length = 0;
    const running = runDispatcher(
      {
        store,
        backend,
        kinds: async () => [],
        idle: 5,
        settling: 10,
        backOff: { base: 1, ceiling: 5 },
        log: (level, line) => lines.push(`${level} ${line}`),
        ...options,
      },
      stop.signal,
    );
    const end = Date.now() + 8000;
    while (!isDone(await outbox(store))) {
      if (Date.now() > end) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    stop.abort();
    await running;
  }

  test('what is accepted is sent once; its id, agency, notice and day are kept', async () => {
    const store = await open();
    const { reference } = await submit(store, { submission: submissionOf() });
    const { backend, calls } = scripted([
      { result: 'accepted', id: '0', agency: '照明处', notice: '已收到。', expectedAt: 5_000_000 },
    ]);
    await run(store, backend);
    expect(calls).toEqual(['send create']);
    expect(await outbox(store)).toMatchObject([
      { state: 'sent', attempts: 1, leased_by: null, uncertain: 0 },
    ]);
    const request = await store.db.selectFrom('feedback_request').selectAll().executeTakeFirstOrThrow();
    expect(request).toMatchObject({ backend_id: '0', agency: '照明处', expected_at: 5_000_000, doubt: 0 });
    const events = await store.db.selectFrom('feedback_event').select(['text', 'by']).execute();
    expect(events).toContainEqual({ text: '已收到。', by: 'city' });
    expect(lines.join()).not.toContain('台阶');
    expect(reference).toBeTruthy();
  });

  test('uncertain: looked up before it is repeated, and not repeated where it is found', async () => {
    const store = await open();
    await submit(store, { submission: submissionOf() });
    const { backend, calls } = scripted(
      [{ result: 'uncertain', reason: 'timeout' }],
      [
        { result: 'failed', reason: 'look-up timeout' },
        { result: 'found', id: '7' },
      ],
    );
    await run(store, backend);
    expect(calls).toEqual(['send create', 'look up', 'look up']);
    expect(await store.db.selectFrom('feedback_request').select(['backend_id', 'doubt']).execute()).toEqual([
      { backend_id: '7', doubt: 0 },
    ]);
  });

  test('uncertain and absent goes again; what cannot be asked goes again with the doubt shown', async () => {
    const store = await open();
    await submit(store, { submission: submissionOf() });
    const first = scripted([{ result: 'uncertain', reason: 'timeout' }], [{ result: 'absent' }]);
    await run(store, first.backend);
    expect(first.calls).toEqual(['send create', 'look up', 'send create']);
    await submit(store, { submission: submissionOf() });
    const second = scripted([{ result: 'uncertain', reason: 'timeout' }], [{ result: 'unsupported' }]);
    await run(store, second.backend);
    expect(second.calls).toEqual(['send create', 'look up', 'send create']);
    expect(second.deliveries[0]?.mark).toBe(second.deliveries[1]?.mark);
    expect(lines.filter((line) => line.startsWith('alert'))).toHaveLength(1);
    const doubts = await store.db
      .selectFrom('feedback_request')
      .select('doubt')
      .orderBy('received_at')
      .execute();
    expect(doubts).toEqual([{ doubt: 0 }, { doubt: 1 }]);
  });

  test('a backend that cannot say for too long counts as one that cannot be asked', async () => {
    const store = await open();
    await submit(store, { submission: submissionOf() });
    const never: LookUp = { result: 'failed', reason: 'look-up http-403' };
    const { backend, calls } = scripted(
      [{ result: 'uncertain', reason: 'timeout' }],
      Array<LookUp>(500).fill(never),
    );
    await run(store, backend, { patience: 150 });
    expect(calls.filter((call) => call === 'send create')).toHaveLength(2);
    expect(await store.db.selectFrom('feedback_request').select('doubt').execute()).toEqual([{ doubt: 1 }]);
  });

  test('who was killed while sending leaves an uncertain row, to be looked up by the next', async () => {
    const store = await open();
    await submit(store, { submission: submissionOf(), now: 1000 });
    const [killed] = await claim(store, { worker: 'killed', limit: 5, now: 2000, lease: 100 });
    expect(killed).toMatchObject({ attempts: 1, uncertain: 0 });
    expect(await claim(store, { worker: 'early', limit: 5, now: 2050, lease: 100 })).toEqual([]);
    const { backend, calls } = scripted([], [{ result: 'found', id: '9' }]);
    await run(store, backend);
    expect(calls).toEqual(['look up']);
    // The first comes back to life: accepted is accepted, and a second id is a doubt.
    if (killed) await settle(store, killed, { result: 'accepted', id: '9' }, 3000);
    const doubt = () => store.db.selectFrom('feedback_request').select('doubt').executeTakeFirstOrThrow();
    expect(await doubt()).toEqual({ doubt: 0 });
    if (killed) await settle(store, killed, { result: 'accepted', id: '10' }, 3000);
    expect(await doubt()).toEqual({ doubt: 1 });
  });

  test('a lost lease puts nothing back', async () => {
    const store = await open();
    await submit(store, { submission: submissionOf(), now: 1000 });
    const [slow] = await claim(store, { worker: 'slow', limit: 1, now: 2000, lease: 10 });
    const [quick] = await claim(store, { worker: 'quick', limit: 1, now: 2020, lease: 1000 });
    expect(quick).toMatchObject({ uncertain: 1, tried_at: 2000, attempts: 2 });
    if (slow) await fail(store, slow, { at: 1, reason: 'late', isUncertain: false });
    expect(await outbox(store)).toMatchObject([{ state: 'leased', leased_by: 'quick', uncertain: 1 }]);
  });

  test('many claims at once never share a row', async () => {
    const store = await open();
    const other = store.isPostgres ? await open() : store;
    for (let index = 0; index < 40; index++) await submit(store, { submission: submissionOf(), now: 1000 });
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        claim(index % 2 ? store : other, { worker: `w${index}`, limit: 4, now: 2000, lease: 1000 }),
      ),
    );
    const ids = claims.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // SKIP LOCKED may leave a few for the next round, never a row twice.
    expect(ids.length).toBeGreaterThan(30);
  });

  test('what follows a suggestion waits for it, in order', async () => {
    const store = await open();
    const { reference } = await submit(store, { submission: submissionOf() });
    const now = Date.now();
    await enqueue(store.db, { reference, kind: 'rating', payload: { level: 1 }, now });
    await enqueue(store.db, { reference, kind: 'reopen', payload: { text: '再看看' }, now });
    const { backend, calls, deliveries } = scripted([
      { result: 'failed', reason: 'http-503' },
      { result: 'accepted', id: 'a' },
      { result: 'untold', reason: 'no-word' },
      { result: 'accepted', id: 'b' },
    ]);
    await run(store, backend);
    expect(calls.filter((call) => call !== 'look up')).toEqual([
      'send create',
      'send create',
      'send rating',
      'send reopen',
    ]);
    expect(deliveries.at(-1)?.mark).toBe(`${reference}-2`);
    expect(await store.db.selectFrom('feedback_request').select('backend_id').execute()).toEqual([
      { backend_id: 'b' },
    ]);
    // What was not told holds nothing back, and is not counted as told.
    expect((await outbox(store)).map(({ state, last_fault }) => [state, last_fault])).toEqual([
      ['sent', null],
      ['untold', 'no-word'],
      ['sent', null],
    ]);
  });

  test('refused at once, doubtful after a few, failing after many: given up with an alert, and woken at the desk', async () => {
    const store = await open();
    const { reference } = await submit(store, { submission: submissionOf() });
    await enqueue(store.db, { reference, kind: 'reminder', now: Date.now() });
    const refused = scripted([{ result: 'refused', reason: 'unknown-service' }]);
    const isDead = (rows: readonly { state: string }[]) => rows.some(({ state }) => state === 'dead');
    await run(store, refused.backend, {}, isDead);
    expect(lines.at(-1)).toBe(`alert delivery ${reference} create, attempt 1: given up, unknown-service`);
    // The city must not hear of a reminder of what it never got.
    expect(refused.calls).toEqual(['send create']);
    const [dead] = await listDead(store);
    expect(dead).toMatchObject({ reference, kind: 'create', reason: 'unknown-service', uncertain: 0 });
    expect((await outbox(store)).map(({ state }) => state)).toEqual(['dead', 'waiting']);
    expect(await sendAgain(store.db, dead?.id ?? '')).toMatchObject({ kind: dead?.kind });
    expect(await sendAgain(store.db, dead?.id ?? '')).toBeUndefined();
    const doubtful: SendOutcome = { result: 'failed', reason: 'http-400', isDoubtful: true };
    const turned = scripted(Array<SendOutcome>(3).fill(doubtful));
    await run(store, turned.backend, { doubtfulLimit: 3 }, isDead);
    expect(turned.calls.filter((call) => call === 'send create')).toHaveLength(3);
    expect(await listDead(store)).toMatchObject([{ attempts: 3, reason: 'http-400' }]);
  });

  test('stops cleanly: what is under way ends, the rest stays waiting', async () => {
    const store = await open();
    for (let index = 0; index < 6; index++) await submit(store, { submission: submissionOf() });
    const stop = new AbortController();
    let begun = 0;
    const { backend } = scripted([]);
    const slow: Backend = {
      ...backend,
      async send() {
        begun++;
        stop.abort();
        await new Promise((resolve) => setTimeout(resolve, 50));
        return { result: 'accepted', id: String(begun) };
      },
    };
    await runDispatcher(
      { store, backend: slow, kinds: async () => [], concurrency: 2, idle: 5 },
      stop.signal,
    );
    const states = (await outbox(store)).map(({ state }) => state);
    expect(states.filter((state) => state === 'sent')).toHaveLength(begun);
    expect(states.filter((state) => state === 'waiting')).toHaveLength(6 - begun);
  });

  test('one that hangs is cut off after its grace, and stays uncertain', async () => {
    const store = await open();
    await submit(store, { submission: submissionOf() });
    const stop = new AbortController();
    const hanging: Backend = {
      ...scripted([]).backend,
      send: (_delivery, signal) =>
        new Promise((resolve) => {
          stop.abort();
          signal.addEventListener('abort', () => resolve({ result: 'uncertain', reason: 'stopped' }));
        }),
    };
    await runDispatcher(
      { store, backend: hanging, kinds: async () => [], grace: 50, log: () => undefined },
      stop.signal,
    );
    expect(await outbox(store)).toMatchObject([{ state: 'waiting', uncertain: 1, last_fault: 'stopped' }]);
  });

  test('contact travels only where the person allowed it', async () => {
    const store = await open();
    const contact = { name: '王小明' };
    await submit(store, {
      submission: submissionOf({ contact, consent: { contact: true, publish: false, news: false } }),
      now: 1,
    });
    await submit(store, {
      submission: submissionOf({ contact, consent: { contact: false, publish: false, news: true } }),
      now: 2,
    });
    const { backend, deliveries } = scripted([]);
    await run(store, backend, { concurrency: 1 });
    expect(deliveries.map((delivery) => delivery.contact)).toEqual([contact, undefined]);
  });
});
