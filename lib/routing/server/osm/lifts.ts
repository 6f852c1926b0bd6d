/** Which floor each way reaches a lift on, where the lift is one point of the map. */
import type { WayTraits } from '../../osm/tags';

type Reaching = Pick<WayTraits, 'levels' | 'layer'>;

/** Name of the stop of a lift a way reaches: the same name for ways on the same floor. */
export type LiftStop = string;

export interface LiftPlan {
  /** Stops of the ways, in their order. One stop for all means that nothing is known to be joined. */
  stops: LiftStop[];
  /** False when no way says on which floor it is. */
  areFloorsKnown: boolean;
}

/**
 * Stops for the ways that meet at a lift. Ways without a floor are told apart by their layer, and lie on floor 0 when they have none and
 * others do: outdoor ways on the ground are seldom given a floor. When no way says anything, each way has a stop of its own: ways meet in
 * the point of a lift because it joins them, and a lift taken for level ground would be a climb for nothing.
 */
export function planLift(ways: readonly Reaching[]): LiftPlan {
  const single = new Set(ways.filter(({ levels }) => levels.length === 1).map(({ levels }) => levels[0]));
  const areFloorsKnown = ways.some(({ levels, layer }) => levels.length > 0 || layer !== 0);
  const stops = ways.map(({ levels, layer }, index) => {
    if (!areFloorsKnown) return `way ${index}`;
    // Stairs from floor to floor reach the lift on the floor another way does.
    const level = levels.find((candidate) => single.has(candidate)) ?? levels[0];
    if (level !== undefined) return `level ${level}`;
    if (layer !== 0) return `layer ${layer}`;
    return single.has(0) ? 'level 0' : 'ground';
  });
  return { stops, areFloorsKnown };
}
