import { expect, test, wordsOf } from './portal';

for (const locale of ['zh-CN', 'en'] as const) {
  const words = wordsOf(locale);
  const { CircleAnswer: answer, CircleForm: form, RouteForm: route } = words;

  test(`${locale}: a resident sees what lies within fifteen minutes, and the way to it`, async ({ page }) => {
    await page.goto(`/${locale}/circle`);
    const field = page.getByRole('combobox', { name: route.start, exact: true });
    await field.fill('jfb');
    await page.getByRole('option').first().waitFor();
    await field.press('Enter');
    await expect(page).toHaveURL(/from=place\.jiefangbei/);
    await expect(page.locator('#answer')).toBeVisible();
    const health = page.locator('#category-health');
    await health.locator('summary').click();
    await expect(health.getByRole('listitem').first()).toContainText(/\d/);
    await health
      .getByRole('link', { name: new RegExp(`^${answer.way}`) })
      .first()
      .click();
    await expect(page).toHaveURL(/\/route\?from=/);
    await expect(page.getByRole('heading', { name: words.RouteAnswer.route })).toBeVisible();
  });

  test(`${locale}: an elder's and a wheelchair's view are one tap, and differ by named barriers`, async ({
    page,
  }) => {
    await page.goto(`/${locale}/circle?from=place.jiefangbei&minutes=10`);
    const view = (profile: 'walk' | 'elder' | 'wheelchair') =>
      page.getByRole('button', { name: route.profiles[profile], exact: true });
    await expect(page.getByText(answer.lostNone)).toBeVisible();
    await view('elder').click();
    await expect(page).toHaveURL(/profile=elder/);
    await expect(page.locator('section[aria-labelledby="lost"] li').first()).toBeVisible();
    await view('wheelchair').click();
    await expect(view('wheelchair')).toHaveAttribute('aria-pressed', 'true');
    // What only stairs lead to names them.
    await page.goto(`/${locale}/circle?from=place.xiahaoli&profile=wheelchair&minutes=30`);
    await expect(page.locator('section[aria-labelledby="lost"] li').first()).toContainText(
      new RegExp(`${words.Barriers.stepsUncounted.split('{distance}').at(-1)}|\\d`),
    );
  });

  test(`${locale}: two starts side by side, and the hour as a slider`, async ({ page }) => {
    await page.goto(`/${locale}/circle?from=place.shibati&with=place.jiefangbei`);
    await expect(page.getByRole('heading', { name: answer.compare })).toBeVisible();
    expect(await page.locator('section[aria-labelledby="compare"] tbody tr').count()).toBeGreaterThan(5);
    const slider = page.getByRole('slider', { name: new RegExp(form.hour.split('{hour}')[0] ?? '') });
    // It stands at the hour it is in Chongqing; moving it there would ask nothing new.
    const hour = (await slider.inputValue()) === '22' ? '21' : '22';
    await slider.fill(hour);
    await expect(page).toHaveURL(new RegExp(`at=${hour}%3A00`));
    await expect(page.locator('#answer')).toBeVisible();
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the server answers the list', async ({ page }) => {
    await page.goto('/en/circle');
    await page.getByLabel('Start', { exact: true }).selectOption('place.jiefangbei');
    await page.getByLabel('Minutes').selectOption('20');
    await page.getByRole('button', { name: 'Draw the circle' }).click();
    await expect(page).toHaveURL(/from=place\.jiefangbei.*minutes=20/);
    await expect(page.getByRole('heading', { name: /services within 20 minutes/ })).toBeVisible();
    await expect(page.locator('figure svg path').first()).toBeAttached();
  });
});

for (const locale of ['zh-CN', 'en'] as const) {
  const { CircleLegend: legend, Services: services } = wordsOf(locale);
  test(`${locale}: the map of a circle is explained, and a mark opens its service`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/${locale}/circle?from=place.shibati&profile=wheelchair&minutes=20`);
    const signs = page.getByRole('region', { name: legend.title });
    for (const text of [legend.walker, legend.ways.street, legend.start, legend.reached, legend.lost])
      await expect(signs.getByText(text, { exact: true })).toBeVisible();
    await expect(signs.getByText(services.categories.health, { exact: true })).toBeVisible();
    const map = page.locator('[data-map="drawn"]');
    const mark = map.locator('a[href^="#service-"]').first();
    await expect(mark).toBeAttached({ timeout: 30_000 });
    const id = ((await mark.getAttribute('href')) ?? '').slice(1);
    await mark.press('Enter');
    const service = page.locator(`[id="${id}"]`);
    await expect(service).toBeInViewport();
    await expect(service).toHaveCSS('background-color', /rgb\((?!0, 0, 0, 0)/);
  });
}

test.describe('the picture of a circle without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('is framed on the circle', async ({ page, request }) => {
    await page.goto('/en/circle?from=place.jiefangbei');
    const frame = await page.locator('figure > div').first().boundingBox();
    const area = await page.locator('figure svg > path').first().boundingBox();
    if (!frame || !area) throw new Error('no map');
    expect(area.width).toBeLessThanOrEqual(frame.width);
    expect(Math.max(area.width / frame.width, area.height / frame.height)).toBeGreaterThan(0.6);
    const picture = (await page.locator('figure img').first().getAttribute('src')) ?? '';
    expect((await request.get(picture)).headers()['content-type']).toBe('image/svg+xml');
    expect((await request.get('/drawings/map/at/0.000,0.000,90.000,60.000-light.svg')).status()).toBe(404);
  });
});

test('a start in the river is where the map looks', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/en/circle?from=106.57500,29.54450');
  const map = page.locator('[data-map="drawn"]');
  await expect(map.locator('a[href="#answer"]')).toBeInViewport({ timeout: 30_000 });
  const [start, nearest] = await Promise.all(
    ['a[href="#answer"]', 'a[href^="?from="]'].map((mark) => map.locator(mark).boundingBox()),
  );
  if (!start || !nearest) throw new Error('no marks');
  // At the scale of the whole network the two would lie on each other.
  expect(Math.hypot(start.x - nearest.x, start.y - nearest.y)).toBeGreaterThan(60);
});

test('a start in the river offers the nearest point; what nobody knows is named', async ({ page }) => {
  await page.goto('/en/circle?from=106.57500,29.54450&category=casino&profile=bird');
  await expect(page.getByText(/left it out: .*profile=bird.*category=casino/)).toBeVisible();
  await page.getByRole('link', { name: 'Use that point instead' }).click();
  await expect(page.getByRole('heading', { name: /within 15 minutes/ })).toBeVisible();
});

test('a second start without a circle says why and offers its nearest point; so does one outside', async ({
  page,
}) => {
  await page.goto('/en/circle?from=place.jiefangbei&with=106.58,29.55');
  await expect(page.getByText('No drawn way within 200 m of the place to compare with')).toBeVisible();
  await page.getByRole('link', { name: 'Use that point instead' }).click();
  await expect(page.getByRole('heading', { name: 'The two side by side' })).toBeVisible();
  await page.goto('/en/circle?from=106.60,29.66');
  await expect(page.getByRole('link', { name: 'Use that point instead' })).toBeVisible();
  await page.goto('/en/circle?from=120,30');
  await expect(page.getByText(/The portal covers central Chongqing/)).toBeVisible();
});

test('whatever is lost says why', async ({ page }) => {
  await page.goto('/en/circle?from=place.jiefangbei&profile=wheelchair&when=any');
  const lost = page.locator('section[aria-labelledby="lost"] li');
  await expect(lost.first()).toContainText(/at your pace|you have to go round|in the way/);
  await expect(page.getByText(/Your pace on the flat is 2\.9 km\/h/)).toBeVisible();
  await page.goto('/en/circle?from=station.shiyoulu&profile=powered&when=any');
  await expect(
    page.getByText(/faster than a healthy walker \(5\.4 km\/h against 4\.5 km\/h\)/),
  ).toBeVisible();
});

test('the circle as data', async ({ request }) => {
  const ask = (search: string) => request.get(`/data/circle.geojson?${search}`);
  const circle = await (await ask('from=106.57336,29.56011&profile=wheelchair&lang=en')).json();
  const roles = circle.features.map(({ properties }: { properties: { role: string } }) => properties.role);
  expect(roles.slice(0, 2)).toEqual(['circle', 'healthy-walker']);
  expect(roles.filter((role: string) => role === 'reached').length).toBeGreaterThan(3);
  const lost = circle.features.filter(
    ({ properties }: { properties: { role: string } }) => properties.role === 'lost',
  );
  for (const { properties } of lost) expect(properties.barriers ?? properties.reason).toBeTruthy();
  const { ignored } = await (await ask('from=106.57336,29.56011&with=106.58,29.55')).json();
  expect(ignored.join()).toContain('No drawn way within 200 m of the second start.');
  expect((await ask('')).status()).toBe(400);
  expect((await ask('from=121.47,31.23')).status()).toBe(422);
  expect((await (await ask('from=106.57500,29.54450')).json()).nearest).toHaveLength(2);
  const table = await (await request.get('/data/services.csv')).text();
  expect(table.split('\n')[0]).toContain('category');
  expect(table).toContain('重庆医科大学附属第二医院');
});

test('a place says what may stop the reader', async ({ page }) => {
  await page.goto('/en/places/kaixuan-lift');
  const part = page.locator('section[aria-labelledby="for-me-title"]');
  await part.scrollIntoViewIfNeeded();
  await part.getByLabel('How you move').selectOption('wheelchair');
  await expect(part.getByRole('listitem').first()).toContainText(/From .* station:/);
  await part
    .getByRole('link', { name: /^The way there/ })
    .first()
    .click();
  await expect(page).toHaveURL(/to=place\.kaixuan-lift&profile=wheelchair/);
});

test('a place with a long way round names what the short way has; its hours are those of its facts', async ({
  page,
}) => {
  await page.goto('/en/places/sanxia-museum');
  const part = page.locator('section[aria-labelledby="for-me-title"]');
  await part.scrollIntoViewIfNeeded();
  await part.getByLabel('How you move').selectOption('wheelchair');
  await expect(part.getByRole('listitem').first()).toContainText(/The short way, .* has in the way: /);
  await expect(part.getByText('Check on the day.')).toBeVisible();
  await expect(part.getByText(/hours are not known/)).toHaveCount(0);
});

test.describe('what may stop me, without scripts', () => {
  test.use({ javaScriptEnabled: false });
  for (const locale of ['zh-CN', 'en'] as const)
    test(`${locale}: the server answers for the person chosen`, async ({ page }) => {
      const words = wordsOf(locale).PlaceForMe;
      await page.goto(`/${locale}/places/sanxia-museum`);
      await page.getByLabel(words.who).selectOption('wheelchair');
      await page.getByRole('button', { name: words.show }).click();
      await expect(page).toHaveURL(/\/places\/sanxia-museum\/for-me\?profile=wheelchair/);
      await expect(page.getByLabel(words.who)).toHaveValue('wheelchair');
      await expect(page.getByText(words.shorter.split('{')[0] as string).first()).toBeVisible();
    });
});

test('the search of the portal opens what is chosen', async ({ page }) => {
  await page.goto('/ja/places');
  const field = page.getByRole('combobox');
  await field.fill('honyadon');
  await page.getByRole('option').first().waitFor();
  await field.press('Enter');
  await expect(page).toHaveURL(/\/ja\/places\/hongyadong/);
});

test('a card may stand on other pages, the pages themselves may not', async ({ page, request }) => {
  const policyOf = async (address: string) =>
    (await request.get(address)).headers()['content-security-policy'];
  expect(await policyOf('/en/embed/circle?from=place.jiefangbei')).toContain('frame-ancestors *');
  expect(await policyOf('/en/circle')).toContain("frame-ancestors 'none'");
  await page.goto('/en/embed/circle?from=place.jiefangbei&minutes=10');
  await expect(page.getByText(/services within 10 minutes/)).toBeVisible();
  await page.getByRole('link', { name: 'The whole circle' }).click();
  await expect(page).toHaveURL(/\/en\/circle\?from=place\.jiefangbei&minutes=10/);
});

test('a card says whose circle it is, what it left out, and that a start has no way near it', async ({
  page,
}) => {
  await page.goto('/en/embed/circle?from=place.jiefangbei&profile=wheelchair&way=to&at=23:00&colour=red');
  await expect(
    page.getByText(/Wheelchair, pushed by hand · Coming back to the start · 15 min · 23:00/),
  ).toBeVisible();
  await expect(page.getByText(/left it out: colour=red/)).toBeVisible();
  await page.goto('/en/embed/circle?from=106.57500,29.54450&profile=elder');
  await expect(page.getByText('Older, at an easy pace', { exact: false })).toBeVisible();
  await expect(page.getByText('No drawn way within 200 m of the start')).toBeVisible();
  await page.getByRole('link', { name: 'Use that point instead' }).click();
  await expect(page).toHaveURL(/\/en\/circle\?from=106.*profile=elder/);
});

for (const locale of ['zh-CN', 'en'] as const)
  test(`${locale}: by the hour stands which lifts nobody knows the hours of`, async ({ page }) => {
    const { UnknownHours: words } = wordsOf(locale);
    await page.goto(`/${locale}/circle?from=place.kaixuan-lift&profile=wheelchair&at=23:00`);
    await expect(page.getByText(words.title, { exact: true })).toBeVisible();
    await expect(page.getByRole('list', { name: words.title })).toContainText('凯旋路电梯');
    await expect(page.getByRole('link', { name: `${words.tell}: 凯旋路电梯` })).toHaveAttribute(
      'href',
      /feedback\?kind=lifts-escalators&at=106\./,
    );
  });

test('the interface is described, and what it describes is there', async ({ request }) => {
  const { paths } = await (await request.get('/data/openapi.json')).json();
  expect(Object.keys(paths).length).toBeGreaterThan(7);
  for (const address of Object.keys(paths).filter((path) => !path.includes('circle')))
    expect((await request.get(address)).status(), address).toBe(200);
  const coverage = await (await request.get('/data/coverage.csv')).text();
  expect(coverage).toMatch(/wheelchair,health,13,0\.\d{3}/);
});

for (const [locale, words] of Object.entries({
  en: { shown: 'Parks and green space', show: 'Show it', unlisted: 'Jobs: nothing is recorded yet' },
  'zh-CN': { shown: '公园绿地', show: '看这一张', unlisted: '还没有收录' },
}))
  test(`the coverage of the whole network, ${locale}`, async ({ page }) => {
    await page.goto(`/${locale}/circle`);
    await page.locator(`a[href="/${locale}/circle/coverage"]`).click();
    await page.locator('#category').selectOption('green');
    await page.locator('#profile').selectOption('wheelchair');
    await page.getByRole('button', { name: words.show }).click();
    await expect(page).toHaveURL(/category=green&profile=wheelchair/);
    await expect(page.getByRole('heading', { level: 2 }).first()).toContainText(words.shown);
    // A chair reaches less of the same category than a walker.
    const share = (profile: string) =>
      page
        .locator(`td a[href*="profile=${profile}&category=green"]`)
        .textContent()
        .then((text) => Number.parseFloat(text ?? ''));
    expect(await share('wheelchair')).toBeLessThan(await share('walk'));
    await page.goto(`/${locale}/circle/coverage?colour=red&category=jobs`);
    await expect(page.getByRole('status').first()).toContainText('colour=red');
    // A category nobody has recorded anything of is understood all the same.
    await expect(page.getByRole('status').last()).toContainText(words.unlisted);
  });

test.describe('the coverage without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the form is sent, and numbers of the table lead to their map', async ({ page }) => {
    await page.goto('/en/circle/coverage');
    await page.locator('#profile').selectOption('elder');
    await page.getByRole('button', { name: 'Show it' }).click();
    await expect(page.locator('td a[aria-current]')).toHaveAttribute('href', /profile=elder/);
    await page.locator('td a[href*="profile=powered&category=culture"]').click();
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Culture · Powered wheelchair');
  });
});
