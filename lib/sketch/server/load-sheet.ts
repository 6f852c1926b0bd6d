import path from 'node:path';
import type { Locale } from '@/lib/i18n/locales';
import type { MeasuredWalk } from '@/lib/walks/measured-walk';
import { openSheet, type SheetFit } from '../sheet-fit';
import { toControlPoints } from '../sheet-points';
import { loadScene } from './load-scene';
import { type OwnSheet, ownSheetFile, readOwnSheet } from './own-sheet';

export interface LoadedSheet {
  /** Pixels, or units of our own hand. */
  width: number;
  height: number;
  fit: SheetFit;
  /** Addresses of the picture by day and by night. */
  pictures: { light: string; night: string };
  stops: { key: string; name: string; number: number; x: number; y: number }[];
  edition: number;
  /** ISO date. */
  date: string;
  /** Whose drawing it is and under which terms; undefined where our own hand drew. */
  credit: { illustrator: string; licence: string } | undefined;
}

/** The sheet of a walk in one language: an illustrator's where there is one, else that of our own hand. */
export async function loadSheet(measured: MeasuredWalk, locale: Locale): Promise<LoadedSheet> {
  const { walk } = measured;
  const [scene, own] = await Promise.all([
    // Only where things are is asked for: no word of it is read.
    loadScene(measured, locale, (key) => key),
    readOwnSheet(path.join(process.cwd(), 'content'), walk.id),
  ]);
  const { width, height, fit } = own ? ownFit(own) : { ...scene, fit: drawnFit(scene.projection) };
  const sheet = openSheet(fit);
  const name = `/sheets/${walk.id}-${locale}`;
  const ownPicture = own && `/sheets/${ownSheetFile(walk.id, own.facts.picture)}`;
  return {
    width,
    height,
    fit,
    pictures: {
      light: ownPicture ?? `${name}-light.svg`,
      night: ownPicture ?? `${name}-night.svg`,
    },
    stops: scene.stops.map(({ key, name: stop, number, position }) => {
      const [x, y] = sheet.toSheet(position);
      return { key, name: stop, number, x: x / width, y: y / height };
    }),
    edition: walk.sheet.edition,
    date: own?.facts.edition ?? walk.sheet.date,
    credit: own && { illustrator: own.facts.illustrator, licence: own.facts.licence },
  };
}

const drawnFit = (projection: Extract<SheetFit, { kind: 'projection' }>['projection']): SheetFit => ({
  kind: 'projection',
  projection,
});

function ownFit({ facts }: OwnSheet): { width: number; height: number; fit: SheetFit } {
  const { width, height, smoothing } = facts;
  return { width, height, fit: { kind: 'points', points: toControlPoints(facts), width, height, smoothing } };
}
