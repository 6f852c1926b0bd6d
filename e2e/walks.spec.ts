import { readFileSync } from 'node:fs';
import { gpx } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import { expect, locales, test, wordsOf } from './portal';

for (const locale of locales) {
  test(`${locale}: pick a walk by filter, read it, take it along`, async ({ page }) => {
    const words = wordsOf(locale);
    await page.goto(`/${locale}/walks`);
    const cards = page.getByRole('article');
    const all = await cards.count();
    expect(all).toBe(13);

    await page.getByText(words.WalksPage.filter, { exact: true }).click();
    await page.getByLabel(words.WalkFilterForm.time.label).selectOption('evening');
    await expect(page).toHaveURL(/time=evening/);
    await page
      .getByRole('checkbox', { name: words.WalkFilterForm.night.views, exact: true })
      .check({ force: true });
    await expect(page).toHaveURL(/night=views/);
    await expect.poll(() => cards.count()).toBeLessThan(all);
    expect(await cards.count()).toBeGreaterThan(0);

    const link = cards.first().getByRole('heading').getByRole('link');
    const title = await link.innerText();
    await link.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'GPX' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    const { features } = gpx(new DOMParser().parseFromString(text, 'text/xml') as unknown as Document);
    const line = features.find((feature) => feature.geometry?.type === 'LineString');
    expect(line?.properties?.name).toBe(title);
    const points = features.filter((feature) => feature.geometry?.type === 'Point');
    await expect(page.locator('li[id^="stop-"]')).toHaveCount(points.length);
    const coordinates = line?.geometry?.type === 'LineString' ? line.geometry.coordinates : [];
    expect(coordinates.length).toBeGreaterThan(10);
    for (const [lng = 0, lat = 0] of coordinates) {
      expect(lng).toBeGreaterThan(106.35);
      expect(lng).toBeLessThan(106.7);
      expect(lat).toBeGreaterThan(29.4);
      expect(lat).toBeLessThan(29.7);
    }
  });
}

test('an address with a nonsense filter shows the catalogue and says what it ignored', async ({ page }) => {
  await page.goto('/en/walks?km=99&theme=sleep&colour=red&sort=shortest');
  await expect(page.getByRole('article')).toHaveCount(13);
  await expect(page.getByText(/left it out: km=99 · theme=sleep · colour=red/)).toBeVisible();
  const lengths = await page.getByRole('article').locator('dd').nth(1).innerText();
  expect(lengths).not.toBe('');
});

test('no walk fits: the page says so and offers a way back', async ({ page }) => {
  await page.goto('/en/walks?km=2&climb=30&steps=none&stepfree=whole&theme=stay&night=wellness');
  await expect(page.getByText('No walk fits all of this')).toBeVisible();
  await page.getByRole('link', { name: 'Clear all' }).click();
  await expect(page.getByRole('article')).toHaveCount(13);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('filter, read and see the drawn map', async ({ page }) => {
    await page.goto('/zh-CN/walks');
    await page.getByText('筛选与排序').click();
    await page.getByLabel('时段').selectOption('evening');
    await page.getByRole('button', { name: '查看线路' }).click();
    await expect(page).toHaveURL(/time=evening/);
    const found = await page.getByRole('article').count();
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(13);
    await page.getByRole('article').first().getByRole('heading').getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('figure svg path').first()).toBeAttached();
    expect(await page.locator('figure svg g[transform]').count()).toBeGreaterThan(1);
    await page.locator('summary', { hasText: '用表格看' }).click();
    await expect(page.getByRole('columnheader', { name: '终点海拔' })).toBeVisible();
  });

  test('elder mode is one switch and needs no script', async ({ page }) => {
    await page.goto('/zh-CN');
    const size = () =>
      page.evaluate('getComputedStyle(document.documentElement).fontSize') as Promise<string>;
    // Playwright itself can evaluate even where the page's scripts are off.
    expect(await size()).toBe('16px');
    await page.getByLabel('长辈版').check();
    expect(await size()).toBe('20px');
  });
});

test('by keyboard only: skip link, filter, walk, stop on the map', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/en/walks');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'The drawn maps' })).toBeFocused();
  // On a wide screen the filter lies open: its first field is next.
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Length', { exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/km=4/);
  const first = page.getByRole('article').first().getByRole('heading').getByRole('link');
  await first.focus();
  const title = await first.innerText();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  const mark = page.locator('[data-map="drawn"] a').nth(1);
  await page.locator('#stops').scrollIntoViewIfNeeded();
  await mark.focus({ timeout: 30_000 });
  const href = await mark.getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${href}$`));
});

test('the chosen look stays: elder mode and night theme on the next page', async ({ page }) => {
  await page.goto('/en');
  await page.getByLabel('Elder mode').check();
  await page.getByLabel('Appearance').click();
  await page.getByRole('radio', { name: 'Night' }).check();
  await page.keyboard.press('Escape');
  await page.goto('/en/places');
  await expect(page.getByLabel('Elder mode')).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'night');
});

test('the language switch stays on the page', async ({ page }) => {
  await page.goto('/en/walks/lower-city');
  await page.getByLabel(/^Language/).click();
  await page.getByRole('link', { name: '한국어' }).click();
  await expect(page).toHaveURL('/ko/walks/lower-city');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
});
