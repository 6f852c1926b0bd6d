/** Thrown where a body is longer than allowed. */
export class BodyTooLargeError extends Error {}

/**
 * A body of at most so many bytes: they are counted as they come, and what is longer is not taken into memory. What reads it must reject with what `check` makes
 * of its error. Throws BodyTooLargeError where the length is named and too much.
 */
function boundedBody(request: Request, mostBytes: number): { body: Body; check: (error: unknown) => never } {
  const length = request.headers.get('content-length');
  if (length !== null) {
    if (Number(length) > mostBytes) throw new BodyTooLargeError();
    // HTTP ends a body at the length it names: nothing is left to count.
    return {
      body: request,
      check: (error) => {
        throw error;
      },
    };
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
  return {
    body: new Response(counted ?? null, {
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
    }),
    check: (error) => {
      const cause = (error as { cause?: unknown }).cause;
      throw bytes > mostBytes || cause instanceof BodyTooLargeError ? new BodyTooLargeError() : error;
    },
  };
}

/** Reads a form of at most so many bytes. Throws BodyTooLargeError, or TypeError where it is no form. */
export async function readForm(request: Request, mostBytes: number): Promise<FormData> {
  const { body, check } = boundedBody(request, mostBytes);
  return body.formData().catch(check);
}

/** Reads JSON of at most so many bytes. Throws BodyTooLargeError, or SyntaxError where it is none. */
export async function readJson(request: Request, mostBytes: number): Promise<unknown> {
  const { body, check } = boundedBody(request, mostBytes);
  return body.json().catch(check);
}

/** False where a form was sent from another site's page. Browsers name the origin of every form they post. */
export function isOwnOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (!origin || origin === 'null') return request.headers.get('sec-fetch-site') !== 'cross-site';
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host;
}
