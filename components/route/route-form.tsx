import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useEffectEvent, useRef } from 'react';
import type { LngLat } from '@/lib/geo/position';
import { formatRouteQuery, parseRouteQuery, type RouteQuery } from '@/lib/routing/route-query';
import type { EndChoice, EndLabel } from './end-choice';
import { EndField } from './end-field';
import { Fold } from './fold';
import { formParams, isBeingTyped, withoutUsual } from './form-params';
import { LimitFields, PreferenceChoice, ProfileChoice } from './profile-fields';
import { TimeFields } from './time-fields';
import { useLocate } from './use-locate';

type Which = 'from' | 'to';

/** The question as a plain GET form: without scripts it is sent, with them every change is answered at once. */
export function RouteForm({
  query,
  labels,
  choices,
  isLive,
  sendsToServer,
  picking,
  onChange,
  onPosition,
  onPick,
}: {
  query: RouteQuery;
  labels: Record<Which, EndLabel | undefined>;
  choices: readonly EndChoice[];
  isLive: boolean;
  /** The worker cannot answer: the form goes where it goes without scripts. */
  sendsToServer: boolean;
  picking: Which | undefined;
  onChange: (query: RouteQuery, isStep: boolean) => void;
  onPosition: (which: Which, position: LngLat) => void;
  onPick: (which: Which) => void;
}) {
  const t = useTranslations('RouteForm');
  const locale = useLocale();
  const { state: locating, locate } = useLocate<Which>(onPosition);
  const { from, to, profile, when } = query;
  const form = useRef<HTMLFormElement>(null);

  // What was chosen before the scripts ran was heard by nobody.
  const hear = useEffectEvent(() => {
    if (!form.current) return;
    const chosen = queryOf(form.current);
    if (formatRouteQuery(chosen).toString() !== formatRouteQuery(query).toString()) onChange(chosen, false);
  });
  useEffect(() => hear(), []);

  function onFormChange(event: FormEvent<HTMLFormElement>) {
    const field = event.target as HTMLInputElement;
    // Not asked whether it is live: between the scripts' first work and the next rendering somebody may choose too.
    if (sendsToServer || isBeingTyped(field)) return;
    const next = queryOf(event.currentTarget, field);
    // Another way of moving begins with its own limits.
    if (next.profile !== profile) next.changes = {};
    onChange(next, false);
  }

  const { from: _from, to: _to, ...rest } = query;
  const swapped = formatRouteQuery({ ...rest, ...(to && { from: to }), ...(from && { to: from }) });
  return (
    <form
      ref={form}
      action={`/${locale}/route`}
      method="get"
      aria-label={t('label')}
      className="flex flex-col gap-4"
      onChange={onFormChange}
      onSubmit={(event) => {
        if (!isLive || sendsToServer) return;
        event.preventDefault();
        onChange(queryOf(event.currentTarget), true);
        document.getElementById('answer')?.scrollIntoView({ block: 'start' });
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        {(['from', 'to'] as const).map((which) => {
          const state = locating[which];
          return (
            <EndField
              key={which}
              name={which}
              title={t(which)}
              end={query[which]}
              label={labels[which]}
              choices={choices}
              isLive={isLive}
              isPicking={picking === which}
              onChoose={(value) => onChange(withEnd(query, which, value), true)}
              onLocate={() => locate(which)}
              onPick={() => onPick(which)}
              status={state && t(state)}
            />
          );
        })}
        <ProfileChoice profile={profile} />
        <PreferenceChoice prefer={query.prefer} />
      </div>
      <Fold title={t(`whens.${when}`)} isSet={when !== 'now'}>
        <TimeFields query={query} />
      </Fold>
      <LimitFields query={query} isLive={isLive} onReset={() => onChange({ ...query, changes: {} }, false)} />
      <div className="flex flex-wrap items-center gap-4">
        <button
          type="submit"
          className="min-h-target bg-cinnabar px-7 text-lg text-on-cinnabar hover:brightness-110"
        >
          {t('submit')}
        </button>
        {from && to && (
          <a href={`/${locale}/route?${swapped}`} className="flex min-h-target items-center">
            {t('swap')}
          </a>
        )}
      </div>
    </form>
  );
}

/** The question with another end; an empty one takes it out. */
const withEnd = (query: RouteQuery, which: Which, value: string): RouteQuery =>
  parseRouteQuery({ ...Object.fromEntries(formatRouteQuery(query)), [which]: value }, () => true).query;

/** What a form asks. */
function queryOf(form: HTMLFormElement, changed?: HTMLInputElement): RouteQuery {
  const { query } = parseRouteQuery(formParams(form, changed), () => true);
  return withoutUsual(query);
}
