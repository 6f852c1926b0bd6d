/**
 * Called by Next once when a server starts: the short way of suggestions is laid, and they are delivered from within the portal, unless
 * `DISPATCHER=off`.
 */
export async function register() {
  // In this form the bundler leaves the branch out for runtimes without Node.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    if (process.env.NODE_ENV !== 'production' || process.env.NEXT_PHASE === 'phase-production-build') return;
    try {
      const { layShortWay } = await import('@/lib/server/short-way');
      const { WORDS_BYTES } = await import('@/lib/feedback/submission');
      const { POST } = await import('@/app/api/suggestions/route');
      layShortWay({ path: '/api/suggestions', mostBytes: WORDS_BYTES, handler: POST });
    } catch (error) {
      // Suggestions go the framework's way.
      console.error('the short way cannot be laid:', error instanceof Error ? error.message : error);
    }
    try {
      const { startInPortal } = await import('@/lib/feedback/server/delivery/start-in-portal');
      startInPortal();
    } catch (error) {
      // What is thrown here would make every page of the portal fail.
      console.error('ALERT delivery cannot be loaded:', error instanceof Error ? error.message : error);
    }
  }
}
