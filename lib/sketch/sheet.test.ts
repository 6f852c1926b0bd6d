import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { LngLat } from '@/lib/geo/position';
import { alongLine, hullOf, isInside } from './geometry';
import type { SheetWords } from './hand/furniture';
import { makeRandom, thinned } from './ink';
import { findFaults, layOut, type Measure, wrapName } from './labels';
import { project } from './projection';
import { makeScene, type SceneInput } from './scene';
import { drawSheet } from './sheet';
import { sheetInks } from './sheet-inks';

const at = (x: number, y: number): LngLat => [106.57 + x / 96_700, 29.56 + y / 111_195];
const measure: Measure = (text, size) =>
  [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e80 ? size : size * 0.55), 0);
const words: SheetWords = {
  title: '试画一条线',
  tagline: '从坡下到坡上',
  seal: '试画',
  north: '北',
  scale: (minutes) => `${minutes}分钟`,
  legend: {
    walk: '线路',
    stop: '站',
    steps: '台阶',
    elevator: '电梯',
    escalator: '扶梯',
    cableway: '索道',
    rail: '轨道',
    station: '车站',
    turnOff: '分路',
    stepFree: '绕行',
    meal: '吃饭',
    rest: '歇脚',
    toilet: '厕所',
    night: '夜景',
  },
  foot: '第1版 & 试验 <样张>',
};
const options = { theme: 'light', measure, face: 'serif' } as const;

function input(change: Partial<SceneInput> = {}): SceneInput {
  return {
    id: 'trial',
    stretches: [
      { kind: 'path', line: [at(0, 0), at(300, 60)] },
      { kind: 'steps', line: [at(300, 60), at(340, 160)] },
      { kind: 'street', line: [at(340, 160), at(700, 420)] },
    ],
    stops: [
      { key: 'a', name: '坡下', position: at(0, 0), landmark: 'jiefangbei' },
      {
        key: 'b',
        name: '梯坎',
        position: at(320, 110),
        landmark: 'shibati',
        isTurnOff: true,
        marks: ['rest', 'night', 'toilet'],
      },
      { key: 'c', name: '坡上的老茶馆', position: at(700, 420), landmark: 'tea-bowl' },
    ],
    rivers: [
      {
        name: '长江',
        kind: 'river',
        ring: [at(-900, -400), at(1500, -300), at(1500, -120), at(-900, -200)],
        middle: [at(-900, -300), at(1500, -210)],
      },
    ],
    streets: [
      { name: '沿江路', isMajor: true, kind: 'street', line: [at(-600, -80), at(900, -40)] },
      { name: '', isMajor: false, kind: 'street', line: [at(0, 400), at(600, 100)] },
      { name: '大桥', isMajor: true, kind: 'bridge', line: [at(500, -20), at(520, -420)] },
    ],
    ways: [
      { kind: 'steps', line: [at(100, 300), at(160, 380)] },
      { kind: 'elevator', line: [at(400, 60), at(402, 62)] },
      { kind: 'cableway', line: [at(600, 100), at(650, -500)] },
    ],
    rails: [{ line: '1', course: [at(-400, 500), at(450, 250), at(900, -500)] }],
    stepFree: [[at(300, 60), at(420, 40), at(340, 160)]],
    notes: [{ text: '32.5米', position: at(401, 61) }],
    stations: [{ name: '坡站', position: at(450, 250) }],
    parks: [{ name: '坡园', position: at(120, 260) }],
    meals: [{ name: '坡上面馆', position: at(560, 130) }],
    heights: [
      { position: at(0, 0), elevation: 180 },
      { position: at(320, 110), elevation: 205 },
      { position: at(700, 420), elevation: 250 },
      { position: at(0, 420), elevation: 240 },
    ],
    known: [106.55, 29.54, 106.6, 29.58],
    ...change,
  };
}
const draw = (change: Partial<SceneInput> = {}) => {
  const scene = makeScene(input(change));
  return { scene, sheet: drawSheet(scene, words, options) };
};
const reads = (svg: string) => expect(XMLValidator.validate(svg)).toBe(true);

describe('a sheet', () => {
  test('the same data give the same bytes', () => {
    expect(draw().sheet.svg).toBe(draw().sheet.svg);
  });
  test('a river that falls is written downwards, from either end', () => {
    const middle: LngLat[] = [at(150, 900), at(190, -900)];
    for (const line of [middle, middle.toReversed()]) {
      const ring = [at(80, 900), at(240, 900), at(240, -900), at(80, -900)];
      const { svg } = draw({ rivers: [{ name: '嘉陵江', kind: 'river', ring, middle: line }] }).sheet;
      const ys = ['嘉', '陵', '江'].map((letter) =>
        Number(new RegExp(`y="([\\d.]+)"[^>]*>${letter}<`).exec(svg)?.[1]),
      );
      expect(ys).toEqual(ys.toSorted((a, b) => a - b));
      expect(ys.every((y) => y > 0)).toBe(true);
    }
  });
  test('a changed fact changes only its part', () => {
    const parts = (svg: string) => svg.split('<').filter((part) => part !== '');
    const [before, after] = [
      parts(draw().sheet.svg),
      parts(draw({ stations: [{ name: '坡口', position: at(450, 250) }] }).sheet.svg),
    ];
    const kept = new Set(after);
    expect(before.filter((part) => !kept.has(part)).length).toBeLessThan(before.length * 0.01);
  });
  test('the metro is drawn, each line by itself: another one leaves it as it was', () => {
    const [one] = input().rails;
    if (!one) throw new Error('no rails');
    const dOf = (svg: string) =>
      [...svg.matchAll(/<path d="([^"]+)"[^>]+stroke-dasharray="5 8"/g)][0]?.[1] ?? '';
    const alone = dOf(draw().sheet.svg);
    expect(alone).toMatch(/^M[-\d. ,C]+$/);
    const other = { line: '2', course: [at(-300, 100), at(900, 300)] };
    expect(dOf(draw({ rails: [one, other] }).sheet.svg)).toContain(alone);
    expect(dOf(draw({ rails: [] }).sheet.svg)).toBe('');
  });
  test('the legend tells of what is on the sheet, and of nothing beyond it', () => {
    const far: SceneInput['ways'] = [
      { kind: 'elevator', line: [at(2600, 60), at(2602, 62)] },
      { kind: 'cableway', line: [at(-500, 100), at(1400, 300)] },
    ];
    const rails = [{ line: '1', course: [at(-4000, 5000), at(4000, 5000)] }];
    const { svg } = draw({ ways: far, rails }).sheet;
    expect(draw().sheet.svg).toContain('>轨道<');
    expect(svg).not.toContain('>轨道<');
    expect(svg).not.toContain('>电梯<');
    expect(svg).not.toContain('>扶梯<');
    // Both ends of the rope lie beyond the sheet, and yet it crosses it.
    expect(svg).toContain('>索道<');
  });
  test('the signs of the legend stand one by one, too', () => {
    const { svg, legend } = draw().sheet;
    const said = Object.values(words.legend).filter((text) => svg.includes(`>${text}<`));
    expect(legend.map(({ text }) => text).toSorted()).toEqual(said.toSorted());
    for (const sign of legend) expect(XMLValidator.validate(sign.svg)).toBe(true);
    expect(new Set(legend.map((sign) => sign.svg)).size).toBe(legend.length);
  });
  test('a stretch that is walked out and back is drawn once', () => {
    const out: LngLat[] = [at(0, 0), at(150, 30), at(300, 60)];
    const stretches = (lines: LngLat[][]) => lines.map((line) => ({ kind: 'path' as const, line }));
    const dashes = (lines: LngLat[][]) =>
      /d="([^"]*)"[^>]*stroke-dasharray="11 8"/.exec(draw({ stretches: stretches(lines) }).sheet.svg)?.[1];
    expect(dashes([out, out.toReversed()])).toBe(dashes([out]));
    // Another way between the same two points is another way.
    expect(dashes([out, [at(0, 0), at(150, 160), at(300, 60)]])).not.toBe(dashes([out]));
  });
  test('nothing of the map lies on the paper outside the border', async () => {
    const { data, info } = await sharp(Buffer.from(draw().sheet.svg)).removeAlpha().raw().toBuffer({
      resolveWithObject: true,
    });
    const paper = [1, 3, 5].map((start) =>
      Number.parseInt(sheetInks.light.paper.slice(start, start + 2), 16),
    );
    for (let y = 0; y < info.height; y++)
      for (const x of [2, 6, info.width - 7, info.width - 3])
        for (const [channel, value] of paper.entries())
          expect(Math.abs((data[(y * info.width + x) * 3 + channel] ?? 0) - value)).toBeLessThan(3);
  });
  test('a river that is not known any farther ends in mist, not with a line across it', async () => {
    // The known ground ends in the middle of the water.
    const { scene, sheet } = draw({ known: [106.55, 29.54, 106.572, 29.58] });
    const edge = scene.known.filter((point) => scene.rivers.some(({ ring }) => isInside(ring, point)));
    expect(edge.length).toBeGreaterThan(0);
    const { data, info } = await sharp(Buffer.from(sheet.svg.replace(/<text.*?<\/text>/g, '')))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const brightness = (x: number, y: number) => data[(Math.round(y) * info.width + Math.round(x)) * 3] ?? 0;
    for (const [x, y] of edge.filter(([, level]) => level < scene.frame[3] - 60)) {
      // The water's red is 196, the paper's 250.
      expect(brightness(x, y)).toBeGreaterThan(240);
      expect(brightness(x + 20, y)).toBeGreaterThan(240);
    }
  });
  test('what is far from the walk is still told from the ground', () => {
    for (const theme of ['light', 'night', 'black-and-white'] as const) {
      const ink = { ...sheetInks[theme], width: 1, height: 1, unit: 1, random: () => 0 };
      const far = thinned(ink, 0.4);
      expect(contrast(far.line, ink.ground), theme).toBeGreaterThan(3);
      expect(contrast(far.line, ink.ground), theme).toBeLessThan(contrast(ink.line, ink.ground));
    }
  });
  test('what the walk is stays clear of the seal', () => {
    for (const title of ['短', 'A walk that goes on in small letters'])
      for (const grow of [1, 1.35]) {
        const said = {
          ...words,
          title,
          tagline: 'From an old pass on the ridge down to a street of trees and more',
        };
        const { svg } = drawSheet(makeScene(input()), said, { ...options, grow });
        const of = (text: string) => {
          const tag = new RegExp(`<text([^>]*)>${text}<`).exec(svg)?.[1] ?? '';
          const number = (name: string) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(tag)?.[1]);
          return { x: number('x'), y: number('y'), size: number('font-size') };
        };
        const [tagline, seal] = [of(said.tagline), of('画')];
        const isBeside = tagline.x + measure(said.tagline, tagline.size) < seal.x - 21;
        const isBelow = tagline.y - tagline.size * 0.8 > seal.y + 5;
        expect(isBeside || isBelow, `${title} ${grow}`).toBe(true);
      }
  });
  test('is sound XML, says its words safely, and holds nothing from outside', () => {
    const { svg } = draw().sheet;
    reads(svg);
    expect(svg).toContain('第1版 &amp; 试验 &lt;样张>');
    expect(svg).not.toMatch(/<(script|image|foreignObject|filter)|https?:(?!\/\/www\.w3\.org)/);
    expect(new XMLParser().parse(svg)).toHaveProperty('svg');
  });
  test('numbers, names, river, stairs and the sign of the step-free way are on it', () => {
    const { sheet } = draw();
    for (const text of ['坡下', '梯坎', '长江', '试画一条线', '分路'])
      expect(sheet.svg).toContain(text.slice(0, 2));
    expect(sheet.layout.discs.map(({ stop }) => stop.number)).toEqual([1, 2, 3]);
    expect(sheet.layout.landmarks.length).toBeGreaterThan(1);
    expect(sheet.layout.marks.map(({ mark }) => mark)).toEqual(['rest', 'night', 'toilet']);
    for (const legend of ['吃饭', '歇脚', '厕所', '夜景']) expect(sheet.svg).toContain(legend);
  });
  test.each(['light', 'night', 'black-and-white'] as const)(
    'every ink keeps letters apart from what is below: %s',
    (theme) => {
      const { svg } = drawSheet(makeScene(input()), words, { ...options, theme });
      for (const [, attributes = ''] of svg.matchAll(/<text([^>]*)>/g)) {
        const color = (name: string) => new RegExp(` ${name}="(#[0-9a-f]{6})"`).exec(attributes)?.[1];
        const [letter, halo] = [color('fill'), color('stroke')];
        if (letter && halo) expect(contrast(letter, halo), attributes).toBeGreaterThan(4.5);
      }
    },
  );
  test('without colour there is no colour', () => {
    const { svg } = drawSheet(makeScene(input()), words, { ...options, theme: 'black-and-white' });
    const colors = new Set([...svg.matchAll(/#[0-9a-f]{6}\b/g)].map(([color]) => color));
    expect(colors.size).toBeGreaterThan(5);
    expect(
      [...colors].filter(
        (color) => color.slice(1, 3) !== color.slice(3, 5) || color.slice(3, 5) !== color.slice(5),
      ),
    ).toEqual([]);
  });
  test('somebody who walks it stays on the drawn line', () => {
    const { scene } = draw();
    const line = scene.stretches.flatMap(({ line: points }) =>
      alongLine(points, 1, 0).map((spot) => spot.at),
    );
    for (const { line: way } of input().stretches)
      for (let share = 0; share <= 1; share += 0.05) {
        const [from, to] = [way[0] as LngLat, way.at(-1) as LngLat];
        const [x, y] = project(scene.projection, [
          from[0] + (to[0] - from[0]) * share,
          from[1] + (to[1] - from[1]) * share,
        ]);
        const off = Math.min(...line.map(([lx, ly]) => Math.hypot(lx - x, ly - y)));
        expect(off).toBeLessThan(scene.width * 0.02);
      }
  });
});

test('the picture is the one that was looked at', async () => {
  // Letters depend on the faces of a machine: the drawing alone is compared. UPDATE_GOLDEN=1 takes a new picture, to be looked at again.
  const svg = draw().sheet.svg.replace(/<text.*?<\/text>/g, '');
  const size = { width: 250, height: 354 };
  const picture = sharp(Buffer.from(svg))
    .resize(size.width, size.height, { fit: 'fill' })
    .flatten({ background: '#fff' });
  const golden = path.join(import.meta.dirname, 'golden', 'trial.png');
  if (process.env.UPDATE_GOLDEN) await picture.clone().png({ palette: true }).toFile(golden);
  const [drawn, kept] = await Promise.all(
    [picture, sharp(golden).flatten({ background: '#fff' })].map((image) =>
      image.removeAlpha().raw().toBuffer(),
    ),
  );
  let off = 0;
  drawn?.forEach((value, index) => {
    off += Math.abs(value - (kept?.[index] ?? 0));
  });
  expect(off / (size.width * size.height * 3)).toBeLessThan(4);
});

describe('whatever is given, a sheet that still reads', () => {
  test.each<[string, Partial<SceneInput>]>([
    ['without heights', { heights: [] }],
    [
      'with two points',
      { stretches: [{ kind: 'path', line: [at(0, 0), at(1, 1)] }], stops: input().stops.slice(0, 1) },
    ],
    [
      'with forty stops',
      {
        stops: Array.from({ length: 40 }, (_, index) => ({
          key: `s${index}`,
          name: `第${index + 1}处歇脚的地方`,
          position: at((index % 8) * 90, Math.floor(index / 8) * 90),
          landmark: 'jiefangbei',
        })),
      },
    ],
    [
      'with all stops in one place',
      {
        stops: Array.from({ length: 6 }, (_, index) => ({
          key: `s${index}`,
          name: `站${index}`,
          position: at(0, 0),
          landmark: 'x',
        })),
      },
    ],
    [
      'with a name three lines long',
      {
        stops: [
          {
            key: 'long',
            name: 'The Former Residence of Somebody Whose Name Fills Three Whole Lines of a Sheet',
            position: at(0, 0),
            landmark: 'villa',
          },
          ...input().stops.slice(1),
        ],
      },
    ],
    [
      'with a landmark nobody has drawn',
      { stops: input().stops.map((stop) => ({ ...stop, landmark: 'no-such-drawing' })) },
    ],
    ['with nothing around it', { rivers: [], streets: [], ways: [], stations: [], parks: [], meals: [] }],
  ])('%s', (_, change) => {
    const { scene, sheet } = draw(change);
    reads(sheet.svg);
    expect(sheet.svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(findFaults(scene, sheet.layout)).toEqual([]);
    // Every name is written, whole.
    const said = sheet.layout.labels.filter(({ tone }) => tone === 'stop').map(({ lines }) => lines.join(''));
    for (const name of new Set(scene.stops.map((stop) => stop.name)))
      expect(said.map((text) => text.replace(/\s/g, ''))).toContain(name.replace(/\s/g, ''));
    expect(gzipSync(sheet.svg).length).toBeLessThan(300_000);
  });
});

test('a point is found inside a ring as by looking at every edge', () => {
  const random = makeRandom('rings');
  for (let round = 0; round < 200; round++) {
    const count = 3 + Math.floor(random() * 40);
    // Whole numbers: corners on one level, and points exactly on it, are what goes wrong.
    const whole = () => Math.floor(random() * 24);
    const ring = Array.from({ length: count }, () => [whole(), whole()] as const);
    for (let spot = 0; spot < 50; spot++) {
      const [x, y] = spot % 2 ? [whole(), whole()] : [random() * 24, random() * 24];
      const crossed = ring.filter(([ax, ay], index) => {
        const [bx, by] = ring.at(index - 1) ?? [0, 0];
        return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
      });
      expect(isInside(ring, [x, y])).toBe(crossed.length % 2 === 1);
    }
  }
});

test('a taut thread goes around all points and touches the outermost', () => {
  const square = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ] as const;
  const hull = hullOf([...square, [5, 5], [2, 7], [5, 0]]);
  expect(hull.map(String).sort()).toEqual(square.map(String).sort());
  expect(isInside(hull, [5, 5])).toBe(true);
  expect(hullOf([])).toEqual([]);
});

describe('names', () => {
  test('break between words, or between characters, and a bracket stays whole', () => {
    expect(wrapName('Eighteen Steps', 10, measure, 60)).toEqual(['Eighteen', 'Steps']);
    expect(wrapName('戴家巷（崖壁步道）', 10, measure, 60)).toEqual(['戴家巷', '（崖壁步道）']);
    expect(wrapName('湖广会馆', 10, measure)).toEqual(['湖广会馆']);
    // Never one character alone on its line.
    expect(wrapName('通远门城墙公园', 10, measure, 55)).toEqual(['通远门城', '墙公园']);
  });
  test('larger letters find their places too', () => {
    const scene = makeScene(input());
    expect(findFaults(scene, layOut(scene, measure, { grow: 1.35 }))).toEqual([]);
  });
});

/** WCAG contrast of two colours. */
function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [a, b]
    .map((color) => {
      const [r = 0, g = 0, blue = 0] = [1, 3, 5].map((start) => {
        const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
        return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
    })
    .sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}
