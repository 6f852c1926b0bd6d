'use client';

import { type ComponentType, useEffect, useRef, useState } from 'react';
import type { Bounds, LngLat } from '@/lib/geo/position';
import type { Locale } from '@/lib/i18n/locales';
import type { MapArea, MapLine } from './map-line';
import type { MapPoint } from './map-view';

export interface LiveMapProps {
  locale: Locale;
  label: string;
  bounds: Bounds;
  areas: readonly MapArea[];
  lines: readonly MapLine[];
  points: readonly MapPoint[];
  fineLines: boolean;
  isPicking: boolean;
  onPick: ((position: LngLat) => void) | undefined;
  words: Record<'zoomIn' | 'zoomOut' | 'whole' | 'twoFingers' | 'scrollKey' | 'scrollKeyMac', string>;
}

export interface EngineProps extends LiveMapProps {
  onDrawn: () => void;
  /** The engine cannot go on: the still picture is shown again. */
  onFail: () => void;
}

function hasWebGl(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}

/** Brings the engine when the map comes into view. Any failure leaves the still picture that stands below. */
export function LiveMap(props: LiveMapProps) {
  const holder = useRef<HTMLDivElement>(null);
  const [Engine, setEngine] = useState<ComponentType<EngineProps>>();
  const [isDrawn, setIsDrawn] = useState(false);

  useEffect(() => {
    const element = holder.current;
    if (!element || !hasWebGl()) return;
    let isWanted = true;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        const engine = process.env.NEXT_PUBLIC_MAPBOX_TOKEN
          ? import('./engine-mapbox')
          : import('./engine-maplibre');
        engine.then(
          (loaded) => isWanted && setEngine(() => loaded.default),
          // A chunk that cannot be fetched: the still picture is the answer.
          () => undefined,
        );
      },
      { rootMargin: '150px' },
    );
    observer.observe(element);
    return () => {
      isWanted = false;
      observer.disconnect();
    };
  }, []);

  return (
    <div
      ref={holder}
      className="no-print absolute inset-0"
      data-map={Engine ? (isDrawn ? 'drawn' : 'live') : 'still'}
    >
      {Engine && <Engine {...props} onDrawn={() => setIsDrawn(true)} onFail={() => setEngine(undefined)} />}
    </div>
  );
}
