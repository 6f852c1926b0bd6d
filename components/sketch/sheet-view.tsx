'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { circleAround, openSheet, type SheetFit } from '@/lib/sketch/sheet-fit';
import { MapView, type MapViewProps } from '../map/map-view';
import { ThemedPicture } from '../ui/drawing';
import { Icon } from '../ui/icon';
import { HereDot } from './here-dot';
import { useHere } from './use-here';
import { usePanZoom } from './use-pan-zoom';

export interface SheetStop {
  key: string;
  name: string;
  see: string;
  /** Middle of its mark, as shares of the sheet. */
  x: number;
  y: number;
}

export interface SheetViewProps {
  /** Addresses of the drawing by day and by night. */
  pictures: { light: string; night: string };
  width: number;
  height: number;
  /** What is seen, for those who cannot see it. */
  label: string;
  fit: SheetFit;
  stops: readonly SheetStop[];
  /** The true map of the same walk. */
  map: Omit<MapViewProps, 'areas' | 'isPicking' | 'onPick'>;
}

/** Share of the sheet's width within which a tap means a stop. */
const NEAR = 0.06;

const buttonLook =
  'inline-flex min-h-target min-w-target cursor-pointer items-center justify-center gap-2 border border-rule-strong bg-raised px-3 text-ink hover:border-cinnabar hover:text-cinnabar aria-pressed:border-cinnabar aria-pressed:text-cinnabar';

/** A drawn sheet under the finger: moved and enlarged, its stops opened, the person's own dot on it; or the true map in its place. */
export function SheetView({ pictures, width, height, label, fit, stops, map }: SheetViewProps) {
  const t = useTranslations('SheetView');
  const words = useTranslations('RouteForm');
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<HTMLDivElement>(null);
  const pressed = useRef<readonly [number, number]>([0, 0]);
  const view = usePanZoom(frame, drawing);
  const { here, state, follow, leave } = useHere();
  const [shown, setShown] = useState<number>();
  const [isTrue, setIsTrue] = useState(false);
  const sheet = useMemo(() => openSheet(fit), [fit]);
  const spot = here && sheet.toSheet(here.position);
  const isOnSheet = spot && spot[0] >= 0 && spot[1] >= 0 && spot[0] <= width && spot[1] <= height;
  const stop = shown === undefined ? undefined : stops[shown];

  function openStop(index: number) {
    const next = stops[index];
    if (!next) return;
    setShown(index);
    view.showSpot(next.x, next.y);
  }
  function onTap(clientX: number, clientY: number) {
    const [x, y] = view.spotAt(clientX, clientY);
    const far = (other: SheetStop) => Math.hypot(other.x - x, ((other.y - y) * height) / width);
    const nearest = stops.reduce<number | undefined>(
      (best, other, index) =>
        far(other) < far(stops[best ?? -1] ?? { ...other, x: 9, y: 9 }) ? index : best,
      undefined,
    );
    const found = nearest === undefined ? undefined : stops[nearest];
    setShown(found && far(found) < NEAR / view.scale() ** 0.5 ? nearest : undefined);
  }

  return (
    <section aria-label={label} className="flex flex-col gap-3">
      <div className="no-print flex flex-wrap gap-2 noscript:hidden">
        {([false, true] as const).map((wants) => (
          <button
            key={String(wants)}
            type="button"
            aria-pressed={isTrue === wants}
            className={buttonLook}
            onClick={() => setIsTrue(wants)}
          >
            {t(wants ? 'trueMap' : 'drawn')}
          </button>
        ))}
        <button
          type="button"
          aria-pressed={here !== undefined}
          className={buttonLook}
          onClick={() => (here || state === 'locating' ? leave() : follow())}
        >
          <Icon name="locate" />
          {t('here')}
        </button>
      </div>
      <p role="status" className="no-print text-sm empty:hidden">
        {state && words(state)}
        {here && !isOnSheet && t('elsewhere')}
      </p>
      <div hidden={!isTrue} id="true-map">
        <MapView
          {...map}
          {...(here && {
            areas: [{ kind: 'own', polygons: [[circleAround(here.position, here.accuracyMeters)]] }],
            points: [
              ...map.points,
              { id: 'here', name: t('here'), position: here.position, href: '#true-map', tone: 'done' },
            ],
          })}
        />
      </div>
      <div hidden={isTrue}>
        {/* biome-ignore lint/a11y/useSemanticElements: a figure one can move; a fieldset is not what it is */}
        <div
          ref={frame}
          role="group"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys, plus and minus move the drawing
          tabIndex={0}
          aria-label={t('move')}
          className="relative mx-auto cursor-grab overflow-hidden border border-rule bg-(--map-paper) shadow-card active:cursor-grabbing"
          // Seen whole at once, on a phone that lies too; there it is not made smaller than a finger can use.
          style={{
            aspectRatio: `${width} / ${height}`,
            width: `min(100%, max(20rem, ${((95 * width) / height).toFixed(1)}dvh))`,
          }}
          onKeyDown={view.onKeyDown}
          onPointerDown={({ clientX, clientY }) => {
            pressed.current = [clientX, clientY];
          }}
          onClick={({ clientX, clientY }) => {
            const [x, y] = pressed.current;
            // What was dragged was not tapped.
            if (Math.hypot(clientX - x, clientY - y) < 6) onTap(clientX, clientY);
          }}
        >
          <div ref={drawing} className="absolute inset-0 origin-top-left" data-sheet>
            <ThemedPicture
              {...pictures}
              width={width}
              height={height}
              className="absolute inset-0 size-full"
            />
            {stop && (
              <span
                aria-hidden="true"
                className="absolute size-11 -translate-1/2 scale-[calc(1/var(--zoom,1))] rounded-full border-4 border-jade"
                style={{ left: `${stop.x * 100}%`, top: `${stop.y * 100}%` }}
              />
            )}
            {here && spot && isOnSheet && (
              <HereDot
                spot={spot}
                ring={sheet.ringAround(here.position, here.accuracyMeters)}
                heading={here.heading === undefined ? undefined : sheet.turned(here.position, here.heading)}
                width={width}
                height={height}
              />
            )}
          </div>
        </div>
        <div className="no-print mt-2 flex justify-end gap-2 noscript:hidden">
          <button type="button" className={buttonLook} aria-label={t('zoomIn')} onClick={view.zoomIn}>
            +
          </button>
          <button type="button" className={buttonLook} aria-label={t('zoomOut')} onClick={view.zoomOut}>
            −
          </button>
          <button type="button" className={buttonLook} aria-label={t('whole')} onClick={view.whole}>
            <Icon name="whole" />
          </button>
        </div>
      </div>
      <div className="no-print border-s-4 border-cinnabar bg-raised px-4 py-3 noscript:hidden">
        <div className="flex items-center gap-2">
          <button
            type="button"
            className={buttonLook}
            aria-label={t('previous')}
            onClick={() => openStop(((shown ?? stops.length) - 1 + stops.length) % stops.length)}
          >
            ‹
          </button>
          <p className="grow text-center text-balance tabular-nums">
            {shown === undefined ? t('tap') : t('stopOf', { number: shown + 1, count: stops.length })}
          </p>
          <button
            type="button"
            className={buttonLook}
            aria-label={t('next')}
            onClick={() => openStop(((shown ?? -1) + 1) % stops.length)}
          >
            ›
          </button>
        </div>
        <div role="status">
          {stop && (
            <>
              <p className="mt-1 text-xl">{stop.name}</p>
              <p>{stop.see}</p>
              <p>
                <a href={`#stop-${stop.key}`} className="inline-flex min-h-target items-center">
                  {t('more')}
                </a>
              </p>
            </>
          )}
        </div>
      </div>
    </section>
  );
}
