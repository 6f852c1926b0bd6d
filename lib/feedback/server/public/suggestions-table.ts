import { stringify } from 'csv-stringify/sync';
import { defaultLocale } from '@/lib/i18n/locales';
import { findDistrict } from '../../districts';
import type { Kind } from '../../kind';
import type { Cursor } from '../../requests-query';
import { wireStatusOf } from '../../states';
import type { Store } from '../store';
import { formatW3cTime } from './georeport/w3c-time';
import { listPublished } from './list-published';
import type { Published } from './published';

const method =
  'Suggestions that their senders and staff let be published; days_to_first_answer counts from receipt to the first answer and is empty while there is none. WGS-84. CC BY 4.0';

const columns = [
  'reference',
  'kind',
  'kind_name',
  'state',
  'status',
  'received',
  'first_answer',
  'days_to_first_answer',
  'district',
  'district_name',
  'longitude',
  'latitude',
  'place',
  'language',
  'description',
  'agency',
  'rating',
  'me_too',
  'address',
  'date',
  'method',
] as const;

/**
 * All published suggestions as a table, newest first, in pieces: the whole city's would not fit into the memory of a small server. Cells that a spreadsheet
 * would run as a formula begin with an apostrophe.
 */
export async function* suggestionsTable(
  store: Pick<Store, 'db'>,
  {
    kinds,
    urlOf,
    now = Date.now(),
    rowsAtOnce = 500,
  }: {
    kinds: readonly Kind[];
    /** Public address of a suggestion's page. */
    urlOf: (reference: string) => string;
    now?: number;
    rowsAtOnce?: number;
  },
): AsyncGenerator<string> {
  const names = new Map(kinds.map(({ code, name }) => [code, name[defaultLocale]]));
  const date = formatW3cTime(now).slice(0, 10);
  const toRow = (request: Published): Record<(typeof columns)[number], string | number | undefined> => ({
    reference: request.reference,
    kind: request.kind,
    kind_name: names.get(request.kind),
    state: request.state,
    status: wireStatusOf(request.state),
    received: formatW3cTime(request.receivedAt),
    first_answer: request.firstAnsweredAt && formatW3cTime(request.firstAnsweredAt),
    days_to_first_answer:
      request.firstAnsweredAt &&
      Number((Math.max(0, request.firstAnsweredAt - request.receivedAt) / 86_400_000).toFixed(1)),
    district: request.district,
    district_name: request.district && findDistrict(request.district)?.[defaultLocale],
    longitude: request.position?.[0],
    latitude: request.position?.[1],
    place: request.address,
    language: request.language,
    description: request.description,
    agency: request.agency,
    rating: request.rating,
    me_too: request.followers,
    address: urlOf(request.reference),
    date,
    method,
  });
  // Spreadsheets take a file without the mark for something else than UTF-8.
  yield stringify([], { header: true, bom: true, columns: [...columns] });
  let after: Cursor | undefined;
  do {
    const { requests, next } = await listPublished(store, { after, limit: rowsAtOnce });
    if (requests.length > 0)
      yield stringify(requests.map(toRow), { columns: [...columns], escape_formulas: true });
    after = next;
  } while (after);
}
