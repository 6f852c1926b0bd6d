/** npm run screenshots: takes the pictures of the README and the install dialogue from the built portal (`npm run build` first). */
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from '@playwright/test';
import sharp from 'sharp';

const root = process.cwd();
const port = 3230;
const folder = path.join(root, 'public/screenshots');

const pictures = [
  { name: 'home-wide', address: '/zh-CN' },
  { name: 'walks-wide', address: '/en/walks', waitForMap: true },
  { name: 'walk-narrow', address: '/zh-CN/walks/lower-city' },
  { name: 'stops-narrow', address: '/en/walks/lower-city', scrollTo: '#stops', waitForMap: true },
  { name: 'night-narrow', address: '/ja/walks/levels', isNight: true },
  { name: 'elder-narrow', address: '/zh-CN/places/kaixuan-lift', isElder: true },
];

const server = spawn(
  process.execPath,
  [path.join(root, 'node_modules/next/dist/bin/next'), 'start', '--port', String(port)],
  { stdio: 'ignore' },
);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  await mkdir(folder, { recursive: true });
  for (let attempt = 0; attempt < 50; attempt++) {
    if (await fetch(`http://localhost:${port}/robots.txt`).catch(() => undefined)) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  for (const { name, address, scrollTo, waitForMap, isNight, isElder } of pictures) {
    const isWide = name.endsWith('-wide');
    const page = await browser.newPage({
      viewport: isWide ? { width: 1440, height: 900 } : { width: 390, height: 844 },
      deviceScaleFactor: isWide ? 1 : 2,
      colorScheme: isNight ? 'dark' : 'light',
    });
    await page.goto(`http://localhost:${port}${address}`, { waitUntil: 'networkidle' });
    if (isElder) await page.locator('#elder-switch').check();
    if (scrollTo) await page.locator(scrollTo).evaluate((element) => element.scrollIntoView());
    if (waitForMap) {
      await page.locator('[data-map="drawn"]').waitFor({ timeout: 60_000 });
      // Labels fade in after the map says that it is drawn.
      await page.waitForTimeout(1500);
    }
    await sharp(await page.screenshot())
      .webp({ quality: 82 })
      .toFile(path.join(folder, `${name}.webp`));
    await page.close();
  }
} finally {
  await browser.close();
  server.kill();
}
