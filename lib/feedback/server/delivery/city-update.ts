/** What a GeoReport request says of a suggestion's progress, as an update of ours. */
import { createHash } from 'node:crypto';
import { type CityState, cityStates, wireStatusOf } from '../../states';
import { cleanText } from '../../text';
import type { CityUpdate } from '../record-update';
import type { AskedRequest } from './backend';
import { readDate, type WireRequest } from './geo-report';

/** Longest answer that is kept. */
const TEXT_LIMIT = 20_000;

/** Order of what is said within the same second. */
export const stateRank: Record<CityState, number> = { assigned: 1, 'in-progress': 2, answered: 3, closed: 4 };

function stateOf(row: WireRequest, current: AskedRequest['state'] | undefined): CityState | undefined {
  const named = cityStates.find((state) => state === row.state);
  if (named) return named;
  if (row.status === 'closed') return 'answered';
  if (row.status !== 'open') return undefined;
  if (row.status_notes) return 'in-progress';
  if (row.agency_responsible) return 'assigned';
  // Open without a word: news only where it takes an answer back.
  const isTakenBack = current && wireStatusOf(current) === 'closed' && row.updated_datetime !== undefined;
  return isTakenBack ? 'assigned' : undefined;
}

/**
 * The update a row stands for; undefined where it says nothing yet. Its key depends on what was said only, so that asking twice gives one update. Its time
 * is the city's: no earlier than we had the suggestion and no later than now, since clocks differ, and within a second ordered by state.
 */
export function toCityUpdate(
  row: WireRequest,
  request: Partial<Pick<AskedRequest, 'received_at' | 'state' | 'state_at' | 'round'>>,
  now: number,
): Omit<CityUpdate, 'photo'> | undefined {
  const state = stateOf(row, request.state);
  const text =
    row.status_notes && (cleanText(row.status_notes).slice(0, TEXT_LIMIT).toWellFormed() || undefined);
  if (!state && !text) return undefined;
  const said = readDate(row.updated_datetime);
  // Without a time of its own the same words of another round are another update.
  const when = said === undefined ? `round ${request.round ?? 0}` : String(said);
  const words = [when, state ?? '', text ?? '', row.agency_responsible ?? ''].join('\u0000');
  // What is asked for after a reopening is the new suggestion: what is said of it was said after it.
  const earliest = ((request.state === 'reopened' ? request.state_at : request.received_at) ?? 0) + 1;
  const expectedAt = readDate(row.expected_datetime);
  return {
    key: `city ${createHash('sha256').update(words).digest('base64url')}`,
    at: Math.min(Math.max(said ?? now, earliest) + (state && said !== undefined ? stateRank[state] : 0), now),
    ...(state && { state }),
    ...(text && { text }),
    ...(row.agency_responsible && { agency: row.agency_responsible.slice(0, 250) }),
    ...(expectedAt !== undefined && { expectedAt }),
  };
}
