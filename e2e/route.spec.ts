import type { Page } from '@playwright/test';
import { expect, locales, test, wordsOf } from './portal';

/** Chooses an end by its name: types it and takes the first answer. */
async function chooseEnd(page: Page, label: string, name: string) {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await field.fill(name);
  await page.getByRole('option').first().waitFor();
  await field.press('Enter');
}

for (const locale of locales) {
  test(`${locale}: ask for a way, read it, send it on`, async ({ page }) => {
    const words = wordsOf(locale);
    await page.goto(`/${locale}/route`);
    await chooseEnd(page, words.RouteForm.from, 'jiefangbei');
    await chooseEnd(page, words.RouteForm.to, '洪崖洞');
    await page.getByLabel(words.RouteForm.profile, { exact: true }).selectOption('elder');
    await expect(page).toHaveURL(/from=place\.jiefangbei&to=place\.hongyadong&profile=elder/);
    await expect(page.getByRole('heading', { name: words.RouteAnswer.route })).toBeVisible();
    await expect(page.getByText(words.Directions.arrive, { exact: true })).toBeVisible();
    // The address alone gives the same answer, this time from the server.
    const address = page.url();
    const directions = page.locator('section[aria-labelledby="directions"] ol');
    const answer = await directions.innerText();
    // Whoever may not read Chinese finds the Latin letters of the signs beside it.
    expect(/\p{Script=Han} ?[（(][A-Z][a-z]+ Lu[)）]/u.test(answer)).toBe(!locale.startsWith('zh'));
    await page.goto('about:blank');
    await page.goto(address);
    expect(await directions.innerText()).toBe(answer);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the server answers the same page, and in another language too', async ({ page }) => {
    await page.goto('/zh-CN/route');
    await page.getByLabel('从', { exact: true }).selectOption('station.linjiangmen');
    await page.getByLabel('到', { exact: true }).selectOption('place.chaotianmen');
    await page.getByRole('button', { name: '找路' }).click();
    await expect(page.getByRole('heading', { name: '走得通' })).toBeVisible();
    await expect(page.locator('figure svg path').first()).toBeAttached();
    await page.locator('header summary').last().click();
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(/\/en\/route\?from=station\.linjiangmen&to=place\.chaotianmen/);
  });
  test('both ends of a way stand on its picture, on a phone too', async ({ page }) => {
    await page.goto('/en/route?from=place.jiefangbei&to=place.xiahaoli');
    const shown = page.locator('figure > div').first();
    for (const end of ['A', 'B']) {
      const mark = shown.locator('svg text', { hasText: new RegExp(`^${end}$`) });
      const [inner, outer] = await Promise.all([mark.boundingBox(), shown.boundingBox()]);
      expect(inner?.x, end).toBeGreaterThan(outer?.x ?? Number.NaN);
      expect((inner?.x ?? 0) + (inner?.width ?? 0), end).toBeLessThan(
        (outer?.x ?? 0) + (outer?.width ?? Number.NaN),
      );
    }
  });
});

test('where stairs bar a chair, the answer names them and what would open a way', async ({ page }) => {
  await page.goto('/en/route?from=place.jiefangbei&to=place.xiahaoli&profile=wheelchair');
  await expect(page.getByRole('heading', { name: 'There is no way within your limits' })).toBeVisible();
  await expect(page.locator('section[aria-labelledby="barriers"] li').first()).toBeVisible();
  const opens = page.locator('section[aria-labelledby="would-open"] li');
  const said = /You can manage (\d+)% uphill/.exec(await opens.first().innerText());
  expect(said).not.toBeNull();
  // And it is true: with that one limit moved there is a way.
  await opens.first().getByRole('link', { name: 'Try it' }).click();
  await expect(page).toHaveURL(new RegExp(`up=${said?.[1]}`));
  // Perhaps: part of it nobody has surveyed.
  await expect(page.getByRole('heading', { name: 'There may be a way' })).toBeVisible();
});

test('every change that would open a way can be tried, and what one takes is for oneself to say', async ({
  page,
}) => {
  await page.goto('/en/route?from=place.jiefangbei&to=place.xiahaoli&profile=wheelchair');
  await page.getByRole('listitem').filter({ hasText: 'You can take stairs' }).getByRole('link').click();
  await expect(page).toHaveURL(/steps=yes/);
  await expect(page.getByRole('heading', { name: /^There (is|may be) a way$/ })).toBeVisible();
  await expect(page.getByLabel('Stairs', { exact: true })).toHaveValue('yes');
  await page.getByLabel('Stairs', { exact: true }).selectOption('Usual: No');
  await expect(page).not.toHaveURL(/steps=/);
  await expect(page.getByRole('heading', { name: 'There is no way within your limits' })).toBeVisible();
});

test('a moved slider is answered at once, without asking the server', async ({ page }) => {
  await page.goto('/en/route?from=place.jiefangbei&to=place.xiahaoli&profile=wheelchair');
  await page.getByText('Adjust my limits').click();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/en/route') asked.push(request.url());
  });
  const slider = page.getByRole('slider', { name: /Steepest uphill/ });
  await expect(slider).toHaveAccessibleName('Steepest uphill (%): 8');
  await slider.fill('30');
  await expect(slider).toHaveAccessibleName('Steepest uphill (%): 30');
  await expect(page.getByRole('heading', { name: 'There may be a way' })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the usual limits' }).click();
  await expect(page.getByRole('heading', { name: 'There is no way within your limits' })).toBeVisible();
  await expect(page).not.toHaveURL(/up=/);
  expect(asked).toEqual([]);
});

test('how one moves is chosen once: kept for the next visit and for the walks', async ({ page }) => {
  await page.goto('/en/route');
  await page.getByLabel('How you move').selectOption('wheelchair');
  await page.goto('/en/route?from=place.jiefangbei&to=place.xiahaoli');
  await expect(page).toHaveURL(/profile=wheelchair/);
  await expect(page.getByRole('heading', { name: 'There is no way within your limits' })).toBeVisible();
  // An address that says otherwise stands.
  await page.goto('/en/route?from=place.jiefangbei&to=place.xiahaoli&profile=elder');
  await expect(page.getByRole('heading', { name: 'There is a way' })).toBeVisible();
  await page.goto('/en/walks');
  await expect(page.getByRole('link', { name: /^Wheelchair, pushed by hand: / }).first()).toBeVisible();
  await page.goto('/en/walks/third-walkway#step-free');
  await expect(page.getByLabel('How you move')).toHaveValue('wheelchair');
  await expect(page.getByText(/Only in part: \d+ of \d+ stretches are barred/).first()).toBeVisible();
  await page
    .getByRole('link', { name: /^See the way/ })
    .last()
    .click();
  await expect(page).toHaveURL(/profile=wheelchair/);
});

test('by keyboard alone: whoever changes a field stays in it, and can type a time', async ({ page }) => {
  await page.goto('/en/route?from=place.jiefangbei&to=place.hongyadong&at=08:05&up=30');
  await expect(page.getByRole('combobox', { name: 'From', exact: true })).toBeVisible();
  for (const [name, key, address] of [
    ['How you move', 'ArrowDown', /profile=elder/],
    ['Rather', 'ArrowDown', /prefer=time-only/],
    ['Where nobody surveyed', 'End', /unknown=forbid/],
  ] as const) {
    const field = page.getByLabel(name, { exact: true });
    await field.focus();
    await page.keyboard.press(key);
    await expect(page).toHaveURL(address);
    await expect(field).toBeFocused();
  }
  const time = page.getByLabel('Time', { exact: true });
  await time.focus();
  await page.keyboard.type('0630PM');
  await expect(page).toHaveURL(/at=18%3A30/);
  await expect(time).toBeFocused();
  // Nobody is thrown out of a part that has nothing set any more.
  const when = page.getByLabel('When', { exact: true });
  await when.focus();
  await page.keyboard.press('ArrowUp');
  await expect(page).not.toHaveURL(/at=/);
  await expect(when).toBeFocused();
  // To leave at a time, one begins with the present one.
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/at=\d\d%3A\d\d/);
  await expect(time).not.toHaveValue('');
  await page.getByRole('button', { name: 'Back to the usual limits' }).press('Enter');
  await expect(page).not.toHaveURL(/unknown=/);
  await expect(page.getByText('Adjust my limits')).toBeFocused();
});

test('another language keeps the question', async ({ page }) => {
  await page.goto('/en/route?from=place.jiefangbei&to=place.hongyadong');
  await page.getByLabel('How you move').selectOption('elder');
  await expect(page).toHaveURL(/profile=elder/);
  await page.locator('header summary').last().click();
  await page.getByRole('link', { name: '日本語' }).click();
  await expect(page).toHaveURL(/\/ja\/route\?from=place\.jiefangbei&to=place\.hongyadong&profile=elder/);
});

test('an address is its own answer for whoever opens it, and changes nothing they have chosen', async ({
  page,
}) => {
  await page.goto('/en/route?from=place.jiefangbei');
  await chooseEnd(page, 'To', 'hongyadong');
  await expect(page).toHaveURL(/to=place\.hongyadong/);
  const sent = page.url();
  await page.getByLabel('How you move').selectOption('wheelchair');
  await expect(page).toHaveURL(/profile=wheelchair/);
  await page.goto(sent);
  await expect(page.getByRole('combobox', { name: 'To', exact: true })).toBeVisible();
  await expect(page.getByLabel('How you move')).toHaveValue('walk');
  await page.getByRole('link', { name: 'The other way round' }).click();
  await expect(page).toHaveURL(/from=place\.hongyadong/);
  await page.goto('/en/route?from=place.jiefangbei');
  await expect(page.getByLabel('How you move')).toHaveValue('wheelchair');
});

test('back and forward go through the questions', async ({ page }) => {
  await page.goto('/en/route?from=place.jiefangbei&to=place.hongyadong');
  await page.getByRole('link', { name: 'The other way round' }).click();
  await expect(page).toHaveURL(/from=place\.hongyadong&to=place\.jiefangbei/);
  await expect(page.getByRole('combobox', { name: 'From', exact: true })).toHaveValue(/Hongya/);
  await page.goBack();
  await expect(page).toHaveURL(/from=place\.jiefangbei/);
  await expect(page.getByRole('combobox', { name: 'From', exact: true })).toHaveValue(/Jiefangbei/);
  await expect(page.getByRole('heading', { name: 'There is a way' })).toBeVisible();
});

test('leaving and arriving at a time: the clock stands beside the answer', async ({ page }) => {
  await page.goto('/en/route?from=place.jiefangbei&to=place.hongyadong&when=arrive&at=18:00&on=2026-12-24');
  await expect(page.getByText(/^Leave Dec 24, 2026, 17:\d\d · arrive about 18:00$/)).toBeVisible();
  await page.getByLabel('When').selectOption('depart');
  await expect(page.getByText(/^Leave Dec 24, 2026, 18:00 · arrive about 18:\d\d$/)).toBeVisible();
  await page.getByLabel('When').selectOption('any');
  await expect(page.getByText(/arrive about/)).toBeHidden();
});

test('across midnight the day stands beside the hour', async ({ page }) => {
  await page.goto('/en/route?from=place.jiefangbei&to=place.hongyadong&when=arrive&at=00:05&on=2026-12-24');
  await expect(
    page.getByText(/^Leave Dec 23, 2026, 23:\d\d · arrive about Dec 24, 2026, 00:05$/),
  ).toBeVisible();
});

test('from a place to itself there is nothing to walk', async ({ page }) => {
  await page.goto('/en/route?from=place.jiefangbei&to=place.jiefangbei');
  await expect(page.getByRole('heading', { name: 'You are there already' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Step by step' })).toBeHidden();
});

test.describe('my position', () => {
  test.use({ geolocation: { longitude: 106.57336, latitude: 29.56011 }, permissions: ['geolocation'] });
  test('is where the way begins, named by its street', async ({ page }) => {
    await page.goto('/en/route?to=place.hongyadong');
    await page.getByRole('button', { name: 'My position' }).first().click();
    await expect(page).toHaveURL(/from=106\.57336%2C29\.56011/);
    await expect(page.getByRole('combobox', { name: 'From', exact: true })).toHaveValue(/^Near /);
    await expect(page.getByRole('heading', { name: 'There is a way' })).toBeVisible();
  });
});
test('a refused position says what else one can do', async ({ page }) => {
  await page.goto('/en/route');
  await page.getByRole('button', { name: 'My position' }).first().click();
  await expect(page.getByText(/Search by name or choose on the map/)).toBeVisible();
});

test('an end can be set by a tap on the map', async ({ page }) => {
  await page.goto('/en/route?from=place.jiefangbei&to=place.hongyadong');
  await page.getByRole('button', { name: 'On the map' }).last().click();
  await expect(page.getByText('Tap the map to set the end.')).toBeVisible();
  await expect(page.locator('[data-map="drawn"]')).toBeAttached({ timeout: 40_000 });
  const map = await page.locator('[data-map="drawn"]').boundingBox();
  await page.mouse.click((map?.x ?? 0) + (map?.width ?? 0) / 2, (map?.y ?? 0) + (map?.height ?? 0) / 2);
  await expect(page).toHaveURL(/to=106\.\d{5}%2C29\.\d{5}/);
  await expect(page.getByText('Tap the map to set the end.')).toBeHidden();
});

test('from a list, for whoever does not want to type', async ({ page }) => {
  await page.goto('/en/route?from=place.jiefangbei');
  await page.getByRole('button', { name: 'From a list' }).last().click();
  await page.getByLabel('To', { exact: true }).selectOption('walk.levels');
  await expect(page).toHaveURL(/to=walk\.levels/);
  await expect(page.getByRole('heading', { name: 'There is a way' })).toBeVisible();
});

for (const [what, answer] of [
  ['is missing', { status: 404, body: '' }],
  ['is damaged', { status: 200, body: Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]) }],
] as const)
  test.describe('where the network file', () => {
    test.use({ expectedComplaints: /city\.network|status of 404/ });
    test(`${what}, the page stays readable and says so, and the server answers`, async ({
      page,
      context,
    }) => {
      await context.route('**/network/city.network.gz', (route) => route.fulfill(answer));
      await page.goto('/en/route?from=place.jiefangbei&to=place.hongyadong');
      await expect(page.getByRole('heading', { name: 'There is a way' })).toBeVisible();
      await page.getByLabel('How you move').selectOption('wheelchair');
      await expect(page.getByRole('heading', { name: 'No answer can be given just now' })).toBeVisible();
      await page.getByRole('link', { name: 'Ask the server instead' }).click();
      await expect(page.getByRole('heading', { name: 'There is a way' })).toBeVisible();
      await expect(page).toHaveURL(/profile=wheelchair/);
    });
  });

test('other ways are offered where they differ, each with its own address', async ({ page }) => {
  await page.goto('/en/route?from=place.jiefangbei&to=place.xiahaoli&profile=elder');
  const others = page.locator('section[aria-labelledby="others"] a');
  await expect(others.first()).toBeVisible();
  const text = await others.first().innerText();
  await others.first().click();
  await expect(page).toHaveURL(/prefer=/);
  // The time promised is the time told.
  const time = /: ([^,]+),/.exec(text)?.[1] ?? 'no time';
  await expect(page.getByLabel('The numbers').getByText(time, { exact: true })).toBeVisible();
});

test('a start in the river says so and offers the nearest way', async ({ page }) => {
  await page.goto('/en/route?from=106.57500,29.54450&to=place.jiefangbei');
  await expect(page.getByRole('heading', { name: 'No drawn way within 200 m of the start' })).toBeVisible();
  await page.getByRole('link', { name: 'Use that point instead' }).click();
  await expect(page.getByRole('heading', { name: 'There is a way' })).toBeVisible();
});

test('an address with nonsense shows the page and says what it ignored', async ({ page }) => {
  await page.goto('/en/route?from=place.atlantis&to=place.jiefangbei&profile=bird&colour=red');
  await expect(page.getByText(/left it out: from=place\.atlantis · profile=bird · colour=red/)).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'To', exact: true })).toHaveValue(/Jiefangbei/);
});
