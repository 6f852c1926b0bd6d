import { useLocale, useTranslations } from 'next-intl';
import type { DeskQueue } from '@/lib/feedback/desk';

const listed = ['moderation', 'answer', 'doubts', 'dead', 'all'] as const;

/** The lists of the desk, and how many wait in each. */
export function QueueTabs({
  queue,
  counts,
  mayDeliver,
}: {
  queue: DeskQueue;
  counts: Record<'moderation' | 'answer' | 'doubts' | 'dead', number>;
  mayDeliver: boolean;
}) {
  const locale = useLocale();
  const t = useTranslations('Desk.queues');
  return (
    <nav aria-label={t('label')}>
      <ul className="flex flex-wrap gap-2">
        {listed
          .filter((name) => name !== 'dead' || mayDeliver)
          .map((name) => (
            <li key={name}>
              <a
                href={name === 'dead' ? `/${locale}/desk/dead-letters` : `/${locale}/desk?queue=${name}`}
                aria-current={name === queue ? 'page' : undefined}
                className="flex min-h-target items-center gap-2 border border-rule-strong px-4 text-ink no-underline hover:bg-raised aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper"
              >
                {t(name)}
                {name !== 'all' && (
                  <strong className="font-heading text-lg leading-none">{counts[name]}</strong>
                )}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
