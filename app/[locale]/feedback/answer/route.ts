import { cookies } from 'next/headers';
import { loadForm } from '@/app/_feedback/load-form';
import {
  type Draft,
  fieldsOf,
  nextStep,
  readStep,
  type Step,
  stepOfFault,
  stepsOf,
  toSubmission,
} from '@/lib/feedback/draft';
import { prefill, startsAnother } from '@/lib/feedback/prefill';
import { isBlocked } from '@/lib/feedback/server/abuse/blocks';
import { checkConfirmToken } from '@/lib/feedback/server/abuse/confirm-token';
import { limit } from '@/lib/feedback/server/abuse/limits';
import { senderOf } from '@/lib/feedback/server/abuse/sender';
import { readPhotos } from '@/lib/feedback/server/accept';
import {
  addDraftPhotos,
  beginDraft,
  copySentPhotos,
  DRAFT_COOKIE,
  DRAFT_HOURS,
  dropDraft,
  findDraft,
  type KeptDraft,
  keepDraft,
  listDraftPhotos,
  makeDraftToken,
  removeDraftPhoto,
} from '@/lib/feedback/server/drafts';
import { findSimilar } from '@/lib/feedback/server/public/find-similar';
import { loadStore, type Store } from '@/lib/feedback/server/store';
import { submit } from '@/lib/feedback/server/submit';
import { settle } from '@/lib/feedback/settle';
import {
  type Fault,
  PHOTO_BYTES_LIMIT,
  PHOTO_LIMIT,
  readSubmission,
  WORDS_BYTES,
} from '@/lib/feedback/submission';
import { isLocale, type Locale } from '@/lib/i18n/locales';
import { environment } from '@/lib/server/env';
import { BodyTooLargeError, isOwnOrigin, readForm } from '@/lib/server/read-form';

/** Answers of the form where no scripts run: each is kept, and leads by redirect to the next question, so that going back and reloading send nothing again. */
export async function POST(request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const go = (query: string) =>
    new Response(null, { status: 303, headers: { Location: `/${locale}/feedback${query}` } });
  if (!isOwnOrigin(request)) return new Response(null, { status: 403 });
  let form: FormData;
  try {
    form = await readForm(request, PHOTO_LIMIT * PHOTO_BYTES_LIMIT + WORDS_BYTES);
  } catch (error) {
    return error instanceof BodyTooLargeError
      ? go('?step=photos&problem=tooLarge')
      : new Response(null, { status: 400 });
  }
  if (form.get('website')) return go('?problem=blocked');
  const store = await loadStore();
  const sender = senderOf(request.headers, store.vault);
  const jar = await cookies();
  const { kinds, findPlace } = await loadForm(locale);
  const fields = fieldsOf(form);
  const step = fields.step?.[0] ?? '';

  let token = jar.get(DRAFT_COOKIE)?.value;
  // A browser that keeps no cookie begins with every answer; the page says so where it comes back without one.
  const begun = token ? '' : '&begun=1';
  let kept = await findDraft(store, token);
  // Sent already, and sent again from a page gone back to: the same receipt.
  if (kept?.reference && (step === 'check' || step === 'confirm')) return go('/receipt');
  if (!kept || kept.reference) {
    const seconds = await limit(store, 'draft', sender);
    if (seconds > 0) return go(`?problem=limited&minutes=${Math.ceil(seconds / 60)}`);
    token = makeDraftToken();
    const sent = kept;
    kept = beginDraft(token, locale);
    // An answer to a question begins the next suggestion: with what was sent, where the page is still of that one.
    if (sent?.reference && fields.key?.[0] === sent.draft.key) {
      kept = { ...kept, draft: { ...sent.draft, key: kept.draft.key } };
      await keepDraft(store, kept);
      await copySentPhotos(store, { reference: sent.reference, draft: kept.id });
    }
    jar.set(DRAFT_COOKIE, token, {
      httpOnly: true,
      sameSite: 'lax',
      secure: environment.SITE_URL.startsWith('https:'),
      path: '/',
      maxAge: DRAFT_HOURS * 3600,
    });
  }
  const start = (fields.start?.[0] ?? '').slice(0, 10_000);
  const address = Object.fromEntries(new URLSearchParams(start));
  if (step === 'begin') {
    if (fields.choice?.[0] !== 'new') return go('');
    await dropDraft(store, kept.id);
    kept = { ...beginDraft('', locale), id: kept.id };
  }
  // Another was begun meanwhile: which of the two is asked, never mixed.
  if (startsAnother(kept.draft, address, { kinds, findPlace })) return go(`?${new URLSearchParams(address)}`);
  const draft: Draft = { ...prefill(kept.draft, address, { kinds, findPlace }), language: locale };
  kept = { ...kept, draft, faults: [], faultStep: '' };

  if (step === 'begin') {
    await keepDraft(store, kept);
    return go('');
  }
  if (step === 'confirm') return send(store, kept, { token: fields.token?.[0] ?? '', sender, locale, go });
  if (step === 'check') {
    await keepDraft(store, kept);
    return go(`?step=confirm${begun}`);
  }
  if (!stepsOf(draft, kinds).includes(step as Step)) return go('');
  if (step === 'photos')
    return addPhotos(store, kept, {
      form,
      sender,
      go: (query) => go(query + begun),
      next: (d) => nextStep(d, kinds),
    });
  const { draft: read, faults } = readStep(step as Step, fields, draft, { kinds, findPlace });
  const next = await settle(read, null, {
    kinds,
    find: async ({ kind, position }) => (position ? findSimilar(store, { kind, position }) : []),
  });
  await keepDraft(store, { ...kept, draft: next.draft, faults, faultStep: faults.length > 0 ? step : '' });
  return go(`?step=${faults.length > 0 ? step : next.step}${begun}`);
}

async function addPhotos(
  store: Store,
  kept: KeptDraft,
  {
    form,
    sender,
    go,
    next,
  }: {
    form: FormData;
    sender: string;
    go: (query: string) => Response;
    next: (draft: Draft) => Step;
  },
): Promise<Response> {
  const remove = form.get('remove');
  const files = form
    .getAll('photos')
    .filter((file) => typeof file !== 'string')
    .filter(({ size }) => size > 0);
  const faults: (Fault & { name: string })[] = [];
  // The draft must stand before photos can belong to it.
  await keepDraft(store, kept);
  if (typeof remove === 'string') await removeDraftPhoto(store, kept.id, remove);
  if (files.length > 0) {
    const seconds = await limit(store, 'photo', sender);
    if (seconds > 0) return go(`?step=photos&problem=limited&minutes=${Math.ceil(seconds / 60)}`);
    const read = await readPhotos(files);
    faults.push(...read.faults.map(({ field, fault, name }) => ({ field, fault, name })));
    if ((await addDraftPhotos(store, kept.id, read.photos)) > 0)
      faults.push({ field: 'photos', fault: 'too-many', name: '' });
  }
  const photos = (await listDraftPhotos(store, kept.id)).length;
  // Uploading and removing stay on the page, to see what there is.
  const stays = faults.length > 0 || typeof remove === 'string' || form.has('upload');
  const done = stays ? kept.draft.done : [...new Set([...kept.draft.done, 'photos'])];
  const draft = { ...kept.draft, photos, done };
  await keepDraft(store, { ...kept, draft, faults, faultStep: faults.length > 0 ? 'photos' : '' });
  return go(`?step=${stays ? 'photos' : next(draft)}`);
}

async function send(
  store: Store,
  kept: KeptDraft,
  {
    token,
    sender,
    locale,
    go,
  }: { token: string; sender: string; locale: Locale; go: (query: string) => Response },
): Promise<Response> {
  const { kinds } = await loadForm(locale);
  const verdict = checkConfirmToken(store.vault, kept.id, token);
  if (verdict !== 'good') return go(`?step=confirm${verdict === 'too-fast' ? '' : '&problem=expired'}`);
  const read = readSubmission(toSubmission(kept.draft), kinds);
  if (!read.submission) {
    const [fault] = read.faults;
    const step = fault ? stepOfFault(fault) : 'check';
    await keepDraft(store, { ...kept, faults: read.faults, faultStep: step });
    return go(`?step=${step}`);
  }
  const seconds = await limit(store, 'submitPlain', sender);
  if (seconds > 0) return go(`?step=check&problem=limited&minutes=${Math.ceil(seconds / 60)}`);
  if (await isBlocked(store, { sender, text: read.submission.description }))
    return go('?step=check&problem=blocked');
  try {
    await submit(store, { submission: read.submission, draft: kept.id, sender });
  } catch (error) {
    console.error(`suggestion not kept: ${error instanceof Error ? error.name : 'unknown'}`);
    return go('?step=check&problem=serverKept');
  }
  return go('/receipt');
}
