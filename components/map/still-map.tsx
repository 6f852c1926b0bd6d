import { type StillOverlay, stillSize } from '@/lib/map/still';
import { Drawing } from '../ui/drawing';
import { lineLooks, type MapArea, type MapLine } from './map-line';
import type { MapPoint } from './map-view';
import { MarkShape } from './mark-shape';

const round = { strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

/**
 * The drawn still picture: what is seen before, or instead of, a map engine. Decorative: the list beside it says the same.
 * The points stand in the order of the overlay's.
 */
export function StillMap({
  picture,
  overlay,
  areas,
  points,
  fineLines,
}: {
  picture: string;
  overlay: StillOverlay<MapLine['kind']>;
  areas: readonly MapArea[];
  points: readonly MapPoint[];
  fineLines: boolean;
}) {
  const width = fineLines ? 2.5 : 4;
  return (
    <>
      <Drawing name={`map/${picture}`} {...stillSize} className="absolute inset-0 size-full object-cover" />
      <svg
        viewBox={`0 0 ${stillSize.width} ${stillSize.height}`}
        preserveAspectRatio="xMidYMid slice"
        aria-hidden="true"
        className="absolute inset-0 size-full"
      >
        {overlay.areas.map((path, index) => {
          const isOwn = areas[index]?.kind === 'own';
          return (
            <path
              key={areas[index]?.kind}
              d={path}
              fillRule="evenodd"
              className={
                isOwn ? 'fill-(--way-footway)/30 stroke-(--way-footway)' : 'fill-none stroke-(--way-street)'
              }
              strokeWidth={isOwn ? 2.5 : 2}
              strokeDasharray={isOwn ? undefined : '7 5'}
            />
          );
        })}
        {overlay.lines.map(({ kind, path }) => (
          <path
            key={kind}
            d={path}
            className="fill-none stroke-(--map-walk-case)"
            strokeWidth={width + 3}
            {...round}
          />
        ))}
        {overlay.lines.map(({ kind, path }) => {
          const { color, dash } = lineLooks[kind];
          return (
            <path
              key={kind}
              d={path}
              className="fill-none"
              stroke={color}
              strokeWidth={width}
              {...(dash ? { strokeDasharray: dash.map((share) => share * width).join(' ') } : round)}
            />
          );
        })}
        {overlay.points.map(({ x, y }, index) => {
          const point = points[index];
          return (
            point && (
              <g key={point.id} transform={`translate(${x} ${y})`}>
                <MarkShape {...point} />
              </g>
            )
          );
        })}
      </svg>
    </>
  );
}
