import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { noticesFolder } from './notices-folder';
import { expect, locales, test } from './portal';

/** Reads as an editor would write it, while the portal runs. */
async function writeNotice(id: string, fields: object) {
  await mkdir(noticesFolder, { recursive: true });
  const notice = {
    id,
    from: '2026-01-01T00:00:00+08:00',
    reason: Object.fromEntries(locales.map((locale) => [locale, `Repair (${locale})`])),
    source: 'https://example.org/works',
    checked: '2026-11-25',
    ...fields,
  };
  // JSON is YAML.
  await writeFile(path.join(noticesFolder, `${id}.yaml`), JSON.stringify(notice));
}

// Only this lift joins the street and the landing of the lift; nothing else is asked of it in other journeys.
const address =
  '/en/route?from=106.57389,29.55518&to=106.57385,29.5552&profile=wheelchair&unknown=assume&up=2&down=2';

test('a notice is heard at once, by the server and by the worker, and its end too', async ({
  page,
  request,
}) => {
  await rm(noticesFolder, { recursive: true, force: true });
  // The circle from the foot of the lift, as data.
  const metersInReach = async () => {
    const asked = address.split('?')[1]?.replace(/&to=[^&]*/, '');
    const circle = await (await request.get(`/data/circle.geojson?${asked}`)).json();
    return circle.features[0].properties.meters_of_way as number;
  };
  const whole = await metersInReach();
  await page.goto(address);
  const open = page.getByRole('heading', { name: /There (is|may be) a way/ });
  await expect(open).toBeVisible();
  await writeNotice('kaixuan-lift', { edges: ['e-kaixuan-lift'] });
  try {
    // By the server.
    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'Not at this hour' })).toBeVisible();
    await expect(page.getByText(/Repair \(en\)/)).toBeVisible();
    await expect(page.getByText(/end not known/)).toBeVisible();
    expect(await metersInReach()).toBeLessThan(whole);
    // By the worker: the other way round is asked in the browser.
    await page.getByRole('link', { name: 'The other way round' }).click();
    await expect(page).toHaveURL(/from=106\.57385/);
    await expect(page.getByRole('heading', { name: 'Not at this hour' })).toBeVisible();
    await expect(page.getByText(/Repair \(en\)/)).toBeVisible();
    // A departure after its end goes through.
    await writeNotice('kaixuan-lift', { edges: ['e-kaixuan-lift'], until: '2999-01-01T00:00:00+08:00' });
    await page.goto(`${address}&at=12:00&on=2999-01-02`);
    await expect(open).toBeVisible();
    // What an editor got wrong is left out, not fatal.
    await writeNotice('wrong', { edges: ['e-nowhere'] });
    const { notices } = (await (await request.get('/data/notices.json')).json()) as {
      notices: { id: string }[];
    };
    expect(notices.map(({ id }) => id)).toEqual(['kaixuan-lift']);
  } finally {
    await rm(noticesFolder, { recursive: true, force: true });
  }
  await page.goto(address);
  await expect(open).toBeVisible();
});
