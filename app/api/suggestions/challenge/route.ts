import { makeChallenge } from '@/lib/feedback/server/abuse/challenge';
import { limit } from '@/lib/feedback/server/abuse/limits';
import { senderOf } from '@/lib/feedback/server/abuse/sender';
import { loadStore } from '@/lib/feedback/server/store';

/** A new proof of work to be done before a suggestion is sent. */
export async function GET(request: Request) {
  const store = await loadStore();
  const seconds = await limit(store, 'challenge', senderOf(request.headers, store.vault));
  if (seconds > 0) return Response.json({}, { status: 429, headers: { 'Retry-After': String(seconds) } });
  return Response.json(await makeChallenge(store), { headers: { 'Cache-Control': 'no-store' } });
}
