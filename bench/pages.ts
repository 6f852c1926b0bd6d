/**
 * npm run bench:pages [-- --json] [-- --runs 3]: builds the portal and an empty page of the same framework, then measures home,
 * catalogue, a walk and a place with Lighthouse (its mobile preset: mid phone, slow 4G), medians of the runs. Scores and the first LCP are
 * Lighthouse's usual simulation of the slow phone from a quick visit; the second LCP is seen with phone and network really slowed down.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { median, printRows, type Row } from './table';

const root = path.join(import.meta.dirname, '..');
const next = path.join(root, 'node_modules/next/dist/bin/next');
const chromePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]) || 3;
const [portalPort, emptyPort] = [3220, 3221];
const pages = {
  home: '/zh-CN',
  catalogue: '/zh-CN/walks',
  walk: '/zh-CN/walks/lower-city',
  place: '/zh-CN/places/kaixuan-lift',
  'walk (en)': '/en/walks/lower-city',
};

const environment = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  SITE_URL: `http://localhost:${portalPort}`,
};

/** Runs a build step; its output is shown only when it fails. Returns seconds. */
function build(command: string, args: string[], cwd: string): number {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: environment,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
  return (performance.now() - start) / 1000;
}

async function serve(cwd: string, port: number): Promise<ChildProcess> {
  const server = spawn(process.execPath, [next, 'start', '--port', String(port)], {
    cwd,
    env: environment,
    stdio: 'ignore',
  });
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await fetch(`http://localhost:${port}`).catch(() => undefined)) return server;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  server.kill();
  throw new Error(`nothing answers on port ${port}`);
}

interface Visit {
  scores: Record<string, number>;
  lcp: number;
  cls: number;
  tbt: number;
  scriptBytes: number;
}

async function visit(url: string, throttlingMethod: 'simulate' | 'devtools'): Promise<Visit> {
  const chrome = await launch({
    chromePath,
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-quic', '--disable-background-networking'],
    logLevel: 'silent',
  });
  try {
    const result = await lighthouse(url, {
      port: chrome.port,
      logLevel: 'silent',
      output: 'json',
      throttlingMethod,
    });
    if (!result) throw new Error(`Lighthouse gave no result for ${url}`);
    const { audits, categories } = result.lhr;
    const requests = (audits['network-requests']?.details as { items?: Request[] } | undefined)?.items ?? [];
    return {
      scores: Object.fromEntries(
        Object.entries(categories).map(([id, { score }]) => [id, Math.round((score ?? 0) * 100)]),
      ),
      lcp: audits['largest-contentful-paint']?.numericValue ?? Number.NaN,
      cls: audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
      tbt: audits['total-blocking-time']?.numericValue ?? Number.NaN,
      scriptBytes: requests
        .filter(({ resourceType }) => resourceType === 'Script')
        .reduce((sum, { transferSize }) => sum + transferSize, 0),
    };
  } finally {
    chrome.kill();
  }
}

interface Request {
  resourceType: string;
  transferSize: number;
}

async function measure(name: string, url: string): Promise<Row & { scriptKB: number }> {
  const visits: Visit[] = [];
  const applied: Visit[] = [];
  for (let run = 0; run < runs; run++) {
    visits.push(await visit(url, 'simulate'));
    applied.push(await visit(url, 'devtools'));
  }
  const score = (id: string) => median(visits.map(({ scores }) => scores[id] ?? 0));
  return {
    page: name,
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best practices': score('best-practices'),
    SEO: score('seo'),
    'LCP s, simulated': Math.round(median(visits.map(({ lcp }) => lcp)) / 10) / 100,
    'LCP s, applied': Math.round(median(applied.map(({ lcp }) => lcp)) / 10) / 100,
    CLS: Math.round(median(visits.map(({ cls }) => cls)) * 1000) / 1000,
    'TBT ms': Math.round(median(visits.map(({ tbt }) => tbt))),
    scriptKB: Math.round(median(visits.map(({ scriptBytes }) => scriptBytes)) / 102.4) / 10,
  };
}

/** Milliseconds from the address to a drawn, movable map, unthrottled, with the map in view at once (1440 × 900). */
async function mapSeconds(url: string): Promise<number> {
  const browser = await chromium.launch({ executablePath: chromePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const start = performance.now();
    await page.goto(url);
    await page.locator('[data-map="drawn"]').waitFor({ timeout: 60_000 });
    return Math.round((performance.now() - start) / 10) / 100;
  } finally {
    await browser.close();
  }
}

for (const folder of ['.next', '.contentlayer', '.generated', 'bench/empty/.next'])
  rmSync(path.join(root, folder), { recursive: true, force: true });
const buildSeconds = build('npm', ['run', '--silent', 'build'], root);
build(process.execPath, [next, 'build'], path.join(root, 'bench/empty'));

const servers = [await serve(root, portalPort), await serve(path.join(root, 'bench/empty'), emptyPort)];
try {
  const empty = await measure('empty page', `http://localhost:${emptyPort}/`);
  const rows: Row[] = [{ ...empty, 'script to empty': '100 %' }];
  for (const [name, address] of Object.entries(pages)) {
    const row = await measure(name, `http://localhost:${portalPort}${address}`);
    rows.push({ ...row, 'script to empty': `${Math.round((row.scriptKB / empty.scriptKB) * 100)} %` });
  }
  printRows(rows);
  const maps: number[] = [];
  for (let run = 0; run < runs; run++)
    maps.push(await mapSeconds(`http://localhost:${portalPort}${pages.catalogue}`));
  const pageCount = [
    ...(await (await fetch(`http://localhost:${portalPort}/sitemap.xml`)).text()).matchAll(/<loc>/g),
  ].length;
  console.log('');
  printRows([
    { measure: 'build of all languages from nothing, s', value: Math.round(buildSeconds * 10) / 10 },
    { measure: 'pages in the site map', value: pageCount },
    { measure: 'catalogue map drawn and movable, s', value: median(maps) },
  ]);
} finally {
  for (const server of servers) server.kill();
}
