import { createHash } from 'node:crypto';
import { cityBounds } from '@/lib/geo/city';
import { convertDatum, type Datum } from '@/lib/geo/datum';
import { containsPosition, type LngLat } from '@/lib/geo/position';
import { locales } from '@/lib/i18n/locales';
import { mayLackName, type ServiceFeature, serviceFeatureSchema } from '../service';
import { otherDatumOf } from './list-datum';
import { hoursNamed } from './list-hours';
import { serviceTypeNamed, wheelchairNamed } from './list-words';

/** Fields of a city's list by our own names; what a row does not have is empty. */
export type ServiceRow = Readonly<Record<string, string>>;

/** A reason why a row is left out. */
class BadRow extends Error {}

type Given = (field: string) => string | undefined;

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** The list's own id, or one that stays the same when its rows are sorted another way. */
function idOf(given: Given, list: string, category: string, position: LngLat): string {
  const own = given('id') ?? '';
  if (/^(node|way|relation)\/\d+$/.test(own)) return own;
  if (slug(own)) return slug(own);
  const digest = createHash('sha256').update(`${category}\n${given('name') ?? ''}\n${position.join()}`);
  return `${slug(list) || 'list'}-${digest.digest('hex').slice(0, 10)}`;
}

/** Position in WGS-84 degrees. */
function positionOf(given: Given, datum: Datum): LngLat {
  const degrees = (field: string) => Number(given(field)?.normalize('NFKC') ?? Number.NaN);
  const own: LngLat = [degrees('lng'), degrees('lat')];
  if (!own.every(Number.isFinite)) throw new BadRow('its position is no pair of numbers');
  const other = otherDatumOf({ id: given('id'), name: given('name') }, own, datum);
  if (other) throw new BadRow(`its position looks like ${other}, not ${datum}`);
  const [lng, lat] = convertDatum(own, datum, 'wgs84');
  const position: LngLat = [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
  if (containsPosition(cityBounds, position)) return position;
  const isSwapped = containsPosition(cityBounds, [lat, lng]);
  throw new BadRow(
    `${position.join(', ')} lies outside the city${isSwapped ? ': longitude and latitude are swapped' : ''}`,
  );
}

function wheelchairOf(given: Given) {
  const text = given('wheelchair') ?? '';
  try {
    return wheelchairNamed(text);
  } catch {
    throw new BadRow(`wheelchair "${text}" is not yes, limited or no`);
  }
}

/** `2026-11-25`, also from 2026/11/25, 2026.11.25 and 2026年11月25日. */
function dateOf(text: string): string {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC')) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(date);
  // A 31st of February would become a day of March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date)
    throw new BadRow(`"${text}" is no date (2026-11-25)`);
  return date;
}

/** A name broken over lines in a cell is one name. */
const onOneLine = (text: string | undefined) => text?.replace(/\s+/g, ' ');

function numberOf(given: Given, field: string): number | undefined {
  const text = given(field);
  const value = Number(text);
  return text !== undefined && Number.isFinite(value) ? value : undefined;
}

interface ListFacts {
  datum: Datum;
  /** Name of the list: the source of rows that name none, and the start of ids. */
  list: string;
  /** ISO date that stands where a row says none. */
  today: string;
}

function readRow(row: ServiceRow, { datum, list, today }: ListFacts): ServiceFeature {
  const given: Given = (field) => row[field]?.trim() || undefined;
  const type = serviceTypeNamed(given('category') ?? '');
  if (!type) throw new BadRow(`unknown category "${given('category') ?? ''}"`);
  const { category } = type;
  if (!given('name') && !mayLackName(category)) throw new BadRow('no name');
  const finer = serviceTypeNamed(given('kind') ?? '');
  if (given('kind') && finer?.category !== category)
    throw new BadRow(`"${given('kind')}" is no kind of ${category}`);
  const position = positionOf(given, datum);
  const hours = given('opening_hours');
  const opening = hours && hoursNamed(hours);
  const checked = given('checked');
  const words = locales.flatMap((locale) => [
    [`name:${locale}`, onOneLine(given(`name:${locale}`))] as const,
    [`note:${locale}`, given(`note:${locale}`)] as const,
  ]);
  const known = {
    id: idOf(given, list.replace(/\.[^.]*$/, ''), category, position),
    category,
    kind: finer?.kind ?? type.kind,
    name: onOneLine(given('name')),
    ...Object.fromEntries(words),
    // Words about hours stay words.
    ...(hours && !opening && { 'note:zh-CN': [given('note:zh-CN'), hours].filter(Boolean).join(' ') }),
    accuracy_m: numberOf(given, 'accuracy_m'),
    position_source: given('position_source'),
    opening_hours: opening,
    wheelchair: wheelchairOf(given),
    fee: given('fee'),
    level: numberOf(given, 'level'),
    place: given('place'),
    confidence: given('confidence'),
    sources: given('source')?.split('\n') ?? [list],
    checked: checked ? dateOf(checked) : today,
  };
  const parsed = serviceFeatureSchema.safeParse({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: position },
    properties: Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new BadRow(`${String(issue?.path.at(-1) ?? '')}: ${issue?.message ?? 'not valid'}`);
}

/** A row as a feature, or why it is none. */
export function toServiceFeature(row: ServiceRow, facts: ListFacts): ServiceFeature | { reason: string } {
  try {
    return readRow(row, facts);
  } catch (error) {
    if (error instanceof BadRow) return { reason: error.message };
    throw error;
  }
}
