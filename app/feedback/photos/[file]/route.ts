import { findPhoto } from '@/lib/feedback/server/public/photos';
import { loadStore } from '@/lib/feedback/server/store';

export const dynamic = 'force-dynamic';

/** A published photo: /feedback/photos/<id>.jpg. All others are not there. */
export async function GET(_request: Request, { params }: RouteContext<'/feedback/photos/[file]'>) {
  const { file } = await params;
  const [, id] = /^([\w-]{1,64})\.jpg$/.exec(file) ?? [];
  const bytes = id && (await findPhoto(await loadStore(), id));
  if (!bytes) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'image/jpeg',
      // Staff may take it back at any time.
      'Cache-Control': 'public, max-age=60',
      'X-Robots-Tag': 'noindex',
    },
  });
}
