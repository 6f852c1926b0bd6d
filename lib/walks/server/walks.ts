import { loadContent } from '@/lib/content/server/load-content';
import type { Locale } from '@/lib/i18n/locales';
import { type MeasuredWalk, type MeasuredWaypoint, toMeasuredWalk, waypointIndexes } from '../measured-walk';
import type { Walk } from '../schema';

/** All walks in their recommended order, measured. */
export async function loadWalks(): Promise<MeasuredWalk[]> {
  const { walks, network } = await loadContent();
  return walks.map((walk) => toMeasuredWalk(network, walk));
}

/** One walk by its slug; undefined when there is none. */
export async function findWalk(slug: string): Promise<MeasuredWalk | undefined> {
  const { walks, network } = await loadContent();
  const walk = walks.find(({ id }) => id === slug);
  return walk && toMeasuredWalk(network, walk);
}

/** The waypoints of a walk with their places and where the line passes them, in order. */
export async function loadWaypoints({ walk, measures }: MeasuredWalk): Promise<MeasuredWaypoint[]> {
  const { network, places, stations } = await loadContent();
  const indexes = waypointIndexes(network, walk);
  return walk.waypoints.map(({ key, place: placeId }, index) => {
    const place = places.get(placeId);
    const at = indexes[index] ?? -1;
    const node = network.nodes.get(walk.line[at] ?? '');
    // The content check has seen to both; a failure here is a bug.
    if (!place || !node) throw new Error(`walk ${walk.id}: waypoint ${key} is not on its line`);
    return {
      key,
      place,
      position: node.position,
      elevation: node.elevation,
      stations: place.stations.flatMap(({ id, exit }) => {
        const station = stations.get(id);
        return station ? [{ station, exit }] : [];
      }),
      atMeters: measures.sections[at]?.startMeters ?? measures.lengthMeters,
    };
  });
}

/** What is uncertain about a walk, in the language's words, with the place whose sources say so. */
export async function loadDayChecks(walk: Walk, locale: Locale) {
  const { places } = await loadContent();
  return walk.checks.map(({ key, place: placeId }) => {
    const [place, words] = [places.get(placeId), walk.stories[locale].checks[key]];
    if (!place || !words) throw new Error(`walk ${walk.id}: check ${key} has no place or no words`);
    return { key, place, words };
  });
}

/** The stations a walk begins and ends at. */
export async function loadWalkEnds(walk: Walk) {
  const { stations } = await loadContent();
  const end = ({ station: id, exit }: Walk['arrive']) => {
    const station = stations.get(id);
    if (!station) throw new Error(`walk ${walk.id}: unknown station ${id}`);
    return { station, exit };
  };
  return { arrive: end(walk.arrive), leave: end(walk.leave) };
}
