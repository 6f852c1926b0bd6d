import type { Store } from '../store';

export interface PublishedPhoto {
  id: string;
  reference: string;
  width: number;
  height: number;
}

const selectPhotos = ({ db }: Pick<Store, 'db'>) =>
  db
    .selectFrom('feedback_photo as photo')
    .innerJoin('feedback_request as request', 'request.reference', 'photo.reference')
    .where('request.publication', '=', 'published')
    .where('photo.published', '=', 1);

/** Photos that staff let be published, of published suggestions, in their order. */
export async function listPhotos(
  store: Pick<Store, 'db'>,
  references: readonly string[],
): Promise<PublishedPhoto[]> {
  if (references.length === 0) return [];
  return selectPhotos(store)
    .where('request.reference', 'in', [...references])
    .select(['photo.id', 'request.reference', 'photo.width', 'photo.height'])
    .orderBy('photo.position')
    .orderBy('photo.id')
    .execute();
}

/** A published photo's JPEG: the one made for the public where there is one. Undefined for all others, as if they were not there. */
export async function findPhoto(store: Pick<Store, 'db'>, id: string): Promise<Uint8Array | undefined> {
  const row = await selectPhotos(store)
    .where('photo.id', '=', id)
    .select(['photo.bytes', 'photo.public_bytes'])
    .executeTakeFirst();
  return row && (row.public_bytes ?? row.bytes);
}

/** Where a published photo is fetched. */
export const photoPath = (id: string) => `/feedback/photos/${id}.jpg`;
