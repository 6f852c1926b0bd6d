import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { shareImage } from '@/app/_share/share-image';
import { formatDistance, formatDuration, formatHeight } from '@/lib/i18n/format';
import { locales } from '@/lib/i18n/locales';
import { routing } from '@/lib/i18n/routing';
import { coverOf } from '@/lib/sketch/choose-motif';
import { sealOf, storyOf } from '@/lib/walks/measured-walk';
import { findWalk, loadWalks } from '@/lib/walks/server/walks';

export const dynamic = 'force-static';

export async function generateStaticParams() {
  const walks = await loadWalks();
  return locales.flatMap((locale) => walks.map(({ id }) => ({ locale, slug: id })));
}

/** The picture chat programs show for a walk, in the language of its address. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/walks/[slug]/share.png'>) {
  const { locale, slug } = await params;
  const measured = await findWalk(slug);
  if (!hasLocale(routing.locales, locale) || !measured) return new Response(null, { status: 404 });
  const t = await getTranslations({ locale, namespace: 'ShareImage' });
  const { walk, measures } = measured;
  const story = storyOf(walk, locale);
  return shareImage({
    locale,
    motif: coverOf(walk),
    seal: sealOf(walk, locale),
    title: story.title,
    tagline: story.tagline,
    facts: t('facts', {
      distance: formatDistance(locale, measures.lengthMeters),
      ascent: formatHeight(locale, measures.ascent),
      time: formatDuration(locale, measured.totalSeconds),
    }),
  });
}
