import { useLocale, useTranslations } from 'next-intl';
import type { RideWithoutHours } from '@/lib/circle/unknown-hours';
import { formatPrefill } from '@/lib/feedback/format-prefill';
import { wayName } from '@/lib/i18n/way-name';

/** Lifts and rides of this circle that are taken to run at any hour, by name, each with a way to tell us better. Nothing when there are none. */
export function UnknownHours({ rides }: { rides: readonly RideWithoutHours[] }) {
  const t = useTranslations('UnknownHours');
  const locale = useLocale();
  if (rides.length === 0) return null;
  return (
    <div className="border-s-4 border-amber ps-3 text-sm">
      <p id="unknown-hours">{t('title')}</p>
      <ul aria-labelledby="unknown-hours">
        {rides.map((ride) => {
          const { kind, name, position } = ride;
          const called = wayName(locale, ride) ?? t(kind === 'elevator' ? 'lift' : 'ride');
          const at = position.map((degrees) => degrees.toFixed(5)).join(',');
          return (
            <li key={`${called} ${at}`} className="flex flex-wrap items-center gap-x-3">
              <span>{called}</span>
              <a
                href={`/${locale}/feedback?${formatPrefill({ kind: 'lifts-escalators', at, ...(name && { name }) })}`}
                aria-label={`${t('tell')}: ${called}`}
                className="inline-flex min-h-target items-center"
              >
                {t('tell')}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
