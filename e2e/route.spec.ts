import { expect, locales, test, wordsOf } from './portal';

for (const locale of locales) {
  test(`${locale}: ask for a way, read it, send it on`, async ({ page }) => {
    const words = wordsOf(locale);
    await page.goto(`/${locale}/route`);
    await page.getByLabel(words.RouteForm.from, { exact: true }).selectOption('place.jiefangbei');
    await page.getByLabel(words.RouteForm.to, { exact: true }).selectOption('place.hongyadong');
    await page.getByLabel(words.RouteForm.profile, { exact: true }).selectOption('elder');
    await page.getByRole('button', { name: words.RouteForm.submit }).click();
    await expect(page).toHaveURL(/from=place\.jiefangbei&to=place\.hongyadong&profile=elder/);
    await expect(page.getByRole('heading', { name: words.RouteAnswer.route })).toBeVisible();
    await expect(page.getByText(words.Directions.arrive, { exact: true })).toBeVisible();
    // The address alone gives the same answer.
    const address = page.url();
    const answer = await page.locator('section[aria-labelledby="directions"] ol').innerText();
    await page.goto('about:blank');
    await page.goto(address);
    expect(await page.locator('section[aria-labelledby="directions"] ol').innerText()).toBe(answer);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the server answers the same page', async ({ page }) => {
    await page.goto('/zh-CN/route');
    await page.getByLabel('从', { exact: true }).selectOption('station.linjiangmen');
    await page.getByLabel('到', { exact: true }).selectOption('place.chaotianmen');
    await page.getByRole('button', { name: '找路' }).click();
    await expect(page.getByRole('heading', { name: '走得通' })).toBeVisible();
    await expect(page.locator('figure svg path').first()).toBeAttached();
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
  await page.getByText('Adjust my limits').click();
  await page.getByLabel('Steepest uphill (%)').fill(said?.[1] ?? '');
  await page.getByRole('button', { name: 'Find the way' }).click();
  await expect(page.getByRole('heading', { name: 'There is a way' })).toBeVisible();
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
  await expect(page.getByLabel('To', { exact: true })).toHaveValue('place.jiefangbei');
});
