import { randomBytes, randomUUID } from 'node:crypto';
import type { Vault } from '@/lib/server/vault';
import { makeCode, makeReference } from '../code';
import type { Submission } from '../submission';
import { findArea, type RequestArea } from './areas';
import { type Connection, hashOf, type Store } from './store';
import type { DeliveryKind, OutboxTable, RequestTable } from './tables';

/** A photo made ready: JPEG without metadata. */
export interface ReadyPhoto {
  bytes: Uint8Array;
  width: number;
  height: number;
}

/** What a person is shown once, and may print: nothing else opens their suggestion again. */
export interface Receipt {
  reference: string;
  code: string;
  receivedAt: number;
  /** False where the same submission was here before. */
  isNew: boolean;
}

/** 128 random bits, as addresses and file names take them. */
export const makeId = () => randomBytes(16).toString('base64url');

export const codePurpose = (reference: string) => `code ${reference}`;
export const contactPurpose = (reference: string) => `contact ${reference}`;

/** The receipt of a submission that was kept, by its key. */
export async function findReceipt(
  { db, vault }: Pick<Store, 'db' | 'vault'>,
  key: string,
): Promise<Receipt | undefined> {
  const row = await db
    .selectFrom('feedback_request')
    .select(['reference', 'code_sealed', 'received_at'])
    .where('submission_key', '=', key)
    .executeTakeFirst();
  return (
    row && {
      reference: row.reference,
      code: vault.open(row.code_sealed, codePurpose(row.reference)),
      receivedAt: row.received_at,
      isNew: false,
    }
  );
}

/** A suggestion as it comes: received, and seen by nobody yet. */
export function requestRow(
  {
    reference,
    code,
    submission,
    area,
    now,
  }: {
    reference: string;
    code: string;
    submission: Submission;
    area: RequestArea | undefined;
    now: number;
  },
  vault: Vault,
): RequestTable {
  const { location, contact, consent } = submission;
  const point = location.how === 'point' ? location.position : undefined;
  return {
    reference,
    submission_key: submission.key,
    code_hash: hashOf(code),
    code_sealed: vault.seal(code, codePurpose(reference)),
    kind: submission.kind,
    language: submission.language,
    description: submission.description,
    answers: JSON.stringify(submission.answers),
    lng: point?.[0] ?? null,
    lat: point?.[1] ?? null,
    address:
      (location.how === 'point' ? location.name : location.how === 'address' && location.address) || null,
    origin: JSON.stringify(submission.origin),
    area: area ? JSON.stringify(area) : null,
    district: area?.district ?? null,
    contact_sealed: Object.values(contact).some(Boolean)
      ? vault.seal(JSON.stringify(contact), contactPurpose(reference))
      : null,
    consent_contact: Number(consent.contact),
    consent_publish: Number(consent.publish),
    consent_news: Number(consent.news),
    publication: consent.publish ? 'waiting' : 'none',
    state: 'received',
    state_at: now,
    round: 0,
    received_at: now,
    answered_at: null,
    closed_at: null,
    rating: null,
    expected_at: null,
    agency: null,
    backend_id: null,
    backend_token: null,
    doubt: 0,
    polled_at: null,
    reminded_at: null,
    erased_at: null,
  };
}

/** A delivery that nobody has tried yet. */
export const deliveryRow = ({
  reference,
  kind,
  payload = {},
  sequence,
  now,
}: {
  reference: string;
  kind: DeliveryKind;
  payload?: object;
  sequence: number;
  now: number;
}): OutboxTable => ({
  id: randomUUID(),
  reference,
  sequence,
  kind,
  payload: JSON.stringify(payload),
  state: 'waiting',
  attempts: 0,
  next_at: now,
  leased_by: null,
  leased_until: null,
  uncertain: 0,
  tried_at: null,
  last_fault: null,
  created_at: now,
  sent_at: null,
});

/** Adds a delivery to the outbox, behind all others of its suggestion. */
export async function enqueue(
  connection: Connection,
  delivery: { reference: string; kind: DeliveryKind; payload?: object; now: number },
): Promise<void> {
  const { reference, kind, payload = {}, now } = delivery;
  const last =
    kind === 'create'
      ? undefined
      : await connection
          .selectFrom('feedback_outbox')
          .select(({ fn }) => fn.max('sequence').as('sequence'))
          .where('reference', '=', reference)
          .executeTakeFirst();
  await connection
    .insertInto('feedback_outbox')
    .values(
      deliveryRow({
        reference,
        kind,
        payload,
        sequence: kind === 'create' ? 0 : Number(last?.sequence ?? -1) + 1,
        now,
      }),
    )
    .execute();
}

/**
 * Keeps a suggestion and what must be told to the city in one transaction. When it returns, both are on the disk; the same key again gives the same
 * receipt and changes nothing. Throws what the database throws; then nothing is kept.
 */
export async function submit(
  store: Store,
  {
    submission,
    photos = [],
    draft,
    sender,
    area: given,
    now = Date.now(),
  }: {
    submission: Submission;
    photos?: readonly ReadyPhoto[];
    /** Draft whose photos come along. */
    draft?: string;
    /** Salted hash of where it came from. */
    sender?: string;
    area?: RequestArea;
    now?: number;
  },
): Promise<Receipt> {
  const { db, vault } = store;
  const kept = await findReceipt(store, submission.key);
  if (kept) return kept;
  const [reference, code] = [makeReference(), makeCode()];
  const { location } = submission;
  const area = given ?? (location.how === 'point' ? await findArea(location.position) : undefined);
  try {
    await db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('feedback_request')
        .values(requestRow({ reference, code, submission, area, now }, vault))
        .execute();
      if (photos.length > 0)
        await transaction
          .insertInto('feedback_photo')
          .values(
            photos.map(({ bytes, width, height }, position) => ({
              id: makeId(),
              reference,
              draft: null,
              position,
              bytes,
              width,
              height,
              public_bytes: null,
              published: 0,
              added_at: now,
            })),
          )
          .execute();
      if (draft) {
        await transaction
          .updateTable('feedback_photo')
          .set({ reference, draft: null })
          .where('draft', '=', draft)
          .execute();
        await transaction
          .updateTable('feedback_draft')
          .set({ reference, changed_at: now })
          .where('id', '=', draft)
          .execute();
      }
      if (sender)
        await transaction.insertInto('feedback_sender').values({ reference, sender, at: now }).execute();
      await transaction
        .insertInto('feedback_event')
        .values({
          id: randomUUID(),
          reference,
          at: now,
          recorded_at: now,
          kind: 'state',
          state: 'received',
          text: null,
          level: null,
          by: 'portal',
          update_key: 'received',
          photo: null,
        })
        .execute();
      await enqueue(transaction, { reference, kind: 'create', now });
    });
  } catch (error) {
    // Two of the same key at once: the second finds what the first kept.
    const first = await findReceipt(store, submission.key);
    if (first) return first;
    throw error;
  }
  return { reference, code, receivedAt: now, isNew: true };
}
