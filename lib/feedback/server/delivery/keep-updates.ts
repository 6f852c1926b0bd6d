import { remakePicture } from '@/lib/server/picture';
import { recordUpdate } from '../record-update';
import type { Store } from '../store';
import type { BackendUpdate } from './backend';
import { stateRank } from './city-update';
import { ANSWER_POSITION } from './load-delivery';

/** An id nobody can guess that is the same for the same photo, so that two who fetch it keep one. */
const photoId = ({ vault }: Store, reference: string, key: string) =>
  vault.sign('answer photo', `${reference} ${key}`).subarray(0, 16).toString('base64url');

/** Keeps the photo of an answer; undefined where it cannot be had: the words matter more. */
async function keepPhoto(
  store: Store,
  { reference, update, photo }: BackendUpdate,
  { now, signal }: { now: number; signal: AbortSignal },
): Promise<string | undefined> {
  if (!photo) return undefined;
  try {
    const { bytes, width, height } = await remakePicture(await photo(signal));
    const id = photoId(store, reference, update.key);
    await store.db
      .insertInto('feedback_photo')
      .values({
        id,
        reference,
        draft: null,
        position: ANSWER_POSITION,
        bytes,
        width,
        height,
        public_bytes: null,
        published: 0,
        added_at: now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    return id;
  } catch {
    console.info(`answer ${reference}: its photo could not be had`);
    return undefined;
  }
}

/** Records what the city said, photos included. Returns how much was new, and the references nobody knows. */
export async function keepUpdates(
  store: Store,
  updates: readonly BackendUpdate[],
  { signal, now = Date.now() }: { signal: AbortSignal; now?: number },
): Promise<{ recorded: number; unknown: ReadonlySet<string> }> {
  const unknown = new Set<string>();
  let recorded = 0;
  for (const told of updates) {
    const { reference, update } = told;
    const request = await store.db
      .selectFrom('feedback_request')
      .select(['received_at'])
      .where('reference', '=', reference)
      .executeTakeFirst();
    if (!request) {
      unknown.add(reference);
      continue;
    }
    const known = await store.db
      .selectFrom('feedback_event')
      .select('id')
      .where('reference', '=', reference)
      .where('update_key', '=', update.key)
      .executeTakeFirst();
    if (known) continue;
    const photo = await keepPhoto(store, told, { now, signal });
    // The city cannot speak of it before we had it: its clock is slow.
    const at =
      update.at > request.received_at
        ? update.at
        : request.received_at + 1 + (update.state ? stateRank[update.state] : 0);
    const isNew = await recordUpdate(store, {
      reference,
      update: { ...update, at, ...(photo && { photo }) },
      now,
    });
    if (isNew) recorded++;
  }
  return { recorded, unknown };
}
