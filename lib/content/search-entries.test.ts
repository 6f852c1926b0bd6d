/** Real questions to the real content: what people type in five languages, and what must stand first. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cityBounds } from '@/lib/geo/city';
import { containsPosition } from '@/lib/geo/position';
import { type Locale, locales } from '@/lib/i18n/locales';
import { search } from '@/lib/places/search';
import { readSearchFile } from '@/lib/places/search-file';
import { checkContent, type RawDocument } from './check';
import { romanizeStreet, toPinyin } from './pinyin';
import { type MessagesByLocale, searchEntries, searchFile } from './search-entries';

const root = path.join(import.meta.dirname, '../..');

/** Files below a folder of content, each read by its kind. */
function documents(folder: string, ending: RegExp): RawDocument[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => {
      const text = readFileSync(path.join(root, folder, file), 'utf8');
      if (file.endsWith('.geojson')) return { file: `${folder}/${file}`, data: JSON.parse(text) };
      const [, front = text, body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
      return { file: `${folder}/${file}`, data: parse(front), ...(body && { body, text: body }) };
    });
}

function realContent() {
  const { content, problems } = checkContent({
    walks: documents('content/walks', /walk\.yaml$/),
    stories: documents('content/walks', /\.mdx$/),
    places: documents('content/places', /\.yaml$/),
    stations: documents('content/stations', /\.yaml$/),
    network: documents('content/network', /\.geojson$/),
    services: documents('content/services', /\.geojson$/),
    kinds: [],
    glossary: [],
  });
  if (!content) throw new Error(JSON.stringify(problems.slice(0, 5)));
  return content;
}

const content = realContent();
const messages = Object.fromEntries(
  locales.map((locale) => [
    locale,
    JSON.parse(readFileSync(path.join(root, `messages/${locale}.json`), 'utf8')),
  ]),
) as MessagesByLocale;
const files = new Map(locales.map((locale) => [locale, searchFile(content, messages, locale)]));
const indexes = new Map(
  [...files].map(([locale, file]) => [locale, readSearchFile(JSON.parse(JSON.stringify(file)))]),
);

function ask(locale: Locale, text: string) {
  const index = indexes.get(locale);
  if (!index) throw new Error(locale);
  return search(index, text).map(({ entry: { kind, id }, match }) => ({ name: `${kind}.${id}`, match }));
}

describe.each(locales)('on a page in %s', (locale) => {
  test.each([
    ['解放碑', 'place.jiefangbei'],
    ['解放碑步行街', 'street.解放碑步行街'],
    ['jiefangbei', 'place.jiefangbei'],
    ['Jiefangbei', 'place.jiefangbei'],
    ['jie fang bei', 'place.jiefangbei'],
    ["jie'fang'bei", 'place.jiefangbei'],
    ['jfb', 'place.jiefangbei'],
    ['jiefangbe', 'place.jiefangbei'],
    ['jeifangbei', 'place.jiefangbei'],
    ['jiefngbei', 'place.jiefangbei'],
    ['jiefang碑', 'place.jiefangbei'],
    ['해방비', 'place.jiefangbei'],
    ['人民解放紀念碑', 'place.jiefangbei'],
    ['Hongya Cave', 'place.hongyadong'],
    ['Hongyadong', 'place.hongyadong'],
    ['hongya dong', 'place.hongyadong'],
    ['Hongya Cvae', 'place.hongyadong'],
    ['홍야동', 'place.hongyadong'],
    ['훙야', 'place.hongyadong'],
    ['ㅎㅇㄷ', 'place.hongyadong'],
    ['洪崖洞', 'place.hongyadong'],
    ['洪厓洞', 'place.hongyadong'],
    ['hyd', 'place.hongyadong'],
    ['ciqikou', 'station.ciqikou'],
    ['磁器口', 'station.ciqikou'],
    ['磁器口站', 'station.ciqikou'],
    ['磁器口地铁站', 'station.ciqikou'],
    ['磁器口駅', 'station.ciqikou'],
    ['츠치커우역', 'station.ciqikou'],
    ['Ciqikou Station', 'station.ciqikou'],
    ['磁器口古镇', 'place.ciqikou'],
    ['磁器口古鎮', 'place.ciqikou'],
    ['Line 2 Liziba', 'station.liziba'],
    ['liziba 2号线', 'station.liziba'],
    ['李子坝 2号线', 'station.liziba'],
    ['2号线李子坝', 'station.liziba'],
    ['李子壩2號線', 'station.liziba'],
    ['liziba metro station', 'station.liziba'],
    ['Minquan Road', 'street.民权路'],
    ['minquan lu', 'street.民权路'],
    ['重庆洪崖洞', 'place.hongyadong'],
    ['Hongyadong, Chongqing', 'place.hongyadong'],
    ['shibati', 'place.shibati'],
    ['18梯', undefined],
    ['eighteen steps', 'place.shibati'],
    ['仏図関公園', 'place.fotuguan'],
    ['佛圖關公園', 'place.fotuguan'],
    ['佛图关公园', 'place.fotuguan'],
    ['らっふるずしてぃ', 'place.raffles'],
    ['ラッフルズシティ', 'place.raffles'],
    ['ﾗｯﾌﾙｽﾞ', 'place.raffles'],
    ['래플스', 'place.raffles'],
    ['chaotianmen', 'station.chaotianmen'],
    ['jiaochangkou', 'station.jiaochangkou'],
    ['datongjie', 'street.打铜街'],
    ['dtj', 'street.打铜街'],
    ['qiansimenhangjie', 'street.千厮门行街'],
    ['千廝門行街', 'street.千厮门行街'],
    ['danzishi', 'station.danzishi'],
    ['zengjiayan', 'station.zengjiayan'],
    ['xiaoshizi', 'station.xiaoshizi'],
    ['chongqingdajuyuan', 'place.grand-theatre'],
    ['bayilu', 'street.八一路'],
    ['people’s great hall', 'place.great-hall'],
    ['bashu primary school', 'service.bashu-primary-school'],
    ['人民医院', 'service.peoples-hospital-zhongshan'],
    ['rmyy', 'service.peoples-hospital-zhongshan'],
    ['shihuishi', 'service.shihuishi-market'],
    ['鵝嶺公園', 'place.eling-park'],
  ])('%s', (text, first) => expect(ask(locale, text)[0]?.name).toBe(first));
});

test.each<[Locale, string, string]>([
  ['zh-CN', '山城第三步道', 'place.third-walkway'],
  ['ja', '湖広会館', 'place.huguang'],
  ['ko', '인민대강당', 'station.dalitang'],
  ['en', 'walkway third', 'place.third-walkway'],
])('%s: %s', (locale, text, first) => expect(ask(locale, text)[0]?.name).toBe(first));

test('a line names all its stations', () => {
  const hits = ask('en', 'Loop Line');
  expect(hits.length).toBeGreaterThan(2);
  expect(hits.every(({ name }) => name.startsWith('station.'))).toBe(true);
});

describe('entries', () => {
  const entries = searchEntries(content, messages, 'en');
  test('every place, station and walk is there, and lies in the city', () => {
    const count = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
    expect([count('place'), count('station'), count('walk')]).toEqual([
      content.places.size,
      content.stations.size,
      content.walks.length,
    ]);
    expect(entries.every(({ position }) => containsPosition(cityBounds, position))).toBe(true);
  });
  test('a service says what it is and how far off its point may be; what is a place already is no second entry', () => {
    const services = entries.filter(({ kind }) => kind === 'service');
    expect(services.find(({ id }) => id === 'bashu-primary-school')).toMatchObject({
      name: 'Bashu Primary School',
      detail: 'Primary school · point may be 150 m off',
    });
    const names = entries.map(({ name }) => name);
    expect(services.filter(({ name }) => names.indexOf(name) !== names.lastIndexOf(name))).toEqual([]);
    expect(services.some(({ id }) => id === 'eling-public-park')).toBe(false);
  });
  test('each street once, in Chinese, romanised for those who do not read it', () => {
    const streets = entries.filter(({ kind }) => kind === 'street');
    expect(new Set(streets.map(({ id }) => id)).size).toBe(streets.length);
    expect(streets.find(({ id }) => id === '民权路')).toMatchObject({ name: '民权路', detail: 'Minquan Lu' });
    const chinese = searchEntries(content, messages, 'zh-CN').find(({ id }) => id === '民权路');
    expect(chinese).not.toHaveProperty('detail');
  });
  test('files stay small', () => {
    for (const file of files.values()) expect(JSON.stringify(file).length).toBeLessThan(40_000);
  });
});

describe('pinyin', () => {
  test.each([
    ['重庆', 'chong qing'],
    ['磁器口', 'ci qi kou'],
    ['十八梯', 'shi ba ti'],
    ['朝天门', 'chao tian men'],
    ['较场口', 'jiao chang kou'],
    ['打铜街', 'da tong jie'],
    ['千厮门行街', 'qian si men hang jie'],
    ['解放碑步行街', 'jie fang bei bu xing jie'],
    ['弹子石老街', 'dan zi shi lao jie'],
    ['重庆大厦', 'chong qing da sha'],
    ['都市广场', 'du shi guang chang'],
    ['长江索道', 'chang jiang suo dao'],
    ['绿地', 'lv di'],
    ['曾家岩50号（周公馆）', 'zeng jia yan hao zhou gong guan'],
    ['都邮街', 'dou|du you jie'],
  ])('%s', (name, pinyin) => expect(toPinyin(name)).toBe(pinyin));
  test('stations whose English name is their pinyin are read as it says', () => {
    const differing = [...content.stations.values()]
      .filter(({ name }) => /^[A-Z][a-z]+$/.test(name.en))
      .filter(({ name }) => toPinyin(name['zh-CN']).replaceAll(' ', '') !== name.en.toLowerCase())
      .map(({ name }) => `${name.en} ${toPinyin(name['zh-CN'])}`);
    expect(differing).toEqual([]);
  });
  test.each([
    ['民权路', 'Minquan Lu'],
    ['中山四路', 'Zhongshan Silu'],
    ['八一路', 'Bayi Lu'],
    ['解放东路', 'Jiefang Donglu'],
    ['弹子石老街扶梯', 'Danzishi Laojie Futi'],
    ['西安路', 'Xi’an Lu'],
    ['都邮街', undefined],
    ['陕西路', undefined],
  ])('%s on a sign', (name, latin) => expect(romanizeStreet(name)).toBe(latin));
});
