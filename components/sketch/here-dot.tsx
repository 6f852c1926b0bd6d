import type { Point } from '@/lib/sketch/ink';

/** The person on the sheet: a dot, how sure it is, and which way they face. Drawn in the sheet's own units, so that it moves with it. */
export function HereDot({
  spot: [x, y],
  ring,
  heading,
  width,
  height,
}: {
  spot: Point;
  /** Points around the person as far off as the position may be wrong. */
  ring: readonly Point[];
  /** Degrees on the sheet, clockwise from its top; undefined where nobody knows. */
  heading: number | undefined;
  width: number;
  height: number;
}) {
  const size = width / 55;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      data-here={`${Math.round(x)},${Math.round(y)}`}
      className="pointer-events-none absolute inset-0 size-full"
    >
      <path
        d={`M${ring.map(([ringX, ringY]) => `${ringX.toFixed(1)} ${ringY.toFixed(1)}`).join('L')}Z`}
        className="fill-(--way-footway)/18 stroke-(--way-footway)"
        strokeWidth={size / 10}
      />
      <g transform={`translate(${x} ${y})`} className="[&>*]:scale-[calc(1/var(--zoom,1))]">
        <g>
          {heading !== undefined && (
            <path
              d={`M0 ${-2.4 * size}L${0.9 * size} ${-0.7 * size}H${-0.9 * size}Z`}
              transform={`rotate(${heading})`}
              className="fill-(--way-footway)"
            />
          )}
          <circle r={size} className="fill-(--map-walk-case)" />
          <circle r={size * 0.72} className="fill-(--way-footway)" />
        </g>
      </g>
    </svg>
  );
}
