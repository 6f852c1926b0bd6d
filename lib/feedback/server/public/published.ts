/** What everybody may see of a suggestion: what staff let be published, and never who sent it, their codes, or what it was started from. */
import type { ExpressionBuilder } from 'kysely';
import type { LngLat } from '@/lib/geo/position';
import { defaultLocale, isLocale, type Locale } from '@/lib/i18n/locales';
import { isWaiting, type RequestState, requestStates } from '../../states';
import type { Connection } from '../store';
import type { FeedbackTables } from '../tables';

export interface Published {
  reference: string;
  kind: string;
  /** The language it was written in. */
  language: Locale;
  description: string;
  /** WGS-84; undefined where it was said without a point. */
  position: LngLat | undefined;
  address: string | undefined;
  district: string | undefined;
  state: RequestState;
  stateAt: number;
  receivedAt: number;
  /** The city's first answer, whatever happened later. */
  firstAnsweredAt: number | undefined;
  closedAt: number | undefined;
  expectedAt: number | undefined;
  agency: string | undefined;
  rating: number | undefined;
  /** How many said "me too". */
  followers: number;
}

/** States that end the wait for a first answer: some backends close without a word. */
export const answerStates = ['answered', 'closed'] as const satisfies readonly RequestState[];

/** States in which the city is to act. */
export const openStates: readonly RequestState[] = requestStates.filter(isWaiting);

type Builder = ExpressionBuilder<FeedbackTables & { request: FeedbackTables['feedback_request'] }, 'request'>;

/** When the city first answered, out of the events: `answered_at` is of the present round only. */
export const firstAnsweredAt = (eb: Builder) =>
  eb
    .selectFrom('feedback_event as answer')
    .whereRef('answer.reference', '=', 'request.reference')
    .where('answer.state', 'in', answerStates)
    .where('answer.by', 'in', ['city', 'desk'])
    .select(({ fn }) => fn.min('answer.at').as('first_answered_at'))
    .as('first_answered_at');

/** The one way to published suggestions: every reader of this folder goes through it, and it names what may leave column by column. */
export const selectPublished = (db: Connection) =>
  db
    .selectFrom('feedback_request as request')
    .where('request.publication', '=', 'published')
    .select([
      'request.reference',
      'request.kind',
      'request.language',
      'request.description',
      'request.lng',
      'request.lat',
      'request.address',
      'request.district',
      'request.state',
      'request.state_at',
      'request.received_at',
      'request.closed_at',
      'request.expected_at',
      'request.agency',
      'request.rating',
    ])
    .select((eb) => [
      firstAnsweredAt(eb),
      eb
        .selectFrom('feedback_follower as follower')
        .whereRef('follower.reference', '=', 'request.reference')
        .select(({ fn }) => fn.countAll<number>().as('followers'))
        .as('followers'),
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof selectPublished>['execute']>>[number];

export const toPublished = (row: Row): Published => ({
  reference: row.reference,
  kind: row.kind,
  language: isLocale(row.language) ? row.language : defaultLocale,
  description: row.description,
  position: row.lng !== null && row.lat !== null ? [row.lng, row.lat] : undefined,
  address: row.address ?? undefined,
  district: row.district ?? undefined,
  state: row.state,
  stateAt: row.state_at,
  receivedAt: row.received_at,
  firstAnsweredAt: row.first_answered_at ?? undefined,
  closedAt: row.closed_at ?? undefined,
  expectedAt: row.expected_at ?? undefined,
  agency: row.agency ?? undefined,
  rating: row.rating ?? undefined,
  followers: Number(row.followers ?? 0),
});
