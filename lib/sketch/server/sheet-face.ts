import { readFile } from 'node:fs/promises';
import path from 'node:path';
import subsetFont from 'subset-font';
import { isKorean } from './page';

/** Faces of the letters on a sheet: the portal's brush face, and one for Hangul. */
export const FACE = 'YuWalk Sheet, YuWalk Sheet Korean, KaiTi, serif';

/** The faces of a sheet cut to the letters it has, as CSS with the data in it: so it looks the same everywhere. */
export async function faceRulesFor(svg: string): Promise<string> {
  const letters = [...svg.matchAll(/<text[^>]*>(?:<textPath[^>]*>)?([^<]*)/g)]
    .map(([, text = '']) => text)
    .join('');
  const [korean, others] = [
    [...letters].filter(isKorean).join(''),
    [...letters].filter((letter) => !isKorean(letter)).join(''),
  ];
  const rules = await Promise.all(
    [
      { name: 'YuWalk Sheet', file: 'paper.ttf', text: others },
      { name: 'YuWalk Sheet Korean', file: 'paper-korean.ttf', text: korean },
    ].map(async ({ name, file, text }) => {
      if (!text) return '';
      const face = await readFile(path.join(process.cwd(), '.generated', 'fonts', file));
      const cut = await subsetFont(face, text, { targetFormat: 'woff2' });
      return `@font-face{font-family:"${name}";src:url(data:font/woff2;base64,${cut.toString('base64')})}`;
    }),
  );
  return rules.join('');
}
