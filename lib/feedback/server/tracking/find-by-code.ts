import { createHash } from 'node:crypto';
import { z } from 'zod';
import { reminderDueAt } from '../../reminder';
import { canRate, canReopen, type RatingLevel } from '../../states';
import type { Tracked } from '../../tracked';
import { loadCalendar } from '../days-off';
import { hashOf, type Store } from '../store';
import { contactPurpose } from '../submit';
import { waitingSinceOf } from './own-request';
import { openContact, pushPurpose } from './purposes';

/** Fingerprint of a push address, by which a browser finds out whether it is told already. */
export const endpointHash = (endpoint: string): string =>
  createHash('sha256').update(endpoint).digest('hex').slice(0, 32);

const answersSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).catch({});

/**
 * What a tracking code opens: a suggestion of one's own, or one that is followed; undefined for a code that was never given or is deleted. Looked up by hash
 * in both tables, whatever is found in the first.
 */
export async function findByCode(
  { db, vault }: Store,
  code: string,
  now = Date.now(),
): Promise<Tracked | undefined> {
  const hash = hashOf(code);
  const [own, follower] = await Promise.all([
    db.selectFrom('feedback_request').selectAll().where('code_hash', '=', hash).executeTakeFirst(),
    db.selectFrom('feedback_follower').selectAll().where('code_hash', '=', hash).executeTakeFirst(),
  ]);
  const row =
    own ??
    (follower &&
      (await db
        .selectFrom('feedback_request')
        .selectAll()
        .where('reference', '=', follower.reference)
        .executeTakeFirst()));
  if (!row) return undefined;
  const isOwn = own !== undefined;
  const { reference } = row;
  const [events, photos, deliveries, pushes, waitingSince] = await Promise.all([
    db
      .selectFrom('feedback_event')
      .select(['id', 'at', 'kind', 'state', 'text', 'level', 'by', 'photo'])
      .where('reference', '=', reference)
      .where('kind', '!=', 'follower')
      .orderBy('at')
      .orderBy('recorded_at')
      .execute(),
    db
      .selectFrom('feedback_photo')
      .select(['id', 'width', 'height'])
      .where('reference', '=', reference)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('feedback_outbox')
      .select(['kind', 'state', 'sent_at', 'uncertain'])
      .where('reference', '=', reference)
      .where('kind', 'in', ['create', 'reopen'])
      .orderBy('sequence')
      .execute(),
    db
      .selectFrom('feedback_push')
      .select(['id', 'subscription_sealed'])
      .where('reference', '=', reference)
      .where('follower', isOwn ? 'is' : '=', isOwn ? null : (follower?.id ?? null))
      .execute(),
    waitingSinceOf(db, row),
  ]);
  const last = deliveries.at(-1);
  const rating = (row.rating ?? undefined) as RatingLevel | undefined;
  const photosOfAnswers = new Set(events.map(({ photo }) => photo));
  const maySeeWords = isOwn || row.publication === 'published';
  const state = { state: row.state, rating, answeredAt: row.answered_at, now };
  return {
    role: isOwn ? 'sender' : 'follower',
    follower: isOwn ? undefined : follower?.id,
    reference,
    kind: row.kind,
    language: row.language,
    state: row.state,
    round: row.round,
    receivedAt: row.received_at,
    waitingSince,
    answeredAt: row.answered_at,
    rating,
    expectedAt: row.expected_at,
    agency: row.agency,
    delivery: {
      state: !last || last.state === 'sent' ? 'sent' : last.state === 'dead' ? 'stuck' : 'waiting',
      at: last?.sent_at ?? null,
      // The same that decides whether a deletion leaves anything.
      isUnknownToCity: deliveries.some(
        ({ kind, state, uncertain }) =>
          kind === 'create' && (state === 'waiting' || state === 'dead') && uncertain === 0,
      ),
    },
    events: events.map(({ level, text, ...event }) => ({
      ...event,
      text: isOwn || event.by !== 'person' ? text : null,
      level: (level ?? undefined) as RatingLevel | undefined,
    })),
    said: maySeeWords
      ? {
          description: row.description,
          answers: answersSchema.parse(JSON.parse(row.answers)),
          position: row.lng !== null && row.lat !== null ? [row.lng, row.lat] : undefined,
          address: row.address,
          photos: isOwn ? photos.filter(({ id }) => !photosOfAnswers.has(id)) : [],
        }
      : undefined,
    contact: isOwn
      ? openContact(vault, row.contact_sealed, contactPurpose(reference))
      : openContact(vault, follower?.contact_sealed ?? null, contactPurpose(follower?.id ?? '')),
    consent: isOwn
      ? {
          contact: row.consent_contact === 1,
          publish: row.consent_publish === 1,
          news: row.consent_news === 1,
        }
      : { contact: false, publish: false, news: follower?.contact_sealed != null },
    publication: row.publication,
    browsers: pushes.map(({ id, subscription_sealed }) =>
      endpointHash(JSON.parse(vault.open(subscription_sealed, pushPurpose(id))).endpoint),
    ),
    canRate: isOwn && canRate(row.state),
    canReopen: isOwn && canReopen(state),
    remindAt: isOwn
      ? reminderDueAt({
          state: row.state,
          waitingSince,
          remindedAt: row.reminded_at,
          calendar: await loadCalendar(),
        })
      : undefined,
  };
}
