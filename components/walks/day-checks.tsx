import { useLocale, useTranslations } from 'next-intl';
import type { Place } from '@/lib/places/schema';
import { SourceLine } from '../ui/sources';

/** What is uncertain about a walk and worth a look on the day, each with where it comes from. */
export function DayChecks({ checks }: { checks: readonly { key: string; words: string; place: Place }[] }) {
  const t = useTranslations('DayChecks');
  const locale = useLocale();
  return (
    <div className="border-s-4 border-amber bg-raised px-5 py-4">
      <h2 id="checks" className="text-2xl">
        {t('title')}
      </h2>
      <ul className="mt-2 list-disc ps-5">
        {checks.map(({ key, words, place }) => (
          <li key={key} className="py-1.5">
            <span className="block max-w-[44em]">{words}</span>
            <span className="block">
              <a href={`/${locale}/places/${place.id}`} className="me-2 inline-block py-0.5 text-sm">
                {place.name[locale]}
              </a>
              <SourceLine sources={place.sources} checked={place.checked} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
