'use client';

import { useLocale, useTranslations } from 'next-intl';
import {
  type FormEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  type Draft,
  type FindPlace,
  fieldsOf,
  readStep,
  type Step,
  stepBefore,
  stepOfFault,
  stepsOf,
  toSubmission,
} from '@/lib/feedback/draft';
import type { LocalKind } from '@/lib/feedback/local-kind';
import { settle } from '@/lib/feedback/settle';
import type { SimilarRequest } from '@/lib/feedback/similar';
import { readSubmission } from '@/lib/feedback/submission';
import type { LngLat } from '@/lib/geo/position';
import type { MapPicture } from '@/lib/map/pictures';
import type { EndChoice } from '../route/end-choice';
import { Icon } from '../ui/icon';
import { BeginChoice } from './begin-choice';
import {
  browserStore,
  canGo,
  type KeptReceipt,
  moveToDraft,
  WAITING_TAG,
  type Waiting,
} from './browser-store';
import { CheckAnswers } from './check-answers';
import { ContactFields } from './contact-fields';
import { ErrorSummary } from './error-summary';
import type { ShownFault } from './fault-text';
import { KeptHere } from './kept-here';
import { KnownList } from './known-list';
import { PhotoList, PhotosField, useBlobPhotos } from './photos-field';
import { PlaceField, usePoint } from './place-field';
import { QuestionField } from './question-field';
import { ReceiptCard } from './receipt-card';
import type { Sending } from './send-waiting';
import { DescribeField, KindField } from './step-fields';
import { stepTitle } from './step-title';
import { type ServerDraft, useDraft } from './use-draft';

/** Why it did not go; keys of `FeedbackForm.problems`. */
export type SendProblem =
  | 'limited'
  | 'blocked'
  | 'unavailable'
  | 'serverKept'
  | 'expired'
  | 'tooLarge'
  | 'noCookie';

export interface FeedbackFormProps {
  kinds: readonly LocalKind[];
  choices: readonly EndChoice[];
  picture: MapPicture;
  approval: string | undefined;
  /** Public address of the portal. */
  site: string;
  /** The portal can send e-mail. */
  hasMail: boolean;
  server: ServerDraft & {
    faults: readonly ShownFault[];
    similar: readonly SimilarRequest[];
    problem: { name: SendProblem; minutes: number } | undefined;
    /** Address the form was opened with, so that what it knows comes along with the first answer. */
    start: string;
    /** Token of the confirming step. */
    token: string | undefined;
  };
}

type View = { kind: 'form' } | { kind: 'receipt'; receipt: KeptReceipt } | { kind: 'waiting'; key: string };

/**
 * The form: one question a page. With scripts it runs in this browser and needs no network until it is sent, and not even then; without them every page is
 * answered by the server with the same questions, read by the same rules.
 */
export function FeedbackForm(props: FeedbackFormProps) {
  const { kinds, choices, picture, approval, site, hasMail, server } = props;
  const t = useTranslations('FeedbackForm');
  const locale = useLocale();
  const findPlace = useCallback<FindPlace>(
    (value) => choices.find((choice) => choice.value === value),
    [choices],
  );
  const kept = useDraft(server, kinds, findPlace);
  const { draft, isLive } = kept;
  const [step, setStep] = useState<Step | 'begin' | 'confirm'>(server.step);
  const [faults, setFaults] = useState<readonly ShownFault[]>(server.faults);
  const [similar, setSimilar] = useState(server.similar);
  const [problem, setProblem] = useState(server.problem);
  const [view, setView] = useState<View>({ kind: 'form' });
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [receipts, setReceipts] = useState<readonly KeptReceipt[]>([]);
  const [isSending, setIsSending] = useState(false);
  /** What waits is on its way: nobody writing another has to wait for it. */
  const [isSendingKept, setIsSendingKept] = useState(false);
  const [hasMoved, setHasMoved] = useState(false);
  /** Counts what was shown: the same question of another draft has fields of its own. */
  const [turn, setTurn] = useState(0);
  /** Where a photo just added was taken, until it is used or left. */
  const [photoPlace, setPhotoPlace] = useState<{ position: LngLat; isTaken: boolean }>();
  const pointOf = usePoint(choices);
  const top = useRef<HTMLDivElement>(null);
  const kind = kinds.find(({ code }) => code === draft.kind);
  const blobPhotos = useBlobPhotos(kept.photos);
  const photos = isLive ? blobPhotos : server.photos;
  const steps = useMemo(() => stepsOf(draft, kinds), [draft, kinds]);
  const hrefOf = (to: Step) => `/${locale}/feedback?step=${to}`;

  function show(to: Step, { isBack = false } = {}) {
    setStep(to);
    setTurn((before) => before + 1);
    setFaults([]);
    setPhotoPlace(undefined);
    setHasMoved(true);
    if (!isBack) history.pushState(null, '', hrefOf(to));
    top.current?.focus();
    scrollTo({ top: 0 });
  }

  async function listKept() {
    const store = await browserStore();
    const [items, sent] = await Promise.all([store.getAll('waiting'), store.getAll('receipts')]);
    setWaiting(items);
    setReceipts(sent.sort((a, b) => b.receivedAt - a.receivedAt));
  }

  /** The step asked for in the address. */
  const askedStep = () => new URLSearchParams(location.search).get('step');

  async function settleHere(next: Draft, asked: string | null = null) {
    const settled = await settle(next, asked, { kinds, find: askSimilar });
    if (settled.step === 'known') setSimilar(settled.similar);
    return settled;
  }

  /** Shows a step that a link or the way back leads to. */
  async function visit(asked: string | null, base = draft, options = {}) {
    const settled = await settleHere(base, asked);
    setView({ kind: 'form' });
    if (settled.draft !== draft) kept.change(settled.draft);
    show(settled.step, options);
  }

  // Where the address leads, once the draft of this device is known: to the step asked for if it can stand there, else to where it was left.
  const arrive = useEffectEvent(async () => {
    listKept().catch(() => undefined);
    sendAll().catch(() => undefined);
    // Where scripts run no cookie is needed.
    setProblem((now) => (now?.name === 'noCookie' ? undefined : now));
    // The address stays until it is decided: a reload asks again.
    if (kept.started) return setStep('begin');
    const { draft: settled, step: to } = await settleHere(draft, askedStep());
    kept.setDraft(settled);
    setStep(to);
    setFaults([]);
    history.replaceState(null, '', hrefOf(to));
  });
  useEffect(() => {
    if (isLive) arrive().catch(() => undefined);
  }, [isLive]);

  const onPopState = useEffectEvent(() => {
    if (!isLive) return location.reload();
    visit(askedStep(), draft, { isBack: true }).catch(() => undefined);
  });
  const onOnline = useEffectEvent(() => {
    sendAll().catch(() => undefined);
  });
  const onWorkerMessage = useEffectEvent(() => {
    listKept().catch(() => undefined);
  });
  useEffect(() => {
    addEventListener('popstate', onPopState);
    addEventListener('online', onOnline);
    // The worker has sent something meanwhile.
    const heard = () => onWorkerMessage();
    navigator.serviceWorker?.addEventListener('message', heard);
    registerWorker(locale).catch(() => undefined);
    return () => {
      removeEventListener('popstate', onPopState);
      removeEventListener('online', onOnline);
      navigator.serviceWorker?.removeEventListener('message', heard);
    };
  }, [locale]);

  // The title says which question stands here, and that something is wrong, as it does where the server writes it.
  const title =
    view.kind === 'form'
      ? stepTitle(t, { step, kind, isFaulty: faults.length > 0 })
      : t(`${view.kind}.title`);
  const siteName = useTranslations('Site')('name');
  useEffect(() => {
    if (isLive) document.title = `${title} · ${siteName}`;
  }, [isLive, title, siteName]);

  async function sendAll() {
    if (!navigator.onLine) return;
    const store = await browserStore();
    if ((await store.count('waiting')) === 0) return;
    setIsSendingKept(true);
    try {
      const { sendAllWaiting } = await loadSender();
      await sendAllWaiting();
    } finally {
      setIsSendingKept(false);
      await listKept();
    }
  }

  /** Others nearby may have said it already; without a network nobody knows. */
  async function askSimilar(next: Draft): Promise<readonly SimilarRequest[]> {
    if (!next.position || next.how !== 'point' || !navigator.onLine) return [];
    const query = new URLSearchParams({ kind: next.kind, at: next.position.join(',') });
    try {
      const response = await fetch(`/api/suggestions/similar?${query}`, {
        signal: AbortSignal.timeout(4000),
      });
      return response.ok ? ((await response.json()) as { similar: SimilarRequest[] }).similar : [];
    } catch {
      return [];
    }
  }

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (!isLive || step === 'confirm' || step === 'begin') return;
    event.preventDefault();
    if (step === 'check') return send();
    const fields = fieldsOf(new FormData(event.currentTarget));
    const { draft: next, faults: found } = readStep(step, fields, draft, { kinds, findPlace });
    if (found.length > 0) {
      await kept.change(next);
      setFaults(found);
    } else {
      const settled = await settleHere(next);
      // What one has gone on from is kept, also where the next moment brings a reload; photos take a while.
      await kept.change(settled.draft);
      show(settled.step);
    }
  }

  async function send() {
    const written = toSubmission(draft);
    const read = readSubmission(written, kinds);
    const [fault] = read.faults ?? [];
    if (fault) {
      show(stepOfFault(fault));
      setFaults(read.faults ?? []);
      return;
    }
    setIsSending(true);
    setProblem(undefined);
    try {
      const item = await kept.hand(written);
      const unreachable = { result: 'unreachable', key: item.key } as const;
      const sending: Sending = navigator.onLine
        ? await loadSender().then(
            ({ sendWaiting }) => sendWaiting(item.key),
            // The network went away before this part of the page came.
            () => unreachable,
          )
        : unreachable;
      await tell(sending, item);
    } finally {
      setIsSending(false);
      await listKept().catch(() => undefined);
    }
  }

  async function tell(sending: Sending, item: Waiting) {
    if (sending.result === 'sent') {
      kept.clear(draft.language);
      history.pushState(null, '', `/${locale}/feedback`);
      return setView({ kind: 'receipt', receipt: sending.receipt });
    }
    if (sending.result === 'unreachable' || sending.result === 'gone') {
      // Not waited for: where no worker may run, none will ever be ready.
      requestSync(WAITING_TAG).catch(() => undefined);
      kept.clear(draft.language);
      history.pushState(null, '', `/${locale}/feedback`);
      return setView({ kind: 'waiting', key: sending.key });
    }
    // The person is here: back into the form, with what is wrong.
    const returned = (await (await browserStore()).get('waiting', sending.key)) ?? item;
    await moveToDraft(sending.key);
    await kept.reload();
    const [fault] = returned.faults ?? [];
    if (sending.result === 'faulty' && fault) {
      show(stepOfFault(fault));
      setFaults(returned.faults ?? []);
    } else
      setProblem({
        name:
          sending.result === 'limited' ? 'limited' : sending.result === 'blocked' ? 'blocked' : 'tooLarge',
        minutes: sending.result === 'limited' ? Math.ceil(sending.seconds / 60) : 0,
      });
  }

  // What this page waits for has gone, or somebody is needed for it.
  const onListed = useEffectEvent((items: readonly Waiting[], sent: readonly KeptReceipt[]) => {
    if (view.kind !== 'waiting') return;
    const receipt = sent.find(({ key }) => key === view.key);
    if (receipt) setView({ kind: 'receipt', receipt });
    else if (!items.some((item) => item.key === view.key && canGo(item))) visit(null).catch(() => undefined);
  });
  useEffect(() => {
    onListed(waiting, receipts);
  }, [waiting, receipts]);

  useEffect(() => {
    if (view.kind !== 'form') {
      scrollTo({ top: 0 });
      top.current?.querySelector<HTMLElement>('h1')?.focus();
    }
  }, [view]);

  /** Links to a step change the page here. */
  function onClick(event: MouseEvent<HTMLDivElement>) {
    const link = (event.target as Element).closest('a');
    const to = link && new URL(link.href);
    if (!isLive || !to || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (to.pathname !== `/${locale}/feedback` || to.origin !== location.origin) return;
    event.preventDefault();
    const base = to.searchParams.has('photos') ? { ...draft, photosFirst: true } : draft;
    visit(to.searchParams.get('step'), base).catch(() => undefined);
  }

  const hasPlace = draft.how === 'point' || draft.how === 'address';
  async function addPhotos(files: readonly File[]) {
    // Read from the files themselves: what is kept of them says nothing of a place any more.
    const place = hasPlace ? undefined : findPlaceOf(files);
    setFaults(await kept.addPhotos(files));
    const position = await place;
    if (position) setPhotoPlace({ position, isTaken: false });
  }
  function offerOf() {
    if (!photoPlace || (hasPlace && !photoPlace.isTaken)) return undefined;
    const point = pointOf(photoPlace.position);
    return {
      name:
        point.name ||
        [...point.position]
          .reverse()
          .map((degrees) => degrees.toFixed(4))
          .join(', '),
      isTaken: photoPlace.isTaken,
      onTake() {
        kept.change({ ...draft, how: 'point', ...point });
        setPhotoPlace({ ...photoPlace, isTaken: true });
      },
      onLeave: () => setPhotoPlace(undefined),
    };
  }

  const before = step === 'confirm' ? 'check' : stepBefore(step as Step, draft, kinds);
  const position = step === 'confirm' ? steps.length : steps.indexOf(step as Step) + 1;
  const question =
    step.startsWith('question.') && kind?.questions.find(({ code }) => `question.${code}` === step);

  const body = (): ReactNode => {
    switch (step) {
      case 'kind':
        return <KindField kinds={kinds} draft={draft} faults={faults} />;
      case 'place':
        return (
          <PlaceField
            draft={draft}
            faults={faults}
            choices={choices}
            picture={picture}
            approval={approval}
            needsPlace={kind?.needsPlace ?? false}
            isLive={isLive}
            onPoint={(at, point, name) => kept.change({ ...draft, how: 'point', at, position: point, name })}
          />
        );
      case 'known':
        return <KnownList similar={similar} />;
      case 'describe':
        return (
          <DescribeField
            kind={kind}
            draft={draft}
            faults={faults}
            onType={(description) => isLive && kept.change({ ...draft, description })}
          />
        );
      case 'photos':
        return (
          <PhotosField
            photos={photos}
            faults={faults}
            isLive={isLive}
            isWorking={kept.isWorking}
            place={offerOf()}
            onAdd={addPhotos}
            onRemove={(id) => {
              kept.removePhoto(id);
              setPhotoPlace(undefined);
            }}
          />
        );
      case 'contact':
        return <ContactFields draft={draft} faults={faults} hasMail={hasMail} />;
      case 'check':
        return (
          <CheckAnswers
            draft={draft}
            kind={kind}
            photos={photos.length > 0 ? <PhotoList photos={photos} /> : undefined}
            hrefOf={hrefOf}
          />
        );
      case 'confirm':
        return (
          <>
            <h1 className="text-3xl">{t('confirm.title')}</h1>
            <p className="mt-3 max-w-prose">{t('confirm.text')}</p>
            <input type="hidden" name="token" value={server.token} />
          </>
        );
      default:
        return question && kind ? (
          <QuestionField
            kind={kind}
            question={question}
            typed={draft.answers[question.code]}
            faults={faults}
          />
        ) : null;
    }
  };

  const keptHere = (
    <KeptHere
      waiting={waiting}
      receipts={receipts}
      kinds={kinds}
      isSending={isSendingKept}
      onSend={() => sendAll().catch(() => undefined)}
      onDrop={async (key) => {
        await (await browserStore()).delete('waiting', key);
        await listKept();
      }}
      onEdit={async (item) => {
        await moveToDraft(item.key);
        const to = await kept.reload();
        await listKept();
        setView({ kind: 'form' });
        const [fault] = item.faults ?? [];
        show(fault ? stepOfFault(fault) : item.isTooLarge ? 'photos' : (to ?? 'check'));
        setFaults(item.faults ?? []);
        setProblem(item.isTooLarge ? { name: 'tooLarge', minutes: 0 } : undefined);
      }}
      onForget={async (reference) => {
        await (await browserStore()).delete('receipts', reference);
        await listKept();
      }}
    />
  );

  if (view.kind === 'receipt')
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is pressed; here they are only listened to
      // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
      <div ref={top} id="feedback" onClick={onClick}>
        <ReceiptCard {...view.receipt} site={site} />
      </div>
    );
  if (view.kind === 'waiting')
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: as above
      // biome-ignore lint/a11y/useKeyWithClickEvents: as above
      <div ref={top} id="feedback" onClick={onClick}>
        <h1 className="text-3xl" tabIndex={-1}>
          {t('waiting.title')}
        </h1>
        <p role="status" className="mt-3 mb-6 max-w-prose">
          {t('waiting.text')}
        </p>
        {keptHere}
        <a href={`/${locale}/feedback`} className="inline-flex min-h-target items-center">
          {t('receipt.another')}
        </a>
      </div>
    );
  if (step === 'begin' && kept.started)
    return (
      <div ref={top} id="feedback" tabIndex={-1} className="pt-4 outline-none">
        <BeginChoice
          unfinished={draft}
          started={kept.started}
          kinds={kinds}
          isLive={isLive}
          onChoose={async (isNew) => {
            const settled = await settleHere(await kept.choose(isNew));
            kept.setDraft(settled.draft);
            await listKept();
            show(settled.step);
          }}
        />
      </div>
    );
  // Where one comes in: the first question, or the first that is left where the address knew the rest.
  const isFirst = position === 1 || (server.start !== '' && !hasMoved);
  const origins = (['walk', 'place', 'barrier', 'category', 'sign'] as const).filter(
    (name) => draft.origin[name],
  );
  const about =
    origins.length > 0 &&
    t('about', {
      name: [...origins.map((name) => t(`origins.${name}`)), draft.name].filter(Boolean).join(' · '),
    });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div ref={top} id="feedback" tabIndex={-1} className="outline-none" onClick={onClick}>
      {isLive && waiting.length > 0 && keptHere}
      <div className="flex min-h-target flex-wrap items-center justify-between gap-x-6">
        {before ? (
          <a href={hrefOf(before)} className="inline-flex min-h-target items-center">
            ‹ {t('back')}
          </a>
        ) : (
          <p className="max-w-prose text-soft">{t('intro')}</p>
        )}
        <span className="flex items-center gap-4 text-sm text-soft">
          <button
            type="button"
            hidden
            data-read-aloud
            aria-pressed="false"
            className="inline-flex min-h-target cursor-pointer items-center gap-1 text-jade underline underline-offset-4"
          >
            <Icon name="speak" />
            {t('readAloud')}
          </button>
          {t('progress', { step: String(position), steps: String(steps.length) })}
        </span>
      </div>
      {isFirst && <p className="mb-4 border-s-4 border-cinnabar ps-3">{t('urgent')}</p>}
      {isLive && kept.isRestored && (
        <p className="mb-4 flex flex-wrap items-center gap-x-4 border-s-4 border-jade ps-3">
          {t('resume.text')}
          <button
            type="button"
            className="inline-flex min-h-target cursor-pointer items-center text-jade underline underline-offset-4"
            onClick={async () => {
              const settled = await settleHere(await kept.drop());
              kept.setDraft(settled.draft);
              show(settled.step);
            }}
          >
            {t('resume.drop')}
          </button>
        </p>
      )}
      {isFirst && about && <p className="mb-4 border-s-4 border-jade ps-3">{about}</p>}
      <ErrorSummary faults={faults} kind={kind} />
      {problem && (
        <p role="alert" className="mb-6 border-4 border-cinnabar bg-raised px-5 py-4">
          {t(`problems.${problem.name}`, { minutes: problem.minutes })}{' '}
          {problem.name === 'noCookie' && <a href={`/${locale}/about`}>{t('problems.whom')}</a>}
        </p>
      )}
      <form
        key={`${step} ${turn}`}
        method="post"
        action={`/${locale}/feedback/answer`}
        encType="multipart/form-data"
        noValidate
        onSubmit={onSubmit}
        onInput={(event) => {
          // What is typed is kept at once; whether it is an answer shows when one goes on.
          if (!isLive || step === 'check' || step === 'confirm' || step === 'begin' || step === 'photos')
            return;
          const fields = fieldsOf(new FormData(event.currentTarget));
          const typed = readStep(step, fields, draft, { kinds, findPlace }).draft;
          // An answer that is not right any more is asked for again, also where one goes round it.
          kept.change({ ...typed, done: draft.done.filter((other) => typed.done.includes(other)) });
        }}
      >
        <input type="hidden" name="step" value={step} />
        <input type="hidden" name="start" value={server.start} />
        <input type="hidden" name="key" value={draft.key} />
        <div aria-hidden="true" className="absolute -start-[200vw]">
          <label>
            {t('leaveEmpty')}
            <input name="website" tabIndex={-1} autoComplete="off" />
          </label>
        </div>
        <div data-readable className="mt-2">
          {body()}
        </div>
        <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
          <button
            type="submit"
            disabled={isSending || kept.isWorking}
            className="min-h-target cursor-pointer bg-cinnabar px-8 text-lg text-on-cinnabar hover:brightness-110"
          >
            {step === 'check'
              ? t(isSending ? 'check.sending' : 'check.send')
              : step === 'confirm'
                ? t('confirm.send')
                : step === 'known'
                  ? t('known.goOn')
                  : step === 'photos' && photos.length === 0
                    ? t('photos.skip')
                    : t('next')}
          </button>
          {step === 'kind' && !draft.photosFirst && (
            <a href={`/${locale}/feedback?photos=first`} className="inline-flex min-h-target items-center">
              {t('kind.photoFirst')}
            </a>
          )}
        </div>
        {isLive && <p className="mt-4 text-sm text-soft">{t('kept')}</p>}
      </form>
      {isFirst && (
        <p className="mt-8 flex flex-wrap gap-x-8">
          <a href={`/${locale}/feedback/track`} className="inline-flex min-h-target items-center">
            {t('track')}
          </a>
          <a href={`/${locale}/feedback/requests`} className="inline-flex min-h-target items-center">
            {t('others')}
          </a>
        </p>
      )}
      {isLive && waiting.length === 0 && isFirst && keptHere}
    </div>
  );
}

/** What sends, fetched when it is first needed: few who open the form send at once. */
const loadSender = () => import('./send-waiting');

/** Where photos were taken, read by a library that is fetched when the first photo is added; nobody waits for it in vain. */
const findPlaceOf = (files: readonly File[]) =>
  import('@/lib/feedback/photo-place')
    .then(({ findPhotoPlace }) => findPhotoPlace(files))
    .catch(() => undefined);

/** The worker that sends what waits when the network returns, and keeps this page for when there is none. */
async function registerWorker(locale: string) {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register('/sw.js');
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/`) && !name.includes('/api/'));
  active?.postMessage({ kind: 'keep', pages: [`/${locale}/feedback`], files: loaded });
}

/** Background Sync where the browser has it; elsewhere the next opening sends. */
async function requestSync(tag: string) {
  const registration = (await navigator.serviceWorker?.ready) as
    | (ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } })
    | undefined;
  await registration?.sync?.register(tag);
}
