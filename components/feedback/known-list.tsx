import { useLocale, useTranslations } from 'next-intl';
import type { SimilarRequest } from '@/lib/feedback/similar';
import { formatDistance, formatInstant } from '@/lib/i18n/format';

/** What others nearby have said of the same kind: text, distance and state, so that one can tell whether it is the same thing. */
export function KnownList({ similar }: { similar: readonly SimilarRequest[] }) {
  const t = useTranslations('FeedbackForm');
  const states = useTranslations('FeedbackStates');
  const locale = useLocale();
  return (
    <>
      <h1 className="text-3xl">{t('known.title')}</h1>
      <p className="mt-2 max-w-prose text-soft">{t('known.text')}</p>
      <ul className="mt-4 border-t border-rule">
        {similar.map(({ reference, description, language, state, receivedAt, meters, address, photo }) => (
          <li key={reference} className="flex gap-4 border-b border-rule py-3">
            {photo && (
              <img
                src={`/feedback/photos/${photo}.jpg`}
                alt=""
                className="h-24 w-32 shrink-0 border border-rule object-cover"
              />
            )}
            <div>
              <a
                href={`/${locale}/feedback/requests/${reference}`}
                lang={language}
                className="line-clamp-3 text-lg wrap-anywhere"
              >
                {description}
              </a>
              <p className="text-soft">
                {[
                  states(state),
                  t('known.away', { distance: formatDistance(locale, meters) }),
                  address,
                  formatInstant(locale, receivedAt),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
