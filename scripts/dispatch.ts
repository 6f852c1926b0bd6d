/** npm run dispatch: tells the city what stands in the outbox and asks how it stands, in a process of its own, until SIGTERM. */

import { runDelivery } from '../lib/feedback/server/delivery/start';
import { loadStore } from '../lib/feedback/server/store';

const stop = new AbortController();
for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stop.abort());
try {
  await runDelivery(stop.signal);
  await (await loadStore()).db.destroy();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
