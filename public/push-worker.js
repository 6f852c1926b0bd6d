/* Shows news of a suggestion and opens its page. Nothing else: no fetch is caught, nothing is kept. Registered under a scope of its own. */
self.addEventListener('push', (event) => {
  let news = {};
  try {
    news = event.data?.json() ?? {};
  } catch {
    // Not ours, or damaged: a browser wants something shown for every push.
  }
  event.waitUntil(
    self.registration.showNotification(news.title || 'YuWalk · 渝步', {
      body: news.body || '',
      lang: news.lang || '',
      tag: news.tag || 'yuwalk',
      icon: '/icons/icon-192.png',
      data: { path: typeof news.path === 'string' && news.path.startsWith('/') ? news.path : '/' },
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const url = new URL(event.notification.data.path, self.location.origin);
  if (url.origin === self.location.origin) event.waitUntil(self.clients.openWindow(url.href));
});
