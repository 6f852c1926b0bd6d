'use client';

import { type Locale, useLocale, useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { boundsOf, type LngLat } from '@/lib/geo/position';
import { wayName } from '@/lib/i18n/way-name';
import { groundPicture, type MapPicture } from '@/lib/map/pictures';
import type { Notice } from '@/lib/notices/notice';
import { type RouteReply, routeOf } from '@/lib/routing/ask';
import type { NetworkProblem } from '@/lib/routing/city-network';
import type { Barrier } from '@/lib/routing/route';
import {
  formatRouteEnd,
  formatRouteQuery,
  parseRouteQuery,
  type RouteEnd,
  type RouteQuery,
} from '@/lib/routing/route-query';
import { wayClassOf } from '@/lib/routing/way-class';
import { engine } from '../engine/engine';
import { useAnswer } from '../engine/use-answer';
import { MapView } from '../map/map-view';
import { useBarrierSentence } from './barrier-sentence';
import type { EndChoice } from './end-choice';
import { ignoredText } from './form-params';
import { keepProfile, movesAlike, withKeptProfile } from './kept-profile';
import { RouteAnswer, RouteSteps } from './route-answer';
import { RouteForm } from './route-form';
import { RouteProblem } from './route-problem';
import { followHere, paramsOf, useQuestion } from './use-question';

export interface RoutePlannerProps {
  /** The question the server answered, as it stands in the address. */
  search: string;
  reply: RouteReply | undefined;
  problem: NetworkProblem | undefined;
  choices: readonly EndChoice[];
  notices: readonly Notice[];
  picture: MapPicture;
  approval: string | undefined;
}

/**
 * The question, its answer and its map. The server answers what stands in the address; from then on the worker answers every change, and the
 * address follows. Where the worker cannot answer, the form is sent to the server as it is without scripts.
 */
export function RoutePlanner({
  search: firstSearch,
  reply,
  problem,
  choices,
  notices,
  picture,
  approval,
}: RoutePlannerProps) {
  const t = useTranslations('RoutePage');
  const words = useTranslations('RouteForm');
  const locale = useLocale();
  const sentence = useBarrierSentence();
  const { search, isLive, change: ask } = useQuestion(firstSearch, withKeptProfile);
  const [picking, setPicking] = useState<'from' | 'to'>();
  const map = useRef<HTMLDivElement>(null);
  const byValue = useMemo(() => new Map(choices.map((choice) => [choice.value, choice])), [choices]);
  const { query, ignored } = useMemo(
    () =>
      parseRouteQuery(paramsOf(search), (end) => end.kind === 'position' || byValue.has(formatRouteEnd(end))),
    [search, byValue],
  );
  const positionOf = (end: RouteEnd): LngLat | undefined =>
    end.kind === 'position' ? end.position : byValue.get(formatRouteEnd(end))?.position;
  const from = query.from && positionOf(query.from);
  const to = query.to && positionOf(query.to);

  const answered = useAnswer<RouteReply>(search, { search: firstSearch, reply, problem, notices }, () =>
    from && to ? engine().askRoute({ query, from, to, now: Date.now() }) : undefined,
  );

  /** Takes a new question; `isStep` makes it a step one can go back from. */
  function change(next: RouteQuery, isStep: boolean) {
    const params = formatRouteQuery(next);
    // Said even where it is the usual one: who is sent this address gets its answer, not the one for their own way of moving.
    params.set('profile', next.profile);
    ask(params.toString(), isStep);
    // Who turns somebody else's way round has not chosen how to move.
    if (!movesAlike(next, query)) keepProfile(next);
  }

  function setEnd(which: 'from' | 'to', position: LngLat) {
    const [lng, lat] = position;
    const text = formatRouteEnd({ kind: 'position', position: [lng, lat] });
    const { query: next } = parseRouteQuery({ ...paramsOf(search), [which]: text }, () => true);
    change(next, true);
  }

  const shown = answered.reply;
  const route = shown && routeOf(shown.result);
  const street = (which: 'from' | 'to') => (answered.search === search ? shown?.streets[which] : undefined);
  const labelOf = (which: 'from' | 'to') => {
    const end = query[which];
    if (!end) return undefined;
    const value = formatRouteEnd(end);
    const name = byValue.get(value)?.name;
    const near = wayName(locale, street(which) ?? { name: undefined });
    return { value, label: name ?? (near ? words('near', { street: near }) : words('point')) };
  };
  const labels = { from: labelOf('from'), to: labelOf('to') };
  const hrefWith = (changes: Record<string, string>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) next.set(name, value);
    return `?${next}`;
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed; here they are only listened to
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
    <div
      onClick={(event) =>
        followHere(event, (next) => change(parseRouteQuery(paramsOf(next), () => true).query, true))
      }
      className="mt-6 grid grid-cols-[minmax(0,1fr)] content-start gap-8 lg:grid-rows-[auto_1fr] lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
    >
      <div className="flex flex-col gap-8">
        {ignored.length > 0 && (
          <p role="status" className="border-s-4 border-amber bg-raised px-4 py-2">
            {t('ignored', {
              parts: ignoredText(ignored),
            })}
          </p>
        )}
        <RouteForm
          query={query}
          labels={labels}
          choices={choices}
          isLive={isLive}
          sendsToServer={answered.problem !== undefined}
          picking={picking}
          onChange={change}
          onPosition={setEnd}
          onPick={(which) => {
            setPicking(picking === which ? undefined : which);
            map.current?.scrollIntoView({ block: 'nearest' });
          }}
        />
        {answered.problem && <RouteProblem problem={answered.problem} search={search} isLive={isLive} />}
        {shown && (
          <RouteAnswer
            reply={shown}
            notices={answered.notices}
            isPending={answered.search !== search}
            hrefWith={hrefWith}
          />
        )}
      </div>
      <div ref={map} className="lg:sticky lg:top-4 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:self-start">
        {picking && (
          <p
            role="status"
            className="mb-2 flex items-center justify-between gap-3 border-s-4 border-cinnabar ps-3"
          >
            {words(`pick.${picking}`)}
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
          label={
            labels.from && labels.to && route
              ? t('map', { from: labels.from.label, to: labels.to.label })
              : t('mapEmpty')
          }
          {...(route ? groundPicture(route.line) : picture)}
          approval={approval}
          {...(route && { focus: boundsOf(route.line) })}
          lines={route?.legs.map(({ kind, line }) => ({ kind: wayClassOf[kind], line })) ?? []}
          points={pointsOf(shown, { from, to }, labels, sentence, locale)}
          isPicking={picking !== undefined}
          onPick={(position) => {
            if (!picking) return;
            setPicking(undefined);
            setEnd(picking, position);
          }}
        />
      </div>
      {shown && <RouteSteps reply={shown} />}
    </div>
  );
}

/** A and B where the way begins and ends, or where they were chosen; and what bars the way. */
function pointsOf(
  reply: RouteReply | undefined,
  chosen: Record<'from' | 'to', LngLat | undefined>,
  labels: Record<'from' | 'to', { label: string } | undefined>,
  sentence: (barrier: Barrier) => string,
  locale: Locale,
) {
  const route = reply && routeOf(reply.result);
  const ends = (['from', 'to'] as const).flatMap((which) => {
    const position = (which === 'from' ? route?.line[0] : route?.line.at(-1)) ?? chosen[which];
    return position
      ? [
          {
            id: which,
            name: labels[which]?.label ?? '',
            position,
            href: route ? '#directions' : `#${which}`,
            mark: which === 'from' ? 'A' : 'B',
          },
        ]
      : [];
  });
  const barriers = (route?.barriers ?? []).map((barrier, index) => ({
    id: `barrier-${index}`,
    name: [wayName(locale, barrier), sentence(barrier)].filter(Boolean).join(' · '),
    position: barrier.position,
    href: '#barriers',
    mark: '!',
    tone: 'barrier' as const,
  }));
  return [...barriers, ...ends];
}
