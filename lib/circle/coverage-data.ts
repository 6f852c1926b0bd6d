import { stringify } from 'csv-stringify/sync';
import type { FeatureCollection } from 'geojson';
import { edgeGeometry } from '@/lib/routing/packed-network';
import { profileIds } from '@/lib/routing/profiles';
import type { Router } from '@/lib/routing/router';
import type { CircleService } from './circle';
import { type Coverage, coverNetwork, sharesOf } from './coverage';

const method =
  'Time on the ways to the nearest listed service of the category, towards it, with the usual limits of the profile; opening hours and notices do not count. Share of the length of all ways within 5, 10 and 15 minutes; an edge counts half for each of its ends. Only listed services count.';

/** Profiles whose coverage stands on the map; the table has them all. */
const mapped = ['walk', 'elder', 'wheelchair'] as const;
/** A map of more ways than these is no file to open in a browser. */
const MOST_EDGES = 20_000;

/** A table for planners: one row per profile and category, with method and date. */
export function coverageTable(router: Router, services: readonly CircleService[], date: string): string {
  const rows = profileIds.flatMap((profile) =>
    coverNetwork(router, services, profile).map((coverage) => {
      const shares = sharesOf(router, coverage);
      const share = (value: number) => value.toFixed(3);
      return {
        profile,
        category: coverage.category,
        services_listed: coverage.known,
        share_within_5_min: share(shares.within5),
        share_within_10_min: share(shares.within10),
        share_within_15_min: share(shares.within15),
        date,
        method,
      };
    }),
  );
  // Spreadsheets take a file without the mark for something else than UTF-8.
  return stringify(rows, { header: true, bom: true });
}

/** Every way with the minutes from its middle to the nearest service, `walk:health` and so on; none where it is beyond half an hour. */
export function coverageCollection(
  router: Router,
  services: readonly CircleService[],
  date: string,
): FeatureCollection & Record<string, unknown> {
  const { network } = router;
  const coverages = mapped.flatMap((profile) => coverNetwork(router, services, profile));
  const minutesAt = ({ seconds }: Coverage, edge: number) => {
    const [from, to] = [network.edgeFrom, network.edgeTo].map(
      (ends) => seconds[ends[edge] as number] as number,
    ) as [number, number];
    const middle = (from + to) / 2;
    return Number.isFinite(middle) ? Math.round(middle / 6) / 10 : undefined;
  };
  return {
    type: 'FeatureCollection',
    date,
    method,
    attribution: '© OpenStreetMap contributors, ODbL 1.0; YuWalk 渝步, CC BY 4.0',
    features:
      network.edgeCount > MOST_EDGES
        ? []
        : Array.from({ length: network.edgeCount }, (_, edge) => ({
            type: 'Feature' as const,
            id: network.strings[network.edgeId[edge] as number] || edge,
            geometry: {
              type: 'LineString' as const,
              coordinates: edgeGeometry(network, edge).map((point) => [...point]),
            },
            properties: Object.fromEntries(
              coverages.flatMap((coverage) => {
                const minutes = minutesAt(coverage, edge);
                return minutes === undefined ? [] : [[`${coverage.profile}:${coverage.category}`, minutes]];
              }),
            ),
          })),
  };
}
