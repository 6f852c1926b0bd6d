/** From the bytes of a network file to a router, again and again, in a heap of its own: as in the worker of a page, where nothing else lives. */
import { parentPort, workerData } from 'node:worker_threads';
import { decodeNetwork } from '@/lib/routing/network-file';
import { Router } from '@/lib/routing/router';
import { measure } from './measure';

const { bytes, rounds } = workerData as { bytes: Uint8Array; rounds: number };

/** Everything a phone does with a file before it can answer; the index of edges is made on the first question. */
function ready(): Router {
  const router = new Router(decodeNetwork(bytes));
  router.search.index;
  return router;
}

const start = performance.now();
ready();
const firstMs = performance.now() - start;
const spread = await measure(Array(rounds).fill(undefined), ready, 2);
parentPort?.postMessage({ firstMs, spread });
