import { toPinyin, variantsOf } from '@/lib/content/pinyin';
import type { SearchEntry, SearchTerm } from '@/lib/places/search';

/*
 * Names like those of a large city: a Chinese name in two or three parts, its traditional form, its pinyin with a generic word in English,
 * kana or Han in Japanese, hangul. The same seed gives the same city.
 */
const fronts = [...'朝金龙石南北东西白黄红青大小上下新老双三七九磁洪通临江沙杨李张陈歌凤观佛'];
const middles = [...'天子家云水山花门台坪坝湾溪沟岩桥寺庙园林塘井岗村坡梁洞马牛鱼鹅竹松梅兰'];
const generics = [
  ['路', '路', 'Road', '路', '로'],
  ['街', '街', 'Street', '街', '거리'],
  ['公园', '公園', 'Park', '公園', '공원'],
  ['广场', '廣場', 'Square', '広場', '광장'],
  ['大桥', '大橋', 'Bridge', '大橋', '대교'],
  ['步道', '步道', 'Walkway', '歩道', '보도'],
  ['电梯', '電梯', 'Lift', 'エレベーター', '엘리베이터'],
  ['博物馆', '博物館', 'Museum', '博物館', '박물관'],
] as const;
const traditional: Readonly<Record<string, string>> = {
  龙: '龍',
  东: '東',
  黄: '黃',
  红: '紅',
  双: '雙',
  临: '臨',
  杨: '楊',
  张: '張',
  陈: '陳',
  凤: '鳳',
  观: '觀',
  云: '雲',
  门: '門',
  台: '臺',
  坝: '壩',
  湾: '灣',
  沟: '溝',
  岩: '巖',
  桥: '橋',
  庙: '廟',
  园: '園',
  岗: '崗',
  马: '馬',
  鱼: '魚',
  鹅: '鵝',
  兰: '蘭',
};
const hangul = [
  ...'차오톈진룽스난베이둥시바이황훙칭다샤상신라솽싼치주츠퉁린장사양리천거펑관포쯔자윈수이산화',
];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface SyntheticPlace extends SearchEntry {
  names: { hans: string; hant: string; en: string; ja: string; ko: string; pinyin: string; initials: string };
}

/** Places with names in five languages, and the other forms of their characters. */
export function makePlaces(count: number): { places: SyntheticPlace[]; variants: string } {
  const random = randomFrom(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const places = Array.from({ length: count }, (_, i): SyntheticPlace => {
    const core = pick(fronts) + pick(middles) + (random() < 0.6 ? pick(middles) : '');
    const [hans, hant, en, ja, ko] = pick(generics);
    const syllables = toPinyin(core).replaceAll(/\|\w+/g, '').split(' ');
    const joined = syllables.join('');
    const old = [...core].map((character) => traditional[character] ?? character).join('');
    const names = {
      hans: core + hans,
      hant: old + hant,
      en: `${joined.charAt(0).toUpperCase()}${joined.slice(1)} ${en}`,
      ja: old + ja,
      ko: `${[...core].map(() => pick(hangul)).join('')} ${ko}`,
      pinyin: '',
      initials: '',
    };
    const spelled = toPinyin(names.hans);
    names.pinyin = spelled.replaceAll(/\|\w+/g, '').replaceAll(' ', '');
    names.initials = spelled
      .split(' ')
      .map((syllable) => syllable.charAt(0))
      .join('');
    const terms: SearchTerm[] = [
      { text: names.hans, pinyin: spelled },
      ...[names.hant, names.en, names.ja, names.ko].map((text) => ({ text })),
    ];
    return { kind: 'place', id: String(i), name: names.hans, position: [106.5, 29.5], terms, names };
  });
  return { places, variants: variantsOf(places.map(({ name }) => name)) };
}

/** What somebody types who looks for a place, in one of many ways. */
export interface Question {
  text: string;
  place: SyntheticPlace;
}

export const ways = ['written', 'begun', 'pinyin', 'initials', 'mixed', 'traditional', 'mistyped'] as const;
export type Way = (typeof ways)[number];

export function makeQuestions(places: readonly SyntheticPlace[], way: Way, count: number): Question[] {
  const random = randomFrom(11);
  return Array.from({ length: count }, () => {
    const place = places[Math.floor(random() * places.length)] as SyntheticPlace;
    const { hans, hant, en, ja, ko, pinyin, initials } = place.names;
    const written = [hans, en, ja, ko][Math.floor(random() * 4)] as string;
    const slip = 1 + Math.floor(random() * (en.length - 2));
    const text = {
      written,
      begun: written.slice(0, Math.ceil(written.length / 2)),
      pinyin,
      initials,
      // The first character by its sound, the others written: as an input method leaves it.
      mixed: (place.terms[0]?.pinyin ?? '').split(/[ |]/)[0] + hans.slice(1),
      traditional: hant,
      mistyped: en.slice(0, slip) + en.charAt(slip + 1) + en.charAt(slip) + en.slice(slip + 2),
    }[way];
    return { text, place };
  });
}
