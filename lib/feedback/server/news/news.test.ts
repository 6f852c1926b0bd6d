import { createECDH, randomBytes } from 'node:crypto';
import { lookup } from 'node:dns';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import webPush from 'web-push';
import { formatCode, makeReference } from '../../code';
import { describeDatabases } from '../fixtures/databases';
import { readMail, startSmtp } from '../fixtures/smtp';
import { submissionOf } from '../fixtures/submissions';
import { useStore } from '../fixtures/use-store';
import { recordUpdate } from '../record-update';
import type { Store } from '../store';
import { submit } from '../submit';
import { findByCode } from '../tracking/find-by-code';
import { rate } from '../tracking/rate';
import { openMail } from './mail';
import { openPush } from './push';
import { MOST_ATTEMPTS, type NewsWays, sendDueNews } from './send-news';
import { makeStopToken, readStopToken, stopNews } from './stop-token';
import { addBrowser, removeBrowsers, type Subscription, subscriptionSchema } from './subscription';

const HOUR = 3_600_000;
const start = Date.parse('2026-11-25T10:00:00+08:00');
const kindName = () => 'Steps & ramps';
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function mailWays(answer?: (to: string) => string) {
  const server = await startSmtp(answer);
  const mail = openMail(server.url, 'YuWalk <news@example.org>');
  ends.push(() => mail.close(), server.stop);
  return { mails: server.mails, stop: server.stop, ways: { mail, kindName } satisfies NewsWays };
}

async function sender(store: Store, language: 'en' | 'zh-CN' | 'ja' = 'en') {
  const receipt = await submit(store, {
    submission: submissionOf({
      language,
      contact: { email: 'w@example.org', name: '王小明' },
      consent: { contact: false, publish: false, news: true },
    }),
    now: start,
  });
  return receipt;
}

const answer = (store: Store, reference: string, key = 'a', at = start + HOUR) =>
  recordUpdate(store, {
    reference,
    update: { key, at, state: 'answered', text: '坡道已装好 <b>&', agency: '市政所' },
    now: at,
  });

const rows = ({ db }: Store) => db.selectFrom('feedback_news').selectAll().execute();

describeDatabases('news by e-mail', (make) => {
  const open = useStore(make);

  test('goes out once, in the person’s language, with the way to the page and to the rating', async () => {
    const store = await open();
    const { mails, ways } = await mailWays();
    const { code, reference } = await sender(store);
    await answer(store, reference);
    const now = start + 2 * HOUR;
    expect(await Promise.all([sendDueNews(store, ways, { now }), sendDueNews(store, ways, { now })])).toEqual(
      expect.arrayContaining([1]),
    );
    expect(await sendDueNews(store, ways, { now })).toBe(0);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.to).toEqual(['w@example.org']);
    const { headers, subject, text, html } = readMail(mails[0] ?? { to: [], raw: '' });
    expect(subject).toBe('YuWalk: Your suggestion has been answered');
    expect(headers).toMatch(
      /List-Unsubscribe: <http:\/\/localhost:3000\/en\/feedback\/news\/YW[\w-]+\/stop>/,
    );
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(headers).toContain('Auto-Submitted: auto-generated');
    const page = `http://localhost:3000/en/feedback/track/${formatCode(code)}`;
    expect(text).toContain(page);
    expect(text).toContain('市政所 writes:\n坡道已装好 <b>&');
    for (const level of [5, 4, 3, 2, 1]) expect(text).toContain(`${page}?level=${level}#rate`);
    expect(html).toContain('坡道已装好 &lt;b&gt;&amp;');
    expect(html).toContain('Steps &amp; ramps');
    expect(html).not.toContain('<b>');
    // Neither what they wrote nor who they are.
    for (const personal of ['轮椅', '王小明']) expect(text + html + headers).not.toContain(personal);
    expect((await rows(store)).map(({ state }) => state)).toEqual(['sent']);
  });

  test('Chinese and Japanese too; a rated answer asks for no rating', async () => {
    const store = await open();
    const { mails, ways } = await mailWays();
    for (const language of ['zh-CN', 'ja'] as const) {
      const { code, reference } = await sender(store, language);
      await answer(store, reference);
      await rate(store, { code, round: 0, level: 5, reason: '', now: start + HOUR });
    }
    await sendDueNews(store, ways, { now: start + 2 * HOUR });
    const read = mails.map(readMail);
    expect(read.map(({ subject }) => subject).sort()).toEqual([
      '【渝步】ご提案に回答がありました',
      '【渝步】您的建议有答复了',
    ]);
    for (const { text } of read) expect(text).not.toContain('level=');
  });

  test('a server that is away is tried again, later and later, and given up', async () => {
    const store = await open();
    const { ways, stop } = await mailWays();
    await stop();
    const { reference } = await sender(store);
    await answer(store, reference);
    let now = start + 2 * HOUR;
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      expect(await sendDueNews(store, ways, { now })).toBe(1);
      expect(await sendDueNews(store, ways, { now: now + 40_000 })).toBe(0);
      now += 8 * HOUR;
    }
    expect((await rows(store)).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['dead', MOST_ATTEMPTS],
    ]);
    expect(await sendDueNews(store, ways, { now })).toBe(0);
  });

  test('a box that does not exist is not tried again; one that is full for now is', async () => {
    const store = await open();
    const replies = ['550 5.1.1 no such box', '452 4.2.2 full'];
    const { ways } = await mailWays(() => replies.shift() ?? '250 ok');
    const { reference } = await sender(store);
    await answer(store, reference);
    await sendDueNews(store, ways, { now: start + 2 * HOUR });
    expect((await rows(store)).map(({ state }) => state)).toEqual(['dead']);
    await store.db.deleteFrom('feedback_news').execute();
    await answer(store, reference, 'b', start + 3 * HOUR);
    await recordUpdate(store, {
      reference,
      update: { key: 'n', at: start + 3 * HOUR, text: '补充' },
      now: start,
    });
    await sendDueNews(store, ways, { now: start + 4 * HOUR });
    expect((await rows(store)).map(({ state }) => state)).toEqual(['waiting']);
  });

  test('a process that died leaves its news to others when the lease is over', async () => {
    const store = await open();
    const { mails, ways } = await mailWays();
    const { reference } = await sender(store);
    await answer(store, reference);
    const now = start + 2 * HOUR;
    await store.db
      .updateTable('feedback_news')
      .set({ state: 'leased', leased_until: now + 60_000, attempts: 1 })
      .execute();
    expect(await sendDueNews(store, ways, { now })).toBe(0);
    expect(await sendDueNews(store, ways, { now: now + 60_000 })).toBe(1);
    expect(mails).toHaveLength(1);
  });

  test('without a mail server, or without consent by now, nothing is kept waiting', async () => {
    const store = await open();
    const { mails, ways } = await mailWays();
    const { reference } = await sender(store);
    await answer(store, reference);
    await sendDueNews(store, { kindName }, { now: start + 2 * HOUR });
    expect(await rows(store)).toEqual([]);
    await answer(store, reference, 'n', start + 3 * HOUR);
    await recordUpdate(store, {
      reference,
      update: { key: 'm', at: start + 3 * HOUR, text: 'x' },
      now: start,
    });
    await store.db.updateTable('feedback_request').set({ consent_news: 0 }).execute();
    await sendDueNews(store, ways, { now: start + 4 * HOUR });
    expect([await rows(store), mails]).toEqual([[], []]);
  });

  test('the link in the mail ends the news and can do nothing else', async () => {
    const store = await open();
    const { code, reference } = await sender(store);
    await answer(store, reference);
    const token = makeStopToken(store.vault, { reference, follower: null });
    expect(readStopToken(store.vault, token)).toEqual({ reference, follower: null });
    const forged = makeReference() + token.slice(14);
    for (const wrong of [forged, token.slice(0, -1), `${token}x`, '', 'x'.repeat(500)])
      expect(await stopNews(store, wrong), wrong).toBe(false);
    expect(await stopNews(store, token)).toBe(true);
    expect(await stopNews(store, token)).toBe(true);
    expect(await findByCode(store, code)).toMatchObject({ contact: {}, consent: { news: false } });
    expect(await rows(store)).toEqual([]);
  });
});

async function fakePush(status: () => number) {
  const got: { headers: NodeJS.Dict<string | string[]>; bytes: number }[] = [];
  const server = createServer((request, response) => {
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    request.on('end', () => {
      got.push({ headers: request.headers, bytes });
      response.writeHead(status()).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => server.close());
  return { got, endpoint: `http://localhost:${(server.address() as AddressInfo).port}/box` };
}

function subscriptionOf(endpoint: string): Subscription {
  const keys = createECDH('prime256v1');
  keys.generateKeys();
  return {
    endpoint,
    keys: { p256dh: keys.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') },
  };
}

const vapid = { ...webPush.generateVAPIDKeys(), subject: 'mailto:a@example.org' };

describeDatabases('news by web push', (make) => {
  const open = useStore(make);

  test('reaches every browser, sealed and signed; one that is gone is forgotten', async () => {
    const store = await open();
    const statuses = [201, 410, 503];
    const { got, endpoint } = await fakePush(() => statuses.shift() ?? 201);
    const { code, reference } = await submit(store, { submission: submissionOf(), now: start });
    const tracked = { reference, follower: undefined, browsers: [] };
    for (const name of ['1', '2', '3'])
      expect(
        await addBrowser(store, tracked, { subscription: subscriptionOf(endpoint + name), language: 'ko' }),
      ).toBe('added');
    await answer(store, reference);
    const ways = { push: openPush(vapid, { lookup }), kindName };
    await sendDueNews(store, ways, { now: start + 2 * HOUR });
    expect(got).toHaveLength(3);
    for (const { headers, bytes } of got) {
      expect(headers['content-encoding']).toBe('aes128gcm');
      expect(headers.authorization).toMatch(/^vapid t=/);
      expect(bytes).toBeGreaterThan(100);
    }
    expect((await rows(store)).map(({ state }) => state).sort()).toEqual(['sent', 'waiting']);
    expect((await findByCode(store, code))?.browsers).toHaveLength(2);
  });

  test('the same browser twice is one, and five are enough', async () => {
    const store = await open();
    const { code, reference } = await submit(store, { submission: submissionOf(), now: start });
    const add = async (name: string) => {
      const tracked = await findByCode(store, code);
      return addBrowser(store, tracked ?? { reference, follower: undefined, browsers: [] }, {
        subscription: subscriptionOf(`https://push.example/${name}`),
        language: 'en',
      });
    };
    for (const name of ['1', '1', '2', '3', '4', '5']) expect(await add(name)).toBe('added');
    expect(await add('6')).toBe('too-many');
    await removeBrowsers(store, { reference, follower: undefined }, 'https://push.example/3');
    expect((await findByCode(store, code))?.browsers).toHaveLength(4);
    await removeBrowsers(store, { reference, follower: undefined });
    expect((await findByCode(store, code))?.browsers).toEqual([]);
  });

  test('an address in the operator’s own network is not written to', async () => {
    const store = await open();
    const { got, endpoint } = await fakePush(() => 201);
    const { reference } = await submit(store, { submission: submissionOf(), now: start });
    await addBrowser(
      store,
      { reference, follower: undefined, browsers: [] },
      { subscription: subscriptionOf(endpoint), language: 'en' },
    );
    await answer(store, reference);
    await sendDueNews(store, { push: openPush(vapid), kindName }, { now: start + 2 * HOUR });
    expect(got).toEqual([]);
  });

  test('subscriptions are taken only with a name on the open web and whole keys', () => {
    const good = subscriptionOf('https://fcm.googleapis.com/fcm/send/abc');
    expect(subscriptionSchema.safeParse(good).success).toBe(true);
    for (const endpoint of [
      'http://push.example/1',
      'https://127.0.0.1/1',
      'https://[::1]/1',
      'https://localhost/1',
      'https://push.example:8443/1',
      'https://a@push.example/1',
      'file:///etc/passwd',
    ])
      expect(subscriptionSchema.safeParse({ ...good, endpoint }).success, endpoint).toBe(false);
    expect(subscriptionSchema.safeParse({ ...good, keys: { ...good.keys, auth: 'AAAA' } }).success).toBe(
      false,
    );
  });
});
