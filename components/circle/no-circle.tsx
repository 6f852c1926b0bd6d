import { useLocale, useTranslations } from 'next-intl';
import type { CircleReply } from '@/lib/circle/circle';
import { formatDegrees, formatDistance } from '@/lib/i18n/format';
import { formatRouteEnd } from '@/lib/routing/route-query';
import type { StartName } from './circle-form';
import type { HrefWith } from './href-with';

/** Why a start has no circle, and the nearest point that has one. */
export function NoCircle({
  circle,
  which,
  hrefWith,
}: {
  circle: Exclude<CircleReply, { kind: 'circle' }>;
  which: StartName;
  hrefWith: HrefWith;
}) {
  const t = useTranslations('CircleAnswer');
  const locale = useLocale();
  const { nearest } = circle;
  const degrees = (value: number) => formatDegrees(locale, value);
  return (
    <div role="status" className="border-s-4 border-amber bg-raised px-5 py-3">
      <h2 {...(which === 'from' && { id: 'answer' })} className="text-2xl">
        {t(`noCircle.${circle.kind}.${which}`)}
      </h2>
      {nearest ? (
        <p>
          {t('nearest', { distance: formatDistance(locale, nearest.meters) })}{' '}
          <a
            href={hrefWith({
              [which]: formatRouteEnd({ kind: 'position', position: nearest.position }),
            })}
            className="inline-flex min-h-target items-center"
          >
            {t('useNearest')}
          </a>
        </p>
      ) : (
        <p>
          {t('covers', {
            west: degrees(circle.area[0]),
            south: degrees(circle.area[1]),
            east: degrees(circle.area[2]),
            north: degrees(circle.area[3]),
          })}
        </p>
      )}
    </div>
  );
}
