import type { Page } from '@playwright/test';
import { countKept, fillShort, goOn, goToNext, keptDraft, openForm, picture, stepIs } from './form';
import { expect, test } from './portal';

const received = async (page: Page) => {
  await expect(page.locator('h1').first()).toContainText('Received', { timeout: 30_000 });
  return (await page.locator('.font-mono').first().textContent()) ?? '';
};
const changeText = async (page: Page, text: string) => {
  await page.locator('dl a[href$="step=describe"]').click();
  await stepIs(page, 'describe');
  await page.locator('textarea').fill(text);
  await goOn(page);
  await stepIs(page, 'check');
};

test.describe('two tabs', () => {
  test('what is changed after the other tab has sent goes as a suggestion of its own', async ({
    page,
    context,
  }) => {
    await openForm(page);
    await fillShort(page, 'Written in the first tab', { photo: true });
    const second = await context.newPage();
    await openForm(second, '', /step=check/);
    await goOn(page);
    const code = await received(page);
    await changeText(second, 'Written in the second tab');
    await expect(second.locator('dl img')).toHaveCount(1);
    // Kept as it is: also a reload finds it.
    await second.reload();
    await stepIs(second, 'check');
    await expect(second.locator('dl')).toContainText('Written in the second tab');
    await expect(second.locator('dl img')).toHaveCount(1);
    await goOn(second);
    expect(await received(second)).not.toBe(code);
    await expect.poll(() => countKept(page, 'receipts')).toBe(2);
  });
  test('what the other tab typed before is not thrown away with what was sent', async ({ page, context }) => {
    await openForm(page);
    await fillShort(page, 'Written in the first tab');
    const second = await context.newPage();
    await openForm(second, '', /step=check/);
    await changeText(second, 'Written in the second tab');
    await goOn(page);
    await received(page);
    await second.reload();
    await stepIs(second, 'check');
    await expect(second.locator('dl')).toContainText('Written in the second tab');
  });
});

test.describe('a key that is taken', () => {
  // Requests of a page with a worker cannot be answered here; and the browser tells its console of every 409.
  test.use({ serviceWorkers: 'block', expectedComplaints: /status of (409|4\d\d)/ });
  test('gets another, and the suggestion goes', async ({ page }) => {
    const keys: string[] = [];
    await page.route('**/api/suggestions', (route) => {
      const body = route.request().postDataBuffer()?.toString('utf8') ?? '';
      keys.push(/"key":"([^"]+)"/.exec(body)?.[1] ?? '');
      return keys.length === 1
        ? route.fulfill({ status: 409, json: { reason: 'key-taken' } })
        : route.continue();
    });
    await openForm(page);
    await fillShort(page, 'Other words under a known key');
    await goOn(page);
    await received(page);
    expect(new Set(keys).size).toBe(2);
    expect(await countKept(page, 'waiting')).toBe(0);
  });
  test('photos that are too large wait for their person, who is told', async ({ page }) => {
    await openForm(page);
    await fillShort(page, 'With photos nobody takes', { photo: true });
    await page.evaluate(() =>
      Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true }),
    );
    await goOn(page);
    await expect(page.locator('h1').first()).toContainText('Waiting for the network');
    let sent = 0;
    await page.route('**/api/suggestions', (route) => {
      sent += 1;
      return route.fulfill({ status: 413, json: { reason: 'too-large' } });
    });
    await page.reload();
    await expect(page.locator('#feedback')).toContainText('The photos were too large');
    await expect(page.getByRole('button', { name: 'Open and mend' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Open and mend' })).toBeVisible();
    expect(sent).toBe(1);
  });
  test('going on is possible while an older one is on its way', async ({ page }) => {
    await openForm(page);
    await fillShort(page, 'On its way for long');
    await page.evaluate(() =>
      Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true }),
    );
    await goOn(page);
    await expect(page.locator('h1').first()).toContainText('Waiting for the network');
    await page.route('**/api/suggestions/challenge', () => undefined);
    await page.reload();
    await expect(page).toHaveURL(/step=kind/);
    await expect(page.locator('#feedback form button[type=submit]').last()).toBeEnabled();
    await page.locator('input[value=other]').check();
    await goOn(page);
    await stepIs(page, 'place');
  });
  test('the page that waits shows the receipt once it has gone', async ({ page }) => {
    await openForm(page);
    await fillShort(page, 'Waiting and then gone');
    await page.evaluate(() =>
      Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true }),
    );
    await goOn(page);
    await expect(page.locator('h1').first()).toContainText('Waiting for the network');
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'onLine', { get: () => true, configurable: true });
      dispatchEvent(new Event('online'));
    });
    await received(page);
    await expect(page).toHaveTitle(/Received/);
  });
  test('to mend one that waits, what is being written is put aside and can be taken up again', async ({
    page,
  }) => {
    let refuse = true;
    await page.route('**/api/suggestions', (route) =>
      refuse
        ? route.fulfill({ status: 422, json: { faults: [{ field: 'description', fault: 'required' }] } })
        : route.continue(),
    );
    await openForm(page);
    await fillShort(page, 'To be mended', { photo: true });
    await page.evaluate(() =>
      Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true }),
    );
    await goOn(page);
    await expect(page.locator('h1').first()).toContainText('Waiting for the network');
    await page.reload();
    await expect(page.getByRole('button', { name: 'Open and mend' })).toBeVisible();
    await fillShort(page, 'Half written meanwhile', { photo: true });
    await page.getByRole('button', { name: 'Open and mend' }).click();
    await stepIs(page, 'describe');
    await expect(page.locator('textarea')).toHaveValue('To be mended');
    await expect(page.locator('#feedback')).toContainText('Half written meanwhile');
    refuse = false;
    await goOn(page);
    await stepIs(page, 'check');
    await expect(page.locator('dl img')).toHaveCount(1);
    await goOn(page);
    await received(page);
    await openForm(page);
    // Nobody sends what is not finished.
    await page.getByRole('button', { name: 'Go on writing' }).click();
    await stepIs(page, 'check');
    await expect(page.locator('dl')).toContainText('Half written meanwhile');
    await expect(page.locator('dl img')).toHaveCount(1);
  });
});

test.describe('a start of its own', () => {
  const start = '?place=hongyadong&kind=toilets';
  test('is not mixed into what was not finished: one is asked, and the other kept', async ({ page }) => {
    await openForm(page);
    await fillShort(page, 'Not finished yet', { photo: true });
    await page.goto(`/en/feedback${start}`);
    await expect(page.locator('#feedback h1')).toHaveText('You have a suggestion you did not finish');
    await expect(page.locator('#feedback')).toContainText('Not finished yet');
    await page.getByRole('button', { name: 'Go on with it' }).click();
    await stepIs(page, 'check');
    await expect(page.locator('dl')).not.toContainText('Hongya');
    await page.goto(`/en/feedback${start}`);
    await page.getByRole('button', { name: 'Begin the new one' }).click();
    await stepIs(page, 'describe');
    await expect(page.locator('textarea')).toHaveValue('');
    await expect(page.getByRole('button', { name: 'Go on writing' })).toBeVisible();
    await page.locator('textarea').fill('The new one');
    await expect.poll(async () => (await keptDraft(page))?.description).toBe('The new one');
    await page.reload();
    await expect(page.locator('textarea')).toHaveValue('The new one');
    // Cleared, it begins where it was started from.
    await page.getByRole('button', { name: /Clear/ }).click();
    await stepIs(page, 'describe');
    await expect(page.locator('textarea')).toHaveValue('');
    await page.getByRole('button', { name: 'Go on writing' }).click();
    await stepIs(page, 'check');
    await expect(page.locator('dl')).toContainText('Not finished yet');
    await expect(page.locator('dl img')).toHaveCount(1);
  });
  test('the same start again goes on with what was written', async ({ page }) => {
    await openForm(page, start);
    await page.locator('textarea').fill('Begun here');
    await expect.poll(async () => (await keptDraft(page))?.description).toBe('Begun here');
    await openForm(page, start);
    await stepIs(page, 'describe');
    await expect(page.locator('textarea')).toHaveValue('Begun here');
  });
  test('a point outside the portal’s area is asked for again', async ({ page }) => {
    await openForm(page, '?kind=lighting&at=116.39,39.9');
    await stepIs(page, 'place');
  });
  test('nothing similar nearby: there is no page about it, also going back', async ({ page }) => {
    await openForm(page, '?kind=lighting&at=106.45,29.45');
    await stepIs(page, 'describe');
    await page.locator('#feedback a', { hasText: 'Back' }).click();
    await stepIs(page, 'place');
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('a sent suggestion that is changed and sent again is one of its own', async ({ page, context }) => {
    await page.goto('/en/feedback');
    await stepIs(page, 'kind');
    await page.locator('input[value=other]').check();
    await goOn(page);
    await page.locator('input[name=how][value=none]').check();
    await goOn(page);
    await page.locator('textarea').fill('Written in the first tab');
    await goOn(page);
    await stepIs(page, 'photos');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: await picture() });
    await goOn(page);
    await stepIs(page, 'contact');
    await goOn(page);
    await stepIs(page, 'check');
    const second = await context.newPage();
    await second.goto('/en/feedback?step=describe');
    await stepIs(second, 'describe');
    await goOn(page);
    await page.waitForTimeout(2100);
    await goOn(page);
    const code = await received(page);
    await second.locator('textarea').fill('Written in the second tab');
    await goOn(second);
    await stepIs(second, 'check');
    await expect(second.locator('dl')).toContainText('Written in the second tab');
    await expect(second.locator('dl img')).toHaveCount(1);
    await goOn(second);
    await second.waitForTimeout(2100);
    await goOn(second);
    expect(await received(second)).not.toBe(code);
  });
  test('a start of its own asks first', async ({ page }) => {
    await page.goto('/en/feedback');
    await page.locator('input[value=other]').check();
    await goOn(page);
    await page.locator('input[name=how][value=none]').check();
    await goOn(page);
    await page.locator('textarea').fill('Not finished yet');
    await goOn(page);
    await stepIs(page, 'photos');
    await page.goto('/en/feedback?place=hongyadong&kind=toilets');
    await expect(page.locator('#feedback h1')).toHaveText('You have a suggestion you did not finish');
    await page.getByRole('button', { name: 'Go on with it' }).click();
    await stepIs(page, 'photos');
    await page.goto('/en/feedback?place=hongyadong&kind=toilets');
    await page.getByRole('button', { name: 'Begin the new one' }).click();
    await stepIs(page, 'describe');
    await expect(page.locator('textarea')).toHaveValue('');
    await page.locator('textarea').fill('The new one');
    await goOn(page);
    await page.goto('/en/feedback?step=kind');
    await expect(page.locator('input[value=toilets]')).toBeChecked();
  });
  test('each title names its question, and what is wrong comes first', async ({ page }) => {
    await page.goto('/en/feedback');
    await expect(page).toHaveTitle('What is it about? · Tell the city · YuWalk');
    await goOn(page);
    await expect(page).toHaveTitle('Error: What is it about? · Tell the city · YuWalk');
  });
  test('contact without a word about its use is a fault, not thrown away', async ({ page }) => {
    await page.goto('/en/feedback');
    await page.locator('input[value=other]').check();
    await goOn(page);
    await page.locator('input[name=how][value=none]').check();
    await goOn(page);
    await page.locator('textarea').fill('With a number');
    await goToNext(page);
    await goToNext(page);
    await stepIs(page, 'contact');
    await page.locator('input[name="contact.phone"]').fill('023 6312 3456');
    await goOn(page);
    await expect(page.getByRole('alert').first()).toContainText('Tick what we may use your contact for');
    await expect(page.locator('input[name="contact.phone"]')).toHaveValue('023 6312 3456');
  });
});

test.describe('without scripts and cookies', () => {
  test.use({ javaScriptEnabled: false });
  test('the form says what it needs, and where else one can turn', async ({ page, context }) => {
    await page.goto('/en/feedback');
    await page.locator('input[value=other]').check();
    // As a browser does that keeps none.
    await page.route('**/feedback/answer', async (route) => {
      const response = await route.fetch({ maxRedirects: 0 });
      await context.clearCookies();
      const { 'set-cookie': _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    await goOn(page);
    await expect(page.getByRole('alert')).toContainText('cookie');
    await expect(page.getByRole('alert').getByRole('link')).toHaveAttribute('href', '/en/about');
  });
});
