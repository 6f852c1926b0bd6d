import { getLocale, getTranslations } from 'next-intl/server';
import { CodeForm } from '@/components/track/code-form';
import { TrackFrame } from '@/components/track/track-frame';

/** A code that opens nothing, with room for another try. */
export default async function UnknownCode() {
  const [t, locale] = await Promise.all([getTranslations('TrackPage'), getLocale()]);
  return (
    <TrackFrame locale={locale} path="/feedback/track">
      <title>{t('notFound')}</title>
      <h1 className="text-4xl">{t('notFound')}</h1>
      <p className="mt-2 mb-8 max-w-prose text-lg">{t('problems.unknown')}</p>
      <CodeForm />
    </TrackFrame>
  );
}
