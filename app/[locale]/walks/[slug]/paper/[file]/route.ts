import { hasLocale } from 'next-intl';
import { loadPaper } from '@/app/_sheet/load-paper';
import { routing } from '@/lib/i18n/routing';
import { parsePaper } from '@/lib/sketch/papers';
import { findWalk } from '@/lib/walks/server/walks';

/** Made when somebody first asks for it, and kept: there are six hundred of them. */
export const dynamic = 'force-static';

export const generateStaticParams = () => [];

/** A walk on paper: /<locale>/walks/<slug>/paper/a4.pdf and so on. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[locale]/walks/[slug]/paper/[file]'>,
) {
  const { locale, slug, file } = await params;
  const [asked, measured] = [parsePaper(file), await findWalk(slug)];
  if (!hasLocale(routing.locales, locale) || !asked || !measured) return new Response(null, { status: 404 });
  const pdf = await loadPaper(measured, locale, asked.paper, asked.turn);
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${slug}-${locale}-${file}"`,
    },
  });
}
