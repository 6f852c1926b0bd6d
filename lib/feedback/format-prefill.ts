/** Names of what a suggestion may start from, in the address of `/feedback`. */
export const originNames = ['walk', 'waypoint', 'place', 'barrier', 'category', 'sign'] as const;

/** The query of a suggestion about something: `kind=steps-ramps&at=106.57,29.56&barrier=steps`. Apart from its reader, so that a page with a link needs no more. */
export function formatPrefill(
  prefill: Partial<Record<(typeof originNames)[number] | 'kind' | 'at' | 'name', string>>,
): string {
  return new URLSearchParams(Object.entries(prefill).filter(([, value]) => value)).toString();
}
