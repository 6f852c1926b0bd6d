/**
 * npm run bench:search [-- --json]: the search by name over 10,000 made-up places in five languages, beside MiniSearch and Fuse.js on the same
 * names and questions in the same run. Both get what an index of theirs can hold: every name, the pinyin in one word, the initials. `found`
 * is the share of questions whose answers, eight at most, have the place that was meant or one of the same name; `first` where it leads them.
 */
import { gzipSync } from 'node:zlib';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { search } from '@/lib/places/search';
import { packSearch, readSearchFile } from '@/lib/places/search-file';
import { measure } from './routing/measure';
import { makePlaces, makeQuestions, type Question, type SyntheticPlace, ways } from './search/places';
import { printRows, type Row } from './table';

const COUNT = 10_000;
const QUESTIONS = 500;
const LIMIT = 8;

const { places, variants } = makePlaces(COUNT);
const file = JSON.stringify(packSearch(places, variants));
const records = places.map(({ id, names }) => ({ id, ...names }));
const fields = ['hans', 'hant', 'en', 'ja', 'ko', 'pinyin', 'initials'];

interface Engine {
  name: string;
  build(): unknown;
  ask(text: string): string[];
  /** Fewer questions for those who take long. */
  questions: number;
  note: string;
}

const own = readSearchFile(JSON.parse(file));
/** Han and kana one by one, everything else by words: what users of MiniSearch do for Chinese. */
const tokenize = (text: string) =>
  text.match(/[\p{Script=Han}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Katakana}]+/gu) ?? [];
const makeMini = () => {
  const mini = new MiniSearch({
    fields,
    tokenize,
    // Two letters swapped are two edits to it.
    searchOptions: { prefix: true, fuzzy: (term) => term.length >= 4 && 2, combineWith: 'AND' },
  });
  mini.addAll(records);
  return mini;
};
const mini = makeMini();
const makeFuse = () => new Fuse(records, { keys: fields, threshold: 0.3, ignoreLocation: true });
const fuse = makeFuse();

const engines: Engine[] = [
  {
    name: 'YuWalk',
    build: () => readSearchFile(JSON.parse(file)),
    ask: (text) => search(own, text, { limit: LIMIT }).map(({ entry }) => entry.id),
    questions: QUESTIONS,
    note: '',
  },
  {
    name: 'minisearch',
    build: makeMini,
    ask: (text) =>
      mini
        .search(text)
        .slice(0, LIMIT)
        .map(({ id }) => String(id)),
    questions: QUESTIONS,
    note: 'prefix, two edits, Han one by one',
  },
  {
    name: 'fuse.js',
    build: makeFuse,
    ask: (text) => fuse.search(text, { limit: LIMIT }).map(({ item }) => item.id),
    questions: 30,
    note: 'threshold 0.3',
  },
];

/** Two places may have one name: either is right. */
const isMeant = ({ place }: Question, id: string | undefined) =>
  id !== undefined && (places[Number(id)] as SyntheticPlace).names.hans === place.names.hans;

const rows: Row[] = [];
for (const way of ways)
  for (const { name, ask, questions: count, note } of engines) {
    const questions = makeQuestions(places, way, count);
    const spread = await measure(questions, ({ text }) => ask(text), Math.min(50, count));
    const answers = questions.map((question) => ({ question, ids: ask(question.text) }));
    const share = (test: (answer: (typeof answers)[number]) => boolean) =>
      `${Math.round((answers.filter(test).length / count) * 100)} %`;
    rows.push({
      case: way,
      engine: name,
      places: COUNT,
      ...spread,
      found: share(({ question, ids }) => ids.some((id) => isMeant(question, id))),
      first: share(({ question, ids }) => isMeant(question, ids[0])),
      note,
    });
  }
for (const { name, build } of engines) {
  const spread = await measure(Array.from({ length: 10 }), build, 2);
  const note = name === 'YuWalk' ? 'from the text of the file' : 'from records';
  rows.push({ case: 'ready to answer', engine: name, places: COUNT, ...spread, found: '', first: '', note });
}
printRows(rows);
if (!process.argv.includes('--json')) console.log('');
const kilobytes = Math.round(gzipSync(file, { level: 9 }).length / 1000);
printRows([{ measure: 'file, compressed', places: COUNT, value: kilobytes, unit: 'kB' }]);
