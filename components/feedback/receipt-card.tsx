import { useLocale, useTranslations } from 'next-intl';
import { renderSVG } from 'uqr';
import { formatCode } from '@/lib/feedback/code';
import { formatInstant } from '@/lib/i18n/format';

/** The receipt: what to keep, and what happens next. Printed, it is one sheet with the code as letters and as a picture. */
export function ReceiptCard({
  reference,
  code,
  receivedAt,
  site,
}: {
  reference: string;
  code: string;
  receivedAt: number;
  /** Public address of the portal. */
  site: string;
}) {
  const t = useTranslations('FeedbackForm');
  const locale = useLocale();
  const path = `/${locale}/feedback/track/${code}`;
  return (
    <>
      <h1 className="text-3xl" tabIndex={-1} data-receipt>
        {t('receipt.title')}
      </h1>
      <div className="mt-6 grid gap-6 border-2 border-rule-strong bg-raised p-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:p-6 grid-cols-[minmax(0,1fr)]">
        <div>
          <p className="text-soft">{t('receipt.code')}</p>
          <p className="mt-1 font-mono text-2xl select-all sm:text-3xl sm:tracking-wide">
            {/* On a narrow screen in large letters it goes over two lines, never in the middle of a group. */}
            {formatCode(code)
              .split(/(?<=-)/)
              .map((group, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: groups never change places
                <span key={index} className="inline-block">
                  {group}
                </span>
              ))}
          </p>
          <p className="mt-3 max-w-prose">{t('receipt.hint')}</p>
          <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 text-soft wrap-anywhere">
            <dt>{t('receipt.reference')}</dt>
            <dd className="font-mono">{reference}</dd>
            <dt>{t('receipt.at')}</dt>
            <dd>{formatInstant(locale, receivedAt)}</dd>
          </dl>
        </div>
        <div
          role="img"
          aria-label={t('receipt.qr')}
          className="size-40 bg-white p-1 [&>svg]:size-full"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: squares drawn by the library from our own address
          dangerouslySetInnerHTML={{ __html: renderSVG(new URL(path, site).href, { border: 2 }) }}
        />
      </div>
      <h2 className="mt-8 text-xl">{t('receipt.next')}</h2>
      <p className="mt-1 max-w-prose">{t('receipt.nextText')}</p>
      <div className="no-print mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <a
          href={path}
          className="inline-flex min-h-target items-center bg-cinnabar px-7 text-lg text-on-cinnabar no-underline hover:brightness-110"
        >
          {t('receipt.track')}
        </a>
        <button
          type="button"
          data-print
          className="min-h-target cursor-pointer border border-rule-strong bg-raised px-5 noscript:hidden"
        >
          {t('receipt.print')}
        </button>
        <a href={`/${locale}/feedback`} className="inline-flex min-h-target items-center">
          {t('receipt.another')}
        </a>
      </div>
    </>
  );
}
