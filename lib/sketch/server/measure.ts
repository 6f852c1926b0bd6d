import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { create, type Font } from 'fontkit';
import type { Measure } from '../labels';
import { isKorean, runsOf } from './page';

let measuring: Promise<Measure> | undefined;

/** Measures letters by the advances of the very faces the sheets are set in. */
export function loadMeasure(): Promise<Measure> {
  measuring ??= (async () => {
    const [brush, korean] = (await Promise.all(
      ['paper.ttf', 'paper-korean.ttf'].map(async (name) =>
        create(await readFile(path.join(process.cwd(), '.generated', 'fonts', name))),
      ),
    )) as [Font, Font];
    const known = new Map<string, number>();
    return (text, size) => {
      let ems = known.get(text);
      if (ems === undefined) {
        ems = runsOf(text).reduce((sum, run) => {
          const face = isKorean(run) ? korean : brush;
          return sum + face.layout(run).advanceWidth / face.unitsPerEm;
        }, 0);
        known.set(text, ems);
      }
      return ems * size;
    };
  })();
  return measuring;
}
