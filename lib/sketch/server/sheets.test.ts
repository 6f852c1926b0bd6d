import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { loadContent } from '@/lib/content/server/load-content';
import { locales } from '@/lib/i18n/locales';
import { toMeasuredWalk } from '@/lib/walks/measured-walk';
import { alongLine, isWithin } from '../geometry';
import { findFaults, layOut } from '../labels';
import { project } from '../projection';
import { drawSheet } from '../sheet';
import { sheetWords } from '../sheet-words';
import { loadScene } from './load-scene';
import { loadMeasure } from './measure';

const { walks, network } = await loadContent();
const measure = await loadMeasure();
/** Lengths of words do not matter here but those of names: a key stands for its text. */
const t = (key: string) => key;

describe.each(walks.map((walk) => [walk.id, toMeasuredWalk(network, walk)] as const))(
  'the sheet of %s',
  (_, measured) => {
    test.each(locales)('nothing overlaps or is cut: %s', async (locale) => {
      const scene = await loadScene(measured, locale, t);
      for (const grow of [1, 1.35]) {
        const layout = layOut(scene, measure, { grow, streetNames: locale === 'zh-CN' });
        expect(findFaults(scene, layout), `letters times ${grow}`).toEqual([]);
        const named = new Set(
          layout.labels
            .filter(({ tone }) => tone === 'stop')
            .map(({ lines }) => lines.join('').replace(/\s/g, '')),
        );
        expect(named.size).toBe(new Set(scene.stops.map(({ name }) => name)).size);
      }
    });
    test('shows the whole walk and most of its landmarks; somebody who walks it stays on the line', async () => {
      const scene = await loadScene(measured, 'zh-CN', t);
      const line = scene.stretches.flatMap(({ line: points }) => alongLine(points, 2, 0).map(({ at }) => at));
      expect(line.every((point) => isWithin(scene.frame, point))).toBe(true);
      for (const position of measured.measures.line) {
        const [x, y] = project(scene.projection, position);
        const off = Math.min(...line.map(([lx, ly]) => Math.hypot(lx - x, ly - y)));
        expect(off).toBeLessThan(scene.width * 0.02);
      }
      const sheet = drawSheet(scene, sheetWords(measured, 'zh-CN', t), {
        theme: 'light',
        measure,
        face: 'serif',
      });
      expect(sheet.layout.landmarks.length).toBeGreaterThanOrEqual(Math.min(3, scene.stops.length - 1));
      expect(gzipSync(sheet.svg).length).toBeLessThan(260_000);
    });
  },
);
