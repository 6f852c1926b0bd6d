import { stringify } from 'csv-stringify/sync';
import type { FeatureCollection } from 'geojson';
import { edgeGeometry } from '@/lib/routing/packed-network';
import type { Router } from '@/lib/routing/router';
import { type Coverage, secondsFromMiddles, sharesOf } from './coverage';

const method =
  'Time on the ways to the nearest listed service of the category, towards it, with the usual limits of the profile; opening hours and notices do not count. Share of the length of all ways from whose middle that is within 5, 10 and 15 minutes; a way this person cannot take counts as not served. Only listed services count.';

/** A map of more ways than these is nothing to open in a browser. */
export const MOST_MAPPED_EDGES = 20_000;

/** A table for planners: one row per profile and category, with method and date. */
export function coverageTable(router: Router, coverages: readonly Coverage[], date: string): string {
  const rows = coverages.map((coverage) => {
    const shares = sharesOf(router, coverage);
    return {
      profile: coverage.profile,
      category: coverage.category,
      services_listed: coverage.known,
      share_within_5_min: shares.within5.toFixed(3),
      share_within_10_min: shares.within10.toFixed(3),
      share_within_15_min: shares.within15.toFixed(3),
      date,
      method,
    };
  });
  // Spreadsheets take a file without the mark for something else than UTF-8.
  return stringify(rows, { header: true, bom: true });
}

/** Every way with the minutes from its middle to the nearest service, `walk:health` and so on; none beyond half an hour or where there is no way. */
export function coverageCollection(
  router: Router,
  coverages: readonly Coverage[],
  date: string,
): FeatureCollection & Record<string, unknown> {
  const { network } = router;
  const layers = coverages.map((coverage) => ({
    ...coverage,
    middles: secondsFromMiddles(router, coverage),
  }));
  return {
    type: 'FeatureCollection',
    date,
    method,
    attribution: '© OpenStreetMap contributors, ODbL 1.0; YuWalk 渝步, CC BY 4.0',
    features:
      network.edgeCount > MOST_MAPPED_EDGES
        ? []
        : Array.from({ length: network.edgeCount }, (_, edge) => ({
            type: 'Feature' as const,
            id: network.strings[network.edgeId[edge] as number] || edge,
            geometry: {
              type: 'LineString' as const,
              coordinates: edgeGeometry(network, edge).map((point) => [...point]),
            },
            properties: Object.fromEntries(
              layers.flatMap(({ profile, category, middles }) => {
                const seconds = middles[edge] as number;
                return Number.isFinite(seconds)
                  ? [[`${profile}:${category}`, Math.round(seconds / 6) / 10]]
                  : [];
              }),
            ),
          })),
  };
}
