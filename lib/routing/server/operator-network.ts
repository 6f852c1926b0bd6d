import { readFile } from 'node:fs/promises';
import { environment } from '@/lib/server/env';
import { decodeNetwork } from '../network-file';
import type { PackedNetwork } from '../packed-network';

/** The operator's own network (NETWORK_FILE, made by `npm run network`); undefined when there is none. Throws when it cannot be read. */
export async function readOperatorNetwork(): Promise<PackedNetwork | undefined> {
  const file = environment.NETWORK_FILE;
  if (!file) return undefined;
  try {
    return decodeNetwork(await readFile(/* turbopackIgnore: true */ file));
  } catch (cause) {
    throw new Error(`NETWORK_FILE ${file}: ${(cause as Error).message}`, { cause });
  }
}

/** Ids of its edges. */
export const edgeIdsOf = ({ edgeId, strings }: PackedNetwork): ReadonlySet<string> =>
  new Set(Array.from(edgeId, (index) => strings[index] as string));
