import { findMedia } from '@/lib/feedback/server/find-media';

/** A photo by its id, which nobody can guess: /feedback/media/<id>.jpg. The city fetches it from here, perhaps hours later. */
export const dynamic = 'force-dynamic';

export async function GET(_request: Request, { params }: RouteContext<'/feedback/media/[file]'>) {
  const { file } = await params;
  const bytes = await findMedia(file);
  if (!bytes) return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'image/jpeg',
      // A photo never changes; caches that others share do not get to keep it.
      'Cache-Control': 'private, max-age=31536000, immutable',
      'X-Robots-Tag': 'noindex',
      'Referrer-Policy': 'no-referrer',
    },
  });
}
