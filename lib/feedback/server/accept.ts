/** The door: everything that comes in is read, checked, limited and made safe here before it is kept. */
import { PictureError, type PictureFault, remakePicture } from '@/lib/server/picture';
import type { KindRules } from '../kind';
import { type Fault, PHOTO_BYTES_LIMIT, PHOTO_LIMIT, readSubmission, type Submission } from '../submission';
import { isBlocked } from './abuse/blocks';
import { spendChallenge } from './abuse/challenge';
import { limit } from './abuse/limits';
import type { RequestArea } from './areas';
import type { Store } from './store';
import { findReceiptOf, KeyTakenError, type ReadyPhoto, type Receipt, submit } from './submit';

export type Acceptance =
  | { result: 'kept'; receipt: Receipt }
  | { result: 'faulty'; faults: Fault[] }
  /** Too many from here; again in so many seconds. */
  | { result: 'limited'; seconds: number }
  /** The proof of work is missing, wrong or used: a new one is to be asked for. */
  | { result: 'unproven' }
  /** Its key stands for other words: it needs a key of its own. */
  | { result: 'taken' }
  /** Staff keep this sender or these words out. */
  | { result: 'blocked' };

/** Photos made anew, one after the other: each may take as much memory as it has pixels. Faults name the photo by its place. */
export async function readPhotos(
  files: readonly Blob[],
): Promise<{ photos: ReadyPhoto[]; faults: (Fault & { index: number; name: string })[] }> {
  const photos: ReadyPhoto[] = [];
  const faults: (Fault & { index: number; name: string })[] = [];
  for (const [index, file] of files.entries()) {
    const fault = (kind: PictureFault | 'too-many') =>
      faults.push({
        field: 'photos',
        fault: kind,
        index,
        name: file instanceof File ? file.name.slice(0, 100) : '',
      });
    if (photos.length === PHOTO_LIMIT) fault('too-many');
    else if (file.size > PHOTO_BYTES_LIMIT) fault('too-large');
    else
      try {
        photos.push(await remakePicture(new Uint8Array(await file.arrayBuffer())));
      } catch (error) {
        if (!(error instanceof PictureError)) throw error;
        fault(error.fault);
      }
  }
  return { photos, faults };
}

/**
 * Takes a suggestion from a browser that runs scripts. A key that is known already is answered with its receipt before anything else is asked, so that one
 * whose answer was lost can be repeated as often as it needs.
 */
export async function acceptSubmission(
  store: Store,
  {
    input,
    files,
    proof,
    sender,
    kinds,
    findArea,
    now = Date.now(),
  }: {
    input: unknown;
    files: readonly Blob[];
    /** Solved challenge. */
    proof: string;
    sender: string;
    kinds: readonly KindRules[];
    findArea?: (submission: Submission) => RequestArea | undefined;
    now?: number;
  },
): Promise<Acceptance> {
  const { submission, faults } = readSubmission(input, kinds);
  if (!submission) return { result: 'faulty', faults };
  // Asked in one go, not one after the other. A proof is spent and a point taken also where the suggestion was here before.
  const [proven, seconds, isOut] = await Promise.all([
    spendChallenge(store, proof, now),
    limit(store, 'submit', sender),
    isBlocked(store, { sender, text: submission.description, now }),
  ]);
  let refusal: Acceptance | undefined;
  if (proven !== 'solved') refusal = { result: 'unproven' };
  else if (seconds > 0) refusal = { result: 'limited', seconds };
  else if (isOut) refusal = { result: 'blocked' };
  try {
    // What was kept before is answered whatever else is said, and before photos are made anew. Else it shows when it is to be kept: hardly ever it was.
    if (refusal || files.length > 0) {
      const known = await findReceiptOf(store, submission);
      if (known) return { result: 'kept', receipt: known };
    }
    if (refusal) return refusal;
    const { photos, faults: photoFaults } = await readPhotos(files);
    if (photoFaults.length > 0)
      return { result: 'faulty', faults: photoFaults.map(({ field, fault }) => ({ field, fault })) };
    const area = findArea?.(submission);
    const receipt = await submit(store, { submission, photos, sender, ...(area && { area }), now });
    return { result: 'kept', receipt };
  } catch (error) {
    if (error instanceof KeyTakenError) return { result: 'taken' };
    throw error;
  }
}
