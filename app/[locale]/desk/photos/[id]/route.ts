import { hasLocale } from 'next-intl';
import { loadDesk } from '@/lib/feedback/server/desk/desk';
import { readPhoto } from '@/lib/feedback/server/desk/photos';
import { readDeskSession } from '@/lib/feedback/server/desk/sign-in';
import { routing } from '@/lib/i18n/routing';

/** A photo for whoever is signed in: the original, or as it would be published. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; id: string }> },
): Promise<Response> {
  const { locale, id } = await params;
  const desk = await loadDesk();
  const session = await readDeskSession(desk, request.headers.get('cookie'));
  if (!session?.isOpen || !hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const which = new URL(request.url).searchParams.get('of') === 'blurred' ? 'blurred' : 'original';
  const bytes = await readPhoto(desk, session.account, id, which);
  if (!bytes) return new Response(null, { status: 404 });
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': 'image/jpeg',
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
    },
  });
}
