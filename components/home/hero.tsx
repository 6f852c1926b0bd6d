import { useLocale, useTranslations } from 'next-intl';
import { Cover } from '../ui/cover';

export function Hero() {
  const t = useTranslations('Hero');
  const locale = useLocale();
  return (
    <section className="relative overflow-hidden">
      <div className="mx-auto flex max-w-6xl flex-col px-4 pt-8 sm:px-6 sm:pt-12">
        <h1 className="max-w-[16em] text-[clamp(2.1rem,6vw,4rem)] leading-[1.15] lg:max-w-[18em]">
          {t('title')}
        </h1>
        <p className="mt-4 max-w-[34em] text-lg text-soft">{t('intro')}</p>
        <p className="mt-6">
          <a
            href={`/${locale}/walks`}
            className="inline-flex min-h-target items-center bg-cinnabar px-7 text-lg text-on-cinnabar no-underline hover:brightness-110"
          >
            {t('action')}
          </a>
        </p>
      </div>
      <Cover
        motif="home"
        format="wide"
        isFirst
        className="mt-4 h-[clamp(15rem,36vw,33rem)] w-full object-cover object-center"
      />
    </section>
  );
}
