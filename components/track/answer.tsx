import { useLocale, useTranslations } from 'next-intl';
import type { Tracked, TrackedEvent } from '@/lib/feedback/tracked';
import { formatDay } from '@/lib/i18n/format';
import { languageOf } from '@/lib/i18n/language-of';

/** The city's last word of this round that counts as its answer; undefined while it is waited for. */
export function answerOf({ answeredAt, events }: Pick<Tracked, 'answeredAt' | 'events'>) {
  if (answeredAt === null) return undefined;
  return events.findLast(
    ({ state, by, text, photo }) =>
      (by === 'city' || by === 'desk') && (state === 'answered' || (state === 'closed' && (text || photo))),
  );
}

/** The answer in the city's own words, in the language they were written in, and what it looks like now. */
export function Answer({ answer, agency }: { answer: TrackedEvent; agency: string | null }) {
  const t = useTranslations('TrackPage');
  const locale = useLocale();
  const date = formatDay(locale, answer.at);
  return (
    <section aria-labelledby="answer" className="mt-8">
      <h2 id="answer" className="text-2xl">
        {t('answerTitle')}
      </h2>
      <figure className="mt-3 border-s-4 border-jade bg-raised px-5 py-4">
        {answer.text ? (
          <blockquote lang={languageOf(answer.text)} className="max-w-prose text-lg whitespace-pre-line">
            {answer.text}
          </blockquote>
        ) : (
          <p className="text-soft">{t('answerWordless')}</p>
        )}
        {answer.photo && (
          <img
            src={`/feedback/media/${answer.photo}.jpg`}
            alt={t('answerPhoto', { date })}
            loading="lazy"
            className="mt-4 max-h-[26rem] max-w-full border border-rule bg-sunk"
          />
        )}
        <figcaption className="mt-3 text-sm text-soft">
          {t('answerBy', { agency: agency ?? t(`by.${answer.by}`), date })}
        </figcaption>
      </figure>
    </section>
  );
}
