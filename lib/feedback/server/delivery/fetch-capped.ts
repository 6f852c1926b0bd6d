/** Fetching from somebody else's server: with an end in time and in size, and never following where it points. */

export type Fetched =
  | { status: number; headers: Headers; bytes: Uint8Array; fault?: never }
  /** `isCertain`: nothing of what was sent arrived. */
  | { fault: string; isCertain: boolean; status?: never };

// Raised before a connection stands, so that nothing was said over it.
const beforeSaying = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

const codeOf = (error: unknown): string => {
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown[] };
  if (typeof code === 'string') return code;
  const inner = cause ?? errors?.[0];
  return inner ? codeOf(inner) : '';
};

/** Fetches and reads the whole body. Never throws; redirects are an answer like any other. */
export async function fetchCapped(
  url: string,
  init: { method?: 'GET' | 'POST'; body?: string; headers?: Record<string, string> },
  { signal, timeout, sizeLimit }: { signal: AbortSignal; timeout: number; sizeLimit: number },
): Promise<Fetched> {
  if (signal.aborted) return { fault: 'stopped', isCertain: true };
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    });
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      // Leaving the loop ends the connection.
      if (size > sizeLimit) return { fault: 'too-large', isCertain: false };
      chunks.push(chunk);
    }
    return { status: response.status, headers: response.headers, bytes: Buffer.concat(chunks) };
  } catch (error) {
    const code = codeOf(error);
    const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
    return {
      fault: isTimeout ? 'timeout' : signal.aborted ? 'stopped' : code ? code.toLowerCase() : 'connection',
      isCertain: beforeSaying.has(code),
    };
  }
}
