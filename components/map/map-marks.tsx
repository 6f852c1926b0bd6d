import type { MapPoint } from './map-view';
import { MarkShape } from './mark-shape';

/** A point on the map: a link of at least 44 pixels around a small seal, sign or dot. */
export function MapMark({ point }: { point: MapPoint }) {
  return (
    <a href={point.href} title={point.name} className="group grid size-11 place-items-center no-underline">
      <span className="sr-only">{point.mark ? `${point.mark} ${point.name}` : point.name}</span>
      <svg
        viewBox="-15 -15 30 30"
        aria-hidden="true"
        className="size-7.5 group-hover:scale-125 group-focus-visible:scale-125"
      >
        <MarkShape {...point} />
      </svg>
    </a>
  );
}
