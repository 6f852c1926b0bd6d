import { loadContent } from '@/lib/content/server/load-content';
import { packAuthored } from '../authored';
import { Router } from '../router';

let loading: Promise<Router> | undefined;

/** The engine over the authored network; made once per process in production, anew on every call while developing. */
export function loadRouter(): Promise<Router> {
  if (process.env.NODE_ENV === 'development') return makeRouter();
  loading ??= makeRouter();
  return loading;
}

async function makeRouter(): Promise<Router> {
  const { network } = await loadContent();
  return new Router(packAuthored(network.features.nodes, network.features.edges, ''));
}
