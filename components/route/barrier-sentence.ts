import { useLocale, useTranslations } from 'next-intl';
import { formatDistance, formatPercent } from '@/lib/i18n/format';
import type { Barrier } from '@/lib/routing/route';

/** What is in the way, in plain words. */
export function useBarrierSentence(): (barrier: Barrier) => string {
  const t = useTranslations('Barriers');
  const rails = useTranslations('Directions');
  const locale = useLocale();
  return ({ violation, lengthMeters, value, limit, handrail }) => {
    const distance = formatDistance(locale, lengthMeters);
    switch (violation) {
      case 'steps': {
        const text =
          value === undefined ? t('stepsUncounted', { distance }) : t('steps', { count: Number(value) });
        return handrail === 'unknown' ? text : `${text} · ${rails(`handrails.${handrail}`)}`;
      }
      case 'inclineUp':
      case 'inclineDown':
        return t(violation, {
          distance,
          value: formatPercent(locale, Number(value)),
          limit: formatPercent(locale, Number(limit)),
        });
      case 'width':
        return t('width', { value: Number(value), limit: Number(limit) });
      case 'fare':
        return value === undefined ? t('fareUnknown') : t('fare', { value: Number(value) });
      case 'escalator':
      case 'surface':
      case 'unknownIncline':
      case 'unknownWidth':
      case 'unknownSurface':
        return t(violation, { distance });
      default:
        return t(violation);
    }
  };
}
