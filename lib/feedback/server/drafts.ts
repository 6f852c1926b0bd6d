/** Drafts of those whose browser runs no scripts: kept sealed, found by a cookie, gone after a day. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Locale } from '@/lib/i18n/locales';
import { type Draft, draftSchema, emptyDraft } from '../draft';
import { type Fault, PHOTO_LIMIT } from '../submission';
import { hashOf, type Store } from './store';
import { makeId, type ReadyPhoto } from './submit';

export const DRAFT_COOKIE = 'yuwalk-draft';
/** How long a draft waits for its next answer. */
export const DRAFT_HOURS = 24;

/** A draft with what was wrong with the last step, so that a page can say it again after a reload. */
export interface KeptDraft {
  /** Row of the draft: hash of the cookie. */
  id: string;
  draft: Draft;
  faults: (Fault & { name?: string })[];
  /** The step these faults belong to. */
  faultStep: string;
  /** Set once it was sent. */
  reference: string | null;
}

export const makeDraftToken = () => randomBytes(24).toString('base64url');

export const draftPurpose = (id: string) => `draft ${id}`;

/** A draft begun now, not yet kept. */
export const beginDraft = (token: string, language: Locale): KeptDraft => ({
  id: hashOf(token),
  draft: emptyDraft(randomUUID(), language),
  faults: [],
  faultStep: '',
  reference: null,
});

/** The draft of a cookie; undefined where there is none, or it is too old. */
export async function findDraft(
  { db, vault }: Pick<Store, 'db' | 'vault'>,
  token: string | undefined,
  now = Date.now(),
): Promise<KeptDraft | undefined> {
  if (!token || token.length > 64) return undefined;
  const id = hashOf(token);
  const row = await db
    .selectFrom('feedback_draft')
    .selectAll()
    .where('id', '=', id)
    .where('changed_at', '>', now - DRAFT_HOURS * 3_600_000)
    .executeTakeFirst();
  if (!row) return undefined;
  const { draft, faults, faultStep } = JSON.parse(vault.open(row.sealed, draftPurpose(id)));
  const parsed = draftSchema.safeParse(draft);
  // A draft of an older form cannot be read any more; a new one begins.
  return parsed.success ? { id, draft: parsed.data, faults, faultStep, reference: row.reference } : undefined;
}

export async function keepDraft(
  { db, vault }: Pick<Store, 'db' | 'vault'>,
  { id, draft, faults, faultStep }: KeptDraft,
  now = Date.now(),
): Promise<void> {
  const sealed = vault.seal(JSON.stringify({ draft, faults, faultStep }), draftPurpose(id));
  await db
    .insertInto('feedback_draft')
    .values({ id, sealed, changed_at: now, reference: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ sealed, changed_at: now }))
    .execute();
}

/** Photos of a draft in order, without their bytes. */
export const listDraftPhotos = ({ db }: Pick<Store, 'db'>, id: string) =>
  db
    .selectFrom('feedback_photo')
    .select(['id', 'width', 'height'])
    .where('draft', '=', id)
    .orderBy('position')
    .execute();

/** Lays photos into a draft, as many as there is room for. Returns how many were too many. */
export async function addDraftPhotos(
  { db }: Pick<Store, 'db'>,
  id: string,
  photos: readonly ReadyPhoto[],
  now = Date.now(),
): Promise<number> {
  const kept = await db
    .selectFrom('feedback_photo')
    .select('position')
    .where('draft', '=', id)
    .orderBy('position')
    .execute();
  const taken = photos.slice(0, Math.max(0, PHOTO_LIMIT - kept.length));
  const next = (kept.at(-1)?.position ?? -1) + 1;
  if (taken.length > 0)
    await db
      .insertInto('feedback_photo')
      .values(
        taken.map((photo, index) => ({
          id: makeId(),
          reference: null,
          draft: id,
          position: next + index,
          ...photo,
          public_bytes: null,
          published: 0,
          added_at: now,
        })),
      )
      .execute();
  return photos.length - taken.length;
}

/** Lays the photos of a sent suggestion into a draft too: what is changed after it was sent keeps them. */
export async function copySentPhotos(
  store: Pick<Store, 'db'>,
  { reference, draft }: { reference: string; draft: string },
): Promise<void> {
  const photos = await store.db
    .selectFrom('feedback_photo')
    .select(['bytes', 'width', 'height'])
    .where('reference', '=', reference)
    .orderBy('position')
    .execute();
  await addDraftPhotos(store, draft, photos);
}

export async function removeDraftPhoto({ db }: Pick<Store, 'db'>, id: string, photo: string): Promise<void> {
  await db.deleteFrom('feedback_photo').where('draft', '=', id).where('id', '=', photo).execute();
}

/** A photo of one's own draft. */
export const readDraftPhoto = ({ db }: Pick<Store, 'db'>, id: string, photo: string) =>
  db
    .selectFrom('feedback_photo')
    .select('bytes')
    .where('draft', '=', id)
    .where('id', '=', photo)
    .executeTakeFirst();

/** Forgets a draft and its photos. */
export async function dropDraft({ db }: Pick<Store, 'db'>, id: string): Promise<void> {
  await db.deleteFrom('feedback_photo').where('draft', '=', id).execute();
  await db.deleteFrom('feedback_draft').where('id', '=', id).execute();
}
