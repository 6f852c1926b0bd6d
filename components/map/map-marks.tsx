import type { MapPoint } from './map-view';

/** A point on the map: a link of at least 44 pixels around a small numbered seal or dot. */
export function MapMark({ point }: { point: MapPoint }) {
  return (
    <a
      href={point.href}
      title={point.name}
      aria-label={point.mark ? `${point.mark} ${point.name}` : point.name}
      className="group grid size-11 place-items-center no-underline"
    >
      {point.mark ? (
        <span
          className={`grid min-w-6 place-items-center border-2 border-(--map-walk-case) px-1 text-[13px] leading-5 font-semibold text-(--map-walk-case) group-hover:scale-125 group-focus-visible:scale-125 ${
            point.tone === 'barrier'
              ? 'rotate-45 bg-(--way-ride)'
              : `rounded-full ${point.tone === 'done' ? 'bg-(--way-footway)' : 'bg-(--map-walk)'}`
          }`}
        >
          <span className={point.tone === 'barrier' ? '-rotate-45' : ''}>{point.mark}</span>
        </span>
      ) : (
        <span
          className={`size-3.5 rounded-full border-2 border-(--map-walk-case) group-hover:scale-150 group-focus-visible:scale-150 ${
            point.tone === 'done' ? 'bg-(--way-footway)' : 'bg-(--map-walk)'
          }`}
        />
      )}
    </a>
  );
}
