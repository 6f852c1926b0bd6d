import { useLocale, useTranslations } from 'next-intl';
import type { RequestState } from '@/lib/feedback/states';
import { formatInstant } from '@/lib/i18n/format';

export interface TimelineEvent {
  id: string;
  at: number;
  kind: 'state' | 'note' | 'rating' | 'reopening' | 'reminder' | 'follower';
  state: RequestState | null;
  text: string | null;
  level: number | null;
  by: 'person' | 'city' | 'desk' | 'portal';
}

/** What happened to a suggestion, oldest first. */
export function RequestTimeline({ events, language }: { events: TimelineEvent[]; language: string }) {
  const locale = useLocale();
  const t = useTranslations('Desk');
  const states = useTranslations('FeedbackStates');
  const ratings = useTranslations('FeedbackRatings');
  const nameOf = ({ kind, state, level }: TimelineEvent) => {
    if (kind === 'rating' && level && level >= 1 && level <= 5)
      return `${t('events.rating')} · ${ratings(`${level as 1 | 2 | 3 | 4 | 5}`)}`;
    return kind === 'state' ? states(state ?? 'received') : t(`events.${kind}`);
  };
  return (
    <ol className="border-s-2 border-jade ps-5">
      {events.map((event) => (
        <li
          key={event.id}
          className="relative pb-5 before:absolute before:-start-[1.7rem] before:top-2.5 before:size-3 before:rounded-full before:bg-jade last:pb-0"
        >
          <p className="font-semibold">{nameOf(event)}</p>
          <p className="text-sm text-soft">
            {formatInstant(locale, event.at)} · {t(`by.${event.by}`)}
          </p>
          {event.text && (
            <p lang={language} className="mt-1 max-w-prose whitespace-pre-line">
              {event.text}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
