import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { totpOf } from '../lib/feedback/server/desk/fixtures/totp';
import type { Store } from '../lib/feedback/server/store';
import { enqueue } from '../lib/feedback/server/submit';
import { enrol, makeAccount, PASSWORD, portalStore, stripes, suggest } from './desk-portal';
import { expect, test, wordsOf } from './portal';
import { violationsOf } from './violations';

const en = wordsOf('en').Desk;

async function clean(page: Page, where: string) {
  expect(await violationsOf(page), where).toEqual([]);
  const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(overflow, `${where} runs out of the phone`).toBeLessThanOrEqual(0);
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'main a, main button, main input:not([type=hidden],[type=radio]), main select',
      ),
    ]
      .filter((element) => element.getClientRects().length > 0)
      // The link of a row covers the row; a link in running text needs no size.
      .filter((element) => !element.matches('h2 > a'))
      .filter((element) => element.getBoundingClientRect().height < 43.5)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(small, `${where} has small targets`).toEqual([]);
}

const submit = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** An erasure that the backend had no word for. */
async function leaveUntold({ db }: Pick<Store, 'db'>, reference: string) {
  await enqueue(db, { reference, kind: 'erasure', now: Date.now() });
  await db
    .updateTable('feedback_outbox')
    .set({ state: 'untold' })
    .where('reference', '=', reference)
    .where('kind', '=', 'erasure')
    .execute();
}
const problem = (page: Page) => page.locator('#problem');

for (const isScripted of [true, false]) {
  test.describe(isScripted ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: isScripted });

    test('nothing of the desk is shown without both factors', async ({ page }) => {
      const { email } = makeAccount('moderator');
      const reference = await suggest();
      for (const address of ['', `/${reference}`, '/dead-letters', '/blocks', '/accounts', '/audit']) {
        const response = await page.goto(`/en/desk${address}`);
        await expect(page).toHaveURL(/\/en\/desk\/sign-in$/);
        expect(response?.headers()['cache-control'], address).toContain('no-store');
        expect(response?.headers()['x-robots-tag'], address).toContain('noindex');
      }
      await page.getByLabel(en.signIn.email).fill(email);
      await page.getByLabel(en.signIn.password, { exact: true }).fill('not the password at all');
      await submit(page, en.signIn.next);
      await expect(problem(page)).toBeFocused();
      await expect(problem(page)).toContainText(en.faults['wrong-password']);
      await expect(page).toHaveTitle(/^Error: /);
      await page.getByLabel(en.signIn.email).fill(email);
      await page.getByLabel(en.signIn.password, { exact: true }).fill(PASSWORD);
      await submit(page, en.signIn.next);
      // With the password alone: enrolment, and nothing else.
      for (const address of ['', `/${reference}`, '/accounts']) {
        await page.goto(`/en/desk${address}`);
        await expect(page).toHaveURL(/\/en\/desk\/enrol$/);
      }
      await expect(page.getByRole('img', { name: en.enrol.qr })).toBeVisible();
      await page.getByLabel(en.enrol.code).fill('000000');
      await submit(page, en.enrol.submit);
      await expect(problem(page)).toContainText(en.faults['wrong-code']);
    });

    test('the second factor each time: code of the app, or a backup code once', async ({ page }) => {
      const { email } = makeAccount('moderator');
      const { secret, codes } = await enrol(page, 'en', email);
      expect(codes).toHaveLength(10);
      await page.getByRole('link', { name: en.backup.go }).click();
      await expect(page.getByRole('heading', { level: 1, name: en.title })).toBeVisible();
      // They are shown once.
      await page.goto('/en/desk/backup-codes');
      await expect(page).toHaveURL(/\/en\/desk$/);
      const again = async (code: string) => {
        await page.goto('/en/desk/sign-in');
        await page.getByLabel(en.signIn.email).fill(email);
        await page.getByLabel(en.signIn.password, { exact: true }).fill(PASSWORD);
        await submit(page, en.signIn.next);
        await page.getByLabel(en.code.label).fill(code);
        await submit(page, en.code.submit);
      };
      await submit(page, en.signOut);
      await expect(page.locator('#done')).toContainText(en.said['signed-out']);
      await again('123 456');
      await expect(problem(page)).toContainText(en.faults['wrong-code']);
      await page.getByLabel(en.code.label).fill(totpOf(secret));
      await submit(page, en.code.submit);
      await expect(page).toHaveURL(/\/en\/desk$/);
      await submit(page, en.signOut);
      await again(codes[0] ?? '');
      await expect(page).toHaveURL(/\/en\/desk$/);
      await submit(page, en.signOut);
      await again(codes[0] ?? '');
      await expect(problem(page)).toContainText(en.faults['wrong-code']);
    });

    test('a suggestion is looked at, blurred, published and answered', async ({ page }) => {
      const { email } = makeAccount('moderator');
      const reference = await suggest();
      const store = await portalStore();
      const row = () =>
        store.db
          .selectFrom('feedback_request')
          .selectAll()
          .where('reference', '=', reference)
          .executeTakeFirstOrThrow();
      const photoRow = () =>
        store.db
          .selectFrom('feedback_photo')
          .selectAll()
          .where('reference', '=', reference)
          .orderBy('position')
          .executeTakeFirstOrThrow();
      await enrol(page, 'en', email);
      await page.goto('/en/desk');
      await page.getByLabel(en.list.find).fill(reference.toLowerCase());
      await submit(page, en.list.search);
      await expect(page).toHaveURL(new RegExp(`/en/desk/${reference}$`));

      await test.step('the photo', async () => {
        await page.getByRole('link', { name: en.photo.blur.replace('{number}', '1') }).click();
        if (isScripted) {
          const photo = page.getByRole('img', { name: en.blur.image });
          await expect(photo).toHaveCSS('cursor', 'crosshair');
          const box = await photo.boundingBox();
          if (!box) throw new Error('no photo');
          // Not before the page has faded in: until then nothing on it takes a pointer.
          await photo.hover({ position: { x: box.width * 0.25, y: box.height * 0.25 } });
          await page.mouse.down();
          await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5, { steps: 4 });
          await page.mouse.up();
        } else {
          await page.locator('input[name=x]').first().fill('25');
          await page.locator('input[name=y]').first().fill('25');
          await page.locator('input[name=width]').first().fill('25');
          await submit(page, en.blur.save);
          await expect(problem(page)).toContainText(en.faults['not-a-rectangle']);
          for (const name of ['x', 'y', 'width', 'height'])
            await page.locator(`input[name=${name}]`).first().fill('25');
        }
        await submit(page, en.blur.save);
        await expect(page.locator('#done')).toContainText(en.said.blurred);
        await expect(page.getByRole('heading', { name: en.blur.result })).toBeVisible();
        const { bytes, public_bytes } = await photoRow();
        const inside = { left: 180, top: 140, width: 120, height: 80 };
        const spread = async (picture: Uint8Array | null) => {
          const { channels } = await sharp(
            await sharp(picture ?? Buffer.alloc(0))
              .extract(inside)
              .png()
              .toBuffer(),
          ).stats();
          return channels[0]?.stdev ?? 0;
        };
        expect(await spread(bytes)).toBeGreaterThan(50);
        expect(await spread(public_bytes)).toBeLessThan(20);
        await page.getByRole('link', { name: en.blur.back }).click();
        await submit(page, en.photo.publish.replace('{number}', '1'));
        await expect(page.locator('#done')).toBeFocused();
        expect((await photoRow()).published).toBe(1);
      });

      await test.step('publishing', async () => {
        await submit(page, en.moderate.refuse);
        await expect(problem(page)).toContainText(en.faults.required);
        await page.getByLabel(en.moderate.reason).selectOption('personal');
        await submit(page, en.moderate.refuse);
        expect((await row()).publication).toBe('refused');
        await submit(page, en.moderate.publish);
        await expect(page.locator('#done')).toContainText(en.said.published);
        expect((await row()).publication).toBe('published');
      });

      await test.step('contact', async () => {
        await expect(page.getByText('王小明')).toHaveCount(0);
        await submit(page, en.contact.show);
        await expect(page.getByText('王小明')).toBeVisible();
        const looks = await store.db
          .selectFrom('feedback_audit')
          .select('id')
          .where('reference', '=', reference)
          .where('action', '=', 'contact-look')
          .execute();
        expect(looks).toHaveLength(1);
      });

      await test.step('answer', async () => {
        await page.getByLabel(en.update.steps.answered).check();
        await submit(page, en.update.submit);
        await expect(problem(page)).toContainText(en.faults.required);
        await page.getByLabel(en.update.steps.answered).check();
        await page.getByLabel(en.update.text).fill('坡道下周动工。');
        await page
          .getByLabel(en.update.photo)
          .setInputFiles({ name: 'done.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
        await submit(page, en.update.submit);
        await expect(problem(page)).toContainText(en.faults['not-a-picture']);
        // Nobody types an answer twice.
        await expect(page.getByLabel(en.update.text)).toHaveValue('坡道下周动工。');
        await expect(page.getByLabel(en.update.steps.answered)).toBeChecked();
        await page
          .getByLabel(en.update.photo)
          .setInputFiles({ name: 'done.jpg', mimeType: 'image/jpeg', buffer: await stripes() });
        await submit(page, en.update.submit);
        await expect(page.locator('#done')).toContainText(en.said.updated);
        expect(await row()).toMatchObject({ state: 'answered' });
        await expect(page.getByText('坡道下周动工。')).toBeVisible();
        await expect(page.getByRole('listitem').filter({ hasText: en.photo.ofAnswer })).toBeVisible();
      });

      await test.step('a moderator opens nothing more', async () => {
        for (const address of ['/dead-letters', '/blocks', '/accounts', '/audit']) {
          await page.goto(`/en/desk${address}`);
          await expect(problem(page)).toContainText(en.faults['not-allowed']);
        }
      });
    });

    test('an answer outlives a session that ends while it is typed', async ({ page }) => {
      const { email } = makeAccount('moderator');
      const reference = await suggest();
      const { secret, codes } = await enrol(page, 'en', email);
      await page.goto(`/en/desk/${reference}`);
      await page.getByLabel(en.update.steps.answered).check();
      await page.getByLabel(en.update.text).fill('坡道下周动工。');
      // As a browser does when a session has lasted its time.
      await page.context().clearCookies();
      await submit(page, en.update.submit);
      await expect(page).toHaveURL(/\/en\/desk\/sign-in\?/);
      await expect(problem(page)).toContainText(en.faults['late-kept']);
      // Mistyping does not lose it either.
      await page.getByLabel(en.signIn.email).fill(email);
      await page.getByLabel(en.signIn.password, { exact: true }).fill(PASSWORD);
      await submit(page, en.signIn.next);
      await page.getByLabel(en.code.label).fill('aaaaa-aaaaa');
      await submit(page, en.code.submit);
      await page.getByLabel(en.code.label).fill(codes[0] ?? totpOf(secret));
      await submit(page, en.code.submit);
      await expect(page).toHaveURL(new RegExp(`/en/desk/${reference}\\?`));
      await expect(problem(page)).toContainText(en.faults.unsent);
      await expect(page.getByLabel(en.update.text)).toHaveValue('坡道下周动工。');
      await expect(page.getByLabel(en.update.steps.answered)).toBeChecked();
      await submit(page, en.update.submit);
      await expect(page.locator('#done')).toContainText(en.said.updated);
      // Brought back once: the next sign-in leads to the list.
      expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('yuwalk-desk-typed');
    });

    test('dead letters are sent again, doubts settled, senders and words blocked', async ({ page }) => {
      const { email } = makeAccount('operator');
      const reference = await suggest();
      const store = await portalStore();
      await store.db
        .updateTable('feedback_outbox')
        .set({ state: 'dead', attempts: 12, last_fault: 'HTTP 503' })
        .where('reference', '=', reference)
        .execute();
      await store.db
        .updateTable('feedback_request')
        .set({ doubt: 1 })
        .where('reference', '=', reference)
        .execute();
      await enrol(page, 'en', email);
      await page.goto('/en/desk/dead-letters');
      await expect(page.getByRole('listitem').filter({ hasText: reference })).toContainText('HTTP 503');
      await submit(page, en.dead.again.replace('{reference}', reference));
      await expect(page.locator('#done')).toContainText(en.said['sent-again']);
      await expect(page.getByRole('listitem').filter({ hasText: reference })).toHaveCount(0);
      const { state } = await store.db
        .selectFrom('feedback_outbox')
        .select('state')
        .where('reference', '=', reference)
        .executeTakeFirstOrThrow();
      expect(state).not.toBe('dead');

      await test.step('what the backend has no word for', async () => {
        await leaveUntold(store, reference);
        await page.goto('/en/desk');
        await page.getByRole('link', { name: en.queues.untold }).click();
        const words = page.getByRole('listitem').filter({ hasText: reference }).getByRole('blockquote');
        await expect(words).toContainText(`【撤回】原编号 ${reference}`);
        await submit(page, en.untold.told.replace('{reference}', reference));
        await expect(page.locator('#done')).toContainText(en.said.told);
        await expect(page.getByRole('listitem').filter({ hasText: reference })).toHaveCount(0);
      });

      await page.goto('/en/desk?queue=doubts');
      await page.getByRole('link', { name: reference }).click();
      await submit(page, en.doubt.settle);
      await expect(page.locator('#done')).toContainText(en.said.settled);
      await page.locator('summary', { hasText: en.blocks.sender }).click();
      await page.getByLabel(en.blocks.reason, { exact: true }).fill('the same forty times');
      await submit(page, en.blocks.sender);
      await expect(page.locator('#done')).toContainText(en.said.blocked);

      const words = `spam ${randomUUID()}`;
      await page.goto('/en/desk/blocks');
      await page.getByLabel(en.blocks.words).fill(words);
      await page.getByLabel(en.blocks.reason).fill('advertising');
      await submit(page, en.blocks.submit);
      await submit(page, en.blocks.remove.replace('{what}', words));
      await expect(page.locator('#done')).toContainText(en.said.unblocked);
    });

    test('an admin closes an account, and its session ends; all of it stands in the audit log', async ({
      page,
      browser,
    }) => {
      const [admin, other] = [makeAccount('admin'), makeAccount('moderator')];
      const context = await browser.newContext();
      const theirs = await context.newPage();
      await enrol(theirs, 'en', other.email);
      await enrol(page, 'en', admin.email);
      await page.goto('/en/desk/accounts');
      await submit(page, en.accounts.disable.replace('{name}', other.name));
      await expect(page.locator('#done')).toContainText(en.said.changed);
      await theirs.goto('/en/desk');
      await expect(theirs).toHaveURL(/\/desk\/sign-in$/);
      await context.close();
      await page.goto('/en/desk/audit');
      // Other journeys write to the same log meanwhile.
      const line = page.getByRole('row').filter({ hasText: admin.email });
      await expect(line.first()).toContainText(en.actions['account-disable']);
    });
  });
}

test('forms from elsewhere do nothing', async ({ page, request }) => {
  const { email } = makeAccount('operator');
  const reference = await suggest();
  await enrol(page, 'en', email);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  for (const headers of [
    { origin: 'https://example.org' },
    { 'sec-fetch-site': 'same-site', origin: 'http://other.localhost' },
    {},
  ]) {
    const response = await request.post(`/en/desk/${reference}/publication`, {
      headers: { cookie, ...headers },
      form: { decision: 'publish' },
      maxRedirects: 0,
    });
    expect(response.status()).toBe(303);
    expect(response.headers().location).toContain('fault=foreign');
  }
  const store = await portalStore();
  const { publication } = await store.db
    .selectFrom('feedback_request')
    .select('publication')
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();
  expect(publication).toBe('waiting');
  // A photo needs a session; its address alone opens nothing.
  const { id } = await store.db
    .selectFrom('feedback_photo')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();
  expect((await request.get(`/en/desk/photos/${id}`)).status()).toBe(404);
  expect((await page.request.get(`/en/desk/photos/${id}`)).headers()['content-type']).toBe('image/jpeg');
});

for (const locale of ['zh-CN', 'en'] as const)
  for (const theme of ['light', 'dark'] as const)
    test(`axe: every page of the desk in ${locale}, ${theme}`, async ({ page }) => {
      test.setTimeout(180_000);
      await page.emulateMedia({ colorScheme: theme });
      const { email } = makeAccount('admin');
      const words = wordsOf(locale).Desk;
      const reference = await suggest({ language: locale });
      const store = await portalStore();
      await store.db
        .updateTable('feedback_request')
        .set({ doubt: 1 })
        .where('reference', '=', reference)
        .execute();
      await store.db
        .updateTable('feedback_outbox')
        .set({ state: 'dead', attempts: 12, last_fault: 'HTTP 503' })
        .where('reference', '=', await suggest())
        .execute();
      await leaveUntold(store, reference);
      const { id } = await store.db
        .selectFrom('feedback_photo')
        .select('id')
        .where('reference', '=', reference)
        .executeTakeFirstOrThrow();
      await page.goto(`/${locale}/desk/sign-in?fault=wrong-password`);
      await clean(page, 'sign-in');
      await page.getByLabel(words.signIn.email).fill(email);
      await page.getByLabel(words.signIn.password, { exact: true }).fill(PASSWORD);
      await submit(page, words.signIn.next);
      await clean(page, 'enrolment');
      await page.goto(`/${locale}/desk/enrol?fault=wrong-code&field=code`);
      await clean(page, 'enrolment with an error');
      await enrol(page, locale, email);
      await clean(page, 'backup codes');
      const addresses = [
        '/sign-in/code?fault=wrong-code&field=code',
        '?queue=all',
        '?queue=doubts&fault=unknown-reference&field=reference',
        `/${reference}`,
        `/${reference}?fault=required&field=text`,
        `/${reference}?fault=required&field=reason`,
        `/${reference}/photos/${id}?fault=not-a-rectangle&field=rectangles`,
        '/dead-letters?done=sent-again',
        '/blocks?fault=required&field=words',
        '/accounts?fault=self',
        '/audit',
      ];
      for (const address of addresses) {
        await page.goto(`/${locale}/desk${address}`);
        await page.locator('main details').evaluateAll((list) => {
          for (const item of list) item.setAttribute('open', '');
        });
        await clean(page, address);
      }
    });
