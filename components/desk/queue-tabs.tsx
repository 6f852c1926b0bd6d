import { useLocale, useTranslations } from 'next-intl';
import type { DeskQueue } from '@/lib/feedback/desk';

const listed = ['moderation', 'answer', 'doubts', 'dead', 'untold', 'all'] as const;

const deliveries = { dead: 'dead-letters', untold: 'dead-letters#untold' } as const;
const isOfDeliveries = (name: string): name is keyof typeof deliveries => Object.hasOwn(deliveries, name);

/** The lists of the desk, and how many wait in each. */
export function QueueTabs({
  queue,
  counts,
  mayDeliver,
}: {
  queue: DeskQueue;
  counts: Record<'moderation' | 'answer' | 'doubts' | 'dead' | 'untold', number>;
  mayDeliver: boolean;
}) {
  const locale = useLocale();
  const t = useTranslations('Desk.queues');
  return (
    <nav aria-label={t('label')}>
      <ul className="flex flex-wrap gap-2">
        {listed
          .filter((name) => !isOfDeliveries(name) || mayDeliver)
          // Most cities take everything: who has none to tell by hand need not know of it.
          .filter((name) => name !== 'untold' || counts.untold > 0)
          .map((name) => (
            <li key={name}>
              <a
                href={`/${locale}/desk${isOfDeliveries(name) ? `/${deliveries[name]}` : `?queue=${name}`}`}
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
