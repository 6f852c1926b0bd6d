import { lineLooks, type MapLine } from './map-line';

/** A piece of line as the map draws its kind, for a legend. Decorative. */
export function LineSample({ kind }: Pick<MapLine, 'kind'>) {
  const { color, dash } = lineLooks[kind];
  return (
    <svg viewBox="0 0 56 8" className="h-2 w-14 shrink-0" aria-hidden="true">
      <path
        d="M3 4H53"
        stroke={color}
        strokeWidth="5"
        {...(dash
          ? { strokeDasharray: dash.map((share) => share * 5).join(' ') }
          : { strokeLinecap: 'round' })}
      />
    </svg>
  );
}
