import { defineConfig } from '@playwright/test';
import webPush from 'web-push';
import { noticesFolder } from './e2e/notices-folder';
import { dataKeys, varFolder } from './e2e/var-folder';

/** Keys of this run: with them the portal offers push. */
const vapid = webPush.generateVAPIDKeys();

const port = 3210;
const mapboxPort = 3211;
const start = 'node node_modules/next/dist/bin/next';

/** Chromium as the system has it; scripts/verify.sh finds or installs it. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: 'e2e',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 2,
  // A machine that stumbles once does not decide; what needed its second try is named at the end as flaky, and is to be mended.
  retries: process.env.CI ? 1 : 0,
  fullyParallel: true,
  reporter: 'line',
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 390, height: 844 },
    trace: 'off',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'portal', testIgnore: 'mapbox.spec.ts' },
    { name: 'mapbox', testMatch: 'mapbox.spec.ts', use: { baseURL: `http://localhost:${mapboxPort}` } },
  ],
  webServer: [
    {
      command: `${start} start --port ${port}`,
      // Notices of the journeys: e2e/notices.spec.ts writes them while the portal runs.
      env: {
        NOTICES_DIR: noticesFolder,
        // Suggestions of the journeys: e2e/seed-requests.ts writes some of them from outside.
        VAR_DIR: varFolder,
        DATA_KEYS: dataKeys,
        VAPID_PUBLIC_KEY: vapid.publicKey,
        VAPID_PRIVATE_KEY: vapid.privateKey,
        VAPID_SUBJECT: 'mailto:portal@example.org',
        // Suggestions of the journeys stay where they are.
        DISPATCHER: 'off',
      },
      url: `http://localhost:${port}/robots.txt`,
      reuseExistingServer: false,
    },
    {
      // A token of the right form that opens nothing: its hosts are stubbed by the test.
      command: `${start} build && ${start} start --port ${mapboxPort}`,
      env: {
        NEXT_PUBLIC_MAPBOX_TOKEN: 'pk.eyJ1IjoieXV3YWxrIiwiYSI6InRlc3QifQ.c3R1Yg',
        NEXT_DIST_DIR: '.next-mapbox',
        DISPATCHER: 'off',
      },
      url: `http://localhost:${mapboxPort}/robots.txt`,
      timeout: 300_000,
      reuseExistingServer: false,
    },
  ],
});
