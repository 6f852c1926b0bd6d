/** Called by Next once when a server starts: suggestions are delivered from within the portal, unless `DISPATCHER=off`. */
export async function register() {
  // In this form the bundler leaves the branch out for runtimes without Node.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    if (process.env.NODE_ENV !== 'production' || process.env.NEXT_PHASE === 'phase-production-build') return;
    const { startInPortal } = await import('@/lib/feedback/server/delivery/start');
    startInPortal();
  }
}
