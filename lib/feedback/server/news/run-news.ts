import { setTimeout as sleep } from 'node:timers/promises';
import { loadContent } from '@/lib/content/server/load-content';
import { environment } from '@/lib/server/env';
import type { Store } from '../store';
import { openMail } from './mail';
import { openPush } from './push';
import { type NewsWays, sendDueNews } from './send-news';

const REST = 5000;

/** The ways out this installation has set up. */
async function openWays(): Promise<NewsWays> {
  const { kinds } = await loadContent();
  const { SMTP_URL, SMTP_FROM, VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, VAPID_SUBJECT } = environment;
  return {
    mail: SMTP_URL && SMTP_FROM ? openMail(SMTP_URL, SMTP_FROM) : undefined,
    push:
      VAPID_PUBLIC_KEY && VAPID_PRIVATE_KEY && VAPID_SUBJECT
        ? openPush({ publicKey: VAPID_PUBLIC_KEY, privateKey: VAPID_PRIVATE_KEY, subject: VAPID_SUBJECT })
        : undefined,
    // Editors may have taken a kind away; its code is better than nothing.
    kindName: (code, locale) => kinds.find((kind) => kind.code === code)?.name[locale] ?? code,
  };
}

/** Sends news until the signal ends it. Several instances may run it at once: no item is taken by two. */
export async function runNews(store: Store, signal: AbortSignal): Promise<void> {
  const ways = await openWays();
  while (!signal.aborted) {
    const count = await sendDueNews(store, ways).catch((error: unknown) => {
      console.error(`news: ${error instanceof Error ? error.name : 'unknown error'}`);
      return 0;
    });
    if (count === 0) await sleep(REST, undefined, { signal }).catch(() => undefined);
  }
  ways.mail?.close();
}
