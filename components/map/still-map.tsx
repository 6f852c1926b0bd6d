import { type StillOverlay, stillSize } from '@/lib/map/still';
import { Drawing } from '../ui/drawing';
import { lineLooks, type MapArea, type MapLine } from './map-line';
import type { MapPoint } from './map-view';

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
}: {
  picture: string;
  overlay: StillOverlay<MapLine['kind']>;
  areas: readonly MapArea[];
  points: readonly MapPoint[];
}) {
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
                isOwn ? 'fill-(--way-footway)/18 stroke-(--way-footway)' : 'fill-none stroke-(--way-street)'
              }
              strokeWidth={isOwn ? 2 : 1.6}
              strokeDasharray={isOwn ? undefined : '5 4'}
            />
          );
        })}
        {overlay.lines.map(({ kind, path }) => (
          <path
            key={kind}
            d={path}
            className="fill-none stroke-(--map-walk-case)"
            strokeWidth="7"
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
              strokeWidth="4"
              {...(dash ? { strokeDasharray: dash.map((share) => share * 4).join(' ') } : round)}
            />
          );
        })}
        {overlay.points.map(({ x, y }, index) => {
          const { id, mark, tone } = points[index] ?? { id: index, mark: undefined, tone: undefined };
          const fill = {
            stop: 'fill-(--map-walk)',
            barrier: 'fill-(--way-ride)',
            done: 'fill-(--way-footway)',
          }[tone ?? 'stop'];
          const look = `${fill} stroke-(--map-walk-case)`;
          return (
            <g key={id} transform={`translate(${x} ${y})`}>
              {tone === 'barrier' ? (
                <path d="M0-13 13 0 0 13-13 0Z" className={look} strokeWidth="2" />
              ) : (
                <circle r={mark ? 12 : 7} className={look} strokeWidth="2" />
              )}
              {mark && (
                <text
                  textAnchor="middle"
                  dy="4.5"
                  className="fill-(--map-walk-case) text-[13px] font-semibold"
                >
                  {mark}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </>
  );
}
