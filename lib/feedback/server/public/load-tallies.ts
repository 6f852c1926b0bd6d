import type { Store } from '../store';
import { countRequests, type Tallies } from './count-requests';

const MOST_SECONDS = 60;

let kept: { store: unknown; tallies: Tallies; until: number } | undefined;

/**
 * The counts, at most a minute old. They read every suggestion: what took a millisecond is kept for a tenth of a second, what took half a second for fifty, so
 * that counting never takes more than a hundredth of the portal's time.
 */
export async function loadTallies(store: Pick<Store, 'db'>): Promise<Tallies> {
  const started = Date.now();
  if (kept?.store === store && started < kept.until) return kept.tallies;
  const tallies = await countRequests(store, started);
  const took = Date.now() - started;
  kept = { store, tallies, until: Date.now() + Math.min(MOST_SECONDS * 1000, took * 100) };
  return tallies;
}
