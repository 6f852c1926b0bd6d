/** Where a position lies on a sheet, whoever drew it: plain data for a browser, and what is asked of it there. */
import { degreeMeters, type LngLat } from '@/lib/geo/position';
import type { Point } from './ink';
import { type Projection, project } from './projection';
import { type ControlPoint, makeWarp } from './warp';

export type SheetFit =
  /** Drawn by our own hand. */
  | { kind: 'projection'; projection: Projection }
  /** Drawn by somebody else, who told us where some of its points lie. */
  | { kind: 'points'; points: readonly ControlPoint[]; width: number; height: number; smoothing: number };

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
  const [perLng, perLat] = degreeMeters(lat);
  const angle = (heading * Math.PI) / 180;
  return [lng + (Math.sin(angle) * meters) / perLng, lat + (Math.cos(angle) * meters) / perLat];
}

/** A circle of so many metres around a position, closed. */
export const circleAround = (position: LngLat, meters: number): LngLat[] =>
  Array.from({ length: RING + 1 }, (_, index) => offset(position, meters, ((index % RING) * 360) / RING));

function toSheetOf(fit: SheetFit): OpenSheet['toSheet'] {
  if (fit.kind === 'projection') return (position) => project(fit.projection, position);
  // The content check has refused what folds: see makeWarp.
  const warp = makeWarp(fit.points, fit, fit.smoothing);
  return (position) => {
    const { x, y } = warp.toSheet(position);
    return [x, y];
  };
}

export function openSheet(fit: SheetFit): OpenSheet {
  const toSheet = toSheetOf(fit);
  return {
    toSheet,
    ringAround: (position, meters) => circleAround(position, meters).slice(1).map(toSheet),
    turned: (position, heading) => {
      const [x, y] = toSheet(position);
      const [aheadX, aheadY] = toSheet(offset(position, 15, heading));
      return (Math.atan2(aheadX - x, y - aheadY) * 180) / Math.PI;
    },
  };
}
