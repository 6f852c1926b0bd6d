import { remakePicture } from '@/lib/server/picture';
import { type DeskStep, needsWords } from '../../desk';
import { cleanLine, cleanText, DESCRIPTION_LIMIT, LINE_LIMIT } from '../../text';
import { recordUpdateIn } from '../record-update';
import { makeId } from '../submit';
import type { Desk } from './desk';
import { type Actor, allow, DeskFaultError, perform } from './perform';

/**
 * Says something of a suggestion in place of the backend: a note, who handles it, that work goes on, the answer, or that it is closed. The person reads it in
 * the timeline. The same key again changes nothing. Throws DeskFaultError where words are missing or too long, and PictureError where the photo is none.
 */
export async function updateRequest(
  desk: Desk,
  actor: Actor,
  {
    reference,
    key,
    step,
    text,
    agency,
    photo,
  }: {
    reference: string;
    /** Made with the form: sent twice, it counts once. */
    key: string;
    step: DeskStep;
    text: string;
    agency?: string;
    photo?: Uint8Array | undefined;
  },
): Promise<void> {
  allow(actor, 'answer');
  const words = cleanText(text);
  const who = cleanLine(agency ?? '');
  if (words.length > DESCRIPTION_LIMIT) throw new DeskFaultError('too-long', 'text');
  if (who.length > LINE_LIMIT) throw new DeskFaultError('too-long', 'agency');
  if (!words && needsWords(step)) throw new DeskFaultError('required', 'text');
  const picture = photo && (await remakePicture(photo));
  await perform(desk, actor, 'answer', async ({ transaction, log, now }) => {
    const known = await transaction
      .selectFrom('feedback_request')
      .select('reference')
      .where('reference', '=', reference)
      .executeTakeFirst();
    if (!known) throw new DeskFaultError('gone');
    const id = picture && makeId();
    const isNew = await recordUpdateIn(transaction, {
      reference,
      update: {
        key: `desk ${key}`,
        at: now,
        ...(step !== 'note' && { state: step }),
        ...(words && { text: words }),
        ...(who && { agency: who }),
        ...(id && { photo: id }),
      },
      by: 'desk',
      now,
      isPostgres: desk.store.isPostgres,
    });
    if (!isNew) return;
    if (picture && id) {
      const last = await transaction
        .selectFrom('feedback_photo')
        .select(({ fn }) => fn.max('position').as('position'))
        .where('reference', '=', reference)
        .executeTakeFirst();
      await transaction
        .insertInto('feedback_photo')
        .values({
          id,
          reference,
          draft: null,
          position: Number(last?.position ?? -1) + 1,
          bytes: picture.bytes,
          width: picture.width,
          height: picture.height,
          public_bytes: null,
          published: 0,
          added_at: now,
        })
        .execute();
    }
    await log({ action: 'update', reference, detail: { step, ...(id && { photo: id }) } });
  });
}
