import { useLocale, useTranslations } from 'next-intl';
import type { CirclePageReply } from '@/lib/circle/ask';
import type { CircleQuery } from '@/lib/circle/circle-query';
import { formatDistance, formatPercent, formatSpeed } from '@/lib/i18n/format';
import type { Notice } from '@/lib/notices/notice';
import { profiles } from '@/lib/routing/profiles';
import { profileOf } from '@/lib/routing/route-query';
import type { EndLabel } from '../route/end-choice';
import { NoticeList } from '../route/notice-list';
import { CircleComparison } from './circle-comparison';
import type { StartName } from './circle-form';
import type { HrefWith } from './href-with';
import { LostServices } from './lost-services';
import { MissingCategories } from './missing-categories';
import { NoCircle } from './no-circle';
import { ReachedServices } from './reached-services';

/** The circle in words: how much is within reach, what is there by category, what is lost and why, what is missing. */
export function CircleAnswer({
  reply: { circle, other, services },
  query,
  labels,
  notices,
  isPending,
  site,
  hrefWith,
}: {
  reply: CirclePageReply;
  query: CircleQuery;
  labels: Record<StartName, EndLabel | undefined>;
  /** Undefined when they could not be read. */
  notices: readonly Notice[] | undefined;
  /** The next answer is on its way. */
  isPending: boolean;
  /** Public address of the portal. */
  site: string;
  hrefWith: HrefWith;
}) {
  const t = useTranslations('CircleAnswer');
  const locale = useLocale();
  if (circle.kind !== 'circle') return <NoCircle circle={circle} which="from" hrefWith={hrefWith} />;
  const pace = profileOf({ ...query, prefer: 'time-only' }).metersPerSecond;
  const walkerPace = profiles.walk.metersPerSecond;
  const share = circle.walkerMeters > 0 ? circle.meters / circle.walkerMeters : 1;
  return (
    <section
      aria-labelledby="answer"
      aria-busy={isPending}
      className={`flex flex-col gap-8 ${isPending ? 'opacity-60' : ''}`}
    >
      <div role="status" className="border-s-4 border-jade bg-raised px-5 py-3">
        <h2 id="answer" className="text-2xl">
          {t('verdict', { count: circle.services.length, minutes: query.minutes })}
        </h2>
        <p>
          {t('streets', {
            distance: formatDistance(locale, circle.meters),
            walker: formatDistance(locale, circle.walkerMeters),
          })}
        </p>
        <div className="mt-2 flex items-center gap-3">
          <span aria-hidden="true" className="h-2.5 w-40 max-w-1/3 bg-sunk">
            <span
              className="block h-full bg-jade"
              style={{ width: `${Math.round(Math.min(1, share) * 100)}%` }}
            />
          </span>
          <span>{t('share', { share: formatPercent(locale, Math.round(share * 100) / 100) })}</span>
        </div>
        {pace > walkerPace && (
          <p className="mt-2 text-sm">
            {t('faster', { own: formatSpeed(locale, pace), walker: formatSpeed(locale, walkerPace) })}
          </p>
        )}
      </div>
      <NoticeList notices={notices?.filter(({ id }) => circle.notices.includes(id))} />
      <ReachedServices circle={circle} services={services} query={query} />
      {other?.kind === 'circle' && (
        <CircleComparison circle={circle} other={other} labels={labels} minutes={query.minutes} />
      )}
      {other && other.kind !== 'circle' && <NoCircle circle={other} which="with" hrefWith={hrefWith} />}
      <LostServices circle={circle} services={services} query={query} notices={notices} />
      <MissingCategories
        // Of a category that was not asked for nothing is known here.
        scores={circle.scores.filter(
          ({ category }) => query.categories.length === 0 || query.categories.includes(category),
        )}
        services={services}
        start={circle.start.position}
        minutes={query.minutes}
      />
      <p className="text-sm text-soft">{t('method')}</p>
      <p>
        <a
          href={`/data/circle.geojson${hrefWith({ from: circle.start.position.map((degrees) => degrees.toFixed(5)).join(',') })}`}
          className="inline-flex min-h-target items-center"
        >
          {t('data')}
        </a>
      </p>
      <Embedding site={site} hrefWith={hrefWith} />
    </section>
  );
}

/** The card's code, for whoever keeps a page of their own. */
function Embedding({ site, hrefWith }: { site: string; hrefWith: HrefWith }) {
  const t = useTranslations('CircleAnswer');
  const locale = useLocale();
  const code = `<iframe src="${site}/${locale}/embed/circle${hrefWith({})}" width="360" height="520" style="border:0" title="渝步 YuWalk"></iframe>`;
  return (
    <details className="noscript:hidden">
      <summary className="inline-flex min-h-target items-center text-jade underline underline-offset-4">
        {t('embed')}
      </summary>
      <label className="block text-sm text-soft" htmlFor="embed-code">
        {t('embedHint')}
      </label>
      <textarea
        id="embed-code"
        readOnly
        rows={4}
        defaultValue={code}
        key={code}
        className="mt-1 w-full border border-rule-strong bg-raised p-2 font-mono text-sm"
      />
    </details>
  );
}
