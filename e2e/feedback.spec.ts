import type { Page } from '@playwright/test';
import sharp from 'sharp';
import {
  countKept,
  fillShort,
  goOn,
  goToNext,
  keptDraft,
  openForm,
  picture,
  skipQuestions,
  stepIs,
} from './form';
import { expect, test, wordsOf } from './portal';
import { violationsOf } from './violations';

const words = {
  'zh-CN': { received: '已经收到', waiting: '等网络恢复', problem: '有地方需要改一下' },
  en: { received: 'Received', waiting: 'Waiting for the network', problem: 'There is a problem' },
} as const;
type Language = keyof typeof words;

async function isClean(page: Page) {
  expect(await violationsOf(page, '#feedback')).toEqual([]);
}

/** The whole form, each step left empty first where it must not be; axe on every step and every error. */
async function fill(page: Page, language: Language, { isScripted }: { isScripted: boolean }) {
  const check = isScripted ? isClean : async () => undefined;
  await page.goto(`/${language}/feedback`);
  await stepIs(page, 'kind');
  if (isScripted) await expect(page).toHaveURL(/step=kind/);
  await check(page);
  await goOn(page);
  await expect(page.getByRole('alert').first()).toContainText(words[language].problem);
  await check(page);
  await page.locator('input[value=steps-ramps]').check();
  await goOn(page);
  await stepIs(page, 'place');
  await check(page);
  await page.locator('input[name=how][value=address]').check();
  await goOn(page);
  await expect(page.getByRole('alert').first()).toContainText(words[language].problem);
  await page.locator('input[name=address]').fill('较场口，地铁口旁的梯坎');
  await goOn(page);
  await stepIs(page, 'describe');
  await check(page);
  await page.locator('textarea').fill('台阶太陡。<b>谢谢</b>');
  await goOn(page);
  await stepIs(page, 'question.problem');
  await check(page);
  await page.locator('input[value=broken]').check();
  await expect(page.locator('#feedback').getByText('120', { exact: false })).toBeVisible();
  await goToNext(page);
  for (let round = 0; round < 4; round++) {
    const step = await page.locator('#feedback input[name=step]').inputValue();
    if (!step.startsWith('question.')) break;
    await check(page);
    await goToNext(page);
  }
  await stepIs(page, 'photos');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '梯坎.png', mimeType: 'image/png', buffer: await picture() });
  if (!isScripted) await page.locator('button[name=upload]').click();
  await expect(page.locator('#feedback img')).toHaveCount(1);
  await check(page);
  await goOn(page);
  await stepIs(page, 'contact');
  await check(page);
  await page.locator('input[name="contact.email"]').fill('nobody');
  await goOn(page);
  await expect(page.getByRole('alert').first()).toContainText(words[language].problem);
  await expect(page.locator('input[name="contact.email"]')).toHaveValue('nobody');
  await check(page);
  await page.locator('input[name="contact.email"]').fill('');
  await goOn(page);
  await stepIs(page, 'check');
  await check(page);
  await expect(page.locator('dl')).toContainText('<b>谢谢</b>');
}

for (const language of ['zh-CN', 'en'] as const)
  test(`with scripts, in ${language}: every step and error, a change, and a receipt`, async ({ page }) => {
    await fill(page, language, { isScripted: true });
    // A change leads straight back to the check.
    await page.locator('dl a').nth(2).click();
    await stepIs(page, 'describe');
    await page.locator('textarea').fill('台阶太陡，也没有扶手。');
    await goOn(page);
    await stepIs(page, 'check');
    // Back and forward keep what was written.
    await page.goBack();
    await page.goForward();
    await stepIs(page, 'check');
    await expect(page.locator('dl')).toContainText('也没有扶手');
    await goOn(page);
    await expect(page.locator('h1').first()).toContainText(words[language].received, { timeout: 30_000 });
    await expect(page.locator('.font-mono').first()).toHaveText(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    await isClean(page);
  });

test('where a photo was taken is offered, and used only when somebody says so', async ({ page }) => {
  const taken = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#884422' } })
    .jpeg()
    .withExif({
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '29/1 33/1 3636/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '106/1 34/1 2410/100',
      },
    })
    .toBuffer();
  const add = () =>
    page.locator('input[type=file]').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: taken });
  const words = wordsOf('en').FeedbackForm.photos;
  await openForm(page, '?photos=first');
  await stepIs(page, 'photos');
  await add();
  await expect(page.getByText(words.placeHint)).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  expect(await keptDraft(page)).toMatchObject({ how: '', position: null });
  await page.getByRole('button', { name: words.placeLeave }).click();
  await expect(page.getByText(words.placeHint)).toHaveCount(0);
  expect(await keptDraft(page)).toMatchObject({ how: '', position: null });
  await add();
  await page.getByRole('button', { name: words.placeTake }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Used as the place' })).toBeFocused();
  await goOn(page);
  await stepIs(page, 'kind');
  await page.locator('input[value=lighting]').check();
  await goOn(page);
  // Still asked, with the answer in it.
  await stepIs(page, 'place');
  await expect(page.locator('input[name=how][value=point]')).toBeChecked();
  expect((await keptDraft(page))?.position?.[1]).toBeCloseTo(29.5601, 4);
  expect((await keptDraft(page))?.at).toBe('106.57336,29.56010');
});

test('a draft outlives a reload, and can be dropped', async ({ page }) => {
  await page.goto('/en/feedback');
  await expect(page).toHaveURL(/step=kind/);
  await page.locator('input[value=lighting]').check();
  await goOn(page);
  await page.locator('input[name=how][value=address]').check();
  await page.locator('input[name=address]').fill('Shibati, third landing');
  await expect.poll(async () => (await keptDraft(page))?.address).toBe('Shibati, third landing');
  await page.reload();
  await stepIs(page, 'place');
  await expect(page.locator('input[name=address]')).toHaveValue('Shibati, third landing');
  await page.getByRole('button', { name: /Clear/ }).click();
  await stepIs(page, 'kind');
  await page.reload();
  await expect(page).toHaveURL(/step=kind/);
  await expect(page.locator('input[value=lighting]')).not.toBeChecked();
});

test('started from the circle, it asks neither kind nor place nor category', async ({ page }) => {
  await page.goto('/zh-CN/feedback?kind=nearby-services&category=health&at=106.57336,29.56011');
  await expect(page).toHaveURL(/step=describe/);
  await page.locator('textarea').fill('附近没有社区医院。');
  await goOn(page);
  await expect(page.locator('#feedback input[name=step]')).not.toHaveValue('question.category');
});

test.describe('offline', () => {
  // The browser tells its console of what it cannot fetch.
  test.use({ expectedComplaints: /ERR_FAILED|ERR_INTERNET_DISCONNECTED/ });
  test('without a network it waits, photo and all, and goes once by itself', async ({ page, context }) => {
    await page.goto('/en/feedback');
    await expect(page).toHaveURL(/step=kind/);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await expect
      .poll(() => page.evaluate(async () => (await (await caches.open('feedback-pages')).keys()).length))
      .toBe(1);
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await page.reload();
    await expect(page).toHaveURL(/step=kind/);
    await page.locator('input[value=other]').check();
    await goOn(page);
    await page.locator('input[name=how][value=none]').check();
    await goOn(page);
    await page.locator('textarea').fill('Written between two tunnels');
    await goToNext(page);
    await skipQuestions(page);
    await stepIs(page, 'photos');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: await picture() });
    await expect(page.locator('#feedback img')).toHaveCount(1);
    await goToNext(page);
    await goToNext(page);
    await stepIs(page, 'check');
    await goOn(page);
    await expect(page.locator('h1').first()).toContainText(words.en.waiting);
    await expect(page.locator('#feedback')).toContainText('Written between two tunnels');
    await isClean(page);
    const sent: number[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('/api/suggestions')) sent.push(response.status());
    });
    await context.setOffline(false);
    await page.goto('/en/feedback');
    await expect.poll(() => countKept(page, 'waiting'), { timeout: 30_000 }).toBe(0);
    await expect.poll(() => countKept(page, 'receipts')).toBe(1);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('every step by the server, a confirming step, and the same receipt again', async ({ page }) => {
    await fill(page, 'zh-CN', { isScripted: false });
    await goOn(page);
    await stepIs(page, 'confirm');
    await page.waitForTimeout(2100);
    await goOn(page);
    await expect(page).toHaveURL(/\/feedback\/receipt$/);
    await expect(page.locator('h1').first()).toContainText(words['zh-CN'].received);
    const code = await page.locator('.font-mono').first().textContent();
    // Gone back to and sent once more: nothing new.
    await page.goBack();
    await page.goto('/zh-CN/feedback/receipt');
    await expect(page.locator('.font-mono').first()).toHaveText(code ?? '');
  });
});

test('by keyboard alone', async ({ page }) => {
  await page.goto('/en/feedback');
  await expect(page).toHaveURL(/step=kind/);
  await page.locator('input[name=kind]').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await stepIs(page, 'place');
  // The focus is at the top of the new question, not lost.
  await expect(page.locator('#feedback')).toBeFocused();
});

test('what is no suggestion is refused by name, and another site cannot send one', async ({ request }) => {
  const send = (multipart: Record<string, string>, headers: Record<string, string> = {}) =>
    request.post('/api/suggestions', { multipart, headers }).then((response) => response.status());
  expect(await send({ submission: 'not JSON' })).toBe(400);
  expect(await send({ submission: '{}' })).toBe(422);
  expect(await send({ submission: '{}', website: 'https://spam.example' })).toBe(403);
  expect(await send({ submission: '{}' }, { origin: 'https://evil.example' })).toBe(403);
  expect((await request.get('/api/suggestions/similar?kind=nonsense&at=1,2')).status()).toBe(400);
});

test('each title names its question without marks, and what is wrong comes first', async ({ page }) => {
  await openForm(page, '?kind=other');
  await expect(page).toHaveTitle('Where is it? · Tell the city · YuWalk');
  await page.locator('input[name=how][value=address]').check();
  await goOn(page);
  await expect(page).toHaveTitle('Error: Where is it? · Tell the city · YuWalk');
  await page.locator('input[name=how][value=none]').check();
  await goOn(page);
  await page.locator('textarea').fill('On the way');
  await goToNext(page);
  await skipQuestions(page);
  await stepIs(page, 'photos');
  await expect(page).toHaveTitle('Add photos · Tell the city · YuWalk');
});

test('contact without a word about its use is a fault, not thrown away', async ({ page }) => {
  await openForm(page);
  await fillShort(page, 'With a number');
  await page.locator('dl a[href$="step=contact"]').first().click();
  await page.locator('input[name="contact.phone"]').fill('023 6312 3456');
  await goOn(page);
  await expect(page.getByRole('alert').first()).toContainText('Tick what we may use your contact for');
  await isClean(page);
  // Going round the step does not help: an answer that is not right any more is asked for again.
  await page.goto('/en/feedback?step=check');
  await stepIs(page, 'contact');
  await page.locator('input[name="consent.contact"]').check();
  await goOn(page);
  await stepIs(page, 'check');
});

test('a file that is no picture is refused by name when it is added', async ({ page }) => {
  await openForm(page, '?photos=first');
  await stepIs(page, 'photos');
  await page.locator('input[type=file]').setInputFiles([
    { name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') },
    { name: 'a.png', mimeType: 'image/png', buffer: await picture() },
  ]);
  await expect(page.getByRole('alert').first()).toContainText('“notes.png” is not a photo');
  await expect(page.locator('#feedback img')).toHaveCount(1);
});

test('what is too long stays as it was typed, and its length is said', async ({ page }) => {
  await openForm(page, '?kind=other');
  await page.locator('input[name=how][value=none]').check();
  await goOn(page);
  await stepIs(page, 'describe');
  await page.locator('textarea').fill('x'.repeat(21_500));
  await goOn(page);
  await expect(page.getByRole('alert').first()).toContainText('21,500');
  await page.reload();
  await expect(page.locator('textarea')).toHaveValue('x'.repeat(21_500));
});

test('nothing is wider than the page in elder mode: receipt and check', async ({ page }) => {
  await openForm(page);
  await fillShort(page, 'In large letters');
  await page.locator('#elder-switch').evaluate((box: HTMLInputElement) => {
    if (!box.checked) box.click();
  });
  // Each label and its link stand on one line.
  for (const row of await page.locator('#feedback dl > div').all()) {
    const lines = await row.locator('dt, a').evaluateAll((parts) =>
      parts.map((part) => {
        const range = document.createRange();
        range.selectNodeContents(part);
        return range.getClientRects()[0]?.bottom ?? 0;
      }),
    );
    expect(Math.abs((lines[0] ?? 0) - (lines[1] ?? 0))).toBeLessThan(4);
  }
  await goOn(page);
  await expect(page.locator('h1').first()).toContainText(words.en.received, { timeout: 30_000 });
  const overflow = await page
    .locator('.font-mono')
    .first()
    .evaluate((code) => {
      const range = document.createRange();
      range.selectNodeContents(code);
      const frame = code.closest('.border-2')?.getBoundingClientRect();
      return range.getBoundingClientRect().right - (frame?.right ?? 0);
    });
  expect(overflow).toBeLessThan(0);
});
