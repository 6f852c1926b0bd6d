import { loadContent } from '@/lib/content/server/load-content';
import { loadNetwork } from '@/lib/routing/server/load-router';
import { edgeIdsOf } from '@/lib/routing/server/operator-network';
import {
  findUnknownNames,
  isPending,
  type LoadedNotices,
  type Notice,
  noticeSchema,
  toOutages,
} from '../notice';
import { readNoticeFiles, stampNotices } from './read-notices';

let kept: { stamp: string; notices: readonly Notice[] } | undefined;

/**
 * Reads the notices whenever a file of them has changed: nothing is built again. One that is wrong is left out and told to the operator's log;
 * the content check would have stopped it.
 */
export async function loadNotices(now = Date.now()): Promise<LoadedNotices> {
  const [stamp, { places, network }] = await Promise.all([stampNotices(), loadContent()]);
  if (kept?.stamp !== stamp) {
    const packed = await loadNetwork();
    const edgeIds = packed && edgeIdsOf(packed);
    const ground = {
      hasEdge: (id: string) => edgeIds?.has(id) || network.edges.some((edge) => edge.id === id),
      hasPlace: (id: string) => places.has(id),
    };
    const notices = (await readNoticeFiles()).flatMap(({ file, data, error }) => {
      const parsed = noticeSchema.safeParse(data);
      const reasons = error
        ? [error]
        : parsed.success
          ? findUnknownNames(parsed.data, ground).map(({ field, reason }) => `${field}: ${reason}`)
          : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
      if (parsed.success && reasons.length === 0) return [parsed.data];
      console.error(`${file} is left out: ${reasons.join('; ')}`);
      return [];
    });
    kept = { stamp, notices };
  }
  const notices = kept.notices.filter((notice) => isPending(notice, now));
  return { notices, outages: toOutages(notices, network) };
}
