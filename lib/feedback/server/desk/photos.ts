import { blurPicture } from '@/lib/server/blur';
import { type BlurRectangle, RECTANGLES_MAX } from '../../desk';
import type { Desk } from './desk';
import { type Actor, allow, DeskFaultError, perform } from './perform';

/** A photo of a suggestion; `blurred` as it would be published. */
export async function readPhoto(
  { db }: Desk,
  actor: Actor,
  id: string,
  which: 'original' | 'blurred',
): Promise<Uint8Array | undefined> {
  allow(actor, 'read');
  const row = await db
    .selectFrom('feedback_photo')
    .select(which === 'original' ? ['bytes'] : ['bytes', 'public_bytes'])
    .where('id', '=', id)
    // Photos of a form that was never sent are nobody's business.
    .where('reference', 'is not', null)
    .executeTakeFirst();
  return row && ('public_bytes' in row && row.public_bytes ? row.public_bytes : row.bytes);
}

/** Lets a photo be published together with its suggestion, or hides it. */
export async function setPhotoPublished(
  desk: Desk,
  actor: Actor,
  { reference, id, isPublished }: { reference: string; id: string; isPublished: boolean },
): Promise<void> {
  await perform(desk, actor, 'moderate', async ({ transaction, log }) => {
    const changed = await transaction
      .updateTable('feedback_photo')
      .set({ published: Number(isPublished) })
      .where('id', '=', id)
      .where('reference', '=', reference)
      // What nobody let be published cannot be; hiding is always possible.
      .$if(isPublished, (query) =>
        query.where(({ exists, selectFrom }) =>
          exists(
            selectFrom('feedback_request')
              .select('reference')
              .where('feedback_request.reference', '=', reference)
              .where('consent_publish', '=', 1),
          ),
        ),
      )
      .returning('id')
      .executeTakeFirst();
    if (!changed) throw new DeskFaultError('not-consented');
    await log({ action: isPublished ? 'photo-publish' : 'photo-hide', reference, detail: { photo: id } });
  });
}

/** Where a photo was made unreadable so far. */
export async function listRectangles({ db }: Desk, actor: Actor, id: string): Promise<BlurRectangle[]> {
  allow(actor, 'read');
  const row = await db
    .selectFrom('desk_blur')
    .select('rectangles')
    .where('photo', '=', id)
    .executeTakeFirst();
  return row ? JSON.parse(row.rectangles) : [];
}

/**
 * Makes parts of a photo unreadable in what is published: always all of them anew, from the original. Without rectangles the blurred picture is taken
 * away, and the photo hidden, so that nothing is laid bare by mistake.
 */
export async function blurPhoto(
  desk: Desk,
  actor: Actor,
  { reference, id, rectangles }: { reference: string; id: string; rectangles: readonly BlurRectangle[] },
): Promise<void> {
  allow(actor, 'moderate');
  if (rectangles.length > RECTANGLES_MAX) throw new DeskFaultError('out-of-range', 'rectangles');
  const original = await desk.db
    .selectFrom('feedback_photo')
    .select('bytes')
    .where('id', '=', id)
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (!original) throw new DeskFaultError('gone');
  // Nothing drawn and nothing to take away: a form sent before its script ran is no wish to hide the photo.
  if (rectangles.length === 0 && (await listRectangles(desk, actor, id)).length === 0)
    throw new DeskFaultError('not-a-rectangle', 'rectangles');
  // Made before the transaction begins: nobody waits for a picture.
  const blurred = rectangles.length > 0 ? await blurPicture(original.bytes, rectangles) : null;
  await perform(desk, actor, 'moderate', async ({ transaction, deskTables, log }) => {
    const changed = await transaction
      .updateTable('feedback_photo')
      .set({ public_bytes: blurred, ...(!blurred && { published: 0 }) })
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst();
    if (!changed) throw new DeskFaultError('gone');
    const kept = JSON.stringify(rectangles);
    if (blurred)
      await deskTables
        .insertInto('desk_blur')
        .values({ photo: id, rectangles: kept })
        .onConflict((conflict) => conflict.column('photo').doUpdateSet({ rectangles: kept }))
        .execute();
    else await deskTables.deleteFrom('desk_blur').where('photo', '=', id).execute();
    await log({
      action: blurred ? 'photo-blur' : 'photo-unblur',
      reference,
      detail: { photo: id, rectangles: rectangles.length },
    });
  });
}
