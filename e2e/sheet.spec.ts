import type { BrowserContext, Page } from '@playwright/test';
import { expect, test, wordsOf } from './portal';

/** Jiefangbei, on the walk to Chaotianmen; and somewhere far from it. */
const monument = { latitude: 29.56011, longitude: 106.57336, accuracy: 25 };
const elsewhere = { latitude: 29.7, longitude: 106.4, accuracy: 25 };

for (const locale of ['zh-CN', 'en'] as const) {
  const { SheetView: view, SheetPage: page_, RouteForm: route } = wordsOf(locale);
  const address = `/${locale}/walks/jiefangbei-chaotianmen/map`;
  /** Opens the sheet as somebody who stands at the monument and wants to see it. */
  async function showMe(page: Page, context: BrowserContext) {
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation(monument);
    await page.goto(address);
    await page.getByRole('button', { name: view.here }).click();
  }

  test(`${locale}: the drawn map is moved, enlarged and read by keyboard and by button`, async ({ page }) => {
    await page.goto(address);
    const sheet = page.locator('[data-sheet]');
    const scaleOf = () =>
      sheet.evaluate((element) => Number(getComputedStyle(element).getPropertyValue('--zoom') || 1));
    await page.getByRole('group', { name: view.move }).focus();
    await page.keyboard.press('+');
    await expect.poll(scaleOf).toBeGreaterThan(1.5);
    const before = await sheet.evaluate((element) => element.style.transform);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => sheet.evaluate((element) => element.style.transform)).not.toBe(before);
    await page.keyboard.press('0');
    await expect.poll(scaleOf).toBe(1);
    await page.getByRole('button', { name: view.next }).click();
    await page.getByRole('button', { name: view.next }).click();
    const second = (await page.locator('ol li h3').nth(1).textContent()) ?? '';
    await expect(page.getByRole('status').filter({ hasText: second })).toBeVisible();
    await expect.poll(scaleOf).toBeGreaterThan(2);
    await page.getByRole('button', { name: view.trueMap }).click();
    await expect(page.getByRole('group', { name: view.move })).toBeHidden();
    await page.getByRole('button', { name: view.drawn }).click();
    await expect(page.getByRole('group', { name: view.move })).toBeVisible();
  });

  test(`${locale}: a tap on a stop opens it`, async ({ page }) => {
    await page.goto(address);
    const group = page.getByRole('group', { name: view.move });
    await group.scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: view.next }).click();
    const mark = page.locator('[data-sheet] > span');
    await expect(mark).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: view.whole }).click();
    const box = await mark.boundingBox();
    const spot = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
    await page.getByRole('button', { name: view.next }).click();
    await page.getByRole('button', { name: view.whole }).click();
    await page.mouse.click(spot.x, spot.y);
    const first = (await page.locator('ol li h3').first().textContent()) ?? '';
    await expect(page.getByRole('status').filter({ hasText: first })).toBeVisible();
  });

  test(`${locale}: my dot on the drawing; far away it says so, and a refusal leaves the sheet as it is`, async ({
    page,
    context,
  }) => {
    await showMe(page, context);
    const dot = page.locator('[data-here]');
    await expect(dot).toBeVisible();
    // The monument is the first stop: the dot stands on its number.
    await page.getByRole('button', { name: view.next }).click();
    const [x = 0, y = 0] = ((await dot.getAttribute('data-here')) ?? '').split(',').map(Number);
    const stop = page.locator('[data-sheet] > span').first();
    const style = (await stop.getAttribute('style')) ?? '';
    const [left = 0, top = 0] = [...style.matchAll(/([\d.]+)%/g)].map(([, share]) => Number(share) / 100);
    const [, width = 0, height = 0] = ((await dot.getAttribute('viewBox')) ?? '')
      .split(' ')
      .slice(1)
      .map(Number);
    expect(Math.hypot(left * width - x, top * height - y)).toBeLessThan(width * 0.08);
    await context.setGeolocation(elsewhere);
    await expect(page.getByText(view.elsewhere)).toBeVisible();
    await expect(dot).toBeHidden();
    await context.clearPermissions();
    await page.reload();
    await page.getByRole('button', { name: view.here }).click();
    await expect(page.getByText(route.positionDenied)).toBeVisible();
    await expect(page.getByRole('group', { name: view.move })).toBeVisible();
  });

  test(`${locale}: my dot stands on the true map too; a stop opened there is shown on the drawing afterwards`, async ({
    page,
    context,
  }) => {
    await showMe(page, context);
    await expect(page.locator('[data-here]')).toBeVisible();
    await page.getByRole('button', { name: view.trueMap }).click();
    await expect(page.locator('[data-map="drawn"] a[title]', { hasText: view.here })).toBeAttached();
    await page.getByRole('button', { name: view.next }).click();
    await page.getByRole('button', { name: view.drawn }).click();
    const frame = page.getByRole('group', { name: view.move });
    const mark = page.locator('[data-sheet] > span');
    await expect(mark).toBeInViewport();
    const middle = () => frame.evaluate((element) => element.getBoundingClientRect().width);
    const narrow = await middle();
    const shown = () =>
      page.locator('[data-sheet]').evaluate((element) => {
        const { e, f } = new DOMMatrix(element.style.transform);
        return [e / element.clientWidth, f / element.clientHeight].map((share) => share.toFixed(2)).join();
      });
    const before = await shown();
    await page.setViewportSize({ width: 844, height: 700 });
    await expect.poll(middle).not.toBe(narrow);
    // Turned, the phone shows the same part of the drawing.
    await expect.poll(shown).toBe(before);
  });

  test(`${locale}: papers are PDF, one leaf for each wish`, async ({ request }) => {
    for (const file of ['a4', 'a3', 'pocket', 'black-and-white', 'large', 'signs-left']) {
      const answer = await request.get(`/${locale}/walks/jiefangbei-chaotianmen/paper/${file}.pdf`);
      expect(answer.headers()['content-type']).toBe('application/pdf');
      expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
    }
    expect((await request.get(`/${locale}/walks/jiefangbei-chaotianmen/paper/a7.pdf`)).status()).toBe(404);
    expect((await request.get(`/${locale}/walks/no-such-walk/paper/a4.pdf`)).status()).toBe(404);
  });

  test(`${locale}: the gallery leads to every sheet`, async ({ page }) => {
    await page.goto(`/${locale}/walks`);
    await page.locator(`a[href="/${locale}/walks/maps"]`).click();
    await expect(page.locator('main li h2')).toHaveCount(13);
    await page.locator('main li h2 a').first().click();
    await expect(page.getByRole('heading', { name: page_.paper })).toBeVisible();
  });
}

test('a sheet opened by itself is lettered by its own hand', async ({ page }) => {
  await page.goto('/sheets/levels-en-light.svg');
  const faces = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].map(({ status }) => status);
  });
  expect(faces.length).toBeGreaterThan(0);
  expect(new Set(faces)).toEqual(new Set(['loaded']));
});

test('for the pocket every walk has one leaf with two sides, in the wordiest languages too', async ({
  request,
}) => {
  const feed = await (await request.get('/data/walks.geojson')).json();
  const walks = feed.features.map(
    ({ id, properties }: { id?: string; properties: { id?: string } }) => id ?? properties.id,
  );
  expect(walks).toHaveLength(13);
  for (const locale of ['en', 'ko'])
    for (const walk of walks) {
      const pdf = await (await request.get(`/${locale}/walks/${walk}/paper/pocket.pdf`)).body();
      expect(pdf.toString('latin1').match(/\/Type \/Page\b/g), `${locale} ${walk}`).toHaveLength(2);
    }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the sheet is a picture, the stops are a list, the papers are links', async ({ page }) => {
    await page.goto('/en/walks/levels/map');
    await expect(page.locator('img[src="/sheets/levels-en-light.svg"]')).toBeVisible();
    expect(await page.locator('main ol li').count()).toBeGreaterThan(3);
    await expect(page.getByRole('link', { name: 'Pocket, to fold' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Zoom in' })).toBeHidden();
  });
});

test('an editor sets the points of a drawing by clicking, and is told what is wrong with them', async ({
  page,
  request,
}) => {
  const { SheetView: view, PointSetter: words } = wordsOf('en');
  await page.goto('/en/walks/city-wall/map');
  const spots: { name: string; x: number; y: number }[] = [];
  for (let stop = 0; stop < 5; stop++) {
    await page.getByRole('button', { name: view.next }).click();
    const style = (await page.locator('[data-sheet] > span').first().getAttribute('style')) ?? '';
    const [x = 0, y = 0] = [...style.matchAll(/([\d.]+)%/g)].map(([, share]) => Number(share) / 100);
    spots.push({ name: (await page.locator('ol li h3').nth(stop).textContent()) ?? '', x, y });
  }
  // A generated sheet serves as the drawing of somebody else.
  const drawing = await (await request.get('/sheets/city-wall-en-light.svg')).body();
  await page.goto('/en/walks/maps/points');
  await page.getByLabel(words.walk).selectOption('city-wall');
  await page
    .getByLabel(words.picture)
    .setInputFiles({ name: 'sheet.svg', mimeType: 'image/svg+xml', buffer: drawing });
  const picture = page.getByRole('button', { name: words.click });
  const set = async ({ name, x, y }: (typeof spots)[0]) => {
    await page.getByLabel(words.next).selectOption({ label: name });
    const box = (await picture.boundingBox()) ?? { width: 0, height: 0 };
    await picture.click({ position: { x: x * box.width, y: y * box.height } });
  };
  for (const spot of spots) await set(spot);
  await expect(page.getByText(words.fits)).toBeVisible();
  const file = page.getByRole('textbox', { name: /sheet\.yaml/ });
  await expect(file).toHaveValue(/picture: sheet\.svg[\s\S]*width: 1000[\s\S]*name: Tongyuanmen/);
  // A leaf as a drawing program saves it: counted as the content check counts, and what is no picture leaves it as it is.
  const input = page.getByLabel(words.picture);
  const leaf =
    '<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 595.28 841.89"/>';
  await input.setInputFiles({ name: 'no.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await expect(page.getByText(words.refused)).toBeVisible();
  await expect(page.getByText(words.fits)).toBeVisible();
  // Upside down and left to right: no map.
  await page.getByLabel(`${spots[0]?.name}: x`).fill('980');
  await page.getByLabel(`${spots[1]?.name}: x`).fill('950');
  await page.getByLabel(`${spots[4]?.name}: x`).fill('20');
  await expect(
    page.getByText(new RegExp(`${words.problems.folded}|${words.problems.mirrored}`)),
  ).toBeVisible();
  await input.setInputFiles({ name: 'leaf.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(leaf) });
  await expect(file).toHaveValue(/width: 595\.28\nheight: 841\.89/);
});
