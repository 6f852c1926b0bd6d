import type { Selectable } from 'kysely';
import { defaultLocale, isLocale, type Locale } from '@/lib/i18n/locales';
import { absoluteUrl } from '@/lib/server/env';
import { canRate } from '../../states';
import type { Store } from '../store';
import { codePurpose, contactPurpose } from '../submit';
import type { EventTable, NewsTable } from '../tables';
import { openContact, pushPurpose } from '../tracking/purposes';
import { composeMail, composePush, type News } from './compose';
import type { MailSender, SendResult } from './mail';
import type { PushSender } from './push';
import { makeStopToken } from './stop-token';

const MINUTE = 60_000;
/** Longer than any one attempt takes. */
const LEASE = 3 * MINUTE;
const AT_ONCE = 5;
/** A day and a half of trying. */
export const MOST_ATTEMPTS = 14;

/** Ways out, and the names of kinds. A way that is not set up is absent. */
export interface NewsWays {
  mail?: MailSender | undefined;
  push?: PushSender | undefined;
  kindName(code: string, locale: Locale): string;
}

/** Waits 1, 2, 4 … minutes, at most six hours, a fifth more or less. */
const waitAfter = (attempts: number) =>
  Math.round(Math.min(2 ** (attempts - 1), 360) * MINUTE * (0.8 + Math.random() * 0.4));

/** Takes some news for this process alone. What a process took and did not finish is free again when the lease is over. */
function lease({ db, isPostgres }: Store, now: number): Promise<Selectable<NewsTable>[]> {
  return db.transaction().execute(async (transaction) => {
    const due = transaction
      .selectFrom('feedback_news')
      .select('id')
      .where(({ or, and, eb }) =>
        or([
          and([eb('state', '=', 'waiting'), eb('next_at', '<=', now)]),
          and([eb('state', '=', 'leased'), eb('leased_until', '<=', now)]),
        ]),
      )
      .orderBy('next_at')
      .limit(AT_ONCE);
    const rows = await (isPostgres ? due.forUpdate().skipLocked() : due).execute();
    if (rows.length === 0) return [];
    return transaction
      .updateTable('feedback_news')
      .set(({ eb }) => ({ state: 'leased', leased_until: now + LEASE, attempts: eb('attempts', '+', 1) }))
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .returningAll()
      .execute();
  });
}

function whatOf({ kind, state, by }: Pick<EventTable, 'kind' | 'state' | 'by'>): News['what'] {
  if (kind === 'reminder') return 'reminded';
  if (state === 'closed') return by === 'portal' ? 'left' : 'closed';
  return state === 'assigned' || state === 'in-progress' || state === 'answered' ? state : 'note';
}

/** Everything an item needs; undefined where whoever wanted it does not any more. */
async function read({ db, vault }: Store, ways: NewsWays, row: Selectable<NewsTable>) {
  const [event, request, follower, browser] = await Promise.all([
    db.selectFrom('feedback_event').selectAll().where('id', '=', row.event).executeTakeFirst(),
    db.selectFrom('feedback_request').selectAll().where('reference', '=', row.reference).executeTakeFirst(),
    row.follower
      ? db.selectFrom('feedback_follower').selectAll().where('id', '=', row.follower).executeTakeFirst()
      : undefined,
    row.push
      ? db.selectFrom('feedback_push').selectAll().where('id', '=', row.push).executeTakeFirst()
      : undefined,
  ]);
  if (!event || !request || (row.follower && !follower)) return undefined;
  const language = browser?.language ?? (follower ?? request).language;
  const locale = isLocale(language) ? language : defaultLocale;
  const news: News = {
    locale,
    what: whatOf(event),
    kind: ways.kindName(request.kind, locale),
    reference: request.reference,
    receivedAt: request.received_at,
    code: follower
      ? vault.open(follower.code_sealed, codePurpose(follower.id))
      : vault.open(request.code_sealed, codePurpose(request.reference)),
    agency: request.agency,
    text: event.text,
    canRate: !follower && event.state === 'answered' && canRate(request.state),
  };
  const contact = follower
    ? openContact(vault, follower.contact_sealed, contactPurpose(follower.id))
    : request.consent_news === 1
      ? openContact(vault, request.contact_sealed, contactPurpose(request.reference))
      : {};
  return {
    news,
    email: contact.email,
    subscription: browser && JSON.parse(vault.open(browser.subscription_sealed, pushPurpose(browser.id))),
  };
}

/** Sends one item. `unwanted`: nobody is there to get it, or no way is set up. */
async function send(
  store: Store,
  ways: NewsWays,
  row: Selectable<NewsTable>,
): Promise<SendResult | 'gone' | 'unwanted'> {
  const found = await read(store, ways, row);
  if (!found) return 'unwanted';
  const { news, email, subscription } = found;
  if (row.channel === 'push')
    return subscription && ways.push ? ways.push.send(subscription, await composePush(news)) : 'unwanted';
  if (!email || !ways.mail) return 'unwanted';
  const stopUrl = absoluteUrl(`/${news.locale}/feedback/news/${makeStopToken(store.vault, row)}/stop`);
  return ways.mail.send({ ...(await composeMail(news, stopUrl)), to: email, id: row.id, stopUrl });
}

async function settle(
  { db }: Store,
  row: Selectable<NewsTable>,
  result: Awaited<ReturnType<typeof send>>,
  now: number,
): Promise<void> {
  if (result === 'gone' && row.push) {
    // Its news go with it.
    await db.deleteFrom('feedback_push').where('id', '=', row.push).execute();
    return;
  }
  if (result === 'unwanted' || result === 'gone') {
    await db.deleteFrom('feedback_news').where('id', '=', row.id).execute();
    return;
  }
  const isDead = result === 'refused' || (result === 'failed' && row.attempts >= MOST_ATTEMPTS);
  await db
    .updateTable('feedback_news')
    .set({
      state: result === 'sent' ? 'sent' : isDead ? 'dead' : 'waiting',
      next_at: now + waitAfter(row.attempts),
      leased_until: null,
    })
    .where('id', '=', row.id)
    // Somebody else may have taken it over, where this attempt outlasted its lease.
    .where('attempts', '=', row.attempts)
    .execute();
}

/** Sends what is due, a handful at once. Returns how many were taken: 0 means that there is nothing to do for now. */
export async function sendDueNews(
  store: Store,
  ways: NewsWays,
  { now = Date.now() }: { now?: number } = {},
): Promise<number> {
  const rows = await lease(store, now);
  await Promise.all(
    rows.map(async (row) => {
      const result = await send(store, ways, row).catch((error: unknown) => {
        // The id tells the operator where to look; messages may hold what somebody wrote.
        console.error(`news ${row.id}: ${error instanceof Error ? error.name : 'unknown error'}`);
        return 'failed' as const;
      });
      await settle(store, row, result, now);
    }),
  );
  return rows.length;
}
