'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type MouseEvent, useMemo, useRef, useState } from 'react';
import type { CirclePageReply } from '@/lib/circle/ask';
import { type CircleQuery, formatCircleQuery, parseCircleQuery } from '@/lib/circle/circle-query';
import type { LngLat } from '@/lib/geo/position';
import type { MapPicture } from '@/lib/map/pictures';
import type { Notice } from '@/lib/notices/notice';
import type { NetworkProblem } from '@/lib/routing/city-network';
import { formatRouteEnd, type RouteEnd } from '@/lib/routing/route-query';
import { engine } from '../engine/engine';
import { useAnswer } from '../engine/use-answer';
import type { EndChoice } from '../route/end-choice';
import { ignoredText } from '../route/form-params';
import { keepProfile, movesAlike, withKeptProfile } from '../route/kept-profile';
import { RouteProblem } from '../route/route-problem';
import { followHere, paramsOf, useQuestion } from '../route/use-question';
import { CircleAnswer } from './circle-answer';
import { CircleForm, type StartName } from './circle-form';
import { CircleMap } from './circle-map';

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
    // As on `/route`: the address says how one moves, and only who chose that keeps it.
    const params = formatCircleQuery(next);
    params.set('profile', next.profile);
    ask(params.toString(), isStep);
    if (!movesAlike(next, query)) keepProfile(next);
  }
  function setStart(which: StartName, position: LngLat) {
    const text = formatRouteEnd({ kind: 'position', position });
    change(parseCircleQuery({ ...paramsOf(search), [which]: text }, () => true).query, true);
  }

  const shown = answered.reply;
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
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed; here they are only listened to
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
    <div
      onClick={(event) => {
        openTarget(event);
        followHere(event, (next) => change(parseCircleQuery(paramsOf(next), () => true).query, true));
      }}
      className="mt-6 grid grid-cols-[minmax(0,1fr)] content-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:grid-rows-[auto_1fr]"
    >
      <div className="flex flex-col gap-8">
        {ignored.length > 0 && (
          <p role="status" className="border-s-4 border-amber bg-raised px-4 py-2">
            {t('ignored', {
              parts: ignoredText(ignored),
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
          unknownHours={shown?.circle.kind === 'circle' ? shown.circle.unknownHours : []}
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
        <CircleMap
          reply={shown}
          query={query}
          start={start}
          label={labels.from}
          picture={picture}
          approval={approval}
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

/** A mark on the map leads to a line of a list that may be folded; not every browser unfolds it by itself. */
function openTarget({ target }: MouseEvent) {
  const hash = (target as Element).closest?.('a')?.hash;
  if (hash)
    document
      .getElementById(decodeURIComponent(hash.slice(1)))
      ?.closest('details')
      ?.setAttribute('open', '');
}
