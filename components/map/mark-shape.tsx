import type { MapPoint } from './map-view';

const fills = {
  stop: 'fill-(--map-walk) stroke-(--map-walk-case)',
  barrier: 'fill-(--way-ride) stroke-(--map-walk-case)',
  done: 'fill-(--way-footway) stroke-(--map-walk-case)',
  lost: 'fill-(--map-walk-case) stroke-(--map-walk)',
} as const;

/**
 * The mark of a point around 0, 0, at most 28 wide, for the still picture, the engines and a legend alike. What it means is in its shape too: a
 * barrier stands on its corner, what is lost is a hollow square struck through.
 */
export function MarkShape({ mark, glyph, tone = 'stop' }: Pick<MapPoint, 'mark' | 'glyph' | 'tone'>) {
  const look = fills[tone];
  return (
    <>
      {tone === 'barrier' ? (
        <path d="M0-13 13 0 0 13-13 0Z" className={look} strokeWidth="2" />
      ) : tone === 'lost' ? (
        <rect x="-11" y="-11" width="22" height="22" rx="3" className={look} strokeWidth="2" />
      ) : (
        <circle r={mark || glyph ? 12 : 7} className={look} strokeWidth="2" />
      )}
      {glyph && (
        <path
          d={glyph}
          transform="scale(.66) translate(-12 -12)"
          className={tone === 'lost' ? 'stroke-(--map-walk)' : 'stroke-(--map-walk-case)'}
          fill="none"
          strokeWidth="2.2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
      {tone === 'lost' && <path d="M-11 11 11-11" className="stroke-(--map-walk)" strokeWidth="2" />}
      {mark && (
        <text textAnchor="middle" dy="4.5" className="fill-(--map-walk-case) text-[13px] font-semibold">
          {mark}
        </text>
      )}
    </>
  );
}
