/// <reference lib="webworker" />
/** The service worker: sends what waits when the network returns, and keeps the form (its page and what it loads) for when there is none. Nothing else is touched. */
import { CacheFirst, ExpirationPlugin, NetworkFirst, NetworkOnly, Serwist } from 'serwist';
import { WAITING_TAG } from './browser-store';
import { sendAllWaiting } from './send-waiting';

declare const self: ServiceWorkerGlobalScope;

const isForm = (path: string) => /^\/[^/]+\/feedback$/.test(path);

const pages = new NetworkFirst({
  cacheName: 'feedback-pages',
  networkTimeoutSeconds: 5,
  // Steps are one page: what stands behind the question mark is read by the page itself.
  plugins: [{ cacheKeyWillBeUsed: async ({ request }) => request.url.split('?')[0] ?? request.url }],
});
const files = new CacheFirst({
  cacheName: 'feedback-files',
  plugins: [new ExpirationPlugin({ maxEntries: 200, maxAgeSeconds: 30 * 86_400 })],
});
/** Names for the search, pictures: fresh where there is a network. */
const data = new NetworkFirst({
  cacheName: 'feedback-data',
  networkTimeoutSeconds: 5,
  plugins: [new ExpirationPlugin({ maxEntries: 60, maxAgeSeconds: 30 * 86_400 })],
});

const fromForm = (referrer: string) =>
  referrer !== '' && URL.canParse(referrer) && isForm(new URL(referrer).pathname);

const serwist = new Serwist({
  skipWaiting: true,
  clientsClaim: true,
  runtimeCaching: [
    {
      matcher: ({ request, url, sameOrigin }) =>
        sameOrigin && request.mode === 'navigate' && isForm(url.pathname),
      handler: pages,
    },
    // Built files carry their content in their name: one that is kept is never wrong.
    {
      matcher: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/_next/static/'),
      handler: files,
    },
    {
      matcher: ({ request, url, sameOrigin }) =>
        sameOrigin &&
        request.method === 'GET' &&
        /^\/(search|fonts|drawings|map|vendor|icons)\//.test(url.pathname) &&
        fromForm(request.referrer),
      handler: data,
    },
    { matcher: ({ url }) => url.pathname.startsWith('/api/'), handler: new NetworkOnly() },
  ],
});
serwist.addEventListeners();

/** Keeps what the page loaded before the worker was there. */
async function keep({ pages: paths, files: addresses }: { pages: string[]; files: string[] }) {
  const [pageCache, fileCache, dataCache] = await Promise.all(
    ['feedback-pages', 'feedback-files', 'feedback-data'].map((name) => caches.open(name)),
  );
  // Without the person's cookie: what is kept for a day without a network holds nobody's draft.
  for (const path of paths.filter(isForm)) {
    const response = await fetch(path, { credentials: 'omit' });
    if (response.ok) await pageCache?.put(path, response);
  }
  for (const address of addresses) {
    const { pathname, origin } = new URL(address);
    if (origin !== self.location.origin) continue;
    const cache = pathname.startsWith('/_next/static/')
      ? fileCache
      : /^\/(search|fonts|drawings|map|vendor|icons)\//.test(pathname)
        ? dataCache
        : undefined;
    if (cache && !(await cache.match(address))) await cache.add(address).catch(() => undefined);
  }
}

self.addEventListener('message', (event) => {
  const message = event.data as { kind?: string; pages?: string[]; files?: string[] } | null;
  if (message?.kind === 'keep' && message.pages && message.files)
    event.waitUntil(keep({ pages: message.pages, files: message.files }).catch(() => undefined));
});

/** Background Sync: the browser calls again, later and later, while this fails. */
interface SyncEvent extends ExtendableEvent {
  tag: string;
}
self.addEventListener('sync' as 'message', (event) => {
  const { tag, waitUntil } = event as unknown as SyncEvent;
  if (tag !== WAITING_TAG) return;
  waitUntil.call(
    event,
    (async () => {
      const isDone = await sendAllWaiting();
      for (const client of await self.clients.matchAll()) client.postMessage({ kind: 'waiting' });
      if (!isDone) throw new Error('still waiting');
    })(),
  );
});
