import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CITY_NETWORK, type NetworkProblem, networkProblemOf, unpackCityNetwork } from '../city-network';
import type { PackedNetwork } from '../packed-network';
import { Router } from '../router';

/** The engine, or why there is none: the page stays readable either way. */
export type LoadedRouter =
  | { router: Router; problem?: undefined }
  | { router?: undefined; problem: NetworkProblem };

let kept: Promise<LoadedRouter> | undefined;

/**
 * The engine over the city's network file. Read once per process in production, anew on every call while developing. A file that cannot be used
 * is told to the operator's log and looked for again on the next call.
 */
export function loadRouter(): Promise<LoadedRouter> {
  if (process.env.NODE_ENV === 'development') return readRouter();
  kept ??= readRouter().then((loaded) => {
    if (loaded.problem) kept = undefined;
    return loaded;
  });
  return kept;
}

/** The network alone; undefined when it cannot be used. */
export const loadNetwork = async (): Promise<PackedNetwork | undefined> =>
  (await loadRouter()).router?.network;

/** Reads a network file and makes the engine over it. Never throws. */
export async function readRouter(
  file = path.join(process.cwd(), 'public', CITY_NETWORK),
): Promise<LoadedRouter> {
  try {
    return {
      router: new Router(
        await unpackCityNetwork(new Uint8Array(await readFile(/* turbopackIgnore: true */ file))),
      ),
    };
  } catch (error) {
    console.error(`The network file ${CITY_NETWORK} cannot be used: ${(error as Error).message}`);
    return { problem: networkProblemOf(error) };
  }
}
