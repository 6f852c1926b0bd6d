/** The sheets of all walks in all languages, as files beside the pages: made when the portal is built, and only those whose content has changed. */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Content } from '@/lib/content/check';
import { type Locale, locales } from '@/lib/i18n/locales';
import { toMeasuredWalk } from '@/lib/walks/measured-walk';
import { makeScene } from '../scene';
import { drawSheet } from '../sheet';
import { sheetWords, type Translate } from '../sheet-words';
import { loadMeasure } from './measure';
import { ownSheetFile, readOwnSheet } from './own-sheet';
import { readGround } from './read-ground';
import { sceneInputOf } from './scene-input';
import { FACE, faceRulesFor } from './sheet-face';

const themes = ['light', 'night'] as const;

export interface MadeSheets {
  made: number;
  kept: number;
}

/** Writes `<walk>-<locale>-<theme>.svg` below `folder`. `stamp` names the file that remembers what each was made from. */
export async function makeSheets(
  content: Content,
  translateIn: (locale: Locale) => Translate,
  folder: string,
  stamp: string,
): Promise<MadeSheets> {
  const [ground, measure, hand, known] = await Promise.all([
    readGround(),
    loadMeasure(),
    handOf(),
    readFile(stamp, 'utf8').then(
      (text) => JSON.parse(text) as Record<string, string>,
      (): Record<string, string> => ({}),
    ),
  ]);
  await mkdir(folder, { recursive: true });
  const there = new Set(await readdir(folder));
  const next: Record<string, string> = {};
  let made = 0;
  for (const walk of content.walks) {
    const measured = toMeasuredWalk(content.network, walk);
    for (const locale of locales) {
      const t = translateIn(locale);
      const input = sceneInputOf(content, ground, measured, locale, t);
      const words = sheetWords(measured, locale, t);
      const name = `${walk.id}-${locale}`;
      const files = themes.map((theme) => `${name}-${theme}.svg`);
      const said = JSON.stringify([input, { ...words, scale: words.scale(5, 375, 540) }]);
      next[name] = createHash('sha256').update(hand).update(said).digest('hex');
      if (known[name] === next[name] && files.every((file) => there.has(file))) continue;
      const scene = makeScene(input);
      const options = { measure, face: FACE, streetNames: locale === 'zh-CN' };
      const first = drawSheet(scene, words, { ...options, theme: 'light' });
      const faceRules = await faceRulesFor(first.svg);
      for (const theme of themes)
        await writeFile(
          path.join(folder, `${name}-${theme}.svg`),
          drawSheet(scene, words, { ...options, theme, faceRules, layout: first.layout }).svg,
        );
      made++;
    }
  }
  const own = new Set<string>();
  for (const { id } of content.walks) {
    const sheet = await readOwnSheet(path.join(process.cwd(), 'content'), id);
    if (!sheet) continue;
    const file = ownSheetFile(id, sheet.facts.picture);
    await copyFile(sheet.picturePath, path.join(folder, file));
    own.add(file);
  }
  // What no walk has any more is not left lying about.
  for (const file of there)
    if (!own.has(file) && !Object.keys(next).some((name) => file.startsWith(`${name}-`)))
      await rm(path.join(folder, file));
  await mkdir(path.dirname(stamp), { recursive: true });
  await writeFile(stamp, JSON.stringify(next));
  return { made, kept: Object.keys(next).length - made };
}

/** The hand itself: when it changes, everything is drawn anew. */
async function handOf(): Promise<string> {
  const folder = path.join(process.cwd(), 'lib', 'sketch');
  const files = (await readdir(folder, { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const texts = await Promise.all(files.sort().map((file) => readFile(path.join(folder, file), 'utf8')));
  return texts.join('');
}
