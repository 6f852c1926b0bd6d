import { loadNotices } from '@/lib/notices/server/load-notices';
import { profileIds } from '@/lib/routing/profiles';
import { loadRouter } from '@/lib/routing/server/load-router';
import { askWalk, type WalkForEach, type WalkLine } from '../for-me';
import type { MeasuredWalk } from '../measured-walk';
import { loadWaypoints } from './walks';

/** The walk's line and stops as the engine takes them. */
export async function loadWalkLine(measured: MeasuredWalk): Promise<WalkLine> {
  const waypoints = await loadWaypoints(measured);
  return {
    edges: measured.measures.sections.map(({ edge, reversed }) => ({ id: edge.id, isReversed: reversed })),
    stops: waypoints.map(({ key, position }) => ({ key, position })),
  };
}

let kept: { outages: string; walks: Map<string, WalkForEach> } | undefined;

/** A walk for each profile with its usual limits, outages as they are now; undefined when the network cannot be read. */
export async function loadWalkForEach(measured: MeasuredWalk): Promise<WalkForEach | undefined> {
  const [{ router }, { outages }, line] = await Promise.all([
    loadRouter(),
    loadNotices(),
    loadWalkLine(measured),
  ]);
  if (!router) return undefined;
  const stamp = JSON.stringify(outages);
  if (kept?.outages !== stamp) kept = { outages: stamp, walks: new Map() };
  const before = kept.walks.get(measured.id);
  if (before) return before;
  const found = Object.fromEntries(
    profileIds.map((profile) => [
      profile,
      askWalk(router, { line, profile: { profile, changes: {} }, now: Date.now() }, outages),
    ]),
  ) as WalkForEach;
  kept.walks.set(measured.id, found);
  return found;
}

/** The same for several walks, by their ids. */
export async function loadWalksForEach(
  walks: readonly MeasuredWalk[],
): Promise<ReadonlyMap<string, WalkForEach | undefined>> {
  return new Map(
    await Promise.all(walks.map(async (walk) => [walk.id, await loadWalkForEach(walk)] as const)),
  );
}
