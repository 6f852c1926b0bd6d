import { loadContent } from '@/lib/content/server/load-content';
import { senderOf } from '@/lib/feedback/server/abuse/sender';
import { acceptSubmission } from '@/lib/feedback/server/accept';
import { loadStore } from '@/lib/feedback/server/store';
import { PHOTO_BYTES_LIMIT, PHOTO_LIMIT } from '@/lib/feedback/submission';
import { BodyTooLargeError, isOwnOrigin, readForm } from '@/lib/server/read-form';

/** Room for the words beside the photos. */
const WORDS_BYTES = 300_000;

const answer = (body: object, status: number, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store', ...headers } });

/**
 * Takes a suggestion: a form with `submission` (JSON), `photos` and `proof`. 201 with the receipt, also when it was here before; 422 with the faults by
 * field; 409 where the key stands for another one, so that this needs its own; 428 where the proof of work is to be done again; 429 with Retry-After; 403; 413; 400. Anything else means: keep it and try again.
 */
export async function POST(request: Request) {
  if (!isOwnOrigin(request)) return answer({ reason: 'origin' }, 403);
  let form: FormData;
  try {
    form = await readForm(request, PHOTO_LIMIT * PHOTO_BYTES_LIMIT + WORDS_BYTES);
  } catch (error) {
    return error instanceof BodyTooLargeError
      ? answer({ reason: 'too-large' }, 413)
      : answer({ reason: 'unreadable' }, 400);
  }
  // A field no person sees.
  if (form.get('website')) return answer({ reason: 'blocked' }, 403);
  let input: unknown;
  try {
    input = JSON.parse(String(form.get('submission')));
  } catch {
    return answer({ reason: 'unreadable' }, 400);
  }
  try {
    const [store, { kinds }] = await Promise.all([loadStore(), loadContent()]);
    const accepted = await acceptSubmission(store, {
      input,
      files: form.getAll('photos').filter((file) => typeof file !== 'string'),
      proof: String(form.get('proof') ?? ''),
      sender: senderOf(request.headers, store.vault),
      kinds,
    });
    switch (accepted.result) {
      case 'kept': {
        const { reference, code, receivedAt } = accepted.receipt;
        return answer({ reference, code, receivedAt }, 201);
      }
      case 'faulty':
        return answer({ faults: accepted.faults }, 422);
      case 'taken':
        return answer({ reason: 'key-taken' }, 409);
      case 'limited':
        return answer({ reason: 'limited' }, 429, { 'Retry-After': String(accepted.seconds) });
      case 'unproven':
        return answer({ reason: 'unproven' }, 428);
      case 'blocked':
        return answer({ reason: 'blocked' }, 403);
    }
  } catch (error) {
    // The sender keeps it and tries again; the operator must know why, and nothing of what was written.
    console.error(
      `suggestion not kept: ${error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'}`,
    );
    return answer({ reason: 'unavailable' }, 503, { 'Retry-After': '30' });
  }
}
