import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, locales, test } from './portal';
import { seedRequests } from './seed-requests';
import { violationsOf } from './violations';

const content = path.resolve(import.meta.dirname, '..', process.env.CONTENT_DIR ?? 'content');
const walks = readdirSync(path.join(content, 'walks')).filter((name) => !name.startsWith('.'));
const places = readdirSync(path.join(content, 'places')).map((file) => file.replace('.yaml', ''));

const kinds = {
  home: '',
  walks: '/walks?km=99&time=evening',
  'no walks': '/walks?km=2&theme=stay&steps=none&climb=30',
  walk: '/walks/lower-city',
  places: '/places',
  place: '/places/kaixuan-lift',
  route: '/route?from=place.jiefangbei&to=place.xiahaoli&profile=elder&at=10:00',
  'no route': '/route?from=place.jiefangbei&to=place.xiahaoli&profile=wheelchair&colour=red',
  circle: '/circle?from=place.jiefangbei&profile=wheelchair&with=place.shibati&at=10:00',
  'no circle': '/circle?from=106.57500,29.54450&colour=red',
  'drawn map': '/walks/city-wall/map',
  'drawn maps': '/walks/maps',
  'points of a drawing': '/walks/maps/points',
  coverage: '/circle/coverage?profile=wheelchair&category=health&colour=red',
  card: '/embed/circle?from=place.jiefangbei',
  suggesting: '/feedback',
  'typing a code': '/feedback/track',
  'code typed wrongly': '/feedback/track?code=7K3M-9QXR',
  about: '/about',
  accessibility: '/accessibility',
  privacy: '/privacy',
  data: '/data',
  'not found': '/nowhere',
};
/** With what is only known once the portal runs: suggestions. */
async function allKinds(): Promise<Record<string, string>> {
  const { open, answered } = await seedRequests();
  return {
    ...kinds,
    requests: '/feedback/requests',
    'no requests': '/feedback/requests?kind=heritage-walks&near=106.57,29.56&colour=red',
    request: `/feedback/requests/${open}?fault=limited`,
    'answered request': `/feedback/requests/${answered}`,
  };
}
const modes = ['light', 'night', 'elder', 'elder night'] as const;

/** Opens every part that is folded away, or folds again those that were. */
const unfold = (page: Page, isOpen: boolean) =>
  page.locator('details').evaluateAll((list, wanted) => {
    for (const item of list)
      if (wanted && !item.hasAttribute('open')) {
        item.setAttribute('open', '');
        item.setAttribute('data-unfolded', '');
      } else if (!wanted && item.hasAttribute('data-unfolded')) item.removeAttribute('open');
  }, isOpen);

/** Colours and sizes are the same in every language: two languages see every mode, the others one. */
const modesOf = (locale: string) => (locale === 'zh-CN' || locale === 'en' ? modes : (['light'] as const));

for (const locale of locales) {
  test(`axe: every kind of page in ${locale}, ${modesOf(locale).join(', ')}`, async ({ page }) => {
    test.setTimeout(400_000);
    for (const [kind, address] of Object.entries(await allKinds())) {
      await page.goto(`/${locale}${address}`);
      const elder = page.locator('#elder-switch');
      // A card for other people's pages has no switch of its own.
      const hasElder = (await elder.count()) > 0;
      for (const mode of modesOf(locale)) {
        await page.emulateMedia({ colorScheme: mode.includes('night') ? 'dark' : 'light' });
        const isElder = mode.includes('elder') && hasElder;
        if (hasElder) await elder.setChecked(isElder);
        await unfold(page, !isElder);
        expect(await violationsOf(page), `${kind}, ${mode}`).toEqual([]);
      }
      // The choice is kept; the next page begins without it.
      if (hasElder) await elder.uncheck();
    }
  });
}

const pages = [...walks.map((slug) => `/walks/${slug}`), ...places.map((id) => `/places/${id}`)];
const half = Math.ceil(pages.length / 2);
for (const [part, list] of [pages.slice(0, half), pages.slice(half)].entries()) {
  test(`axe: every page in English, part ${part + 1}`, async ({ page }) => {
    test.setTimeout(300_000);
    expect(list.length).toBeGreaterThan(0);
    for (const address of list) {
      await page.goto(`/en${address}`);
      expect(await violationsOf(page), address).toEqual([]);
    }
  });
}

test('nothing is cut off or runs out of a phone, at 200 % type too', async ({ page }) => {
  const addresses = Object.values(await allKinds());
  for (const locale of ['zh-CN', 'en'] as const) {
    for (const address of addresses) {
      await page.goto(`/${locale}${address}`);
      for (const size of ['100%', '200%']) {
        await page.addStyleTag({ content: `html{font-size:${size} !important}` });
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(overflow, `${locale}${address} at ${size}`).toBeLessThanOrEqual(0);
      }
    }
  }
});
