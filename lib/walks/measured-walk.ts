import type { LngLat } from '@/lib/geo/position';
import type { Locale } from '@/lib/i18n/locales';
import type { Place, Station } from '@/lib/places/schema';
import type { Network } from '@/lib/routing/network';
import type { FilterableWalk } from './filter';
import { measureWalk, type WalkMeasures } from './measures';
import type { Story, Walk } from './schema';

/** A walk with what is computed from its line. */
export interface MeasuredWalk extends FilterableWalk {
  walk: Walk;
  measures: WalkMeasures;
}

/** A waypoint with its place and where the line passes it. */
export interface MeasuredWaypoint {
  key: string;
  place: Place;
  /** Where the line passes the place. */
  position: LngLat;
  /** Metres above sea level; undefined is unknown. */
  elevation: number | undefined;
  stations: { station: Station; exit: string | undefined }[];
  /** Metres from the start of the walk. */
  atMeters: number;
}

/** Measures a walk on the network. Throws RangeError when its line is not joined. */
export function toMeasuredWalk(network: Network, walk: Walk): MeasuredWalk {
  const measures = measureWalk(network, walk.line);
  const stopMinutes = walk.waypoints.reduce((sum, waypoint) => sum + waypoint.minutes, 0);
  return {
    walk,
    measures,
    id: walk.id,
    order: walk.order,
    themes: walk.themes,
    night: walk.night,
    best: walk.best,
    wheelchair: walk.wheelchair,
    lengthMeters: measures.lengthMeters,
    ascent: measures.ascent,
    totalSeconds: measures.seconds + stopMinutes * 60,
    stairs: {
      steps: measures.stairsUp.steps + measures.stairsDown.steps,
      uncountedMeters: measures.stairsUp.uncountedMeters + measures.stairsDown.uncountedMeters,
      unsurveyedMeters: measures.stairsUp.unsurveyedMeters,
    },
  };
}

/** Where on its line of nodes a walk passes each of its waypoints, in order; -1 where it does not. */
export function waypointIndexes(network: Network, walk: Walk): number[] {
  let from = 0;
  return walk.waypoints.map(({ place }) => {
    const at = walk.line.findIndex((id, index) => index >= from && network.nodes.get(id)?.place === place);
    if (at >= 0) from = at + 1;
    return at;
  });
}

/** The two characters of the walk's seal in the script of the language; languages without Chinese script keep the city's own. */
export const sealOf = (walk: Walk, locale: Locale): string =>
  walk.seal[locale === 'zh-Hant' || locale === 'ja' ? 'zh-Hant' : 'zh-CN'];

/** Where the walk begins. */
export const startOf = ({ measures }: MeasuredWalk): LngLat => measures.line[0] as LngLat;

export const storyOf = (walk: Walk, locale: Locale): Story => walk.stories[locale];
