import { CALLBACK_BYTES_LIMIT, isSigned, readCallback } from '@/lib/feedback/server/delivery/callback';
import { keepUpdates } from '@/lib/feedback/server/delivery/keep-updates';
import { loadStore } from '@/lib/feedback/server/store';
import { environment } from '@/lib/server/env';

/** The city tells how suggestions stand: POST /feedback/callback, signed (README, "Delivery"). Not there unless a secret is set. */
export const dynamic = 'force-dynamic';

const problem = (status: number, title: string, detail?: string) =>
  Response.json(
    { title, status, ...(detail && { detail }) },
    { status, headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' } },
  );

export async function POST(request: Request) {
  const secret = environment.GOVERNANCE_CALLBACK_SECRET;
  if (!secret) return new Response(null, { status: 404 });
  const body = await readCapped(request);
  if (body === undefined) return problem(413, 'Too large');
  const signed = {
    timestamp: request.headers.get('x-yuwalk-timestamp'),
    signature: request.headers.get('x-yuwalk-signature'),
    body,
  };
  if (!isSigned(signed, secret)) return problem(401, 'Not signed, or not now');
  let updates: ReturnType<typeof readCallback>;
  try {
    updates = readCallback(body);
  } catch (error) {
    return problem(400, 'Cannot be read', error instanceof Error ? error.message : undefined);
  }
  const { recorded, unknown } = await keepUpdates(await loadStore(), updates, { signal: request.signal });
  return Response.json({ recorded, unknown: [...unknown] }, { headers: { 'Cache-Control': 'no-store' } });
}

/** The body as text; undefined where it is larger than any callback. */
async function readCapped(request: Request): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > CALLBACK_BYTES_LIMIT) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
