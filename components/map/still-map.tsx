import type { StillMap as StillMapPaths } from '@/lib/map/still';

/** Widths and strengths of the strokes that make the mist. */
const mist = [
  [64, 0.3],
  [44, 0.45],
  [26, 0.7],
  [10, 1],
] as const;

/** The drawn still picture: what is seen before, or instead of, a map engine. Decorative: the list beside it says the same. */
export function StillMap({ still, numbers = true }: { still: StillMapPaths; numbers?: boolean }) {
  return (
    <svg
      viewBox={`0 0 ${still.width} ${still.height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      className="absolute inset-0 size-full bg-(--map-paper)"
    >
      <path d={still.river} className="fill-(--map-water) stroke-(--map-shore)" strokeWidth="1.2" />
      <path d={still.sandbar} className="fill-(--map-sand)" />
      <path
        d={still.current}
        className="fill-none stroke-(--map-current)"
        strokeDasharray="7 10"
        strokeLinecap="round"
      />
      <path
        d={still.streets}
        className="fill-none stroke-(--map-street-edge)"
        strokeWidth="6.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d={still.streets}
        className="fill-none stroke-(--map-street)"
        strokeWidth="5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d={still.paths}
        className="fill-none stroke-(--map-street-edge)"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <path
        d={still.steps}
        className="fill-none stroke-(--map-street-edge)"
        strokeWidth="5"
        strokeDasharray="1.6 2"
      />
      {/* The drawing fades into the paper where its data ends. */}
      {mist.map(([width, opacity]) => (
        <path
          key={width}
          d={still.edge}
          className="fill-none stroke-(--map-paper)"
          strokeWidth={width}
          strokeLinejoin="round"
          opacity={opacity}
        />
      ))}
      <path
        d={still.line}
        className="fill-none stroke-(--map-walk-case)"
        strokeWidth="7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d={still.line}
        className="fill-none stroke-(--map-walk)"
        strokeWidth="4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {still.points.map((point, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: points have no other identity and never move
        <g key={index} transform={`translate(${point.x} ${point.y})`}>
          <circle
            r={numbers ? 12 : 7}
            className="fill-(--map-walk) stroke-(--map-walk-case)"
            strokeWidth="2"
          />
          {numbers && (
            <text textAnchor="middle" dy="4.5" className="fill-(--map-walk-case) text-[13px] font-semibold">
              {index + 1}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
