import type { WireStatus } from '../../../states';
import type { PublishedFilter } from '../list-published';
import { parseW3cTime } from './w3c-time';

/** The specification's own limits: a span of 90 days, or the first 1000, whichever is less. */
const MOST_DAYS = 90;
export const MOST_REQUESTS = 1000;
const SPAN = MOST_DAYS * 86_400_000;

const isStatus = (text: string): text is WireStatus => text === 'open' || text === 'closed';

/** Values under a name: declared once with commas, several times, or both; empty is the same as not there. */
const listOf = (params: URLSearchParams, name: string): string[] =>
  params
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter(Boolean);

/** What `requests` is asked for, or everything that is wrong with the question. */
export function readRequestsQuery(
  params: URLSearchParams,
  now: number,
): { filter: PublishedFilter; faults?: never } | { filter?: never; faults: string[] } {
  const faults: string[] = [];
  // It overrides all other arguments, also wrong ones.
  const references = [...new Set(listOf(params, 'service_request_id'))];
  if (references.length > MOST_REQUESTS)
    return { faults: [`service_request_id: at most ${MOST_REQUESTS} at a time`] };
  if (references.length > 0) return { filter: { references } };

  const kinds = listOf(params, 'service_code');
  const statuses = new Set<WireStatus>();
  for (const status of listOf(params, 'status'))
    if (isStatus(status)) statuses.add(status);
    else faults.push(`status: "${status}" is neither open nor closed`);
  const time = (name: 'start_date' | 'end_date') => {
    const text = params.get(name)?.trim();
    if (!text) return undefined;
    const instant = parseW3cTime(text, name === 'start_date' ? 'start' : 'end');
    if (instant === undefined)
      faults.push(`${name}: "${text}" is no date with time zone, such as 2026-11-26T00:00:00+08:00`);
    return instant;
  };
  const [start, end] = [time('start_date'), time('end_date')];
  if (start !== undefined && end !== undefined && end < start) faults.push('end_date lies before start_date');
  if (start !== undefined && end !== undefined && end - start > SPAN)
    faults.push(`start_date and end_date may not span more than ${MOST_DAYS} days`);
  if (faults.length > 0) return { faults };
  const until = end ?? (start === undefined ? now : start + SPAN);
  return {
    filter: {
      ...(kinds.length > 0 && { kinds }),
      ...(statuses.size === 1 && { status: [...statuses][0] }),
      from: start ?? until - SPAN,
      until,
    },
  };
}
