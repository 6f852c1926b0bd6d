import { useLocale, useTranslations } from 'next-intl';
import { formatCode } from '@/lib/feedback/code';
import { languageOf } from '@/lib/i18n/language-of';

/** What somebody who said "me too" keeps: a code of their own. */
export function FollowCard({
  reference,
  code,
  hasNews,
  kind,
  place,
}: {
  reference: string;
  code: string;
  hasNews: boolean;
  kind: string;
  place: string;
}) {
  const t = useTranslations('RequestPage.followed');
  const locale = useLocale();
  return (
    <>
      <h1 className="text-3xl">{t('title')}</h1>
      <div className="mt-6 max-w-xl border-2 border-rule-strong bg-raised p-6">
        <p className="text-soft">{t('code')}</p>
        <p className="mt-1 font-mono text-2xl tracking-wide sm:text-3xl wrap-anywhere select-all">
          {formatCode(code)}
        </p>
        <p className="mt-3 max-w-prose">{t('hint')}</p>
        {hasNews && <p className="mt-2">{t('news')}</p>}
        <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 text-soft">
          <dt>{t('suggestion')}</dt>
          <dd>
            {kind} · <span lang={languageOf(place)}>{place}</span>{' '}
            <span className="font-mono">{reference}</span>
          </dd>
        </dl>
      </div>
      <div className="no-print mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <a
          href={`/${locale}/feedback/track`}
          className="inline-flex min-h-target items-center bg-cinnabar px-7 text-lg text-on-cinnabar no-underline hover:brightness-110"
        >
          {t('track')}
        </a>
        <button
          type="button"
          data-print
          className="min-h-target cursor-pointer border border-rule-strong bg-raised px-5 noscript:hidden"
        >
          {t('print')}
        </button>
        <a
          href={`/${locale}/feedback/requests/${reference}`}
          className="inline-flex min-h-target items-center"
        >
          {t('back')}
        </a>
      </div>
    </>
  );
}
