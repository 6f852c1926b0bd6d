import { loadStore, type Store } from './store';

/** The photo a file name of `/feedback/media` stands for: a JPEG of our own making that belongs to a suggestion. Undefined where there is none. */
export async function findMedia(file: string, store?: Pick<Store, 'db'>): Promise<Uint8Array | undefined> {
  const [, id] = /^([\w-]{22})\.jpg$/.exec(file) ?? [];
  if (!id) return undefined;
  const { db } = store ?? (await loadStore());
  const row = await db
    .selectFrom('feedback_photo')
    .select('bytes')
    .where('id', '=', id)
    // Those of drafts are shown where the draft is, to whoever has it.
    .where('reference', 'is not', null)
    .executeTakeFirst();
  return row?.bytes;
}
