import { isWaiting } from '../../states';
import type { Store } from '../store';
import { medianWait, type Wait } from './median';
import { firstAnsweredAt } from './published';

const DAY = 86_400_000;

/** How a kind, a district or the whole city fares. */
export interface Tally {
  received: number;
  published: number;
  /** Where the city is to act. */
  waiting: number;
  /** Days within which half had a first answer; undefined where that is not known. */
  medianDays: number | undefined;
}

export interface Tallies {
  all: Tally;
  /** By code; what nobody has said anything about is not there. */
  byKind: ReadonlyMap<string, Tally>;
  /** By code; undefined for what lies in no district the portal knows. */
  byDistrict: ReadonlyMap<string | undefined, Tally>;
}

interface Counted {
  kind: string;
  district: string | undefined;
  isPublished: boolean;
  isWaiting: boolean;
  wait: Wait;
}

function tally(rows: readonly Counted[]): Tally {
  return {
    received: rows.length,
    published: rows.filter(({ isPublished }) => isPublished).length,
    waiting: rows.filter(({ isWaiting }) => isWaiting).length,
    medianDays: medianWait(rows.map(({ wait }) => wait)),
  };
}

const tallyBy = <Key>(rows: readonly Counted[], keyOf: (row: Counted) => Key): Map<Key, Tally> =>
  new Map([...Map.groupBy(rows, keyOf)].map(([key, group]) => [key, tally(group)]));

/**
 * Counts and median days by kind and by district, over everything that was received: published ones alone would be those whose senders and staff chose to show.
 * Nothing of a single suggestion can be read from them but that there is one.
 */
export async function countRequests({ db }: Pick<Store, 'db'>, now = Date.now()): Promise<Tallies> {
  const rows = await db
    .selectFrom('feedback_request as request')
    .select([
      'request.kind',
      'request.district',
      'request.publication',
      'request.state',
      'request.received_at',
    ])
    .select(firstAnsweredAt)
    .execute();
  const counted = rows.map((row): Counted => {
    const answered = row.first_answered_at ?? undefined;
    return {
      kind: row.kind,
      district: row.district ?? undefined,
      isPublished: row.publication === 'published',
      isWaiting: isWaiting(row.state),
      wait: {
        // A backend's clock may be behind ours.
        days: Math.max(0, (answered ?? now) - row.received_at) / DAY,
        isOver: answered !== undefined,
      },
    };
  });
  return {
    all: tally(counted),
    byKind: tallyBy(counted, ({ kind }) => kind),
    byDistrict: tallyBy(counted, ({ district }) => district),
  };
}
