import { expect, test } from './portal';

const hosts = ['api.mapbox.com', 'events.mapbox.com'];
test.use({ allowedHosts: hosts });

test('with a token the map runs on Mapbox GL, its hosts stubbed', async ({ page }) => {
  await page.route(/mapbox\.com\/styles\//, (route) =>
    route.fulfill({
      json: {
        version: 8,
        sources: {},
        layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#336699' } }],
      },
    }),
  );
  await page.route(/mapbox\.com\/(map-sessions|events|v4|fonts|models)/, (route) =>
    route.fulfill({ status: 204, body: '' }),
  );
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/en/walks/lower-city');
  await page.locator('#stops').scrollIntoViewIfNeeded();
  const map = page.locator('[data-map="drawn"] .mapboxgl-map');
  await expect(map).toBeVisible({ timeout: 30_000 });
  await expect(map.locator('a[href^="#stop-"]')).toHaveCount(9);
  await expect(page.getByText('Base map © Mapbox')).toBeVisible();
});

test('with its hosts blocked the drawn picture comes back', async ({ page }) => {
  await page.route(/mapbox\.com/, (route) => route.abort());
  page.removeAllListeners('console');
  await page.goto('/en/walks/lower-city');
  await page.locator('#stops').scrollIntoViewIfNeeded();
  await expect(page.locator('[data-map="still"]')).toBeAttached({ timeout: 30_000 });
  await expect(page.locator('figure svg g[transform]').first()).toBeVisible();
});

test('the privacy page names Mapbox', async ({ page }) => {
  await page.goto('/en/privacy');
  await expect(page.getByText('Maps load from Mapbox')).toBeVisible();
});
