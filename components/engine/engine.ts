import { type Remote, wrap } from 'comlink';
import type { EngineWorker } from './engine.worker';

let remote: Remote<EngineWorker> | undefined;

/** The walking engine of this page; its worker begins when it is first asked for. Only in the browser. */
export function engine(): Remote<EngineWorker> {
  remote ??= wrap<EngineWorker>(
    new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' }),
  );
  return remote;
}
