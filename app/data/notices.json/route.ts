import { loadNotices } from '@/lib/notices/server/load-notices';

/** Notices in force or to come, and what they take out of the network: /data/notices.json. Read anew whenever a notice changes. */
export const dynamic = 'force-dynamic';

export async function GET() {
  return Response.json(await loadNotices(), {
    headers: { 'Cache-Control': 'public, max-age=30', 'Access-Control-Allow-Origin': '*' },
  });
}
