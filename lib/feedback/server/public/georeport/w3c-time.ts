const SHANGHAI = '+08:00';

/** An instant in the form of the W3C's note, with the zone of the city: 2026-11-26T09:30:00+08:00. */
export const formatW3cTime = (instant: number): string =>
  `${new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19)}${SHANGHAI}`;

/**
 * An instant as GeoReport asks for it: a time with its zone, or a whole day of the city, of which `edge` says which end is meant. Undefined for what is
 * no such thing, also for a time without a zone or a day that does not exist.
 */
export function parseW3cTime(text: string, edge: 'start' | 'end'): number | undefined {
  const [, day, time, zone] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2}))?$/.exec(
      // A plus that was not escaped arrives as a space.
      text.trim().replace(/ (?=\d{2}:\d{2}$)/, '+'),
    ) ?? [];
  if (!day || new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) !== day) return undefined;
  const instant = time
    ? Date.parse(`${day}T${time}${zone}`)
    : Date.parse(`${day}T${edge === 'start' ? '00:00:00.000' : '23:59:59.999'}${SHANGHAI}`);
  return Number.isNaN(instant) ? undefined : instant;
}
