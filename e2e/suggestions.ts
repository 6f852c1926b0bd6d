import { randomUUID } from 'node:crypto';
import type { Submission } from '../lib/feedback/submission';
import { dataKeys, varFolder } from './var-folder';

// The portal's own modules read their settings when they are loaded.
process.env.VAR_DIR = varFolder;
process.env.DATA_KEYS = dataKeys;

/** The database of the portal under test, opened once in this process. */
export async function openPortalStore() {
  const { loadStore } = await import('../lib/feedback/server/store');
  return loadStore();
}

const DAY = 86_400_000;

/** A suggestion as if somebody had sent it `daysAgo`; with an answer of the city where one is given. */
export async function laySuggestion({
  daysAgo = 3,
  answer,
  isSent = true,
  ...changes
}: Partial<Submission> & { daysAgo?: number; answer?: string; isSent?: boolean } = {}) {
  const [store, { submit }, { recordUpdate }] = await Promise.all([
    openPortalStore(),
    import('../lib/feedback/server/submit'),
    import('../lib/feedback/server/record-update'),
  ]);
  const now = Date.now() - daysAgo * DAY;
  const receipt = await submit(store, {
    submission: {
      key: randomUUID(),
      kind: 'steps-ramps',
      language: 'zh-CN',
      location: { how: 'point', position: [106.57336, 29.56011], name: '解放碑' },
      description: '台阶没有坡道，轮椅上不去。\n旁边的扶手也松了。',
      answers: {},
      contact: {},
      consent: { contact: false, publish: false, news: false },
      origin: {},
      ...changes,
    },
    now,
  });
  const { reference } = receipt;
  if (isSent)
    await store.db
      .updateTable('feedback_outbox')
      .set({ state: 'sent', sent_at: now + 3_600_000 })
      .where('reference', '=', reference)
      .execute();
  const say = (key: string, at: number, update: { state: 'assigned' | 'answered'; text?: string }) =>
    recordUpdate(store, {
      reference,
      update: { key, at, agency: '渝中区城市管理局', ...update },
      now: at,
    });
  if (daysAgo > 1 && isSent) await say('assigned', now + DAY / 2, { state: 'assigned' });
  if (answer) await say('answered', now + DAY, { state: 'answered', text: answer });
  return receipt;
}

/** Somebody who follows a suggestion. */
export async function layFollower(reference: string): Promise<string> {
  const [store, { addFollower }] = await Promise.all([
    openPortalStore(),
    import('../lib/feedback/server/fixtures/followers'),
  ]);
  return (await addFollower(store, reference)).code;
}
