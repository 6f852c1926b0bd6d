import { useLocale, useTranslations } from 'next-intl';
import type { CoverageQuery } from '@/lib/circle/coverage-query';
import { formatPercent } from '@/lib/i18n/format';
import type { ServiceCategory } from '@/lib/places/service';
import { type ProfileId, profileIds } from '@/lib/routing/profiles';

/** Every category and profile at once; each number leads to its map. */
export function CoverageTable({
  categories,
  known,
  within15,
  query,
}: {
  categories: readonly ServiceCategory[];
  /** Services listed of a category. */
  known: (category: ServiceCategory) => number;
  /** Share of the length of all ways, in [0, 1]. */
  within15: (category: ServiceCategory, profile: ProfileId) => number;
  query: CoverageQuery;
}) {
  const t = useTranslations('CoveragePage');
  const kinds = useTranslations('Services.categories');
  const people = useTranslations('RouteForm.profiles');
  const locale = useLocale();
  return (
    <section
      className="overflow-x-auto"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-labelledby="table"
    >
      <table className="w-full border-collapse text-sm tabular-nums">
        <thead>
          <tr className="border-b border-rule-strong align-bottom">
            <th scope="col" className="py-1.5 pe-3 text-start font-semibold">
              {t('category')}
            </th>
            <th scope="col" className="py-1.5 pe-3 text-end font-semibold whitespace-nowrap">
              {t('listed')}
            </th>
            {profileIds.map((profile) => (
              <th key={profile} scope="col" className="min-w-24 px-2 py-1.5 text-end font-semibold">
                {people(profile)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((category) => (
            <tr key={category} className="border-b border-rule">
              <th scope="row" className="py-1 pe-3 text-start font-normal whitespace-nowrap">
                {kinds(category)}
              </th>
              <td className="pe-3 text-end whitespace-nowrap">{known(category)}</td>
              {profileIds.map((profile) => {
                const share = formatPercent(locale, Math.round(100 * within15(category, profile)) / 100);
                const isShown = profile === query.profile && category === query.category;
                return (
                  <td key={profile} className="p-0 text-end">
                    <a
                      href={`?profile=${profile}&category=${category}#map`}
                      aria-current={isShown ? 'true' : undefined}
                      aria-label={t('cell', {
                        category: kinds(category),
                        profile: people(profile),
                        share,
                      })}
                      className={`flex min-h-target items-center justify-end px-2 ${isShown ? 'bg-jade-wash font-semibold' : ''}`}
                    >
                      {share}
                    </a>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
