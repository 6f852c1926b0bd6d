/** Delivery as an installation runs it: the backend of its settings, the dispatcher and the poller. */
import path from 'node:path';
import { varFolder } from '@/lib/server/database';
import { absoluteUrl, environment } from '@/lib/server/env';
import type { Kind } from '../../kind';
import { findArea } from '../areas';
import { runNews } from '../news/run-news';
import { loadStore } from '../store';
import { runSchedule } from '../tracking/run-schedule';
import type { Backend } from './backend';
import { runDispatcher } from './dispatcher';
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
    followUpService: environment.GOVERNANCE_OPEN311_FOLLOW_UP_SERVICE,
    ownPhotos: absoluteUrl(mediaPath),
  });
}

/** Delivers, asks, sends news and keeps what is due (reminders, deletion) until the signal; returns when what was under way has ended. Throws where the store cannot be opened. */
export async function runDelivery(kinds: () => Promise<readonly Kind[]>, signal: AbortSignal): Promise<void> {
  const [store, backend] = [await loadStore(), makeBackend()];
  await Promise.all([
    runDispatcher({ store, backend, findArea, kinds }, signal),
    runPoller({ store, backend }, signal),
    runNews(store, signal),
    runSchedule(store, signal),
  ]);
}
