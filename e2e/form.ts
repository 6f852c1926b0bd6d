import type { Page } from '@playwright/test';
import sharp from 'sharp';
import type { Draft } from '@/lib/feedback/draft';
import { expect } from './portal';

/** Presses what leads to the next step. */
export const goOn = (page: Page) => page.locator('#feedback form button[type=submit]').last().click();

/** Presses it and waits for the next step: the form goes on when what was typed is kept, and until then the old step stands there. */
export async function goToNext(page: Page): Promise<void> {
  const step = page.locator('#feedback input[name=step]');
  const before = await step.inputValue();
  await goOn(page);
  await expect(step).not.toHaveValue(before);
}

/** Waits until this step's question stands on the page. */
export const stepIs = (page: Page, step: string) =>
  expect(page.locator('#feedback input[name=step]')).toHaveValue(step);

/** A small photo. */
export const picture = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#884422' } })
    .png()
    .toBuffer();

/** Passes over the questions of the kind. */
export async function skipQuestions(page: Page) {
  for (let round = 0; round < 6; round++) {
    const step = await page.locator('#feedback input[name=step]').inputValue();
    if (!step.startsWith('question.')) return;
    await goToNext(page);
  }
}

/** The shortest way from the first question to the check: about nothing in particular, nowhere in particular. */
export async function fillShort(page: Page, text: string, { photo = false } = {}) {
  await stepIs(page, 'kind');
  await page.locator('input[value=other]').check();
  await goOn(page);
  await stepIs(page, 'place');
  await page.locator('input[name=how][value=none]').check();
  await goOn(page);
  await stepIs(page, 'describe');
  await page.locator('textarea').fill(text);
  await goToNext(page);
  await skipQuestions(page);
  await stepIs(page, 'photos');
  if (photo) {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: await picture() });
    await expect(page.locator('#feedback img')).toHaveCount(1);
  }
  await goOn(page);
  await stepIs(page, 'contact');
  await goOn(page);
  await stepIs(page, 'check');
}

/** Opens the form and waits until its scripts have read what this browser keeps. */
export async function openForm(page: Page, query = '', step = /step=/) {
  await page.goto(`/en/feedback${query}`);
  await expect(page).toHaveURL(step);
}

/** How many entries the browser keeps under a name: `waiting`, `receipts`, `draft`, `photos`. */
export const countKept = (page: Page, name: string) =>
  page.evaluate(
    (store) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('yuwalk-feedback');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const asked = opening.result.transaction(store).objectStore(store).count();
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result);
          };
        };
      }),
    name,
  );

/** What the browser keeps of the suggestion being written. */
export const keptDraft = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<Draft | undefined>((resolve, reject) => {
        const opening = indexedDB.open('yuwalk-feedback');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const asked = opening.result.transaction('draft').objectStore('draft').get('current');
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result);
          };
        };
      }),
  );
