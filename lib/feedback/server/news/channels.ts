import { environment } from '@/lib/server/env';

/** What news can go out by here: forms offer no other. `push` is the public key browsers subscribe with. */
export function newsChannels(): { email: boolean; push: string | undefined } {
  const { SMTP_URL, SMTP_FROM, VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, VAPID_SUBJECT } = environment;
  return {
    email: Boolean(SMTP_URL && SMTP_FROM),
    push: VAPID_PRIVATE_KEY && VAPID_SUBJECT ? VAPID_PUBLIC_KEY : undefined,
  };
}
