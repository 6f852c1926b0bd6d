import { formatCode } from '../../code';
import { hashOf, type Store } from '../store';
import { contactPurpose } from '../submit';
import { openContact, pushPurpose } from './purposes';

const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

/**
 * Everything that is kept about a suggestion and whoever sent it, as plain data; a follower gets what is kept about them. `photoUrl` makes an address of a
 * photo's id. Undefined for a code nobody knows.
 */
export async function exportData(
  { db, vault }: Store,
  { code, photoUrl, now = Date.now() }: { code: string; photoUrl: (id: string) => string; now?: number },
): Promise<object | undefined> {
  const hash = hashOf(code);
  const row = await db
    .selectFrom('feedback_request')
    .selectAll()
    .where('code_hash', '=', hash)
    .executeTakeFirst();
  const follower = row
    ? undefined
    : await db.selectFrom('feedback_follower').selectAll().where('code_hash', '=', hash).executeTakeFirst();
  const reference = row?.reference ?? follower?.reference;
  if (!reference) return undefined;
  const whose = follower ? '=' : 'is';
  const [news, browsers] = await Promise.all([
    db
      .selectFrom('feedback_news')
      .select(['channel', 'state', 'created_at'])
      .where('reference', '=', reference)
      .where('follower', whose, follower?.id ?? null)
      .execute(),
    db
      .selectFrom('feedback_push')
      .selectAll()
      .where('reference', '=', reference)
      .where('follower', whose, follower?.id ?? null)
      .execute(),
  ]);
  const shared = {
    exportedAt: iso(now),
    reference,
    trackingCode: formatCode(code),
    news: news.map(({ channel, state, created_at }) => ({ channel, state, at: iso(created_at) })),
    browsers: browsers.map(({ id, subscription_sealed, language, added_at }) => ({
      subscription: JSON.parse(vault.open(subscription_sealed, pushPurpose(id))),
      language,
      addedAt: iso(added_at),
    })),
  };
  if (follower)
    return {
      ...shared,
      follows: reference,
      language: follower.language,
      followedAt: iso(follower.followed_at),
      contact: openContact(vault, follower.contact_sealed, contactPurpose(follower.id)),
    };
  if (!row) return undefined;
  const [photos, events, outbox, sender, draft, desk] = await Promise.all([
    db
      .selectFrom('feedback_photo')
      .select(['id', 'width', 'height', 'published', 'added_at'])
      .where('reference', '=', reference)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('feedback_event')
      .select(['at', 'recorded_at', 'kind', 'state', 'text', 'level', 'by', 'photo'])
      .where('reference', '=', reference)
      .orderBy('at')
      .execute(),
    db
      .selectFrom('feedback_outbox')
      .select(['kind', 'payload', 'state', 'attempts', 'created_at', 'sent_at'])
      .where('reference', '=', reference)
      .orderBy('sequence')
      .execute(),
    db.selectFrom('feedback_sender').select('at').where('reference', '=', reference).executeTakeFirst(),
    db
      .selectFrom('feedback_draft')
      .select('changed_at')
      .where('reference', '=', reference)
      .executeTakeFirst(),
    db
      .selectFrom('feedback_audit')
      .select(['at', 'action'])
      .where('reference', '=', reference)
      .orderBy('at')
      .execute(),
  ]);
  return {
    ...shared,
    kind: row.kind,
    language: row.language,
    description: row.description,
    answers: JSON.parse(row.answers),
    position: row.lng === null ? null : { longitude: row.lng, latitude: row.lat, datum: 'WGS-84' },
    address: row.address,
    origin: JSON.parse(row.origin),
    area: row.area === null ? null : JSON.parse(row.area),
    contact: openContact(vault, row.contact_sealed, contactPurpose(reference)),
    consent: {
      contact: row.consent_contact === 1,
      publish: row.consent_publish === 1,
      news: row.consent_news === 1,
    },
    publication: row.publication,
    state: row.state,
    stateAt: iso(row.state_at),
    round: row.round,
    receivedAt: iso(row.received_at),
    answeredAt: iso(row.answered_at),
    closedAt: iso(row.closed_at),
    remindedAt: iso(row.reminded_at),
    expectedAt: iso(row.expected_at),
    rating: row.rating,
    agency: row.agency,
    idInTheCity: row.backend_id ?? row.backend_token,
    photos: photos.map(({ id, width, height, published, added_at }) => ({
      url: photoUrl(id),
      width,
      height,
      isPublished: published === 1,
      addedAt: iso(added_at),
    })),
    events: events.map(({ at, recorded_at, photo, ...event }) => ({
      at: iso(at),
      recordedAt: iso(recorded_at),
      ...event,
      photo: photo && photoUrl(photo),
    })),
    toldToTheCity: outbox.map(({ payload, created_at, sent_at, ...delivery }) => ({
      ...delivery,
      payload: JSON.parse(payload),
      createdAt: iso(created_at),
      sentAt: iso(sent_at),
    })),
    /** A salted hash of the network address it came from; it cannot be turned back, and is deleted after 30 days. */
    senderHashKeptSince: iso(sender?.at ?? null),
    draftKeptSince: iso(draft?.changed_at ?? null),
    deskActions: desk.map(({ at, action }) => ({ at: iso(at), action })),
  };
}
