import { cookies } from 'next/headers';
import { DRAFT_COOKIE, findDraft, readDraftPhoto } from '@/lib/feedback/server/drafts';
import { loadStore } from '@/lib/feedback/server/store';

/** A photo of one's own draft, for whoever holds its cookie. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const [{ id }, store, jar] = await Promise.all([params, loadStore(), cookies()]);
  const kept = await findDraft(store, jar.get(DRAFT_COOKIE)?.value);
  const photo = kept && (await readDraftPhoto(store, kept.id, id));
  if (!photo) return new Response(null, { status: 404 });
  return new Response(Uint8Array.from(photo.bytes), {
    headers: { 'Content-Type': 'image/jpeg', 'Cache-Control': 'private, no-store' },
  });
}
