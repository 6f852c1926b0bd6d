import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import type { DeskRole } from '../lib/feedback/desk';
import { totpOf } from '../lib/feedback/server/desk/fixtures/totp';
import { submissionOf } from '../lib/feedback/server/fixtures/submissions';
import { openStore, type Store } from '../lib/feedback/server/store';
import { submit } from '../lib/feedback/server/submit';
import type { Submission } from '../lib/feedback/submission';
import { type Locale, wordsOf } from './portal';
import { dataKeys, varFolder } from './var-folder';

export const PASSWORD = 'stairs above the river 7';
const root = path.join(import.meta.dirname, '..');

/** An account of this journey's own, made as an operator makes it: by the command. */
export function makeAccount(role: DeskRole): { email: string; name: string } {
  const name = `${role} ${randomUUID().slice(0, 6)}`;
  const email = `${name.replace(' ', '-')}@example.org`;
  execFileSync(
    process.execPath,
    [
      'node_modules/tsx/dist/cli.mjs',
      'scripts/desk-account.ts',
      'add',
      email,
      '--name',
      name,
      '--role',
      role,
    ],
    { cwd: root, input: `${PASSWORD}\n`, env: { ...process.env, VAR_DIR: varFolder, DATA_KEYS: dataKeys } },
  );
  return { email, name };
}

let opening: Promise<Store> | undefined;

/** The database of the portal under test. */
export const portalStore = (): Promise<Store> => {
  opening ??= openStore(path.join(varFolder, 'yuwalk.sqlite'), dataKeys);
  return opening;
};

/** A picture with stripes as fine as writing. */
export async function stripes(): Promise<Buffer> {
  const [width, height] = [640, 480];
  const data = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++)
    data.fill(((at % width) >> 2) & 1 ? 225 : 60, at * 3, at * 3 + 3);
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** A suggestion somebody sent, with a photo and all consents. */
export async function suggest(changes: Partial<Submission> = {}, daysAgo = 3): Promise<string> {
  const { reference } = await submit(await portalStore(), {
    submission: submissionOf({
      contact: { name: '王小明', phone: '023-6312-3456' },
      consent: { contact: true, publish: true, news: false },
      ...changes,
    }),
    photos: [{ bytes: await stripes(), width: 640, height: 480 }],
    sender: randomUUID(),
    now: Date.now() - daysAgo * 86_400_000,
  });
  return reference;
}

/** Signs in for the first time and sets up the second factor. Returns its secret and the backup codes. */
export async function enrol(
  page: Page,
  locale: Locale,
  email: string,
): Promise<{ secret: string; codes: string[] }> {
  const words = wordsOf(locale).Desk;
  await page.goto(`/${locale}/desk/sign-in`);
  await page.getByLabel(words.signIn.email).fill(email);
  await page.getByLabel(words.signIn.password, { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: words.signIn.next }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.enrol.title })).toBeVisible();
  const shown = await page.locator('main p.font-mono').first().innerText();
  const secret = shown.replace(/\s/g, '');
  await page.getByLabel(words.enrol.code).fill(totpOf(secret));
  await page.getByRole('button', { name: words.enrol.submit }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.backup.title })).toBeVisible();
  const codes = await page
    .getByRole('list', { name: words.backup.list })
    .getByRole('listitem')
    .allInnerTexts();
  return { secret, codes };
}
