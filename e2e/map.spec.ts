import { expect, test } from './portal';

test('the drawn map runs on MapLibre, marks lead to the stops', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/zh-CN/walks/lower-city');
  await page.locator('#stops').scrollIntoViewIfNeeded();
  const map = page.locator('[data-map="drawn"]');
  await expect(map.locator('canvas')).toBeVisible({ timeout: 30_000 });
  await expect(map.locator('a[href^="#stop-"]')).toHaveCount(9);
  // Something other than paper was drawn: the canvas holds many colours.
  await expect
    .poll(async () => new Set(await map.locator('canvas').screenshot()).size, { timeout: 30_000 })
    .toBeGreaterThan(100);
  await map.locator('a[href="#stop-baixiangju"]').click();
  await expect(page).toHaveURL(/#stop-baixiangju$/);
});

test('no engine is fetched before a map comes into view', async ({ page }) => {
  const scripts: number[] = [];
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script')
      scripts.push(Number((await response.allHeaders())['content-length'] ?? 0));
  });
  await page.goto('/zh-CN/about', { waitUntil: 'networkidle' });
  await page.goto('/zh-CN/walks/lower-city', { waitUntil: 'networkidle' });
  await expect(page.locator('[data-map="still"]')).toBeAttached();
  expect(await page.locator('.maplibregl-map').count()).toBe(0);
});

test('a blocked engine leaves the drawn picture', async ({ page }) => {
  await page.route(/maplibre|\/vendor\//, (route) => route.abort());
  await page.route(/_next\/static\/chunks\/.*\.js/, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    return body.includes('maplibregl') ? route.abort() : route.fulfill({ response, body });
  });
  page.removeAllListeners('console');
  await page.goto('/en/walks/lower-city');
  await page.locator('#stops').scrollIntoViewIfNeeded();
  await page.waitForTimeout(1500);
  await expect(page.locator('[data-map="still"]')).toBeAttached();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test.describe('a browser without WebGL', () => {
  test('gets a drawn still picture instead of a hole', async ({ page }) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.goto('/en/walks/lower-city');
    await page.locator('#stops').scrollIntoViewIfNeeded();
    await page.waitForTimeout(1500);
    await expect(page.locator('[data-map="still"]')).toBeAttached();
    await expect(page.locator('figure svg g[transform]').first()).toBeVisible();
    expect(await page.locator('canvas').count()).toBe(0);
  });
});
