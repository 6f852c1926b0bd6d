/** Where a position lies on a sheet, whoever drew it: plain data for a browser, and what is asked of it there. */
import { type LngLat, metersPerDegree } from '@/lib/geo/position';
import type { Point } from './ink';
import { type Projection, project } from './projection';

export type SheetFit = { kind: 'projection'; projection: Projection };

export interface OpenSheet {
  toSheet: (position: LngLat) => Point;
  /** A circle of so many metres around a position as it lies on the sheet. */
  ringAround: (position: LngLat, meters: number) => Point[];
  /** A heading (degrees from north, clockwise) as it points on the sheet: degrees from its top, clockwise. */
  turned: (position: LngLat, heading: number) => number;
}

const RING = 24;

/** What lies so many metres off in a direction. */
function offset([lng, lat]: LngLat, meters: number, heading: number): LngLat {
  const [perLng, perLat] = metersPerDegree(lat);
  const angle = (heading * Math.PI) / 180;
  return [lng + (Math.sin(angle) * meters) / perLng, lat + (Math.cos(angle) * meters) / perLat];
}

export function openSheet(fit: SheetFit): OpenSheet {
  const toSheet = (position: LngLat) => project(fit.projection, position);
  return {
    toSheet,
    ringAround: (position, meters) =>
      Array.from({ length: RING }, (_, index) => toSheet(offset(position, meters, (index * 360) / RING))),
    turned: (position, heading) => {
      const [x, y] = toSheet(position);
      const [aheadX, aheadY] = toSheet(offset(position, 15, heading));
      return (Math.atan2(aheadX - x, y - aheadY) * 180) / Math.PI;
    },
  };
}
