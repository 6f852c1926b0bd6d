import { cookies } from 'next/headers';
import { cache } from 'react';
import type { SendProblem } from '@/components/feedback/feedback-form';
import { type Draft, emptyDraft, nextStep } from '@/lib/feedback/draft';
import { prefill, startsAnother } from '@/lib/feedback/prefill';
import { makeConfirmToken } from '@/lib/feedback/server/abuse/confirm-token';
import { DRAFT_COOKIE, findDraft, listDraftPhotos } from '@/lib/feedback/server/drafts';
import { findSimilar } from '@/lib/feedback/server/public/find-similar';
import { loadStore } from '@/lib/feedback/server/store';
import { settle } from '@/lib/feedback/settle';
import type { Locale } from '@/lib/i18n/locales';
import { loadForm } from './load-form';

/** Key of a draft nobody has begun: the browser or the first answer makes the real one. */
const NO_KEY = '00000000-0000-4000-8000-000000000000';

const problems = new Set<string>([
  'limited',
  'blocked',
  'serverKept',
  'expired',
  'tooLarge',
  'noCookie',
] satisfies SendProblem[]);

/**
 * What a page of the form shows: the draft of the visitor's cookie, or an empty one, with what the address knows. Read once for the page and its title.
 */
export const loadDraft = cache(async (locale: Locale, search: string) => {
  const address = Object.fromEntries(new URLSearchParams(search));
  const [{ kinds, choices, findPlace }, jar] = await Promise.all([loadForm(locale), cookies()]);
  const token = jar.get(DRAFT_COOKIE)?.value;
  // Who brings no draft needs no database: the form opens also while it is down.
  const store = token ? await loadStore().catch(() => undefined) : undefined;
  const found = store && (await findDraft(store, token));
  // What was sent is done; the next suggestion begins empty.
  const kept = found?.reference ? undefined : found;
  const context = { kinds, findPlace };
  const started = prefill(emptyDraft(NO_KEY, locale), address, context);
  const isOther = kept !== undefined && startsAnother(kept.draft, address, context);
  const before = !kept ? started : isOther ? kept.draft : prefill(kept.draft, address, context);
  const asked = address.step ?? '';
  const { draft, step, similar } = await settle(before, asked, {
    kinds,
    find: async ({ kind, position }: Draft) => {
      const open = store ?? (await loadStore().catch(() => undefined));
      return open && position ? findSimilar(open, { kind, position }) : [];
    },
  });
  const isConfirming = asked === 'confirm' && nextStep(draft, kinds) === 'check';
  const photos = store && kept ? await listDraftPhotos(store, kept.id) : [];
  const start = new URLSearchParams(address);
  for (const name of ['step', 'problem', 'minutes', 'begun']) start.delete(name);
  const problem = address.begun && !token ? 'noCookie' : (address.problem ?? '');
  return {
    kinds,
    choices,
    server: {
      draft,
      step: isOther ? ('begin' as const) : isConfirming ? ('confirm' as const) : step,
      started: isOther ? started : undefined,
      faults: kept?.faultStep === step ? kept.faults : [],
      photos: photos.map(({ id }) => ({ id, href: `/api/suggestions/draft-photo/${id}` })),
      similar,
      problem: problems.has(problem)
        ? { name: problem as SendProblem, minutes: Number(address.minutes) || 0 }
        : undefined,
      start: start.toString(),
      token: isConfirming && store && kept ? makeConfirmToken(store.vault, kept.id) : undefined,
    },
  };
});
