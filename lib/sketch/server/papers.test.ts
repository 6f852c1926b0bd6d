import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { drawCover } from '../cover';
import { black, colors } from './page';
import { makePocketPaper } from './pocket-paper';
import { makeSignPaper } from './sign-paper';
import { makeWalkPaper, type WalkPaper } from './walk-paper';

const paper = (stops = 9): WalkPaper => ({
  locale: 'zh-CN',
  title: '环城墙步道',
  tagline: '沿着看不见的城墙，走老城一圈',
  seal: '城墙',
  url: 'https://example.org/zh-CN/walks/city-wall',
  foot: '渝步 YuWalk · 第1版',
  sheet: {
    svg: drawCover({ motif: 'gate', theme: 'light', width: 1000, height: 1414 }),
    width: 1000,
    height: 1414,
  },
  numbers: '8.6公里 · 5小时',
  stops: Array.from({ length: stops }, (_, index) => ({
    name: `第${index + 1}站`,
    facts: '起点后350米 · 停留20分钟',
    see: '老城唯一的陆路城门，1371年的城墙还在。'.repeat(2),
    atMeters: (1500 * index) / stops,
  })),
  parts: [{ title: '不走台阶的话', text: '只有通远门公园的地面部分可以平着到。'.repeat(4) }],
  heights: {
    title: '一路起伏',
    profile: [0, 400, 900, 1500].map((meters, index) => ({ meters, elevation: 200 + index * 15 })),
    meters: 1500,
    low: '200米',
    high: '245米',
  },
  sources: { title: '资料来源', text: 'cq.cqnews.net · general knowledge' },
  words: { scan: '扫码看网页版' },
  inks: colors,
});

interface Page {
  width: number;
  height: number;
  /** What the page is told to draw. */
  content: string;
}

/** Pages of a PDF in order, their drawing unpacked. */
function pagesOf(pdf: Buffer): Page[] {
  const text = pdf.toString('latin1');
  const objects = new Map(
    [...text.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)].map(([, id = '', body = '']) => [id, body]),
  );
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\b/.test(body))
    .map((body) => {
      const [width = 0, height = 0] = (/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(body) ?? [])
        .slice(1)
        .map(Number);
      const stream = objects.get(/\/Contents (\d+) 0 R/.exec(body)?.[1] ?? '') ?? '';
      const [, packed = ''] = /stream\n([\s\S]*?)\nendstream/.exec(stream) ?? [];
      return { width, height, content: inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') };
    });
}
/** Where each piece of text begins, in points from the lower left; pages are drawn upside down and turned once. */
const textStarts = ({ content }: Page) =>
  [...content.matchAll(/1 0 0 1 ([-\d.]+) ([-\d.]+) Tm/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
const isSize = ({ width, height }: Page, a: number, b: number) =>
  Math.abs(width - a) < 1 && Math.abs(height - b) < 1;

describe('a walk on paper', () => {
  test.each([
    ['a4', 595, 842],
    ['a3', 842, 1191],
  ] as const)(
    '%s: the sheet in front, the words behind, nothing beyond the edge',
    async (format, width, height) => {
      const pages = pagesOf(await makeWalkPaper(paper(), format));
      expect(pages).toHaveLength(2);
      for (const page of pages) {
        expect(isSize(page, width, height)).toBe(true);
        for (const [x, y] of textStarts(page)) {
          expect(x).toBeGreaterThan(20);
          expect(x).toBeLessThan(width - 20);
          expect(y).toBeGreaterThan(12);
          expect(y).toBeLessThan(height - 12);
        }
      }
      expect(textStarts(pages[1] as Page).length).toBeGreaterThan(25);
    },
  );
  test('forty stops go on to further pages; large letters take more of them', async () => {
    const usual = pagesOf(await makeWalkPaper(paper(40), 'a4'));
    const large = pagesOf(await makeWalkPaper(paper(40), 'a4', true));
    expect(usual.length).toBeGreaterThan(2);
    expect(large.length).toBeGreaterThan(usual.length);
  });
  test('where letters are large the legend stands again, every sign of it as large as they are', async () => {
    const sign = '<svg><rect x="4" y="4" width="38" height="24" fill="#b5391f"/></svg>';
    const signs = ['步行线路', '台阶', '电梯'].map((text) => ({ svg: sign, text }));
    const withLegend = { ...paper(), legend: { title: '图例', signs } };
    const rectangles = (pages: Page[]) =>
      pages.slice(1).flatMap(({ content }) => content.match(/^4 4 38 24 re$/gm) ?? []).length;
    expect(rectangles(pagesOf(await makeWalkPaper(withLegend, 'a4', true)))).toBe(signs.length);
    expect(rectangles(pagesOf(await makeWalkPaper(withLegend, 'a4')))).toBe(0);
    // From the sign's own units to points: taller than a letter of 16.
    const [, back] = pagesOf(await makeWalkPaper(withLegend, 'a4', true));
    const scale = /^([\d.]+) 0 0 [\d.]+ 0 0 cm\n(?:.*\n){0,12}?4 4 38 24 re$/m.exec(back?.content ?? '')?.[1];
    expect(Number(scale) * 24).toBeGreaterThan(16);
  });
  test('what does not fit below the heading of a page begins on the next one', async () => {
    const signs = Array.from({ length: 15 }, (_, index) => ({ svg: '<svg/>', text: `记号${index}` }));
    const sheet = { svg: '<svg/>', width: 1414, height: 1000 };
    const stops = [{ ...(paper().stops[0] as WalkPaper['stops'][number]), see: '很长的一段话。'.repeat(30) }];
    const pages = pagesOf(
      await makeWalkPaper({ ...paper(), sheet, stops, legend: { title: '图例', signs } }, 'a4', true),
    );
    // The foot's line stands at 40 points from the edge: nothing but it below 60.
    for (const page of pages.slice(1)) {
      const low = textStarts(page).filter(([, y]) => y < 60);
      expect(new Set(low.map(([, y]) => Math.round(y))).size).toBeLessThanOrEqual(1);
    }
  });
  test('without heights, and with no stop at all, there is still a paper', async () => {
    const bare = { ...paper(0), heights: { ...paper().heights, profile: [] }, parts: [] };
    expect(pagesOf(await makeWalkPaper(bare, 'a4'))).toHaveLength(2);
    expect(pagesOf(await makePocketPaper(bare, { fold: '对折' }))).toHaveLength(2);
  });
  test('a sheet that lies has a leaf that lies', async () => {
    const sheet = { svg: drawCover({ motif: 'gate', theme: 'light', width: 1414, height: 1000 }) };
    const lying = { ...paper(), sheet: { ...sheet, width: 1414, height: 1000 } };
    for (const page of pagesOf(await makeWalkPaper(lying, 'a4'))) expect(isSize(page, 842, 595)).toBe(true);
    const [front] = pagesOf(await makePocketPaper(lying, { fold: '对折' }));
    // Not turned by a quarter.
    expect(front?.content).not.toMatch(/\n0 -?1 -?1 0 /);
  });
  test('for a printer without colours nothing has any', async () => {
    const sheet = { svg: '<svg/>', width: 1000, height: 1414 };
    const pages = pagesOf(await makeWalkPaper({ ...paper(), sheet, inks: black }, 'a4'));
    const inks = pages.flatMap(
      ({ content }) => content.match(/^[\d.]+ [\d.]+ [\d.]+ (?:scn|SCN|rg|RG)$/gm) ?? [],
    );
    expect(inks.length).toBeGreaterThan(10);
    for (const ink of inks) expect(new Set(ink.split(' ').slice(0, 3)).size).toBe(1);
  });
  test('Chinese names in a Korean text are printed too', async () => {
    const see = '1945년 쌍십협정(雙十協定)에 서명한 집입니다.';
    const stops = [{ name: '구이위안', facts: '출발점', see, atMeters: 0 }];
    const [, back] = pagesOf(await makeWalkPaper({ ...paper(), locale: 'ko', stops }, 'a4'));
    // A letter a face does not have is glyph 0.
    expect(back?.content).not.toMatch(/<(?:[\dA-F]{4})*?0000(?:[\dA-F]{4})*>/i);
  });
  test('the same paper is the same bytes', async () => {
    expect((await makeWalkPaper(paper(), 'a4')).equals(await makeWalkPaper(paper(), 'a4'))).toBe(true);
  });
});

describe('for the pocket', () => {
  test.each([
    [3, 1],
    [9, 1],
    [16, 1],
    [40, 1],
    // What there is to say of one thing may be more than a panel holds.
    [9, 40],
  ])('one leaf, both sides, %d stops in its panels', async (stops, long) => {
    const made = paper(stops);
    const text = '轨道交通七星岗站1号出口。'.repeat(long);
    const parts = [...made.parts, { title: '怎么来', text }];
    const pages = pagesOf(await makePocketPaper({ ...made, parts }, { fold: '先对折' }));
    expect(pages).toHaveLength(2);
    for (const page of pages) expect(isSize(page, 842, 595)).toBe(true);
    // No text begins on a fold or beyond the edge.
    for (const [x, y] of textStarts(pages[1] as Page)) {
      expect(x % (842 / 4)).toBeGreaterThan(6);
      expect(y).toBeGreaterThan(8);
      expect(y).toBeLessThan(588);
    }
  });
});

describe('signs', () => {
  const words = (
    next: string | undefined,
    stepFree?: string,
    ends = { turnOff: undefined, end: undefined },
  ) => [
    { walk: '环城墙步道', name: '通远门城墙公园', next, stepFree, ...ends, tell: '告诉城市' },
    {
      walk: 'Round the old city wall',
      name: 'Tongyuanmen City Wall Park',
      next,
      stepFree,
      ...ends,
      tell: 'Tell the city',
    },
    { walk: '성벽을 따라', name: '퉁위안먼 성벽공원', next, stepFree, ...ends, tell: '시에 알리기' },
  ];
  test('a leaf for each stop, lying; the last one points nowhere', async () => {
    const sign = (number: number, next?: string, stepFree?: string) => ({
      number,
      url: 'https://example.org/#a',
      tellUrl: 'https://example.org/feedback?walk=a',
      words: words(next, stepFree),
    });
    const pages = pagesOf(
      await makeSignPaper(
        '指路牌',
        '城墙',
        [sign(1, '下一站', '没有台阶'), sign(2, '下一站'), sign(3)],
        'left',
        '渝步',
      ),
    );
    expect(pages).toHaveLength(3);
    for (const page of pages) expect(isSize(page, 842, 595)).toBe(true);
    // Two arrows and the sign of a way without steps, one, none: each is a round cap of its own.
    const arrows = pages.map(({ content }) => content.match(/\n1 J\n/g)?.length ?? 0);
    expect(arrows).toEqual([3, 1, 0]);
  });
});
