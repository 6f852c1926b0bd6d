import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeSearchIndex, type SearchEntry, type SearchKind, search } from './search';
import { packSearch, readSearchFile } from './search-file';
import { type SpelledName, soundMatcher, spellName } from './search-sound';
import { foldWords, partsOf } from './search-text';
import { allowedEdits, countEdits, LONGEST_TYPO, letterPositions } from './search-typo';

const variants = new Map(
  ['門门', '階阶', '關关', '関关', '佛佛', '仏佛', '圖图', '図图'].map(
    (pair) => [...pair] as [string, string],
  ),
);
const fold = (text: string) => foldWords(text, variants).join('');

const entry = (id: string, name: string, pinyin?: string, kind: SearchKind = 'place'): SearchEntry => ({
  kind,
  id,
  name,
  position: [106.5, 29.5],
  terms: pinyin ? [{ text: name, pinyin }] : [],
});
const idsOf = (entries: readonly SearchEntry[], text: string, limit = 8) =>
  search(makeSearchIndex(entries, variants), text, { limit }).map((hit) => `${hit.entry.id} ${hit.match}`);

describe('folding', () => {
  test.each([
    ['ＪＩＥＦＡＮＧＢＥＩ', 'jiefangbei'],
    ['Jiěfàngbēi', 'jiefangbei'],
    ['jie’fang bei', 'jiefangbei'],
    ['lǜdì', 'ludi'],
    ['朝天門', '朝天门'],
    ['仏図関', '佛图关'],
    ['ラッフルズシティー', 'らっふるずしてぃ'],
    ['ﾗｯﾌﾙｽﾞ', 'らっふるず'.normalize('NFKD')],
    ['曾家岩50号（周公馆）', '曾家岩50号周公馆'],
    ['— · !', ''],
  ])('%s', (text, folded) => expect(fold(text)).toBe(folded.normalize('NFKD')));
  test('か and が stay apart', () => expect(fold('か')).not.toBe(fold('が')));
  test('a hangul syllable half typed begins the whole one', () => {
    for (const half of ['ㅎ', '호', '홍']) expect(fold('홍야동').startsWith(fold(half)), half).toBe(true);
  });
  test('words begin at spaces and where the script changes', () => {
    expect(foldWords('Line 2 李子坝2号线', variants)).toEqual(['line', '2', '李子坝', '2', '号线']);
  });
  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
  test('a name in brackets is a name of its own', () => {
    expect(partsOf('洪崖洞（民俗风貌区）')).toEqual(['洪崖洞（民俗风貌区）', '洪崖洞', '民俗风貌区']);
  });
});

const matchSound = (name: SpelledName, query: string) => soundMatcher(query)(name);

describe('sound', () => {
  const name = spellName('解放碑', ['jie', 'fang', 'bei']);
  test.each([
    ['jiefangbei', 'full', true, true],
    ['jiefang', 'full', true, false],
    ['jiefangb', 'full', true, true],
    ['fangbei', 'full', false, true],
    ['jfb', 'initials', true, true],
    ['jf', 'initials', true, false],
    ['jiefb', 'mixed', true, true],
    ['jiefang碑', 'full', true, true],
    ['j放b', 'mixed', true, true],
  ])('%s is %s', (query, spelling, isStart, isWhole) =>
    expect(matchSound(name, query)).toEqual({ spelling, isStart, isWhole }),
  );
  test.each(['b', 'jiefangbeix', 'jfx', 'xjf'])('%s is not', (query) =>
    expect(matchSound(name, query)).toBeUndefined(),
  );
  test('ü is found as v, u and yu; a doubtful character by both readings', () => {
    const green = spellName('绿地', ['lv', 'di']);
    for (const query of ['lvdi', 'ludi', 'lyudi']) expect(matchSound(green, query)?.spelling).toBe('full');
    const road = spellName('朝千路', ['chao|zhao', 'qian', 'lu']);
    for (const query of ['chaoqianlu', 'zhaoqianlu', 'cql', 'zql'])
      expect(matchSound(road, query)).toBeDefined();
  });
  test('what nothing spells does not take long', () => {
    const long = spellName(
      '重'.repeat(40),
      Array.from({ length: 40 }, () => 'zhong|zhon|zho|zh'),
    );
    const start = performance.now();
    matchSound(long, `${'zh'.repeat(35)}x`);
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe('typos', () => {
  /** Optimal string alignment as in the book. */
  function editsByTable(a: string, b: string): number {
    const table = Array.from({ length: a.length + 1 }, (_, i) =>
      Array.from({ length: b.length + 1 }, (_, j) => i || j),
    );
    const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
    for (let i = 1; i <= a.length; i++)
      for (let j = 1; j <= b.length; j++) {
        const row = table[i] as number[];
        row[j] = Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        );
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          row[j] = Math.min(row[j] ?? 0, at(i - 2, j - 2) + 1);
      }
    return at(a.length, b.length);
  }
  test('edits are those of the table', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(word, word, (query, text) => {
        const whole = countEdits(letterPositions(query), query.length, text, 0, text.length, 31);
        expect(whole.toWhole).toBe(editsByTable(query, text));
        const starts = Array.from({ length: text.length + 1 }, (_, end) =>
          editsByTable(query, text.slice(0, end)),
        );
        expect(whole.toStart).toBe(Math.min(...starts));
      }),
      { numRuns: 500 },
    );
  });
  test.each([
    ['jfb', 0],
    ['洪崖', 0],
    ['洪厓洞', 1],
    ['hongya', 1],
    ['jiefangbei', 2],
  ])('%s may have %i', (query, most) => expect(allowedEdits(query)).toBe(most));
});

describe('ranking', () => {
  test('exact, beginning, word, inside, sound, initials, mixed, typo', () => {
    const list = [
      entry('typo', 'Jiefangpei'),
      entry('inside', 'Xjiefangbei'),
      entry('word', 'Old Jiefangbei'),
      entry('prefix', 'Jiefangbei Square'),
      entry('exact', 'Jiefangbei'),
      entry('pinyin', '解放碑', 'jie fang bei'),
    ];
    expect(idsOf(list, 'jiefangbei')).toEqual([
      'exact exact',
      'prefix prefix',
      'word word',
      'inside inside',
      'pinyin pinyin',
    ]);
    expect(idsOf(list, 'jfb')).toEqual(['pinyin initials']);
    expect(idsOf(list, 'jiefb')[0]).toBe('pinyin mixed');
    expect(idsOf(list.slice(0, 1), 'jiefangbei')).toEqual(['typo typo']);
  });
  test('places before stations before walks before streets, the shorter name first, then the order given', () => {
    const list = [
      entry('street', '中山路', undefined, 'street'),
      entry('walk', '中山路', undefined, 'walk'),
      entry('station', '中山路', undefined, 'station'),
      entry('longer', '中山路公园', undefined, 'place'),
      entry('second', '中山路口', undefined, 'place'),
      entry('third', '中山路上', undefined, 'place'),
    ];
    expect(idsOf(list, '中山路').map((id) => id.split(' ')[0])).toEqual([
      'station',
      'walk',
      'street',
      'second',
      'third',
      'longer',
    ]);
  });
  test('words in any order', () => {
    const station = { ...entry('liziba', 'Liziba', undefined, 'station'), terms: [{ text: 'Line 2' }] };
    for (const text of ['Line 2 Liziba', 'liziba line 2', 'LIZIBA, 2'])
      expect(idsOf([entry('other', 'Line 3'), station], text), text).toEqual(['liziba words']);
  });
  test('a name in another language finds the entry, after its own', () => {
    const foreign = { ...entry('foreign', '해방비'), terms: [{ text: 'Jiefangbei' }] };
    expect(idsOf([foreign, entry('own', 'Jiefangbei')], 'jiefangbei')).toEqual([
      'own exact',
      'foreign exact',
    ]);
  });
  test('first consonants', () => {
    expect(idsOf([entry('hong', '홍야동')], 'ㅎㅇㄷ')).toEqual(['hong initials']);
  });
  test('nothing for nothing, and never more than asked', () => {
    expect(idsOf([entry('a', 'Anything')], '  — ')).toEqual([]);
    expect(idsOf([entry('a', 'Anything')], 'anything', 0)).toEqual([]);
    expect(
      idsOf(
        Array.from({ length: 20 }, (_, i) => entry(`${i}`, 'Same')),
        'same',
        3,
      ),
    ).toEqual(['0 exact', '1 exact', '2 exact']);
  });
});

describe('whatever the names are', () => {
  const syllables = ['jie', 'fang', 'bei', 'chong', 'qing', 'lv', 'e', 'ci'];
  const characters = [...'解放碑重庆绿鹅磁'];
  const chinese = fc
    .array(fc.nat({ max: syllables.length - 1 }), { minLength: 1, maxLength: 8 })
    .map((list) => ({
      text: list.map((i) => characters[i]).join(''),
      pinyin: list.map((i) => syllables[i]).join(' '),
    }));
  const latin = fc.string({ unit: fc.constantFrom(...'abcdefg hijk’é'), minLength: 1, maxLength: 16 });
  const korean = fc.string({ unit: fc.constantFrom(...'홍야동해방비중산'), minLength: 1, maxLength: 8 });
  const entries = fc.array(
    fc.record({ chinese, other: fc.oneof(latin, korean) }).map(
      ({ chinese: name, other }): SearchEntry => ({
        kind: 'place',
        id: name.text + other,
        name: name.text,
        position: [106.5, 29.5],
        terms: [name, { text: other }],
      }),
    ),
    { minLength: 1, maxLength: 12 },
  );
  const limit = 100;

  test('every name finds its entry, exactly', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const index = makeSearchIndex(list);
        for (const one of list)
          for (const { text } of one.terms) {
            if (foldWords(text, new Map()).length === 0) continue;
            expect(search(index, text, { limit })).toContainEqual({ entry: one, match: 'exact' });
          }
      }),
    );
  });
  test('so do its pinyin with and without spaces, its initials, every beginning', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const index = makeSearchIndex(list);
        for (const one of list) {
          const { text = '', pinyin = '' } = one.terms[0] ?? {};
          const letters = pinyin.replaceAll(' ', '');
          const initials = pinyin
            .split(' ')
            .map((syllable) => syllable[0])
            .join('');
          for (const query of [
            pinyin,
            letters,
            initials,
            letters.slice(0, 4),
            text.slice(0, 2),
            pinyin.replaceAll(' ', "'"),
          ])
            expect(
              search(index, query, { limit }).map((hit) => hit.entry),
              query,
            ).toContain(one);
        }
      }),
    );
  });
  test('so does a longer name with one letter left out', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (list, seed) => {
        const index = makeSearchIndex(list);
        for (const one of list) {
          const letters = (one.terms[0]?.pinyin ?? '').replace(/ /g, '');
          if (letters.length < 6 || letters.length > LONGEST_TYPO) continue;
          const at = seed % letters.length;
          const typed = letters.slice(0, at) + letters.slice(at + 1);
          // What others are called well stands alone.
          const hits = search(index, typed, { limit });
          if (hits.some(({ match }) => match !== 'typo' && match !== 'mixed' && match !== 'initials'))
            continue;
          expect(
            hits.map((hit) => hit.entry),
            typed,
          ).toContain(one);
        }
      }),
    );
  });
  test('answers are few, different, sorted, and the same again', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      latin,
      korean,
      chinese.map((name) => name.pinyin),
    );
    fc.assert(
      fc.property(entries, text, fc.integer({ min: 0, max: 9 }), (list, query, most) => {
        const index = makeSearchIndex(list);
        const hits = search(index, query, { limit: most });
        expect(hits.length).toBeLessThanOrEqual(most);
        expect(new Set(hits.map((hit) => hit.entry)).size).toBe(hits.length);
        expect(search(index, query, { limit: most })).toEqual(hits);
        expect(search(index, query, { limit: 100 }).slice(0, most)).toEqual(hits);
      }),
    );
  });
  test('a file gives the same answers as the entries it was made of', () => {
    fc.assert(
      fc.property(entries, latin, (list, query) => {
        const file = JSON.parse(JSON.stringify(packSearch(list, '門门')));
        const [read, made] = [readSearchFile(file), makeSearchIndex(list)];
        for (const text of [query, ...list.map(({ name }) => name)])
          expect(search(read, text).map(({ entry: { id }, match }) => [id, match])).toEqual(
            search(made, text).map(({ entry: { id }, match }) => [id, match]),
          );
      }),
    );
  });
  test('what is no search file is refused', () => {
    for (const wrong of [{}, [], { variants: 1, rows: [] }])
      expect(() => readSearchFile(wrong)).toThrow(TypeError);
  });
});
