import { useLocale, useTranslations } from 'next-intl';
import { formatDistance, formatFloor, formatHeight } from '@/lib/i18n/format';
import { wayName } from '@/lib/i18n/way-name';
import type { Direction } from '@/lib/routing/directions';

/** The way step by step, in words. Names of streets stand as on the signs, with the Latin letters of these for whoever may not read Chinese. */
export function DirectionList({ directions }: { directions: readonly Direction[] }) {
  const sentence = useSentence();
  const words = useTranslations('WaypointList');
  const locale = useLocale();
  return (
    <ol className="relative ms-3 border-s-2 border-cinnabar">
      {directions.map((direction) => (
        <li key={`${direction.code} ${direction.atMeters}`} className="relative py-2 ps-6">
          <span
            aria-hidden="true"
            className="absolute -start-[7px] top-4.5 size-3 rounded-full bg-cinnabar ring-4 ring-paper"
          />
          <span className="block">{sentence(direction)}</span>
          {direction.atMeters > 0 && (
            <span className="text-sm text-soft tabular-nums">
              {words('at', { distance: formatDistance(locale, direction.atMeters) })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function useSentence(): (direction: Direction) => string {
  const t = useTranslations('Directions');
  const locale = useLocale();
  return (direction) => {
    if (direction.code === 'arrive') return t('arrive');
    const distance = formatDistance(locale, direction.lengthMeters);
    const turn = 'turn' in direction ? t(`turns.${direction.turn}`) : '';
    const name = wayName(locale, direction);
    switch (direction.code) {
      case 'depart':
        return name ? t('depart', { name, distance }) : t('departUnnamed', { distance });
      case 'walk':
        return name ? t('walk', { turn, name, distance }) : t('walkUnnamed', { turn, distance });
      case 'steps-up':
      case 'steps-down':
      case 'steps': {
        const { code, count, handrail } = direction;
        const text =
          count === undefined ? t(`uncounted.${code}`, { turn, distance }) : t(code, { turn, count });
        return handrail === 'unknown' ? text : `${text} · ${t(`handrails.${handrail}`)}`;
      }
      case 'elevator': {
        const { rise, levels } = direction;
        const text =
          rise === undefined || Math.abs(rise) < 1
            ? t('elevator')
            : t(rise > 0 ? 'elevatorUp' : 'elevatorDown', { height: formatHeight(locale, Math.abs(rise)) });
        return levels
          ? `${text} · ${t('levels', { from: formatFloor(levels[0]), to: formatFloor(levels[1]) })}`
          : text;
      }
      case 'escalator': {
        const text = t(`escalator.${direction.direction ?? 'unknown'}`);
        return direction.isDirectionKnown ? text : `${text} · ${t('unchecked')}`;
      }
      case 'cableway':
      case 'ferry':
        return t(direction.code);
      case 'cross':
        return t('cross', { turn });
    }
  };
}
