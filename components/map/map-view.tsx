import { useLocale, useTranslations } from 'next-intl';
import type { Bounds, LngLat } from '@/lib/geo/position';
import { chooseProvider } from '@/lib/map/provider';
import { drawStillOverlay } from '@/lib/map/still';
import { LiveMap } from './live-map';
import type { MapArea, MapLine } from './map-line';
import { StillMap } from './still-map';

export interface MapPoint {
  id: string;
  name: string;
  position: LngLat;
  /** Address the point leads to: a part of the same page or another page. */
  href: string;
  /** What stands in the mark: a text, or a sign as a path on a 24 grid. Neither gives a plain dot. */
  mark?: string;
  glyph?: string;
  /** Something in the way looks different from a stop, and so does what is done, and what cannot be reached. */
  tone?: 'stop' | 'barrier' | 'done' | 'lost';
}

export interface MapViewProps {
  /** Name of the map for those who cannot see it. */
  label: string;
  /** Name of the still base drawn for these bounds (lib/map/pictures.ts). */
  picture: string;
  bounds: Bounds;
  /** What the engine shows, where the still base shows more. */
  focus?: Bounds;
  areas?: readonly MapArea[];
  lines?: readonly MapLine[];
  points: readonly MapPoint[];
  /** The lines are every way of an area and not one way: finer, so that the ground is seen between them. */
  fineLines?: boolean;
  /** Approval number 审图号 of the base map, where the operator has one. */
  approval?: string | undefined;
  /** The next tap on the map is asked for. */
  isPicking?: boolean;
  onPick?: (position: LngLat) => void;
  className?: string;
}

const provider = chooseProvider({
  mapboxToken: process.env.NEXT_PUBLIC_MAPBOX_TOKEN,
  tiandituKey: process.env.NEXT_PUBLIC_TIANDITU_KEY,
});

/**
 * The one map of the portal: a drawn still picture and, where WebGL is there and the map is in view, an engine over it.
 * The page puts a list of the same points beside it.
 */
export function MapView({
  label,
  picture,
  bounds,
  focus = bounds,
  areas = [],
  lines = [],
  points,
  fineLines = false,
  approval,
  isPicking = false,
  onPick,
  className = '',
}: MapViewProps) {
  const t = useTranslations('MapFigure');
  const locale = useLocale();
  const overlay = drawStillOverlay(
    bounds,
    lines,
    points.map(({ position }) => position),
    areas.map(({ polygons }) => polygons),
  );
  const credits = {
    drawn: t('credit.drawn'),
    tianditu: t('credit.tianditu'),
    mapbox: t('credit.mapbox'),
  };
  return (
    <figure className={`flex flex-col ${className}`}>
      <div className="relative min-h-80 flex-1 overflow-hidden border border-rule bg-(--map-paper)">
        <StillMap picture={picture} overlay={overlay} areas={areas} points={points} fineLines={fineLines} />
        <LiveMap
          locale={locale}
          label={label}
          bounds={focus}
          areas={areas}
          lines={lines}
          points={points}
          fineLines={fineLines}
          isPicking={isPicking}
          onPick={onPick}
          words={{
            zoomIn: t('zoomIn'),
            zoomOut: t('zoomOut'),
            whole: t('whole'),
            twoFingers: t('twoFingers'),
            scrollKey: t('scrollKey'),
            scrollKeyMac: t('scrollKeyMac'),
          }}
        />
      </div>
      <figcaption className="pt-1.5 text-xs text-soft">
        {credits[provider.kind]} {approval && t('approval', { number: approval })}
      </figcaption>
    </figure>
  );
}
