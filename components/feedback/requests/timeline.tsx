import { useLocale, useTranslations } from 'next-intl';
import type { RatingLevel, RequestState } from '@/lib/feedback/states';
import { formatInstant } from '@/lib/i18n/format';
import { languageOf } from '@/lib/i18n/language-of';
import { Photo, type ShownPhoto } from './photo';

export interface TimelineEvent {
  id: string;
  at: number;
  kind: 'state' | 'note' | 'rating' | 'reopening' | 'reminder';
  by: 'person' | 'city' | 'desk' | 'portal';
  state: RequestState | undefined;
  text: string | undefined;
  level: number | undefined;
  photo: ShownPhoto | undefined;
}

/** What happened to a suggestion, oldest first: states, the city's words, and what the sender did. */
export function Timeline({ events, photoAlt }: { events: readonly TimelineEvent[]; photoAlt: string }) {
  const t = useTranslations('RequestPage');
  const states = useTranslations('FeedbackStates');
  const ratings = useTranslations('FeedbackRatings');
  const locale = useLocale();
  const titleOf = ({ kind, state, level }: TimelineEvent): string => {
    if (kind === 'rating' && level !== undefined)
      return t('rated', { level: ratings(String(level) as `${RatingLevel}`) });
    if (kind === 'reminder') return t('reminder');
    if (kind === 'reopening') return states('reopened');
    return state ? states(state) : t('note');
  };
  return (
    <ol className="mt-3 border-s-2 border-rule ps-5">
      {events.map((event) => {
        const isAnswer = event.state === 'answered' || event.state === 'closed';
        return (
          <li key={event.id} className="relative pb-5 last:pb-0">
            <span
              aria-hidden="true"
              className={`absolute -start-[1.72rem] top-2 size-3 rounded-full border-2 border-paper ${
                isAnswer ? 'bg-jade' : 'bg-(--rule-strong)'
              }`}
            />
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className={`font-semibold ${isAnswer ? 'text-jade' : ''}`}>{titleOf(event)}</span>
              <span className="text-sm text-soft">
                <time dateTime={new Date(event.at).toISOString()}>{formatInstant(locale, event.at)}</time>
                {(event.by === 'city' || event.by === 'desk') && ` · ${t(event.by)}`}
              </span>
            </p>
            {event.text && (
              <p
                lang={languageOf(event.text)}
                className={`mt-1 max-w-prose whitespace-pre-wrap wrap-anywhere ${isAnswer ? 'border-s-4 border-jade bg-raised px-4 py-2' : ''}`}
              >
                {event.text}
              </p>
            )}
            {event.photo && <Photo photo={event.photo} alt={photoAlt} className="mt-2 max-w-sm" />}
          </li>
        );
      })}
    </ol>
  );
}
