/** What the list of published suggestions shows, as it stands in its address. */
import { cityBounds } from '@/lib/geo/city';
import { containsPosition, type LngLat } from '@/lib/geo/position';
import type { WireStatus } from './states';

/** A place between two suggestions of the list, which goes from new to old. */
export interface Cursor {
  receivedAt: number;
  reference: string;
}
export const formatCursor = ({ receivedAt, reference }: Cursor) => `${receivedAt}.${reference}`;
export function parseCursor(text: string | undefined): Cursor | undefined {
  const [, at, reference] = /^(\d{1,15})\.(YW[0-9A-Z]{12})$/.exec(text ?? '') ?? [];
  return at && reference ? { receivedAt: Number(at), reference } : undefined;
}

export interface RequestsQuery {
  kind?: string;
  district?: string;
  status?: WireStatus;
  /** Only what lies around this point. */
  near?: LngLat;
  /** The page that begins behind this one. */
  after?: Cursor;
}

/** How far around a point the list looks, metres. */
export const NEAR_METERS = 500;

/** Added to links by others; not worth a word to the reader. */
const silentlyIgnored = /^(utm_.*|fbclid|gclid|from|isappinstalled|_rsc)$/;

function parsePoint(text: string): LngLat | undefined {
  const [, lng, lat] = /^(\d{2,3}\.\d{1,10}),(\d{1,2}\.\d{1,10})$/.exec(text) ?? [];
  const point: LngLat = [Number(lng), Number(lat)];
  return containsPosition(cityBounds, point) ? point : undefined;
}

/** Reads the address. Never fails: what it does not understand is left out and named. Empty values mean "any". */
export function parseRequestsQuery(
  params: Readonly<Record<string, string | string[] | undefined>>,
  known: { kinds: readonly string[]; districts: readonly string[] },
): { query: RequestsQuery; ignored: { name: string; value: string }[] } {
  const query: RequestsQuery = {};
  const ignored: { name: string; value: string }[] = [];
  for (const [name, given] of Object.entries(params)) {
    if (silentlyIgnored.test(name)) continue;
    for (const [index, value] of [given ?? []].flat().entries()) {
      if (value === '') continue;
      const before = Object.keys(query).length;
      if (index === 0) {
        const point = name === 'near' ? parsePoint(value) : undefined;
        const after = name === 'after' ? parseCursor(value) : undefined;
        if (name === 'kind' && known.kinds.includes(value)) query.kind = value;
        else if (name === 'district' && known.districts.includes(value)) query.district = value;
        else if (name === 'status' && (value === 'open' || value === 'closed')) query.status = value;
        else if (point) query.near = point;
        else if (after) query.after = after;
      }
      if (Object.keys(query).length === before) ignored.push({ name, value });
    }
  }
  return { query, ignored };
}

/** The same as an address, in one order. */
export function formatRequestsQuery({ kind, district, status, near, after }: RequestsQuery): string {
  const parts = { kind, district, status, near: near?.join(','), after: after && formatCursor(after) };
  return new URLSearchParams(
    Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString();
}
