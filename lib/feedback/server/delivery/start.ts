/** Delivery as an installation runs it: the backend of its settings, the dispatcher and the poller, in the portal's process or one of their own. */
import path from 'node:path';
import { loadContent } from '@/lib/content/server/load-content';
import { varFolder } from '@/lib/server/database';
import { absoluteUrl, environment } from '@/lib/server/env';
import { findArea } from '../areas';
import { runNews } from '../news/run-news';
import { loadStore } from '../store';
import { runSchedule } from '../tracking/run-schedule';
import type { Backend } from './backend';
import { nameOf, runDispatcher } from './dispatcher';
import { mediaPath } from './load-delivery';
import { makeOpen311Backend } from './open311-backend';
import { runPoller } from './poller';
import { makeSpoolBackend } from './spool-backend';

/** The exchange folder of this installation. */
export const spoolFolder = () => environment.GOVERNANCE_SPOOL_DIR ?? path.join(varFolder(), 'governance');

/** The backend of this installation: the city's GeoReport server where one is named, else the exchange folder. */
export function makeBackend(): Backend {
  const url = environment.GOVERNANCE_OPEN311_URL;
  if (!url) return makeSpoolBackend(spoolFolder());
  return makeOpen311Backend({
    url,
    apiKey: environment.GOVERNANCE_OPEN311_API_KEY,
    jurisdiction: environment.GOVERNANCE_OPEN311_JURISDICTION,
    referenceAttribute: environment.GOVERNANCE_OPEN311_REFERENCE_ATTRIBUTE,
    services: environment.GOVERNANCE_OPEN311_SERVICES,
    ownPhotos: absoluteUrl(mediaPath),
  });
}

/** Delivers, asks, sends news and keeps what is due (reminders, deletion) until the signal; returns when what was under way has ended. Throws where the store cannot be opened. */
export async function runDelivery(signal: AbortSignal): Promise<void> {
  const [store, backend] = [await loadStore(), makeBackend()];
  await Promise.all([
    runDispatcher({ store, backend, findArea, kinds: async () => (await loadContent()).kinds }, signal),
    runPoller({ store, backend }, signal),
    runNews(store, signal),
    runSchedule(store, signal),
  ]);
}

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
        return await runDelivery(stop.signal);
      } catch (error) {
        // A portal whose database is away still shows its walks.
        console.error(`ALERT delivery cannot start, ${nameOf(error)}; again in ${wait / 1000} s`);
        await new Promise((resolve) => setTimeout(resolve, wait).unref());
      }
    }
  };
  void run();
}
