import type { Page } from '@playwright/test';
import { formatCode, makeCode } from '../lib/feedback/code';
import { expect, test, wordsOf } from './portal';
import { layFollower, laySuggestion, openPortalStore } from './suggestions';
import { violationsOf } from './violations';

const answer = '您好，坡道已加装，扶手已加固。\n如仍有问题，请重新提出。';

/** Set by the journeys that switch scripts off. */
let runsNoScripts = false;

async function expectAccessible(page: Page, what: string) {
  // axe itself is a script; where none run the pages are the same HTML, looked at in the journeys with scripts.
  if (runsNoScripts) return;
  expect(await violationsOf(page), what).toEqual([]);
}

const pageOf = (locale: string, code: string) => `/${locale}/feedback/track/${formatCode(code)}`;
const stateOf = async (reference: string) =>
  (await openPortalStore()).db
    .selectFrom('feedback_request')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst();

for (const javaScriptEnabled of [true, false])
  for (const locale of ['zh-CN', 'en'] as const)
    test.describe(`in ${locale}, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
      test.use({ javaScriptEnabled });
      test.beforeEach(() => {
        runsNoScripts = !javaScriptEnabled;
      });
      test.afterEach(() => {
        runsNoScripts = false;
      });
      const words = wordsOf(locale);
      const t = words.TrackPage;

      test('from the code to a bad rating, and open again', async ({ page }) => {
        const { code, reference } = await laySuggestion({ answer });
        await page.goto(`/${locale}/feedback/track`);
        // As people type it: small, with spaces, with an O.
        await page
          .getByLabel(t.codeLabel)
          .fill(` ${formatCode(code).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `);
        await page.getByRole('button', { name: t.show }).click();
        await expect(page).toHaveURL(new RegExp(`${pageOf(locale, code)}$`));
        await expect(page.getByRole('blockquote')).toContainText('坡道已加装');
        await expect(page.getByText(reference)).toBeVisible();
        await expect(page.getByText(t.noPromise)).toBeVisible();
        await expect(page.getByText(t.holidays)).toBeVisible();
        await expectAccessible(page, 'an answer');

        await page.getByLabel(words.FeedbackRatings['1'], { exact: true }).check();
        await page.getByRole('button', { name: t.rateButton }).click();
        await expect(page.locator('#problem')).toContainText(t.problems.reasonRequired);
        await expect(page).toHaveTitle(new RegExp(`^${t.errorPrefix.replace('{title}', '')}`));
        await expect(page.getByLabel(words.FeedbackRatings['1'], { exact: true })).toBeChecked();
        await expectAccessible(page, 'a rating without its reason');

        await page.getByLabel(t.rateReason).fill('扶手还是松的');
        await page.getByRole('button', { name: t.rateButton }).click();
        await expect(page.locator('#told')).toContainText(t.done.rated);
        expect(await stateOf(reference)).toMatchObject({ state: 'rated', rating: 1 });
        await expect(page.getByRole('button', { name: t.rateButton })).toHaveCount(0);
        await expectAccessible(page, 'rated');

        await page.getByLabel(t.reopenLabel).fill('扶手一碰就晃');
        await page.getByRole('button', { name: t.reopenButton }).click();
        await expect(page.locator('#told')).toContainText(t.done.reopened);
        expect(await stateOf(reference)).toMatchObject({ state: 'reopened', round: 1, rating: null });
        await expect(page.getByRole('listitem').filter({ hasText: '扶手一碰就晃' })).toBeVisible();
        await expectAccessible(page, 'opened again');
      });

      // An old form is one left open in another tab, or one a browser shows from memory after going back. The tab is the
      // sure one of the two: what going back shows, and when it has settled, is each browser's own affair.
      test('sending an old form again changes nothing', async ({ page, context }) => {
        const { code, reference } = await laySuggestion({ answer });
        const old = await context.newPage();
        for (const tab of [page, old]) await tab.goto(pageOf(locale, code));
        await page.getByLabel(words.FeedbackRatings['5'], { exact: true }).check();
        await page.getByRole('button', { name: t.rateButton }).click();
        await expect(page.locator('#told')).toContainText(t.done.rated);
        await old.getByLabel(words.FeedbackRatings['4'], { exact: true }).check();
        await old.getByRole('button', { name: t.rateButton }).click();
        await expect(old.locator('#told')).toContainText(t.done.ratedBefore);
        expect((await stateOf(reference))?.rating).toBe(5);
      });

      test('deleting asks first, says what stays, and then the code opens nothing', async ({ page }) => {
        const { code, reference } = await laySuggestion({
          answer,
          contact: { name: '王小明', email: 'w@example.org' },
          consent: { contact: true, publish: true, news: true },
        });
        await page.goto(pageOf(locale, code));
        await page.getByRole('link', { name: t.delete }).click();
        await expect(page.getByText(t.deleteStaysList)).toBeVisible();
        await expect(page.getByText(t.deleteWhy)).toBeVisible();
        await expectAccessible(page, 'before deleting');
        await page.getByRole('checkbox', { name: t.deleteConfirm }).check();
        await page.getByRole('button', { name: t.deleteButton }).click();
        await expect(page.locator('#told')).toContainText(reference);
        await expectAccessible(page, 'deleted');
        await page.goto(pageOf(locale, code));
        await expect(page.locator('#problem')).toContainText(t.problems.unknown);
        await expect(page.getByLabel(t.codeLabel)).toHaveValue(formatCode(code));
        await expectAccessible(page, 'a code that opens nothing');
        expect(await stateOf(reference)).toMatchObject({ description: '', contact_sealed: null });
      });

      test('what is wrong with a code is said, and what was typed stands there', async ({ page }) => {
        const code = formatCode(makeCode());
        const mistyped = (code.startsWith('2') ? '3' : '2') + code.slice(1);
        const cases = [
          [code.slice(0, -1), t.problems.short.replace('{count}', '15')],
          [`${code}77`, t.problems.long.replace('{count}', '18')],
          [mistyped, t.problems.mistyped],
          [`U${code.slice(1)}`, t.problems.letters.replace('{letters}', 'U')],
          ['YW7K3M9QXRV2TC', t.problems.reference],
        ] as const;
        for (const [typed, said] of cases) {
          await page.goto(`/${locale}/feedback/track`);
          await page.getByLabel(t.codeLabel).fill(typed);
          await page.getByRole('button', { name: t.show }).click();
          await expect(page.locator('#problem')).toContainText(said);
          await expect(page.getByLabel(t.codeLabel)).toHaveValue(typed);
          await expect(page.getByLabel(t.codeLabel)).toHaveAccessibleDescription(
            new RegExp(said.slice(0, 12)),
          );
        }
        await expectAccessible(page, 'a wrong code');
        // A link that lost its end in an e-mail leads to the same words.
        await page.goto(`/${locale}/feedback/track/${code.slice(0, -2)}`);
        await expect(page.locator('#problem')).toContainText(t.problems.short.replace('{count}', '14'));
      });
    });

test.describe('what the pages keep to themselves', () => {
  test('no cache, no index, no referrer; opening an address changes nothing', async ({ page, request }) => {
    const { code, reference } = await laySuggestion({ answer });
    const response = await page.goto(`${pageOf('en', code)}?level=1`);
    const headers = response?.headers() ?? {};
    expect(headers['cache-control']).toContain('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-robots-tag']).toContain('noindex');
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
    // One tap in an e-mail chooses a level; only sending counts.
    await expect(page.getByLabel('Very dissatisfied')).toBeChecked();
    for (const action of ['rate', 'reopen', 'remind', 'withdraw', 'silence', 'erase'])
      await request.get(`${pageOf('en', code)}/${action}`);
    expect(await stateOf(reference)).toMatchObject({ state: 'answered', rating: null, round: 0 });
  });

  test('forms of other sites, of old rounds and without sense are refused', async ({ page, request }) => {
    const { code, reference } = await laySuggestion({ answer });
    const post = async (action: string, form: Record<string, string>, headers = {}) =>
      (await request.post(`${pageOf('en', code)}/${action}`, { form, headers, maxRedirects: 0 })).headers()
        .location;
    expect(await post('erase', { confirm: 'yes' }, { Origin: 'https://evil.example' })).toContain(
      'problem=foreign',
    );
    expect(await post('rate', { round: '7', level: '5' })).toContain('problem=outdated');
    expect(await post('rate', { round: '0', level: '9' })).toContain('problem=levelRequired');
    expect(await post('rate', { round: '0', level: '1', reason: 'x'.repeat(900) })).toContain('tooLong');
    expect(await post('reopen', { round: '0' })).toContain('problem=wrongRequired');
    expect(await post('withdraw', { consent: 'everything' })).toContain('problem=broken');
    expect(await post('remind', {})).toContain('problem=notDue');
    expect(await post('erase', {})).toContain('problem=notConfirmed');
    expect(await post('rate', { round: '0', level: '1', reason: 'x'.repeat(1_100_000) })).toContain(
      'tooLong',
    );
    expect((await request.post(`${pageOf('en', code)}/nothing`)).status()).toBe(404);
    expect(await stateOf(reference)).toMatchObject({ state: 'answered', rating: null, round: 0 });
    // What another site's form says is told in words, and so is every other.
    const problems = wordsOf('en').TrackPage.problems;
    for (const name of ['foreign', 'outdated', 'notDue', 'broken', 'notAllowed'] as const) {
      await page.goto(`${pageOf('en', code)}?problem=${name}`);
      await expect(page.locator('#problem')).toContainText(problems[name]);
    }
  });

  test('who tries codes that open nothing has to wait; others do not', async ({ browser, baseURL }) => {
    const { code } = await laySuggestion();
    const context = await browser.newContext({
      baseURL: baseURL ?? '',
      extraHTTPHeaders: { 'X-Forwarded-For': '203.0.113.77' },
    });
    for (let count = 0; count < 60; count++)
      await context.request.get(pageOf('en', makeCode()), { maxRedirects: 0 });
    const page = await context.newPage();
    await page.goto(pageOf('en', code));
    await expect(page.locator('#problem')).toContainText('Too many codes');
    await expectAccessible(page, 'too many codes');
    await context.close();
    const other = await browser.newPage({ baseURL: baseURL ?? '' });
    await other.goto(pageOf('en', code));
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(/steps/i);
    await other.close();
  });
});

test('everything by keyboard: the code, a level, the reason, sending', async ({ page }) => {
  const { code, reference } = await laySuggestion({ answer });
  await page.goto('/en/feedback/track');
  await page.getByLabel('Your code').focus();
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('blockquote')).toBeVisible();
  const focusedId = () => page.evaluate('document.activeElement.id');
  for (let steps = 0; steps < 40 && !String(await focusedId()).startsWith('rate-'); steps++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  expect(await focusedId()).toBe('rate-reason');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  // The problem has the focus, and leads to its field.
  await expect(page.locator('#problem')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await focusedId()).toBe('rate-reason');
  await page.keyboard.type('still loose');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#told')).toBeVisible();
  expect(await stateOf(reference)).toMatchObject({ state: 'rated', rating: 2 });
});

test('words that are too long come back whole, with what is wrong', async ({ page }) => {
  const { code } = await laySuggestion({ answer });
  // As a whole page that was pasted; a form writes each of these characters in nine bytes.
  const long = '扶手还是松的。'.repeat(3000);
  await page.goto(pageOf('en', code));
  await page.getByLabel('Very dissatisfied').check();
  await page.locator('#rate-reason').fill(long);
  await page.getByRole('button', { name: wordsOf('en').TrackPage.rateButton }).click();
  await expect(page.locator('#problem')).toContainText('800 characters at most');
  await expect(page.locator('#rate-reason')).toHaveValue(long);
  await expect(page.getByLabel('Very dissatisfied')).toBeChecked();
  await page.locator('summary', { hasText: wordsOf('en').TrackPage.reopenTitle }).click();
  await page.locator('#reopen-reason').fill(long);
  await page.getByRole('button', { name: wordsOf('en').TrackPage.reopenButton }).click();
  await expect(page.locator('#problem')).toContainText('800 characters at most');
  await expect(page.locator('#reopen-reason')).toHaveValue(long);
});

test('after 15 working days the city can be reminded, once', async ({ page }) => {
  const { code } = await laySuggestion({ daysAgo: 40 });
  const t = wordsOf('zh-CN').TrackPage;
  await page.goto(pageOf('zh-CN', code));
  await expect(page.getByRole('heading', { name: t.remindTitle })).toBeVisible();
  await expectAccessible(page, 'a reminder is due');
  await page.getByRole('button', { name: t.remindButton }).click();
  await expect(page.locator('#told')).toContainText(t.done.reminded);
  await expect(page.getByRole('button', { name: t.remindButton })).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: t.events.reminder })).toBeVisible();
});

test('what the city does not have yet is said, and deleted whole', async ({ page }) => {
  const { code, reference } = await laySuggestion({ isSent: false });
  const t = wordsOf('en').TrackPage;
  await page.goto(pageOf('en', code));
  await expect(page.getByText(t.notHandedOver)).toBeVisible();
  await page.goto(`${pageOf('en', code)}/delete`);
  await expect(page.getByText(t.deleteGone)).toBeVisible();
  await page.getByRole('checkbox').last().check();
  await page.getByRole('button', { name: t.deleteButton }).click();
  await expect(page.locator('#told')).toContainText(t.done.gone);
  expect(await stateOf(reference)).toBeUndefined();
});

test('consents are taken back, and everything can be taken along', async ({ page, request }) => {
  const { code, reference } = await laySuggestion({
    contact: { name: '王小明', email: 'w@example.org', phone: '023-63123456' },
    consent: { contact: true, publish: true, news: true },
  });
  const t = wordsOf('en').TrackPage;
  await page.goto(pageOf('en', code));
  await expect(page.getByText('023-63123456')).toBeVisible();
  await expectAccessible(page, 'with contact');
  const file = await request.get(`${pageOf('en', code)}/data.json`);
  expect(file.headers()['content-disposition']).toContain('attachment');
  expect(await file.json()).toMatchObject({ reference, contact: { name: '王小明' }, kind: 'steps-ramps' });
  for (const consent of ['contact', 'publish', 'news'] as const) {
    await page.getByRole('button', { name: t.withdrawOf.replace('{consent}', t.consents[consent]) }).click();
    await expect(page.locator('#told')).toContainText(t.done.withdrawn);
  }
  await expect(page.getByText(t.contactNone)).toBeVisible();
  expect((await stateOf(reference))?.contact_sealed).toBeNull();
});

test('followers see the way and the answer, not what was sent, and cannot rate', async ({ page }) => {
  const { reference } = await laySuggestion({ answer });
  const t = wordsOf('en').TrackPage;
  await page.goto(pageOf('en', await layFollower(reference)));
  await expect(page.getByText(t.followed)).toBeVisible();
  await expect(page.getByText(t.saidHidden)).toBeVisible();
  await expect(page.getByRole('blockquote')).toContainText('坡道已加装');
  await expect(page.getByText('轮椅上不去')).toHaveCount(0);
  await expect(page.getByRole('button', { name: t.rateButton })).toHaveCount(0);
  await expectAccessible(page, 'followed');
});

test('the link of an e-mail asks before it ends the news; a mail provider may end them at once', async ({
  page,
  request,
}) => {
  const sent = () =>
    laySuggestion({
      contact: { email: 'w@example.org' },
      consent: { contact: false, publish: false, news: true },
    });
  const { makeStopToken } = await import('../lib/feedback/server/news/stop-token');
  const { vault } = await openPortalStore();
  const t = wordsOf('en').FeedbackNews;
  const { reference } = await sent();
  const link = `/en/feedback/news/${makeStopToken(vault, { reference, follower: null })}/stop`;
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.stopTitle);
  expect((await stateOf(reference))?.consent_news).toBe(1);
  await expectAccessible(page, 'ending news');
  await page.getByRole('button', { name: t.stopButton }).click();
  await expect(page.locator('#told')).toContainText(t.stopped);
  expect(await stateOf(reference)).toMatchObject({ consent_news: 0, contact_sealed: null });
  const other = await sent();
  await request.post(
    `/en/feedback/news/${makeStopToken(vault, { reference: other.reference, follower: null })}/stop`,
    { form: { 'List-Unsubscribe': 'One-Click' }, headers: { Origin: 'https://mail.example' } },
  );
  expect((await stateOf(other.reference))?.consent_news).toBe(0);
  await page.goto('/en/feedback/news/YW7K3M9QXRV2TCforged/stop');
  await expect(page.getByText(t.stopInvalid)).toBeVisible();
  await expectAccessible(page, 'a link that stands for nothing');
});

test('a browser can be told by push, and told no more', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['notifications'], { origin: baseURL ?? '' });
  // No push service can be reached from a test; everything up to it is real.
  await page.addInitScript(() => {
    const keys = { p256dh: '', auth: 'AAAAAAAAAAAAAAAAAAAAAA' };
    let kept: object | null = null;
    const made = async () => {
      const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
        'deriveBits',
      ]);
      const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
      keys.p256dh = btoa(String.fromCharCode(...raw))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '');
      const endpoint = 'https://push.example/box';
      kept = { endpoint, toJSON: () => ({ endpoint, keys }) };
      return kept;
    };
    PushManager.prototype.subscribe = made as never;
    PushManager.prototype.getSubscription = (async () => kept) as never;
    Notification.requestPermission = async () => 'granted';
  });
  const { code, reference } = await laySuggestion();
  const t = wordsOf('en').TrackPage;
  await page.goto(pageOf('en', code));
  await page.getByRole('button', { name: t.push.on }).click();
  await expect(page.getByText(t.push.isOn)).toBeVisible();
  const { db } = await openPortalStore();
  const count = async () =>
    (await db.selectFrom('feedback_push').selectAll().where('reference', '=', reference).execute()).length;
  expect(await count()).toBe(1);
  await expectAccessible(page, 'push');
  await page.getByRole('button', { name: t.push.off }).click();
  await expect(page.getByText(t.push.isOff)).toBeVisible();
  expect(await count()).toBe(0);
  const refused = await page.request.post(`${pageOf('en', code)}/push`, {
    data: { subscription: { endpoint: 'https://127.0.0.1/x', keys: {} } },
  });
  expect(refused.status()).toBe(400);
});

test('nothing runs out of a phone, at 200 % type too', async ({ page }) => {
  const { code } = await laySuggestion({
    answer,
    contact: { email: `${'long'.repeat(12)}@example.org` },
    consent: { contact: true, publish: true, news: true },
  });
  for (const locale of ['zh-CN', 'en', 'ko'])
    for (const address of [pageOf(locale, code), `${pageOf(locale, code)}/delete`]) {
      await page.goto(address);
      for (const size of ['100%', '200%']) {
        await page.addStyleTag({ content: `html{font-size:${size} !important}` });
        expect(
          await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
          address,
        ).toBeLessThanOrEqual(0);
      }
    }
});
