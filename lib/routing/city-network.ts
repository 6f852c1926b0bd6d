/** The network the portal answers on: one compressed file under public/, read alike by the browser's worker and the server. */
import { decodeNetwork, NetworkFileError, type NetworkFileErrorCode } from './network-file';
import type { PackedNetwork } from './packed-network';

/** Address of the file, and its path under public/. */
export const CITY_NETWORK = '/network/city.network.gz';

/** Why there is no network to answer on. */
export type NetworkProblem = NetworkFileErrorCode | 'missing';

export const networkProblemOf = (error: unknown): NetworkProblem =>
  error instanceof NetworkFileError ? error.code : 'missing';

/** Unpacks the file. Throws NetworkFileError for anything that is no whole, readable network. */
export async function unpackCityNetwork(compressed: Uint8Array<ArrayBuffer>): Promise<PackedNetwork> {
  // Some servers unpack what is named .gz on the way: then the bytes begin with the network's own mark.
  if (compressed[0] !== 0x1f || compressed[1] !== 0x8b) return decodeNetwork(compressed);
  let bytes: ArrayBuffer;
  try {
    const stream = new Blob([compressed]).stream().pipeThrough(new DecompressionStream('gzip'));
    bytes = await new Response(stream).arrayBuffer();
  } catch {
    throw new NetworkFileError('damaged', 'the compressed network file is cut off or damaged');
  }
  return decodeNetwork(new Uint8Array(bytes));
}
