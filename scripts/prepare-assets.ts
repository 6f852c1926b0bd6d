/** Makes what the pages need beside themselves: heading fonts cut to size, the map worker, icons. Quick; runs before build and dev. */
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import subsetFont from 'subset-font';
import { formatDistance, formatDuration, formatHeight } from '../lib/i18n/format';
import { locales } from '../lib/i18n/locales';
import { drawMark } from '../lib/sketch/seal';

const root = process.cwd();
const contentFolder = path.resolve(root, process.env.CONTENT_DIR ?? 'content');
const at = (...parts: string[]) => path.join(root, ...parts);

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** Every character of a text once, sorted, so that the same content gives the same file. */
const charactersOf = (text: string) => [...new Set(text)].sort().join('');

/** Headings: names of walks, places and stations, headings of stories, and the interface words of one language. */
async function headingCharacters(locale: string): Promise<string> {
  let text = await readFile(at('messages', `${locale}.json`), 'utf8');
  for (const file of await filesBelow(contentFolder)) {
    const source = /\.(yaml|mdx)$/.test(file) ? await readFile(file, 'utf8') : '';
    if (file.endsWith(`${path.sep}${locale}.mdx`))
      text += source.match(/^(title|tagline|#+ ).*$/gm)?.join('') ?? '';
    // A place's or station's names: the lines of its name map.
    if (file.endsWith('.yaml') && !file.endsWith('walk.yaml'))
      text += /^name:[^\n]*(\n {2}.*)*/m.exec(source)?.[0] ?? '';
  }
  return charactersOf(text);
}

/** The characters of the walks' seals. */
async function sealCharacters(): Promise<string> {
  const files = (await filesBelow(contentFolder)).filter((file) => file.endsWith('walk.yaml'));
  const seals = await Promise.all(
    files.map(async (file) => /^seal:.*$/m.exec(await readFile(file, 'utf8'))?.[0] ?? ''),
  );
  return charactersOf(seals.join('').replace(/[^\p{Script=Han}]/gu, ''));
}

/** Everything a share image can say, in all languages. */
async function shareImageCharacters(): Promise<string> {
  const perLocale = await Promise.all(locales.map(headingCharacters));
  // Units come from the language data of the runtime, not from our messages.
  const units = locales.map(
    (locale) =>
      formatDuration(locale, 5400) +
      formatDistance(locale, 1500) +
      formatDistance(locale, 500) +
      formatHeight(locale, 5),
  );
  return charactersOf(
    `${perLocale.join('')}${await sealCharacters()}${units.join('')}0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,·—–-()（）：:/ `,
  );
}

async function makeFonts() {
  const wenkai = await readFile(
    at('node_modules/@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff'),
  );
  const korean = await readFile(
    at('node_modules/@fontsource/noto-serif-kr/files/noto-serif-kr-korean-500-normal.woff'),
  );
  await mkdir(at('public/fonts'), { recursive: true });
  await mkdir(at('.generated/fonts'), { recursive: true });
  for (const locale of ['zh-CN', 'zh-Hant', 'ja']) {
    const font = await subsetFont(wenkai, await headingCharacters(locale), { targetFormat: 'woff2' });
    await writeFile(at('public/fonts', `heading-${locale}.woff2`), font);
  }
  await writeFile(
    at('public/fonts/seal.woff2'),
    await subsetFont(wenkai, await sealCharacters(), { targetFormat: 'woff2' }),
  );
  const characters = await shareImageCharacters();
  await writeFile(at('.generated/fonts/characters.txt'), characters);
  await writeFile(
    at('.generated/fonts/wenkai.ttf'),
    await subsetFont(wenkai, characters, { targetFormat: 'truetype' }),
  );
  await writeFile(
    at('.generated/fonts/korean.ttf'),
    await subsetFont(korean, characters, { targetFormat: 'truetype' }),
  );
}

async function makeIcons() {
  await mkdir(at('public/icons'), { recursive: true });
  const mark = drawMark({ theme: 'light' });
  await writeFile(at('public/icons/mark.svg'), mark);
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

await Promise.all([makeFonts(), makeIcons(), copyMapWorker()]);
