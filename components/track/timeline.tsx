import { useLocale, useTranslations } from 'next-intl';
import type { Tracked, TrackedEvent } from '@/lib/feedback/tracked';
import { formatInstant } from '@/lib/i18n/format';
import { languageOf } from '@/lib/i18n/language-of';

/** Everything that happened, oldest first, along a drawn line. */
export function Timeline({
  tracked,
  shownAbove,
}: {
  tracked: Pick<Tracked, 'events' | 'role' | 'agency'>;
  /** The event whose words stand in full above: the line leads there instead of saying them twice. */
  shownAbove: string | undefined;
}) {
  const t = useTranslations('TrackPage');
  const states = useTranslations('FeedbackStates');
  const levels = useTranslations('FeedbackRatings');
  const locale = useLocale();
  const { events, role, agency } = tracked;
  const isOwn = role === 'sender';

  function headOf({ kind, state, level, by }: TrackedEvent, index: number): string {
    if (kind === 'rating' && level)
      return t(isOwn ? 'events.rating' : 'events.ratingOther', { level: levels(`${level}`) });
    if (kind === 'reopening') return t('events.reopening');
    if (kind === 'reminder') return t(by === 'person' && isOwn ? 'events.reminder' : 'events.reminderPortal');
    if (state === 'closed' && by === 'portal')
      return t(
        events.slice(0, index).findLast((event) => event.state)?.state === 'rated'
          ? 'events.closedRated'
          : 'events.left',
      );
    return state ? states(state) : t('events.note');
  }
  const whoOf = ({ by }: TrackedEvent) => {
    if (by === 'city') return agency ?? t('by.city');
    return by === 'person' && !isOwn ? t('by.other') : t(`by.${by}`);
  };
  return (
    <section aria-labelledby="timeline" className="mt-10">
      <h2 id="timeline" className="text-2xl">
        {t('timelineTitle')}
      </h2>
      <ol className="drawn-line mt-4">
        {events.map((event, index) => (
          <li key={event.id} data-by={event.by} data-last={index === events.length - 1 ? '' : undefined}>
            <p className="text-lg font-semibold">{headOf(event, index)}</p>
            <p className="text-sm text-soft">
              <time dateTime={new Date(event.at).toISOString()}>{formatInstant(locale, event.at)}</time>
              {' · '}
              {whoOf(event)}
            </p>
            {event.id === shownAbove && (
              <a href="#answer" className="inline-flex min-h-target items-center">
                {t('answerTitle')}
              </a>
            )}
            {event.text && event.id !== shownAbove && (
              <p lang={languageOf(event.text)} className="mt-1.5 max-w-prose whitespace-pre-line">
                {event.text}
              </p>
            )}
            {event.photo && event.id !== shownAbove && (
              <img
                src={`/feedback/media/${event.photo}.jpg`}
                alt={t('answerPhoto', { date: formatInstant(locale, event.at) })}
                loading="lazy"
                className="mt-2 h-32 border border-rule bg-sunk"
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
