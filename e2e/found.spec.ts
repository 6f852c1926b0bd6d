import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import sharp from 'sharp';
import { expect, locales, test } from './portal';

test('the language of / follows Accept-Language; without one it is Chinese', async ({ request }) => {
  const at = async (language: string) =>
    (await request.get('/', { headers: { 'Accept-Language': language }, maxRedirects: 0 })).headers()
      .location;
  expect(await at('ko-KR,ko;q=0.9')).toMatch(/\/ko$/);
  expect(await at('en-GB')).toMatch(/\/en$/);
  expect(await at('zh-TW')).toMatch(/\/zh-Hant$/);
  expect(await at('*')).toMatch(/\/zh-CN$/);
});

const missing = [
  // Not one of ours: answered in the browser's own language.
  { address: '/fr/walks', language: 'en' },
  { address: '/en/walks/no-such-walk', language: 'en' },
  { address: '/ja/places/no-such-place', language: 'ja' },
  { address: '/ko/nowhere/at/all', language: 'ko' },
];
for (const { address, language } of missing) {
  test(`${address} is a real 404 with a way on`, async ({ page }) => {
    const response = await page.goto(address);
    expect(response?.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await page.locator(`main a[href="/${language}/walks"]`).click();
    await expect(page.getByRole('article')).toHaveCount(13);
  });
}

test('a file that is not there is a 404', async ({ request }) => {
  for (const address of [
    '/en/walks/lower-city/lower-city.exe',
    '/en/walks/x/x.gpx',
    '/drawings/x-card-light.svg',
    '/data/secrets.geojson',
  ])
    expect((await request.get(address)).status(), address).toBe(404);
});

test('sitemap, robots, manifest and feeds', async ({ request }) => {
  const parser = new XMLParser({ ignoreAttributes: false });
  const { urlset } = parser.parse(await (await request.get('/sitemap.xml')).text());
  expect(urlset.url).toHaveLength((14 + 2 * 13 + 62) * 5);
  expect(urlset.url[0]['xhtml:link']).toHaveLength(6);
  expect(await (await request.get('/robots.txt')).text()).toMatch(/Sitemap: http/);
  const manifest = await (await request.get('/manifest.webmanifest')).json();
  for (const { src, sizes } of manifest.icons) {
    const { width, height } = await sharp(await (await request.get(src)).body()).metadata();
    expect(`${width}x${height}`).toBe(sizes);
  }
  for (const locale of locales) {
    const { feed } = parser.parse(await (await request.get(`/${locale}/feed.xml`)).text());
    expect(feed.entry).toHaveLength(13);
    expect(feed['@_xml:lang']).toBe(locale);
  }
});

test('open data: all walks and places with names in every language', async ({ request }) => {
  const walks = await (await request.get('/data/walks.geojson')).json();
  const places = await (await request.get('/data/places.geojson')).json();
  expect([walks.features.length, places.features.length]).toEqual([13, 62]);
  for (const { properties } of [...walks.features, ...places.features])
    for (const locale of locales) expect(properties[`name:${locale}`]).toBeTruthy();
  for (const { properties } of walks.features) expect(properties.length).toBeGreaterThan(500);
});

test('share images: 1200 × 630, drawn differently in every language', async ({ request }) => {
  const images = new Set<string>();
  for (const locale of locales) {
    const response = await request.get(`/${locale}/walks/lower-city/share.png`);
    const body = await response.body();
    const { width, height, format } = await sharp(body).metadata();
    expect([width, height, format]).toEqual([1200, 630, 'png']);
    images.add(body.toString('base64'));
  }
  expect(images.size).toBe(5);
});

test('the heading face of a page holds every character its headings use', async ({ page, request }) => {
  const wanted = JSON.parse(
    readFileSync(join(import.meta.dirname, '../.generated/fonts/wanted.json'), 'utf8'),
  ) as { headings: [string, [string, string][]][] };
  const textOf = new Map(wanted.headings.map(([locale, pages]) => [locale, new Map(pages)]));
  for (const locale of ['zh-CN', 'zh-Hant', 'ja'] as const) {
    for (const address of [
      '',
      '/walks',
      '/walks/lower-city',
      '/walks/zhangjia',
      '/places',
      '/places/jiefangbei',
      '/route?from=place.jiefangbei&to=place.xiahaoli&profile=wheelchair',
      '/feedback/requests',
      '/about',
      '/privacy',
    ]) {
      await page.goto(`/${locale}${address}`);
      const [path = ''] = address.split('?');
      const font = await request.get(`/fonts/heading/${locale}${path || '/home'}.woff2`);
      expect(font.status(), address).toBe(200);
      const used = await page
        .locator('h1, h2, h3, .font-heading')
        .evaluateAll((elements) => elements.map((element) => element.textContent).join(''));
      const known = new Set(textOf.get(locale)?.get(path) ?? '');
      const missing = [...new Set(used)].filter(
        (character) => /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/.test(character) && !known.has(character),
      );
      expect(missing, `${locale}${address}`).toEqual([]);
    }
  }
});

test('metadata: canonical, hreflang, JSON-LD that parses', async ({ page }) => {
  await page.goto('/ja/walks/lower-city');
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\/ja\/walks\/lower-city$/);
  for (const language of [...locales, 'x-default'])
    await expect(page.locator(`link[rel="alternate"][hreflang="${language}"]`)).toHaveCount(1);
  const walk = JSON.parse(await page.locator('script[type="application/ld+json"]').innerText());
  expect(walk['@type']).toBe('TouristTrip');
  expect(walk.itinerary.itemListElement).toHaveLength(9);
  await page.goto('/ja/places/jiefangbei');
  expect(JSON.parse(await page.locator('script[type="application/ld+json"]').innerText())['@type']).toBe(
    'TouristAttraction',
  );
});

test('answers carry the security headers', async ({ request }) => {
  const headers = (await request.get('/en')).headers();
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-powered-by']).toBeUndefined();
});
