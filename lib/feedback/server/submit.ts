import { randomBytes, randomUUID } from 'node:crypto';
import { coalesceFor } from '@/lib/server/coalesce';
import type { Vault } from '@/lib/server/vault';
import { makeCode, makeReference } from '../code';
import type { Submission } from '../submission';
import { findArea, type RequestArea } from './areas';
import { type Connection, hashOf, type Store } from './store';
import type { DeliveryKind, EventTable, OutboxTable, PhotoTable, RequestTable } from './tables';

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

/** Thrown where the key of a submission stands for another one: it needs a key of its own. */
export class KeyTakenError extends Error {
  override name = 'KeyTakenError';
}

/** 128 random bits, as addresses and file names take them. */
export const makeId = () => randomBytes(16).toString('base64url');

export const codePurpose = (reference: string) => `code ${reference}`;
export const contactPurpose = (reference: string) => `contact ${reference}`;

/** What was kept under a key: its receipt, and its words where they were not deleted. */
interface Kept {
  receipt: Receipt;
  words: Pick<Submission, 'kind' | 'description'> | undefined;
}

/** What is kept under keys; undefined where a key is new. */
const findKept = coalesceFor(
  async (
    { db, vault }: Pick<Store, 'db' | 'vault'>,
    keys: readonly string[],
  ): Promise<(Kept | undefined)[]> => {
    const rows = await db
      .selectFrom('feedback_request')
      .select([
        'submission_key',
        'reference',
        'code_sealed',
        'received_at',
        'kind',
        'description',
        'erased_at',
      ])
      .where('submission_key', 'in', [...new Set(keys)])
      .execute();
    const byKey = new Map(rows.map((row) => [row.submission_key, row]));
    return keys.map((key) => {
      const row = byKey.get(key);
      return (
        row && {
          receipt: {
            reference: row.reference,
            code: vault.open(row.code_sealed, codePurpose(row.reference)),
            receivedAt: row.received_at,
            isNew: false,
          },
          words: row.erased_at === null ? { kind: row.kind, description: row.description } : undefined,
        }
      );
    });
  },
);

/** The receipt of what was kept under a key. */
export const findReceipt = async (
  store: Pick<Store, 'db' | 'vault'>,
  key: string,
): Promise<Receipt | undefined> => (await findKept(store, key))?.receipt;

/**
 * The receipt of a submission that came before; undefined where it is new. Throws KeyTakenError where its key stands for other words: two tabs that went on from
 * one draft send the same key.
 */
export async function findReceiptOf(
  store: Pick<Store, 'db' | 'vault'>,
  { key, kind, description }: Submission,
): Promise<Receipt | undefined> {
  const kept = await findKept(store, key);
  if (kept?.words && (kept.words.kind !== kind || kept.words.description !== description))
    throw new KeyTakenError();
  return kept?.receipt;
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
  const last = await connection
    .selectFrom('feedback_outbox')
    .select(({ fn }) => fn.max('sequence').as('sequence'))
    .where('reference', '=', reference)
    .executeTakeFirst();
  await connection
    .insertInto('feedback_outbox')
    .values(deliveryRow({ reference, kind, payload, sequence: Number(last?.sequence ?? -1) + 1, now }))
    .execute();
}

interface Keeping {
  submission: Submission;
  photos: readonly ReadyPhoto[];
  /** Draft whose photos come along. */
  draft: string | undefined;
  /** Salted hash of where it came from. */
  sender: string | undefined;
  area: RequestArea | undefined;
  now: number;
}

/** Keeps many in one transaction: all of them with all that belongs to them, or none. No receipt for one whose key was there before. */
const keep = coalesceFor(
  async (store: Store, keepings: readonly Keeping[]): Promise<(Receipt | undefined)[]> => {
    const { db, vault } = store;
    const drawn = keepings
      .map((keeping) => ({ ...keeping, keeping, reference: makeReference(), code: makeCode() }))
      // In the same order everywhere: two instances that kept the same keys in turn would wait for each other.
      .sort((a, b) => (a.submission.key < b.submission.key ? -1 : 1));
    const kept = await db.transaction().execute(async (transaction) => {
      const rows = await transaction
        .insertInto('feedback_request')
        .values(drawn.map((one) => requestRow(one, vault)))
        // Of two of the same key at once one is kept.
        .onConflict((conflict) => conflict.column('submission_key').doNothing())
        .returning('reference')
        .execute();
      const references = new Set(rows.map(({ reference }) => reference));
      const fresh = drawn.filter(({ reference }) => references.has(reference));
      if (fresh.length === 0) return fresh;
      for (const { reference, photos, draft, now } of fresh) {
        if (photos.length > 0)
          await transaction
            .insertInto('feedback_photo')
            .values(photos.map((photo, position) => photoRow(photo, { reference, position, now })))
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
      }
      const senders = fresh.flatMap(({ reference, sender, now }) =>
        sender ? [{ reference, sender, at: now }] : [],
      );
      if (senders.length > 0) await transaction.insertInto('feedback_sender').values(senders).execute();
      await transaction.insertInto('feedback_event').values(fresh.map(receivedRow)).execute();
      await transaction
        .insertInto('feedback_outbox')
        .values(
          fresh.map(({ reference, now }) => deliveryRow({ reference, kind: 'create', sequence: 0, now })),
        )
        .execute();
      return fresh;
    });
    const byKeeping = new Map(kept.map((one) => [one.keeping, one]));
    return keepings.map((keeping) => {
      const one = byKeeping.get(keeping);
      return one && { reference: one.reference, code: one.code, receivedAt: one.now, isNew: true };
    });
  },
);

const photoRow = (
  { bytes, width, height }: ReadyPhoto,
  { reference, position, now }: { reference: string; position: number; now: number },
): PhotoTable => ({
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
});

const receivedRow = ({ reference, now }: { reference: string; now: number }): EventTable => ({
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
});

/**
 * Keeps a suggestion and what must be told to the city in one transaction, together with others that come at the same moment. When it returns, both are on
 * the disk; the same key again gives the same receipt and changes nothing. Throws KeyTakenError where the key stands for other words, and what the database
 * throws; then nothing is kept.
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
  }: { submission: Submission; area?: RequestArea } & Partial<Omit<Keeping, 'submission' | 'area'>>,
): Promise<Receipt> {
  const { location } = submission;
  const area = given ?? (location.how === 'point' ? await findArea(location.position) : undefined);
  const receipt =
    (await keep(store, { submission, photos, draft, sender, area, now })) ??
    // One of the same key was here before: asked only now, since hardly ever one was.
    (await findReceiptOf(store, submission));
  if (!receipt) throw new Error('neither kept nor there before');
  return receipt;
}
