/**
 * Makes what the pages need beside themselves, as files a server can compress and a browser can keep: drawings, the layers and still
 * pictures of the map, heading fonts cut to each page, icons, the map worker. Runs before build and dev, on checked content.
 */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { createTranslator } from 'next-intl';
import sharp from 'sharp';
import subsetFont from 'subset-font';
import { type Content, formatProblem } from '../lib/content/check';
import { headingTexts, type Messages } from '../lib/content/heading-text';
import { romanizeStreet } from '../lib/content/pinyin';
import { type MessagesByLocale, searchFile } from '../lib/content/search-entries';
import { locales } from '../lib/i18n/locales';
import { placePicture, placesPicture, walkPicture, walksPicture } from '../lib/map/pictures';
import { readBase } from '../lib/map/server/read-base';
import { drawStillBase } from '../lib/map/still';
import { toLocalService } from '../lib/places/service';
import { packAuthored } from '../lib/routing/authored';
import { CITY_NETWORK } from '../lib/routing/city-network';
import { encodeNetwork } from '../lib/routing/network-file';
import { readOperatorNetwork } from '../lib/routing/server/operator-network';
import { coverMotifs, drawCover } from '../lib/sketch/cover';
import { coverFormats } from '../lib/sketch/formats';
import { drawMark } from '../lib/sketch/seal';
import { makeSheets } from '../lib/sketch/server/make-sheets';
import type { Translate } from '../lib/sketch/sheet-words';
import { startOf, toMeasuredWalk } from '../lib/walks/measured-walk';
import { compileContent } from './compile-content';

const root = process.cwd();
const at = (...parts: string[]) => path.join(root, ...parts);
const themes = ['light', 'night'] as const;

/** Writes a file with the folders above it. */
async function write(file: string, data: string | Buffer) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, data);
}

/** Every character of a text once, sorted, so that the same content gives the same file. */
const charactersOf = (text: string) => [...new Set(text)].sort().join('');

async function makeDrawings() {
  for (const motif of coverMotifs)
    for (const [format, [width, height]] of Object.entries(coverFormats))
      for (const theme of themes)
        await write(
          at('public/drawings', `${motif}-${format}-${theme}.svg`),
          drawCover({ motif, theme, width, height }),
        );
}

async function makeMaps(content: Content) {
  const base = await readBase(content);
  for (const [layer, collection] of Object.entries(base))
    await write(at('public/map', `${layer}.geojson`), JSON.stringify(collection));
  const walks = content.walks.map((walk) => toMeasuredWalk(content.network, walk));
  const places = [...content.places.values()];
  const pictures = [
    walksPicture(walks.map(startOf)),
    placesPicture(places.map(({ position }) => position)),
    ...walks.map(({ id, measures }) => walkPicture(id, measures.line)),
    ...places.map(({ id, position }) => placePicture(id, position)),
  ];
  for (const { picture, bounds } of pictures)
    for (const theme of themes)
      await write(at('public/drawings/map', `${picture}-${theme}.svg`), drawStillBase(base, bounds, theme));
}

/** Headings in Chinese and Japanese: LXGW WenKai, one small file for each page. Share images: one face for all, and one for Korean. */
async function makeFonts(content: Content) {
  const face = (name: string) => readFile(at('node_modules/@fontsource', name));
  const [wenkai, korean] = await Promise.all([
    face('lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff'),
    face('noto-serif-kr/files/noto-serif-kr-korean-500-normal.woff'),
  ]);
  const headings = new Map<string, Map<string, string>>();
  for (const locale of locales) {
    const messages = JSON.parse(await readFile(at('messages', `${locale}.json`), 'utf8')) as Messages;
    headings.set(locale, headingTexts(content, messages, locale));
  }
  const stories = content.walks.flatMap(({ stories }) => Object.values(stories));
  const shareMessages = await Promise.all(
    locales.map((locale) => readFile(at('messages', `${locale}.json`), 'utf8')),
  );
  const seals = charactersOf(content.walks.map(({ seal }) => Object.values(seal).join('')).join(''));
  const characters = charactersOf(
    [
      ...[...headings.values()].flatMap((pages) => [...pages.values()]),
      seals,
      ...stories.flatMap(({ title, tagline }) => [title, tagline]),
      ...shareMessages.map((text) => JSON.stringify((JSON.parse(text) as Messages).ShareImage)),
      '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,·—–-()（）：:/ ',
    ].join(''),
  );
  // Sheets and papers may say anything the portal says.
  const all = charactersOf((await textsBelow('content', 'messages')).join(''));
  // What the pages ask for changes rarely: the same characters are not cut again.
  const wanted = JSON.stringify({
    all,
    characters,
    seals,
    headings: [...headings].map(([key, pages]) => [key, [...pages]]),
  });
  const stamp = at('.generated/fonts/wanted.json');
  const known = await readFile(stamp, 'utf8').catch(() => '');
  // Both folders are made: one that was cleared is made again.
  if (known === wanted && existsSync(at('public/fonts/seal.woff2'))) return;
  await rm(at('public/fonts'), { recursive: true, force: true });
  const ours = await subsetFont(wenkai, characters, { targetFormat: 'truetype' });
  await write(at('.generated/fonts/characters.txt'), characters);
  await write(at('.generated/fonts/wenkai.ttf'), ours);
  await write(
    at('.generated/fonts/korean.ttf'),
    await subsetFont(korean, characters, { targetFormat: 'truetype' }),
  );
  await write(at('.generated/fonts/paper.ttf'), await subsetFont(wenkai, all, { targetFormat: 'truetype' }));
  await write(
    at('.generated/fonts/paper-korean.ttf'),
    await subsetFont(korean, all, { targetFormat: 'truetype' }),
  );
  await write(at('public/fonts/seal.woff2'), await subsetFont(ours, seals, { targetFormat: 'woff2' }));
  for (const locale of ['zh-CN', 'zh-Hant', 'ja'])
    for (const [page, text] of headings.get(locale) ?? [])
      await write(
        at('public/fonts/heading', locale, `${page || 'home'}.woff2`),
        await subsetFont(ours, charactersOf(text), { targetFormat: 'woff2' }),
      );
  await write(stamp, wanted);
}

/** The drawn sheet of every walk in every language. */
async function makeAllSheets(content: Content) {
  const translators = new Map(
    await Promise.all(
      locales.map(async (locale) => {
        const messages = JSON.parse(await readFile(at('messages', `${locale}.json`), 'utf8'));
        return [
          locale,
          createTranslator({ locale, messages, namespace: 'Sheet' }) as unknown as Translate,
        ] as const;
      }),
    ),
  );
  const speak = (locale: (typeof locales)[number]) => translators.get(locale) as Translate;
  await makeSheets(content, speak, at('public/sheets'), at('.generated/sheets.json'));
}

/** All texts of the files below some folders. */
async function textsBelow(...folders: string[]): Promise<string[]> {
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(at(folder), { withFileTypes: true, recursive: true }))
        .filter((entry) => entry.isFile() && /\.(json|ya?ml|mdx?|geojson)$/.test(entry.name))
        .map((entry) => path.join(entry.parentPath, entry.name)),
    ),
  );
  return Promise.all(files.flat().map((file) => readFile(file, 'utf8')));
}

/** The network every answer is found on, as one compressed file: the authored one, or the operator's own. */
async function makeNetwork({ network: { features } }: Content) {
  const built = new Date().toISOString().slice(0, 10);
  const network =
    (await readOperatorNetwork()) ?? packAuthored(features.nodes, features.edges, built, romanizeStreet);
  await write(at('public', CITY_NETWORK), gzipSync(encodeNetwork(network), { level: 9 }));
}

/** What is found by name, one file for each language: a browser fetches it when somebody begins to search. */
async function makeSearch(content: Content) {
  const texts = locales.map(async (locale) => [
    locale,
    JSON.parse(await readFile(at('messages', `${locale}.json`), 'utf8')),
  ]);
  const messages = Object.fromEntries(await Promise.all(texts)) as MessagesByLocale;
  for (const locale of locales)
    await write(at('public/search', `${locale}.json`), JSON.stringify(searchFile(content, messages, locale)));
}

/** The service points of the circle in each language, fetched by the worker. */
async function makeServices({ services }: Content) {
  for (const locale of locales)
    await write(
      at('public/services', `${locale}.json`),
      JSON.stringify(services.map((service) => toLocalService(service, locale))),
    );
}

async function makeIcons() {
  const mark = drawMark({ theme: 'light' });
  await write(at('public/icons/mark.svg'), mark);
  for (const size of [180, 192, 512])
    await sharp(Buffer.from(mark), { density: 600 })
      .resize(size, size)
      .flatten({ background: '#faf6ec' })
      .png()
      .toFile(at('public/icons', `icon-${size}.png`));
  // Android cuts maskable icons to a circle of 80 %: the mark stays inside it.
  const inner = await sharp(Buffer.from(mark), { density: 600 }).resize(360, 360).png().toBuffer();
  await sharp({ create: { width: 512, height: 512, channels: 4, background: '#faf6ec' } })
    .composite([{ input: inner }])
    .png()
    .toFile(at('public/icons/icon-maskable-512.png'));
}

async function copyMapWorker() {
  await mkdir(at('public/vendor'), { recursive: true });
  const folder = at('node_modules/maplibre-gl/dist');
  for (const name of (await readdir(folder)).filter((file) =>
    /^maplibre-gl-(worker|shared)\.mjs$/.test(file),
  ))
    await copyFile(path.join(folder, name), at('public/vendor', name));
}

/** The service worker of the feedback form, in one file: browsers fetch it by itself. */
async function makeServiceWorker() {
  await build({
    entryPoints: [at('components/feedback/service-worker.ts')],
    outfile: at('public/sw.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
}

const { problems, content } = await compileContent(root);
if (!content) {
  for (const problem of problems) console.error(formatProblem(problem));
  process.exit(1);
}
for (const folder of ['drawings', 'map', 'network', 'search', 'services'])
  await rm(at('public', folder), { recursive: true, force: true });
await makeDrawings();
await makeMaps(content);
await makeNetwork(content);
await makeServices(content);
await makeSearch(content);
await makeFonts(content);
await makeAllSheets(content);
await makeIcons();
await copyMapWorker();
await makeServiceWorker();
