import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../store';
import { remindDue } from './remind';
import { sweep } from './sweep';

const HOUR = 3_600_000;

/**
 * Reminds the city of what is due and deletes what was kept long enough, every hour until the signal ends it. Several instances may run it at once. A
 * failure is told by its name only, since messages of a database may quote what somebody wrote.
 */
export async function runSchedule(store: Store, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    for (const [name, job] of Object.entries({ remindDue, sweep }))
      try {
        await job(store);
      } catch (error) {
        console.error(
          `feedback schedule: ${name} failed (${error instanceof Error ? error.name : 'unknown'})`,
        );
      }
    // Some minutes more or less, so that instances started together do not stay together.
    await sleep(HOUR * (0.9 + Math.random() * 0.2), undefined, { signal }).catch(() => undefined);
  }
}
