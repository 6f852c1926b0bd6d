import { loadContent } from '@/lib/content/server/load-content';
import { suggestionsTable } from '@/lib/feedback/server/public/suggestions-table';
import { loadStore } from '@/lib/feedback/server/store';
import { defaultLocale } from '@/lib/i18n/locales';
import { absoluteUrl } from '@/lib/server/env';

export const dynamic = 'force-dynamic';

/** All published suggestions as a table: /data/suggestions.csv. */
export async function GET() {
  const [{ kinds }, store] = await Promise.all([loadContent(), loadStore()]);
  const table = suggestionsTable(store, {
    kinds,
    urlOf: (reference) => absoluteUrl(`/${defaultLocale}/feedback/requests/${reference}`),
  });
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await table.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    // Who stops listening stops the reading too.
    cancel: () => void table.return(undefined),
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Cache-Control': 'public, max-age=60',
      'Access-Control-Allow-Origin': '*',
    },
  });
}
