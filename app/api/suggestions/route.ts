import { z } from 'zod';
import { loadContent } from '@/lib/content/server/load-content';
import { senderOf } from '@/lib/feedback/server/abuse/sender';
import { acceptSubmission } from '@/lib/feedback/server/accept';
import { loadStore } from '@/lib/feedback/server/store';
import { PHOTO_BYTES_LIMIT, PHOTO_LIMIT, WORDS_BYTES } from '@/lib/feedback/submission';
import { BodyTooLargeError, isOwnOrigin, readForm, readJson } from '@/lib/server/read-form';

/** What is sent; without photos it comes as JSON, which takes less to read than a form. */
const sentSchema = z.object({
  submission: z.unknown(),
  proof: z.string().catch(''),
  /** A field no person sees. */
  website: z.string().optional(),
});

async function readSent(request: Request): Promise<z.infer<typeof sentSchema> & { photos: File[] }> {
  if (request.headers.get('content-type')?.startsWith('application/json'))
    return { ...sentSchema.parse(await readJson(request, WORDS_BYTES)), photos: [] };
  const form = await readForm(request, PHOTO_LIMIT * PHOTO_BYTES_LIMIT + WORDS_BYTES);
  const fields = Object.fromEntries(form);
  return {
    ...sentSchema.parse({ ...fields, submission: JSON.parse(String(fields.submission)) }),
    photos: form.getAll('photos').filter((file) => typeof file !== 'string'),
  };
}

const answer = (body: object, status: number, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store', ...headers } });

/**
 * Takes a suggestion: `submission` and `proof` as JSON, or a form with `submission` (JSON), `photos` and `proof`. 201 with the receipt, also when it was here before; 422 with the faults by
 * field; 409 where the key stands for another one, so that this needs its own; 428 where the proof of work is to be done again; 429 with Retry-After; 403; 413; 400. Anything else means: keep it and try again.
 */
export async function POST(request: Request) {
  if (!isOwnOrigin(request)) return answer({ reason: 'origin' }, 403);
  let sent: Awaited<ReturnType<typeof readSent>>;
  try {
    sent = await readSent(request);
  } catch (error) {
    return error instanceof BodyTooLargeError
      ? answer({ reason: 'too-large' }, 413)
      : answer({ reason: 'unreadable' }, 400);
  }
  if (sent.website) return answer({ reason: 'blocked' }, 403);
  try {
    const [store, { kinds }] = await Promise.all([loadStore(), loadContent()]);
    const accepted = await acceptSubmission(store, {
      input: sent.submission,
      files: sent.photos,
      proof: sent.proof,
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
