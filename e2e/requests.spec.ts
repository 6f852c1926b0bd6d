import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import { publish } from '../lib/feedback/server/fixtures/publish';
import { expect, type Locale, test, wordsOf } from './portal';
import { openPortalStore, type Seeded, seedRequests } from './seed-requests';
import { violationsOf } from './violations';

let seeded: Seeded;
test.beforeAll(async () => {
  seeded = await seedRequests();
});

/** A suggestion of this journey's own. */
async function publishOne(submission: NonNullable<Parameters<typeof publish>[1]>['submission'] = {}) {
  const store = await openPortalStore();
  const { reference } = await publish(store, {
    ...(submission && { submission }),
    // Older than the seeded ones: those stand on the first page of the list.
    receivedAt: Date.now() - 40 * DAY,
  });
  await store.db.destroy();
  return reference;
}

async function followersOf(reference: string) {
  const store = await openPortalStore();
  const rows = await store.db
    .selectFrom('feedback_follower')
    .selectAll()
    .where('reference', '=', reference)
    .execute();
  await store.db.destroy();
  return rows;
}

const DAY = 86_400_000;
const listPath = '/feedback/requests';
const code = /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/;

test('the list: what was said, where, how long it waits, and nothing that is not published', async ({
  page,
}) => {
  const words = wordsOf('zh-CN');
  await page.goto(`/zh-CN${listPath}`);
  await expect(page.getByRole('heading', { level: 1, name: words.RequestsPage.title })).toBeVisible();
  const item = page.getByRole('listitem').filter({ hasText: '从较场口下十八梯' });
  await expect(item).toContainText('十八梯 · 渝中区');
  await expect(item).toContainText('已等待12天');
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Three lamps' }).locator('[lang="en"]'),
  ).toBeVisible();
  await expect(page.getByText('不公开的建议')).toHaveCount(0);
  // The numbers count it all the same: the toilets are one of the kinds.
  const toilets = page
    .getByRole('table')
    .first()
    .getByRole('row', { name: /厕所|洗手间|公厕/ });
  await expect(toilets).toBeVisible();
  const { RequestsPage } = words;
  await expect(page.getByRole('link', { name: RequestsPage.csv })).toHaveAttribute(
    'href',
    '/data/suggestions.csv',
  );
});

test('the map beside the list has its points under the same numbers', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`/en${listPath}?kind=signs-languages`);
  await page.locator('[data-map="drawn"]').waitFor({ timeout: 60_000 });
  const mark = page.getByRole('link', { name: /^1 Signs.*, 长江索道北站$/ });
  await expect(mark).toBeVisible();
  await mark.click();
  await expect(page).toHaveURL(/\/feedback\/requests\/YW/);
});

test('what is chosen before scripts have come is not lost', async ({ page }) => {
  const words = wordsOf('en').RequestsPage;
  let release = () => undefined as unknown;
  const held = new Promise((resolve) => {
    release = () => resolve(undefined);
  });
  await page.route(/_next\/static\/.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`/en${listPath}`, { waitUntil: 'commit' });
  await page.getByLabel(words.kind, { exact: true }).selectOption('lighting');
  release();
  await expect(page).toHaveURL(/kind=lighting/);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('filter by kind, district and state', async ({ page }) => {
      const words = wordsOf('en').RequestsPage;
      await page.goto(`/en${listPath}`);
      await page.getByLabel(words.kind, { exact: true }).selectOption('lighting');
      if (!javaScriptEnabled) await page.getByRole('button', { name: words.show }).click();
      await expect(page).toHaveURL(/kind=lighting/);
      await expect(page.getByText('Three lamps are out')).toBeVisible();
      await expect(page.getByText('从较场口下十八梯')).toHaveCount(0);
      await page.getByLabel(words.status, { exact: true }).selectOption('open');
      if (!javaScriptEnabled) await page.getByRole('button', { name: words.show }).click();
      await expect(page.getByText(words.noneFiltered)).toBeVisible();
      await page.getByRole('link', { name: words.clear }).click();
      await expect(page.getByText('从较场口下十八梯')).toBeVisible();
    });

    test('me too: a code of one’s own, once', async ({ page }) => {
      const words = wordsOf('en').RequestPage;
      const reference = await publishOne({ description: `Me too with scripts ${javaScriptEnabled}` });
      await page.goto(`/en${listPath}/${reference}`);
      await page.getByRole('button', { name: words.meToo.send }).click();
      await expect(page).toHaveURL(new RegExp(`${reference}/followed$`));
      const shown = await page.locator('.font-mono').first().innerText();
      expect(shown).toMatch(code);
      await expect(page.getByRole('link', { name: words.followed.track })).toHaveAttribute(
        'href',
        '/en/feedback/track',
      );
      await page.reload();
      await expect(page.getByText(shown)).toBeVisible();
      // Back to the form: it says so instead of asking again, in every language.
      await page.goto(`/ja${listPath}/${reference}`);
      await expect(page.getByText(wordsOf('ja').RequestPage.meToo.already)).toBeVisible();
      await expect(page.getByRole('button', { name: wordsOf('ja').RequestPage.meToo.send })).toHaveCount(0);
      const followers = await followersOf(reference);
      expect(followers).toHaveLength(1);
      expect(followers[0]).toMatchObject({ language: 'en', contact_sealed: null });
      expect(JSON.stringify(followers)).not.toContain(shown.replaceAll('-', ''));
    });
  });
}

test('a single suggestion: its language, photos, what happened, and what it never says', async ({
  page,
  request,
}) => {
  const words = wordsOf('zh-CN').RequestPage;
  await page.goto(`/zh-CN${listPath}/${seeded.open}`);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('台阶与坡道');
  await expect(page.locator('[lang="zh-CN"]', { hasText: '希望先装一侧扶手' }).last()).toBeVisible();
  const timeline = page.getByRole('region', { name: words.timeline });
  await expect(timeline.getByRole('listitem')).toHaveCount(3);
  await expect(timeline).toContainText('已现场查看');
  const photo = page.getByRole('img', { name: /照片1（共1张）/ });
  await photo.scrollIntoViewIfNeeded();
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(900);
  await page.goto(`/en${listPath}/${seeded.answered}`);
  await expect(page.getByText('answered after 6 days')).toBeVisible();
  await expect(page.locator('[lang="zh-CN"]', { hasText: '三盏路灯已修复' })).toBeVisible();
  const again = page.getByRole('link', { name: wordsOf('en').RequestPage.meToo.again });
  await expect(again).toHaveAttribute('href', /kind=lighting&at=106\.564050%2C29\.555620/);
  for (const address of [
    `/zh-CN${listPath}/${seeded.hidden}`,
    `/zh-CN${listPath}/YW000000000000`,
    `/zh-CN${listPath}/${seeded.hidden}/followed`,
    `/feedback/photos/${seeded.hiddenPhoto}.jpg`,
    '/feedback/photos/x.png',
  ])
    expect((await request.get(address)).status(), address).toBe(404);
});

test('pages go on to older ones and lose none', async ({ page }) => {
  const store = await openPortalStore();
  for (let index = 0; index < 23; index++)
    await publish(store, {
      submission: {
        kind: 'noise-waste',
        key: `00000000-0000-4000-8000-0000000001${String(index).padStart(2, '0')}`,
      },
      receivedAt: Date.now() - 50 * DAY - index * 3_600_000,
    });
  await store.db.destroy();
  const words = wordsOf('ko').RequestsPage;
  await page.goto(`/ko${listPath}?kind=noise-waste`);
  const items = page.getByRole('region', { name: words.list }).getByRole('listitem');
  await expect(items).toHaveCount(20);
  await page.getByRole('link', { name: words.older }).click();
  await expect(items).toHaveCount(3);
  await expect(page).toHaveURL(/kind=noise-waste&after=/);
  await page.getByRole('link', { name: words.newest }).click();
  await expect(items).toHaveCount(20);
});

test('me too by keyboard alone', async ({ page }) => {
  const reference = await publishOne();
  await page.goto(`/zh-CN${listPath}`);
  await page.goto(`/zh-CN${listPath}/${reference}`);
  await page.locator('h1').click();
  const button = page.getByRole('button', { name: wordsOf('zh-CN').RequestPage.meToo.send });
  for (let press = 0; press < 40 && !(await button.evaluate((it) => it === document.activeElement)); press++)
    await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/followed$/);
});

test('news by e-mail are a consent of their own; other sites cannot press for somebody', async ({
  request,
  baseURL,
}) => {
  const reference = await publishOne();
  const path = `/en${listPath}/${reference}/follow`;
  const post = async (form: Record<string, string>, headers: Record<string, string> = {}) => {
    const response = await request.post(path, {
      form: { key: randomUUID(), ...form },
      headers: { Origin: baseURL ?? '', ...headers },
      maxRedirects: 0,
    });
    return [response.status(), response.headers().location ?? ''];
  };
  const page = `/en${listPath}/${reference}`;
  expect(await post({ email: 'li@example.org' })).toEqual([303, `${page}?fault=consent#me-too`]);
  expect(await post({ email: 'nonsense', news: 'yes' })).toEqual([303, `${page}?fault=email#me-too`]);
  expect(await post({ news: 'yes' })).toEqual([303, `${page}?fault=email#me-too`]);
  expect((await post({}, { Origin: 'https://elsewhere.example' }))[0]).toBe(403);
  expect((await post({ key: 'x' }))[0]).toBe(400);
  expect((await post({ website: 'spam' }))[0]).toBe(400);
  expect(await followersOf(reference)).toHaveLength(0);
  expect(await post({ email: 'li@example.org', news: 'yes' })).toEqual([303, `${page}/followed`]);
  const [follower] = await followersOf(reference);
  const store = await openPortalStore();
  expect(store.vault.open(follower?.contact_sealed ?? '', `contact ${follower?.id}`)).toContain(
    'li@example.org',
  );
  await store.db.destroy();
});

for (const locale of ['zh-CN', 'en'] as const satisfies Locale[]) {
  test(`axe: the page with one’s own code in ${locale}`, async ({ page }) => {
    const reference = await publishOne();
    await page.goto(`/${locale}${listPath}/${reference}`);
    await page.getByRole('button', { name: wordsOf(locale).RequestPage.meToo.send }).click();
    await expect(page).toHaveURL(/followed$/);
    expect(await violationsOf(page)).toEqual([]);
  });
}

test('GeoReport v2 and the table give the same, to everybody, for reading only', async ({ request }) => {
  const base = '/open311/v2';
  const json = await request.get(`${base}/requests.json?locale=en`);
  expect(json.headers()).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'access-control-allow-origin': '*',
  });
  const requests: Record<string, unknown>[] = await json.json();
  const ids = requests.map(({ service_request_id }) => service_request_id);
  expect(ids).toContain(seeded.open);
  expect(ids).not.toContain(seeded.hidden);
  const one = requests.find(({ service_request_id }) => service_request_id === seeded.open);
  expect(one).toMatchObject({
    status: 'open',
    service_name: 'Steps and ramps',
    long: 106.56962,
    lat: 29.55377,
  });
  expect((await request.get(new URL(String(one?.media_url)).pathname)).headers()['content-type']).toBe(
    'image/jpeg',
  );

  const xml = await request.get(`${base}/requests/${seeded.answered}.xml`);
  expect(xml.headers()['content-type']).toBe('text/xml; charset=utf-8');
  const parsed = new XMLParser().parse(await xml.text());
  expect(parsed.service_requests.request).toMatchObject({
    service_request_id: seeded.answered,
    status: 'closed',
    status_notes: '三盏路灯已修复，当晚亮灯。感谢您的提醒。',
  });
  for (const format of ['json', 'xml'])
    expect((await request.get(`${base}/discovery.${format}`)).status(), format).toBe(200);
  const { endpoints } = await (await request.get(`${base}/discovery.json`)).json();
  const services = await (await request.get(`${base}/services.json`)).json();
  expect(endpoints[0].url).toMatch(/\/open311\/v2$/);
  expect(services.length).toBeGreaterThan(10);
  expect((await request.get(`${base}/services/${services[0].service_code}.json`)).status()).toBe(200);

  const refused = await request.post(`${base}/requests.json`, { form: { service_code: 'lighting' } });
  expect(refused.status()).toBe(405);
  expect((await refused.json())[0]).toMatchObject({ code: 405 });
  expect((await request.get(`${base}/requests/${seeded.hidden}.json`)).status()).toBe(404);
  expect((await request.get(`${base}/tokens/abc.xml`)).status()).toBe(404);
  // Without an ending it is not taken for a page in some language.
  expect((await request.get(`${base}/requests`, { maxRedirects: 0 })).status()).toBe(404);

  const table = await request.get('/data/suggestions.csv');
  const rows: Record<string, string>[] = parse(await table.text(), { bom: true, columns: true });
  expect(rows.find(({ reference }) => reference === seeded.answered)).toMatchObject({
    state: 'answered',
    days_to_first_answer: '6',
    district_name: '渝中区',
  });
  expect(rows.some(({ reference }) => reference === seeded.hidden)).toBe(false);
});
