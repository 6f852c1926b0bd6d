'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import type { CirclePageReply } from '@/lib/circle/ask';
import { type CircleQuery, formatCircleQuery, parseCircleQuery } from '@/lib/circle/circle-query';
import { boundsOf, type LngLat } from '@/lib/geo/position';
import type { MapPicture } from '@/lib/map/pictures';
import type { Notice } from '@/lib/notices/notice';
import type { NetworkProblem } from '@/lib/routing/city-network';
import { formatRouteEnd, type RouteEnd } from '@/lib/routing/route-query';
import { wayClassOf } from '@/lib/routing/way-class';
import { engine } from '../engine/engine';
import { useAnswer } from '../engine/use-answer';
import { MapView } from '../map/map-view';
import type { EndChoice } from '../route/end-choice';
import { keepProfile, withKeptProfile } from '../route/kept-profile';
import { RouteProblem } from '../route/route-problem';
import { followHere, paramsOf, useQuestion } from '../route/use-question';
import { CircleAnswer } from './circle-answer';
import { CircleForm, type StartName } from './circle-form';

export interface CirclePlannerProps {
  /** The question the server answered, as it stands in the address. */
  search: string;
  reply: CirclePageReply | undefined;
  problem: NetworkProblem | undefined;
  choices: readonly EndChoice[];
  notices: readonly Notice[];
  picture: MapPicture;
  approval: string | undefined;
  /** Public address of the portal. */
  site: string;
}

/** More marks than these hide the map; the list beside it has them all. */
const MOST_MARKS = 40;

/** The question, its circle and its map: answered by the server once and by the worker ever after. */
export function CirclePlanner({
  search: firstSearch,
  reply,
  problem,
  choices,
  notices,
  picture,
  approval,
  site,
}: CirclePlannerProps) {
  const t = useTranslations('CirclePage');
  const words = useTranslations('RouteForm');
  const locale = useLocale();
  const { search, isLive, change: ask } = useQuestion(firstSearch, withKeptProfile);
  const [picking, setPicking] = useState<StartName>();
  const map = useRef<HTMLDivElement>(null);
  const byValue = useMemo(() => new Map(choices.map((choice) => [choice.value, choice])), [choices]);
  const { query, ignored } = useMemo(
    () =>
      parseCircleQuery(
        paramsOf(search),
        (end) => end.kind === 'position' || byValue.has(formatRouteEnd(end)),
      ),
    [search, byValue],
  );
  const positionOf = (end: RouteEnd | undefined): LngLat | undefined =>
    end?.kind === 'position' ? end.position : end && byValue.get(formatRouteEnd(end))?.position;
  const start = positionOf(query.start);
  const other = positionOf(query.other);
  const answered = useAnswer<CirclePageReply>(search, { search: firstSearch, reply, problem, notices }, () =>
    start ? engine().askCircle({ query, start, other, now: Date.now() }, locale) : undefined,
  );

  function change(next: CircleQuery, isStep: boolean) {
    ask(formatCircleQuery(next).toString(), isStep);
    keepProfile(next);
  }
  function setStart(which: StartName, position: LngLat) {
    const text = formatRouteEnd({ kind: 'position', position });
    change(parseCircleQuery({ ...paramsOf(search), [which]: text }, () => true).query, true);
  }

  const shown = answered.reply;
  const circle = shown?.circle.kind === 'circle' ? shown.circle : undefined;
  const labelOf = (end: RouteEnd | undefined) => {
    if (!end) return undefined;
    const value = formatRouteEnd(end);
    return { value, label: byValue.get(value)?.name ?? words('point') };
  };
  const labels = { from: labelOf(query.start), with: labelOf(query.other) };
  const hrefWith = (changes: Record<string, string>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) next.set(name, value);
    return `?${next}`;
  };
  const reached = circle?.services.slice(0, MOST_MARKS) ?? [];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed; here they are only listened to
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
    <div
      onClick={(event) =>
        followHere(event, (next) => change(parseCircleQuery(paramsOf(next), () => true).query, true))
      }
      className="mt-6 grid grid-cols-[minmax(0,1fr)] content-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:grid-rows-[auto_1fr]"
    >
      <div className="flex flex-col gap-8">
        {ignored.length > 0 && (
          <p role="status" className="border-s-4 border-amber bg-raised px-4 py-2">
            {t('ignored', {
              parts: ignored.map(({ name, value }) => `${name}=${value}`.slice(0, 60)).join(' · '),
            })}
          </p>
        )}
        <CircleForm
          query={query}
          labels={labels}
          choices={choices}
          isLive={isLive}
          sendsToServer={answered.problem !== undefined}
          picking={picking}
          onChange={change}
          onPosition={setStart}
          onPick={(which) => {
            setPicking(picking === which ? undefined : which);
            map.current?.scrollIntoView({ block: 'nearest' });
          }}
        />
        {answered.problem && <RouteProblem problem={answered.problem} search={search} isLive={isLive} />}
      </div>
      <div ref={map} className="lg:sticky lg:top-4 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:self-start">
        {picking && (
          <p
            role="status"
            className="mb-2 flex items-center justify-between gap-3 border-s-4 border-cinnabar ps-3"
          >
            {words(picking === 'from' ? 'pick.start' : 'pick.with')}
            <button
              type="button"
              className="min-h-target cursor-pointer px-2 text-jade underline"
              onClick={() => setPicking(undefined)}
            >
              {words('cancel')}
            </button>
          </p>
        )}
        <MapView
          className="h-[28rem] lg:h-[min(38rem,100dvh-2rem)]"
          label={labels.from && circle ? t('map', { start: labels.from.label }) : t('mapEmpty')}
          {...picture}
          approval={approval}
          {...(circle && { focus: boundsOf([circle.start.position, ...circle.walkerArea.flat(2)]) })}
          areas={
            circle
              ? [
                  { kind: 'other', polygons: circle.walkerArea },
                  { kind: 'own', polygons: circle.area },
                ]
              : []
          }
          lines={circle?.streets.map(({ kind, line }) => ({ kind: wayClassOf[kind], line })) ?? []}
          points={[
            ...reached.flatMap(({ id }) => {
              const service = shown?.services[id];
              return service
                ? [
                    {
                      id,
                      name: service.name,
                      position: service.position,
                      href: `#category-${service.category}`,
                    },
                  ]
                : [];
            }),
            ...(circle && labels.from
              ? [
                  {
                    id: 'start',
                    name: labels.from.label,
                    position: circle.start.position,
                    href: '#answer',
                    mark: 'A',
                  },
                ]
              : []),
          ]}
          isPicking={picking !== undefined}
          onPick={(position) => {
            if (!picking) return;
            setPicking(undefined);
            setStart(picking, position);
          }}
        />
      </div>
      {shown && (
        <CircleAnswer
          reply={shown}
          query={query}
          labels={labels}
          notices={answered.notices}
          isPending={answered.search !== search}
          site={site}
          hrefWith={hrefWith}
        />
      )}
    </div>
  );
}
