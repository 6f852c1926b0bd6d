import { useLocale, useTranslations } from 'next-intl';
import type { CirclePageReply } from '@/lib/circle/ask';
import { formatDuration } from '@/lib/i18n/format';

/** A circle in a few lines, for other people's pages. */
export function CircleCard({
  reply,
  minutes,
  href,
}: {
  /** Undefined without a start or a network. */
  reply: CirclePageReply | undefined;
  minutes: number;
  /** The whole answer. */
  href: string;
}) {
  const t = useTranslations('CircleAnswer');
  const words = useTranslations('Services.categories');
  const locale = useLocale();
  const circle = reply?.circle.kind === 'circle' ? reply.circle : undefined;
  return (
    <>
      {circle ? (
        <>
          <p className="text-lg">{t('verdict', { count: circle.services.length, minutes })}</p>
          <ul className="mt-2 border-t border-rule">
            {circle.scores
              .filter(({ known }) => known > 0)
              .map(({ category, nearest, count }) => (
                <li key={category} className="flex justify-between gap-4 border-b border-rule py-1">
                  <span>{words(category)}</span>
                  <span className="tabular-nums">
                    {nearest ? `${formatDuration(locale, nearest.seconds, 1)} · ${count}` : t('none')}
                  </span>
                </li>
              ))}
          </ul>
        </>
      ) : (
        <p>{t('noAnswer')}</p>
      )}
      <p>
        <a href={href} target="_top" className="inline-flex min-h-target items-center">
          {t('whole')}
        </a>{' '}
        <span className="text-sm text-soft">渝步 YuWalk</span>
      </p>
    </>
  );
}
