/** Chinese names in pinyin, and the other forms of their characters. For the build: the dictionaries behind it go to no browser. */
import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';

/**
 * Parts of names whose reading is known here: a dictionary of everyday words reads 弹子石 tan, 曾家岩 ceng, 小什字 shen, 行街 xing. Those it
 * reads rightly stand here as well where one of their characters is among the doubtful ones.
 */
const knownParts: Readonly<Record<string, string>> = {
  弹子石: 'dan zi shi',
  曾家岩: 'zeng jia yan',
  小什字: 'xiao shi zi',
  步行: 'bu xing',
  行街: 'hang jie',
  后堡: 'hou bao',
  朝天门: 'chao tian men',
  朝东路: 'chao dong lu',
  朝千路: 'chao qian lu',
  重庆: 'chong qing',
  长江: 'chang jiang',
  长嘉汇: 'chang jia hui',
  长寿: 'chang shou',
  长生桥: 'chang sheng qiao',
  大厦: 'da sha',
  成都: 'cheng du',
  都市: 'du shi',
  丰都: 'feng du',
  歌乐山: 'ge le shan',
  音乐: 'yin yue',
  // The province is spelled with two a to tell it from the next one.
  陕西: 'shan|shaan xi',
  藏经: 'cang jing',
  升降: 'sheng jiang',
  校场口: 'jiao chang kou',
  行政: 'xing zheng',
};

/** Characters that names of places read in more than one way. */
const doubtful: Readonly<Record<string, readonly string[]>> = {
  行: ['xing', 'hang'],
  弹: ['dan', 'tan'],
  曾: ['zeng', 'ceng'],
  什: ['shi', 'shen'],
  堡: ['bao', 'pu', 'bu'],
  朝: ['chao', 'zhao'],
  重: ['chong', 'zhong'],
  长: ['chang', 'zhang'],
  厦: ['sha', 'xia'],
  都: ['du', 'dou'],
  乐: ['le', 'yue'],
  藏: ['cang', 'zang'],
  降: ['jiang', 'xiang'],
  校: ['xiao', 'jiao'],
  单: ['dan', 'shan'],
};

/**
 * The syllables of a simplified Chinese name without tones, ü as v, one for each Han character: `jie fang bei`. Where the dictionary may err
 * both readings stand, the likelier first: `chao|zhao`.
 */
export function toPinyin(name: string): string {
  const characters = [...name].filter(isHan);
  const known = knownReadings(characters);
  const heard = pinyin(name, { toneType: 'none', v: true, type: 'array', nonZh: 'removed' });
  return characters
    .map((character, i) => {
      const certain = known[i];
      if (certain) return certain;
      const first = heard[i] ?? '';
      return [first, ...(doubtful[character] ?? []).filter((reading) => reading !== first)].join('|');
    })
    .join(' ');
}

const isHan = (character: string) => /\p{Script=Han}/u.test(character);

/** The syllables that known parts of a name settle, by character. */
function knownReadings(characters: readonly string[]): (string | undefined)[] {
  const text = characters.join('');
  const readings: (string | undefined)[] = characters.map(() => undefined);
  for (const [part, syllables] of Object.entries(knownParts))
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
      syllables.split(' ').forEach((syllable, i) => {
        readings[at + i] ??= syllable;
      });
  return readings;
}

/**
 * What kind of way it is, written as a word of its own on the signs: 民权路 is Minquan Lu, 中山四路 Zhongshan Silu; but 八一路 is
 * Bayi Lu.
 */
const generic =
  /(?:(?:滨江|[中支]|(?<![陕朝])[东西南北]|(?<![一二三四五六七八九])[一二三四五六七八九])路|[正行老新]街|步行街|[路街巷]|大桥|(?:第三|崖壁|崖线)?步道|(?:自动|大)?扶梯|电梯|连廊|升降梯|环岛|城墙|无障碍|坡道|广场|索道)$/u;

/** A name cut into what it is called and what it is, the latter possibly more than once: 凯旋 · 路 · 电梯. */
function cutGenerics(name: string): string[] {
  const kind = generic.exec(name)?.[0];
  return kind && kind.length < name.length ? [...cutGenerics(name.slice(0, -kind.length)), kind] : [name];
}

/** A name of a street as its Latin form, or undefined where a reading is in doubt. Parts in brackets are left out. */
export function romanizeStreet(name: string): string | undefined {
  const [plain = ''] = name.split(/[（(]/);
  const syllables = toPinyin(plain).split(' ');
  const isDoubtful = syllables.some((syllable) => syllable.includes('|'));
  if (isDoubtful || ![...plain].every(isHan)) return undefined;
  return cutGenerics(plain)
    .map(({ length }) => joinSyllables(syllables.splice(0, length)))
    .join(' ');
}

/** What ways are called in English elsewhere in the portal. */
const englishKinds = [
  [/路$/, 'Road'],
  [/街$/, 'Street'],
  [/巷$/, 'Alley'],
  [/大桥$/, 'Bridge'],
  [/步道$/, 'Walkway'],
  [/扶梯$/, 'Escalator'],
  [/(?:电|升降)梯$/, 'Lift'],
  [/广场$/, 'Square'],
] as const;

/** A street as visitors ask for it, `Minquan Road`; undefined where its name says no such kind. To find it by, never to be shown. */
export function askedStreet(name: string): string | undefined {
  const [plain = ''] = name.split(/[（(]/);
  const kind = englishKinds.find(([ending]) => ending.test(plain));
  if (!kind) return undefined;
  const syllables = toPinyin(plain.replace(kind[0], '')).split(' ');
  return `${joinSyllables(syllables.map((syllable) => syllable.split('|')[0] ?? ''))} ${kind[1]}`;
}

/** Syllables as one word with a capital; a mark before a vowel keeps xi’an apart from xian. */
function joinSyllables(syllables: readonly string[]): string {
  const word = syllables
    .map((syllable, i) => (i > 0 && /^[aeo]/.test(syllable) ? `’${syllable}` : syllable))
    .join('')
    .replaceAll('v', 'ü');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * Other forms of the Han characters of some texts, traditional of mainland, Taiwan and Hong Kong and Japanese: pairs of a form and the
 * simplified character, for the forms of these characters only. Japanese forms give way where another script means something else by them.
 */
export function variantsOf(texts: Iterable<string>): string {
  const scripts = (['t', 'tw', 'hk', 'jp'] as const).map((from) => Converter({ from, to: 'cn' }));
  const simplify = (character: string) =>
    scripts.map((convert) => convert(character)).find((form) => form !== character) ?? character;
  const used = new Set([...texts].flatMap((text) => [...text].filter(isHan).map(simplify)));
  const pairs: string[] = [];
  for (let code = FIRST_HAN; code <= LAST_HAN; code++) {
    const character = String.fromCharCode(code);
    const simplified = simplify(character);
    if (simplified !== character && used.has(simplified)) pairs.push(character + simplified);
  }
  return pairs.join('');
}

/** The ranges of everyday characters and their rarer forms in Unicode. */
const [FIRST_HAN, LAST_HAN] = [0x3400, 0x9fff];
