import { useLocale, useTranslations } from 'next-intl';
import { formatDistance, formatDuration } from '@/lib/i18n/format';
import { profileIds } from '@/lib/routing/profiles';
import { unsurveyedMeters, verdictOf, type WalkForEach, type WalkForMe } from '@/lib/walks/for-me';

/** The verdict on a walk for one person in a sentence or two. */
export function WalkVerdictText({ answer }: { answer: WalkForMe }) {
  const t = useTranslations('WalkForMe');
  const locale = useLocale();
  const { legs } = answer;
  const verdict = verdictOf(answer);
  const sum = (of: 'seconds' | 'lengthMeters') =>
    legs.reduce((total, leg) => total + (leg.isOpen ? leg[of] : 0), 0);
  const unknownMeters = unsurveyedMeters(answer);
  const parts = [
    verdict === 'partly'
      ? t('verdicts.partly', { legs: legs.length, barred: legs.filter(({ isOpen }) => !isOpen).length })
      : t(`verdicts.${verdict}`),
    (verdict === 'variant' || verdict === 'variantPerhaps') &&
      t('variantNumbers', {
        distance: formatDistance(locale, sum('lengthMeters')),
        time: formatDuration(locale, sum('seconds')),
      }),
    unknownMeters >= 5 && t('unknown', { distance: formatDistance(locale, unknownMeters) }),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The walk for each way of moving: what stands on the page before, or instead of, the person's own answer. */
export function WalkForEachTable({ answers }: { answers: WalkForEach }) {
  const t = useTranslations('WalkForMe');
  const profiles = useTranslations('RouteForm.profiles');
  return (
    <table className="w-full border-collapse text-sm">
      <thead>
        <tr className="border-b border-rule-strong">
          <th scope="col" className="py-1.5 pe-4 text-start font-semibold">
            {t('who')}
          </th>
          <th scope="col" className="py-1.5 text-start font-semibold">
            {t('answer')}
          </th>
        </tr>
      </thead>
      <tbody>
        {profileIds.map((id) => (
          <tr key={id} className="border-b border-rule align-top">
            <th scope="row" className="py-1.5 pe-4 text-start font-normal">
              {profiles(id)}
            </th>
            <td className="py-1.5">
              <WalkVerdictText answer={answers[id]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
