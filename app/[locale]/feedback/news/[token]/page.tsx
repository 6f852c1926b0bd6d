import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { mainButton } from '@/components/track/action-form';
import { Told } from '@/components/track/told';
import { TrackFrame } from '@/components/track/track-frame';
import { readStopToken } from '@/lib/feedback/server/news/stop-token';
import { loadStore } from '@/lib/feedback/server/store';
import { routing } from '@/lib/i18n/routing';

type Props = PageProps<'/[locale]/feedback/news/[token]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'FeedbackNews' });
  return { title: t('stopTitle'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

/** The page behind the link that ends the e-mails: it asks, since mere opening must change nothing. */
export default async function StopNewsPage({ params, searchParams }: Props) {
  const { locale, token } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const [t, { done }, store] = await Promise.all([
    getTranslations('FeedbackNews'),
    searchParams,
    loadStore(),
  ]);
  const isGood = readStopToken(store.vault, token) !== undefined && done !== 'unknown';
  return (
    <TrackFrame locale={locale} path={`/feedback/news/${token}`}>
      {done === 'stopped' && <Told text={t('stopped')} />}
      <h1 className="text-4xl">{t('stopTitle')}</h1>
      {isGood ? (
        <>
          <p className="mt-3 max-w-prose text-lg">{t('stopText')}</p>
          {done !== 'stopped' && (
            <form action={`/${locale}/feedback/news/${token}/stop`} method="post" className="mt-5">
              <button type="submit" className={mainButton}>
                {t('stopButton')}
              </button>
            </form>
          )}
        </>
      ) : (
        <p className="mt-3 max-w-prose text-lg">
          {t('stopInvalid')} <a href={`/${locale}/feedback/track`}>{t('openButton')}</a>
        </p>
      )}
    </TrackFrame>
  );
}
