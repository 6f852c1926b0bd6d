import type { DeskQueue } from '../../desk';
import type { Answers } from '../../kind';
import type { RequestState } from '../../states';
import type { EventTable, OutboxTable, RequestTable } from '../tables';
import type { Desk } from './desk';
import { type Actor, allow } from './perform';

export const REQUESTS_PAGE = 25;

export interface DeskRow {
  reference: string;
  kind: string;
  language: string;
  description: string;
  address: string | null;
  state: RequestState;
  publication: RequestTable['publication'];
  receivedAt: number;
  photos: number;
}

const waiting: RequestState[] = ['received', 'assigned', 'in-progress', 'reopened'];

/** How many wait in each list, how many deliveries are dead, and how many wait to be told by hand. */
export async function countQueues(
  { db }: Desk,
  actor: Actor,
): Promise<Record<Exclude<DeskQueue, 'all'> | 'dead' | 'untold', number>> {
  allow(actor, 'read');
  const requests = db.selectFrom('feedback_request').select(({ fn }) => fn.countAll().as('count'));
  const deliveries = db.selectFrom('feedback_outbox').select(({ fn }) => fn.countAll().as('count'));
  const [moderation, answer, doubts, dead, untold] = await Promise.all([
    requests.where('publication', '=', 'waiting').executeTakeFirstOrThrow(),
    requests.where('state', 'in', waiting).executeTakeFirstOrThrow(),
    requests.where('doubt', '=', 1).executeTakeFirstOrThrow(),
    deliveries.where('state', '=', 'dead').executeTakeFirstOrThrow(),
    deliveries.where('state', '=', 'untold').executeTakeFirstOrThrow(),
  ]);
  return {
    moderation: Number(moderation.count),
    answer: Number(answer.count),
    doubts: Number(doubts.count),
    dead: Number(dead.count),
    untold: Number(untold.count),
  };
}

/** One page of a list, oldest first: who has waited longest comes first. */
export async function listRequests(
  { db }: Desk,
  actor: Actor,
  { queue, page = 1 }: { queue: DeskQueue; page?: number },
): Promise<{ rows: DeskRow[]; count: number }> {
  allow(actor, 'read');
  const all = db
    .selectFrom('feedback_request')
    .$if(queue === 'moderation', (query) => query.where('publication', '=', 'waiting'))
    .$if(queue === 'answer', (query) => query.where('state', 'in', waiting))
    .$if(queue === 'doubts', (query) => query.where('doubt', '=', 1));
  // Of everything, the newest are looked for.
  const direction = queue === 'all' ? 'desc' : 'asc';
  const [rows, total] = await Promise.all([
    all
      .select((builder) => [
        'reference',
        'kind',
        'language',
        'description',
        'address',
        'state',
        'publication',
        'received_at as receivedAt',
        builder
          .selectFrom('feedback_photo')
          .select(({ fn }) => fn.countAll().as('count'))
          .whereRef('feedback_photo.reference', '=', 'feedback_request.reference')
          .as('photos'),
      ])
      .orderBy('received_at', direction)
      .orderBy('reference')
      .limit(REQUESTS_PAGE)
      .offset((page - 1) * REQUESTS_PAGE)
      .execute(),
    all.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow(),
  ]);
  return { rows: rows.map((row) => ({ ...row, photos: Number(row.photos) })), count: Number(total.count) };
}

export interface DeskPhoto {
  id: string;
  width: number;
  height: number;
  isPublished: boolean;
  isBlurred: boolean;
  /** Photo of an answer, not of the sender. */
  isOfAnswer: boolean;
}

export interface DeskRequest {
  reference: string;
  kind: string;
  language: string;
  description: string;
  answers: Answers;
  position: readonly [number, number] | undefined;
  address: string | null;
  origin: Record<string, string>;
  area: Record<string, string>;
  state: RequestState;
  stateAt: number;
  round: number;
  receivedAt: number;
  expectedAt: number | null;
  rating: number | null;
  agency: string | null;
  backendId: string | null;
  isDoubtful: boolean;
  publication: RequestTable['publication'];
  mayPublish: boolean;
  /** There is contact data, and the person lets the city use it. The data itself are looked at one by one (lookAtContact). */
  mayContact: boolean;
  /** Where it came from is still known, as a hash. */
  hasSender: boolean;
  followers: number;
  photos: DeskPhoto[];
  events: Pick<EventTable, 'id' | 'at' | 'kind' | 'state' | 'text' | 'level' | 'by' | 'photo'>[];
  deliveries: (Pick<OutboxTable, 'id' | 'kind' | 'state' | 'attempts'> & { fault: string | null })[];
}

/** All that is known of a suggestion, but the contact data. */
export async function findRequest(
  { db }: Desk,
  actor: Actor,
  reference: string,
): Promise<DeskRequest | undefined> {
  allow(actor, 'read');
  const row = await db
    .selectFrom('feedback_request')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (!row) return undefined;
  const [photos, events, deliveries, sender, followers] = await Promise.all([
    db
      .selectFrom('feedback_photo')
      .select(['id', 'width', 'height', 'published'])
      .select(({ eb }) => eb('public_bytes', 'is not', null).as('isBlurred'))
      .where('reference', '=', reference)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('feedback_event')
      .select(['id', 'at', 'kind', 'state', 'text', 'level', 'by', 'photo'])
      .where('reference', '=', reference)
      .orderBy('at')
      .orderBy('recorded_at')
      .execute(),
    db
      .selectFrom('feedback_outbox')
      .select(['id', 'kind', 'state', 'attempts', 'last_fault as fault'])
      .where('reference', '=', reference)
      .orderBy('sequence')
      .execute(),
    db.selectFrom('feedback_sender').select('at').where('reference', '=', reference).executeTakeFirst(),
    db
      .selectFrom('feedback_follower')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow(),
  ]);
  const answered = new Set(events.map(({ photo }) => photo));
  return {
    reference,
    kind: row.kind,
    language: row.language,
    description: row.description,
    answers: JSON.parse(row.answers),
    position: row.lng === null || row.lat === null ? undefined : [row.lng, row.lat],
    address: row.address,
    origin: JSON.parse(row.origin),
    area: row.area ? JSON.parse(row.area) : {},
    state: row.state,
    stateAt: row.state_at,
    round: row.round,
    receivedAt: row.received_at,
    expectedAt: row.expected_at,
    rating: row.rating,
    agency: row.agency,
    backendId: row.backend_id,
    isDoubtful: row.doubt === 1,
    publication: row.publication,
    mayPublish: row.consent_publish === 1,
    mayContact: row.consent_contact === 1 && row.contact_sealed !== null,
    hasSender: sender !== undefined,
    followers: Number(followers.count),
    photos: photos.map(({ id, width, height, published, isBlurred }) => ({
      id,
      width,
      height,
      isPublished: published === 1,
      isBlurred: Boolean(isBlurred),
      isOfAnswer: answered.has(id),
    })),
    events,
    deliveries,
  };
}
