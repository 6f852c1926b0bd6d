import { z } from 'zod';
import { loadContent } from '@/lib/content/server/load-content';
import { findSimilar } from '@/lib/feedback/server/public/find-similar';
import { loadStore } from '@/lib/feedback/server/store';

const querySchema = z.object({
  kind: z.string().max(80),
  at: z
    .string()
    .regex(/^\d{2,3}(\.\d{1,10})?,\d{1,2}(\.\d{1,10})?$/)
    .transform((text) => text.split(',').map(Number) as [number, number]),
});

/** Published suggestions of the same kind near a point, so that nobody says twice what is known. */
export async function GET(request: Request) {
  const query = querySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const { kinds } = await loadContent();
  if (!query.success || !kinds.some(({ code }) => code === query.data.kind))
    return Response.json({ similar: [] }, { status: 400 });
  const { kind, at } = query.data;
  const similar = await findSimilar(await loadStore(), { kind, position: at });
  return Response.json({ similar }, { headers: { 'Cache-Control': 'no-store' } });
}
