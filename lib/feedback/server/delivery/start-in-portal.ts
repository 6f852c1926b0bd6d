import { loadContent } from '@/lib/content/server/load-content';
import { environment } from '@/lib/server/env';
import { nameOf } from './dispatcher';
import { runDelivery } from './start';

// The framework may load this module more than once; one process has one dispatcher.
const holder = globalThis as { yuwalkDelivery?: boolean };

/** Starts delivery inside the portal's process, unless `DISPATCHER=off`. It ends with SIGTERM or SIGINT. */
export function startInPortal(): void {
  if (environment.DISPATCHER === 'off' || holder.yuwalkDelivery) return;
  holder.yuwalkDelivery = true;
  const stop = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stop.abort());
  const run = async () => {
    for (let wait = 1000; !stop.signal.aborted; wait = Math.min(wait * 2, 60_000)) {
      try {
        return await runDelivery(async () => (await loadContent()).kinds, stop.signal);
      } catch (error) {
        // A portal whose database is away still shows its walks.
        console.error(`ALERT delivery cannot start, ${nameOf(error)}; again in ${wait / 1000} s`);
        await new Promise((resolve) => setTimeout(resolve, wait).unref());
      }
    }
  };
  void run();
}
