import { gzipSync } from 'node:zlib';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { coverMotifs, drawCover } from './cover';
import { drawMark } from './seal';

const formats = [
  [1600, 560],
  [600, 338],
  [1200, 630],
  [600, 600],
] as const;
const themes = ['light', 'night'] as const;

describe.each(coverMotifs)('the cover %s', (motif) => {
  test.each(themes)('is one sound picture in every format by %s', (theme) => {
    for (const [width, height] of formats) {
      const drawn = drawCover({ motif, theme, width, height });
      expect(XMLValidator.validate(drawn)).toBe(true);
      expect(drawn).not.toMatch(/<text|<filter|<image|href|NaN|undefined/);
      // What a phone has to fetch: 9 kB compressed is a second of slow 4G shared with nothing else.
      expect(gzipSync(drawn).length).toBeLessThan(9_000);
      expect(drawCover({ motif, theme, width, height })).toBe(drawn);
    }
  });
});

test('no two motifs, themes or hands are alike', () => {
  const size = { width: 600, height: 338 };
  const drawn = coverMotifs.flatMap((motif) =>
    themes.flatMap((theme) => ['', 'b'].map((seed) => drawCover({ motif, theme, seed, ...size }))),
  );
  expect(new Set(drawn).size).toBe(drawn.length);
});

test('the mark is sound in both themes', () => {
  for (const theme of themes) expect(XMLValidator.validate(drawMark({ theme }))).toBe(true);
});
