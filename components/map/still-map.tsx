import { type StillOverlay, stillSize } from '@/lib/map/still';
import { Drawing } from '../ui/drawing';

/**
 * The drawn still picture: what is seen before, or instead of, a map engine. Decorative: the list beside it says the same.
 * `marks` stand in the points, in their order.
 */
export function StillMap({
  picture,
  overlay,
  marks,
}: {
  picture: string;
  overlay: StillOverlay;
  marks: readonly (string | undefined)[];
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
        {(
          [
            ['stroke-(--map-walk-case)', 7],
            ['stroke-(--map-walk)', 4],
          ] as const
        ).map(([color, width]) => (
          <path
            key={color}
            d={overlay.line}
            className={`fill-none ${color}`}
            strokeWidth={width}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        ))}
        {overlay.points.map((point, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: points have no other identity and never move
          <g key={index} transform={`translate(${point.x} ${point.y})`}>
            <circle
              r={marks[index] ? 12 : 7}
              className="fill-(--map-walk) stroke-(--map-walk-case)"
              strokeWidth="2"
            />
            {marks[index] && (
              <text textAnchor="middle" dy="4.5" className="fill-(--map-walk-case) text-[13px] font-semibold">
                {marks[index]}
              </text>
            )}
          </g>
        ))}
      </svg>
    </>
  );
}
