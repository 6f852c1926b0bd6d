import type { PlaceKind } from './schema';

/** Kinds of places as a reader looks for them. */
export const placeGroups = {
  quarters: ['quarter', 'street', 'district'],
  sights: ['landmark', 'square', 'temple', 'museum', 'theatre', 'building', 'gate'],
  green: ['park', 'mountain', 'cliff', 'promenade'],
  vertical: ['stairs', 'walkway', 'lift', 'escalator', 'cableway', 'bridge'],
  city: ['mall', 'hub', 'junction', 'station', 'stadium'],
} as const satisfies Record<string, readonly PlaceKind[]>;

export type PlaceGroup = keyof typeof placeGroups;
export const placeGroupNames = Object.keys(placeGroups) as PlaceGroup[];

/** The group a kind belongs to. */
export function groupOf(kind: PlaceKind): PlaceGroup {
  const group = placeGroupNames.find((name) => (placeGroups[name] as readonly PlaceKind[]).includes(kind));
  if (!group) throw new Error(`kind without a group: ${kind}`);
  return group;
}
