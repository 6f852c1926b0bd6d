import { loadContent } from '@/lib/content/server/load-content';
import { profileIds } from '@/lib/routing/profiles';
import type { Router } from '@/lib/routing/router';
import { loadRouter } from '@/lib/routing/server/load-router';
import { type Coverage, type CoverageShares, coverNetwork, sharesOf } from '../coverage';

export interface CityCoverage {
  router: Router;
  /** For every profile those of all categories somebody has listed. */
  coverages: readonly (Coverage & { shares: CoverageShares })[];
}

const kept = new WeakMap<Router, CityCoverage>();

/** The coverage of the city's network for all profiles, worked out once; undefined where the network cannot be used. */
export async function loadCoverage(): Promise<CityCoverage | undefined> {
  const [{ router }, { services }] = await Promise.all([loadRouter(), loadContent()]);
  if (!router) return undefined;
  const known = kept.get(router);
  if (known) return known;
  const coverage = {
    router,
    coverages: profileIds
      .flatMap((profile) => coverNetwork(router, services, profile))
      // A table asks for all of them on every visit.
      .map((one) => ({ ...one, shares: sharesOf(router, one) })),
  };
  kept.set(router, coverage);
  return coverage;
}
