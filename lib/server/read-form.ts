/** Thrown where a body is longer than allowed. */
export class BodyTooLargeError extends Error {}

/**
 * Reads a form from a request, counting its bytes as they come: what is longer is not taken into memory. Throws BodyTooLargeError, or TypeError where it is no
 * form.
 */
export async function readForm(request: Request, mostBytes: number): Promise<FormData> {
  const length = request.headers.get('content-length');
  if (length !== null) {
    if (Number(length) > mostBytes) throw new BodyTooLargeError();
    // HTTP ends a body at the length it names: nothing is left to count.
    return request.formData();
  }
  let bytes = 0;
  const counted = request.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > mostBytes) controller.error(new BodyTooLargeError());
        else controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted ?? null, {
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
  })
    .formData()
    .catch((error: unknown) => {
      const cause = (error as { cause?: unknown }).cause;
      throw bytes > mostBytes || cause instanceof BodyTooLargeError ? new BodyTooLargeError() : error;
    });
}

/** False where a form was sent from another site's page. Browsers name the origin of every form they post. */
export function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (!origin || origin === 'null') return request.headers.get('sec-fetch-site') !== 'cross-site';
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host;
}
