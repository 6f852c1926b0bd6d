import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import type en from '../messages/en.json';

export const locales = ['zh-CN', 'zh-Hant', 'en', 'ja', 'ko'] as const;
export type Locale = (typeof locales)[number];

/** The words a reader of that language sees, so that a journey looks for them and not for a class name. */
export function wordsOf(locale: Locale): typeof en {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, '..', 'messages', `${locale}.json`), 'utf8'));
}

/** Every test fails when the page throws, logs an error, or asks anybody but the portal for anything. */
export const test = base.extend<{
  allowedHosts: string[];
  expectedComplaints: RegExp | undefined;
  watch: undefined;
}>({
  allowedHosts: [[], { option: true }],
  expectedComplaints: [undefined, { option: true }],
  watch: [
    async ({ page, allowedHosts, expectedComplaints }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      page.on('console', (message) => {
        // A missing page is told to the console by the browser itself; the tests of 404 look at the status.
        if (message.type() === 'error' && !/status of 404/.test(message.text()))
          complaints.push(`console: ${message.text()}`);
      });
      page.on('request', (request) => {
        const { hostname, protocol } = new URL(request.url());
        if (protocol.startsWith('http') && hostname !== 'localhost' && !allowedHosts.includes(hostname))
          complaints.push(`outside request: ${request.url()}`);
      });
      // A file a page asks for is there, whatever becomes of the page itself.
      page.on('response', (response) => {
        if (
          response.status() === 404 &&
          /\.(woff2|svg|png|webp|js|css)$/.test(new URL(response.url()).pathname)
        )
          complaints.push(`missing file: ${response.url()}`);
      });
      await use(undefined);
      expect(complaints.filter((text) => !expectedComplaints?.test(text))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
