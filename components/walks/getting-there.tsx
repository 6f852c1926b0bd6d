import { useLocale, useTranslations } from 'next-intl';
import type { Station } from '@/lib/places/schema';
import { OpenInMaps } from '../places/open-in-maps';
import { Icon } from '../ui/icon';

interface End {
  station: Station;
  exit: string | undefined;
  words: string;
}

/** Where the walk begins and ends: station, lines, exit when known. */
export function GettingThere({ arrive, leave }: { arrive: End; leave: End }) {
  const t = useTranslations('GettingThere');
  const locale = useLocale();
  return (
    <div className="grid gap-4 sm:max-lg:grid-cols-2">
      {(
        [
          ['arrive', arrive],
          ['leave', leave],
        ] as const
      ).map(([end, { station, exit, words }]) => (
        <div key={end} className="border border-rule bg-raised px-4 py-3">
          <h3 className="flex items-center gap-2 text-lg">
            <Icon name="train" className="size-5 text-jade" />
            {t(end)}
          </h3>
          <p className="mt-1 font-semibold">
            {station.name[locale]}{' '}
            <span className="font-normal text-soft">
              {t('lines', {
                lines: station.lines
                  .map((line) => (line === 'Loop' ? t('loop') : t('line', { line })))
                  .join(t('and')),
              })}
            </span>
          </p>
          <p className="text-soft">{exit ? t('exit', { exit }) : t('exitUnknown')}</p>
          <p className="mt-1">{words}</p>
          {station.access && <p className="mt-1 text-sm text-soft">{station.access[locale]}</p>}
          <OpenInMaps name={station.name} position={station.position} />
        </div>
      ))}
    </div>
  );
}
