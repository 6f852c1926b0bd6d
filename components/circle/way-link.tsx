import { useLocale, useTranslations } from 'next-intl';
import type { CircleQuery } from '@/lib/circle/circle-query';
import { wayThere } from '@/lib/circle/way-there';
import { formatRouteQuery } from '@/lib/routing/route-query';
import type { SnappedPoint } from '@/lib/routing/snap';

/** Leads to the way the circle counted to a service. */
export function WayLink({ query, entry, name }: { query: CircleQuery; entry: SnappedPoint; name: string }) {
  const t = useTranslations('CircleAnswer');
  const locale = useLocale();
  return (
    <a
      href={`/${locale}/route?${formatRouteQuery(wayThere(query, entry.position))}`}
      aria-label={`${t('way')}: ${name}`}
      className="inline-flex min-h-target items-center"
    >
      {t('way')}
    </a>
  );
}
