import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { shareImage } from '@/app/_share/share-image';
import { locales } from '@/lib/i18n/locales';
import { routing } from '@/lib/i18n/routing';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

/** The picture chat programs show for the portal itself. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/share.png'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const t = await getTranslations({ locale });
  return shareImage({
    locale,
    motif: 'home',
    title: t('Hero.title'),
    tagline: t('ShareImage.place'),
    facts: 'YuWalk 渝步',
  });
}
