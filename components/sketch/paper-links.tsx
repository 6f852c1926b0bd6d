import { useLocale, useTranslations } from 'next-intl';
import { papers, signTurns } from '@/lib/sketch/papers';
import { Icon } from '../ui/icon';

const look =
  'inline-flex min-h-target items-center gap-2 border border-rule-strong bg-raised px-3 text-ink no-underline hover:border-cinnabar hover:text-cinnabar';

/** The papers of a walk, each a file to print. */
export function PaperLinks({ slug }: { slug: string }) {
  const t = useTranslations('SheetPage');
  const locale = useLocale();
  const base = `/${locale}/walks/${slug}/paper`;
  return (
    <section aria-labelledby="paper" className="no-print">
      <h2 id="paper" className="mb-1 text-2xl">
        {t('paper')}
      </h2>
      <p className="mb-3 text-sm text-soft">{t('paperHint')}</p>
      <ul className="flex flex-wrap gap-2">
        {papers
          .filter((paper) => paper !== 'signs')
          .map((paper) => (
            <li key={paper}>
              <a href={`${base}/${paper}.pdf`} className={look}>
                <Icon name="print" />
                {t(`papers.${paper}`)}
              </a>
            </li>
          ))}
      </ul>
      <p className="mt-3 mb-1 text-sm text-soft">
        {t('papers.signs')} · {t('signsHint')}
      </p>
      <ul className="flex flex-wrap gap-2">
        {signTurns.map((turn) => (
          <li key={turn}>
            <a href={`${base}/signs-${turn}.pdf`} className={look}>
              <Icon name="print" />
              {t(`turns.${turn}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
