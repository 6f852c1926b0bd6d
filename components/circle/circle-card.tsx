import { useLocale, useTranslations } from 'next-intl';
import type { CirclePageReply } from '@/lib/circle/ask';
import type { CircleQuery, ParsedCircleQuery } from '@/lib/circle/circle-query';
import { formatDate, formatDistance, formatDurationWithin } from '@/lib/i18n/format';
import { formatClock } from '@/lib/routing/route-query';

/** A circle in a few lines, for other people's pages. */
export function CircleCard({
  reply,
  query,
  ignored,
  hrefFrom,
}: {
  /** Undefined without a start or a network. */
  reply: CirclePageReply | undefined;
  query: CircleQuery;
  ignored: ParsedCircleQuery['ignored'];
  /** The whole answer, from here or from another start. */
  hrefFrom: (start: CircleQuery['start']) => string;
}) {
  const t = useTranslations('CircleAnswer');
  const words = useTranslations('Services.categories');
  const locale = useLocale();
  const page = useTranslations('CirclePage');
  const asked = useAsked(query);
  const circle = reply?.circle.kind === 'circle' ? reply.circle : undefined;
  const nearest = reply && reply.circle.kind !== 'circle' ? reply.circle.nearest : undefined;
  return (
    <>
      <p className="text-soft">{asked}</p>
      {ignored.length > 0 && (
        <p className="my-2 border-s-4 border-amber ps-3 text-sm">
          {page('ignored', {
            parts: ignored.map(({ name, value }) => `${name}=${value}`.slice(0, 60)).join(' · '),
          })}
        </p>
      )}
      {circle ? (
        <>
          <p className="text-lg">{t('verdict', { count: circle.services.length, minutes: query.minutes })}</p>
          <ul className="mt-2 border-t border-rule">
            {circle.scores
              .filter(({ known }) => known > 0)
              .map(({ category, nearest, count }) => (
                <li key={category} className="flex justify-between gap-4 border-b border-rule py-1">
                  <span>{words(category)}</span>
                  <span className="tabular-nums">
                    {nearest && count > 0
                      ? `${formatDurationWithin(locale, nearest.seconds, query.minutes)} · ${count}`
                      : t('none')}
                  </span>
                </li>
              ))}
          </ul>
        </>
      ) : (
        <p className="text-lg">
          {reply && reply.circle.kind !== 'circle' ? t(`noCircle.${reply.circle.kind}.from`) : t('noAnswer')}
        </p>
      )}
      {nearest && (
        <p>
          {t('nearest', { distance: formatDistance(locale, nearest.meters) })}{' '}
          <a
            href={hrefFrom({ kind: 'position', position: nearest.position })}
            target="_top"
            className="inline-flex min-h-target items-center"
          >
            {t('useNearest')}
          </a>
        </p>
      )}
      <p>
        <a href={hrefFrom(query.start)} target="_top" className="inline-flex min-h-target items-center">
          {t('whole')}
        </a>{' '}
        <span className="text-sm text-soft">渝步 YuWalk</span>
      </p>
    </>
  );
}

/** Whose circle it is: how they move, which way, for how long and when. */
function useAsked({ profile, changes, direction, minutes, when, minute, date }: CircleQuery): string {
  const route = useTranslations('RouteForm');
  const form = useTranslations('CircleForm');
  const t = useTranslations('CircleAnswer');
  const locale = useLocale();
  const clock =
    when === 'any' ? route('whens.any') : minute === undefined ? form('hourNow') : formatClock(minute);
  return [
    route(`profiles.${profile}`),
    Object.keys(changes).length > 0 && t('ownLimits'),
    form(`directions.${direction}`),
    form('minutesValue', { minutes }),
    date !== undefined && formatDate(locale, date),
    clock,
  ]
    .filter(Boolean)
    .join(' · ');
}
