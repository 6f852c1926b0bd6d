import { useEffect, useEffectEvent, useState } from 'react';
import { type Draft, emptyDraft, type FindPlace, nextStep, type Step } from '@/lib/feedback/draft';
import type { LocalKind } from '@/lib/feedback/local-kind';
import { beginAgain, prefill, startsAnother } from '@/lib/feedback/prefill';
import { PHOTO_LIMIT } from '@/lib/feedback/submission';
import {
  forgetDraft,
  forgetPhoto,
  type KeptPhoto,
  keepDraft,
  moveToWaiting,
  readKept,
  type Waiting,
} from './browser-store';
import type { ShownFault } from './fault-text';
import type { ShownPhoto } from './photos-field';
import { shrinkPhoto } from './shrink-photo';

/** What the server knows of a draft begun before scripts ran. */
export interface ServerDraft {
  draft: Draft;
  step: Step | 'begin' | 'confirm';
  photos: readonly ShownPhoto[];
  /** What the address starts while the draft is about something else. */
  started: Draft | undefined;
}

/** Milliseconds a person waits for a slow store at most. */
const PATIENCE = 3000;

const addressOf = () => Object.fromEntries(new URLSearchParams(location.search));

/**
 * The draft of this device. Until it has been read, and where the browser keeps nothing or cannot prove work, `isLive` stays false and the form goes to
 * the server step by step, as it does without scripts.
 */
export function useDraft(server: ServerDraft, kinds: readonly LocalKind[], findPlace: FindPlace) {
  const [draft, setDraft] = useState(server.draft);
  const [photos, setPhotos] = useState<readonly KeptPhoto[]>([]);
  const [isLive, setIsLive] = useState(false);
  const [isRestored, setIsRestored] = useState(false);
  const [isWorking, setIsWorking] = useState(false);
  const [started, setStarted] = useState(server.started);

  const start = useEffectEvent(async () => {
    // Without it neither is there a key nor can work be proved (pages served without TLS).
    if (!globalThis.crypto?.subtle) return;
    let kept = await readKept();
    if (!kept.draft && server.draft.done.length > 0 && server.draft.photos > 0) {
      // Begun without scripts, with photos: they come along.
      const photos: KeptPhoto[] = [];
      for (const { id, href } of server.photos) photos.push({ id, blob: await (await fetch(href)).blob() });
      await keepDraft(server.draft, photos);
      kept = { draft: server.draft, photos };
    }
    const before = kept.draft ?? { ...server.draft, key: crypto.randomUUID() };
    const address = addressOf();
    const [language, context] = [server.draft.language, { kinds, findPlace }];
    const isOther = startsAnother(before, address, context);
    const next = isOther ? before : prefill(before, address, context);
    setStarted(isOther ? prefill(emptyDraft(crypto.randomUUID(), language), address, context) : undefined);
    setDraft({ ...next, language, photos: kept.photos.length });
    setPhotos(kept.photos);
    setIsRestored(kept.draft !== undefined && kept.draft.done.length > 0);
    setIsLive(true);
  });
  useEffect(() => {
    // A browser that keeps nothing is served as one without scripts.
    start().catch(() => undefined);
  }, []);

  /** Keeps the draft as it now is. Fulfilled when it is kept; a store that fails or hangs must not stop the person. */
  function change(next: Draft, own = photos): Promise<unknown> {
    setDraft(next);
    const keeping = keepDraft(next, own)
      .then((key) => setDraft((now) => (now.key === next.key ? { ...now, key } : now)))
      .catch(() => undefined);
    return Promise.race([keeping, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  }
  /** Adds photos, as many as there is room for; returns what is wrong with the others. */
  async function addPhotos(files: readonly File[]): Promise<ShownFault[]> {
    setIsWorking(true);
    const taken = files.slice(0, Math.max(0, PHOTO_LIMIT - photos.length));
    const made: KeptPhoto[] = [];
    const faults: ShownFault[] = files.length > taken.length ? [{ field: 'photos', fault: 'too-many' }] : [];
    for (const file of taken) {
      const blob = await shrinkPhoto(file);
      if (blob) made.push({ id: crypto.randomUUID(), blob });
      else faults.push({ field: 'photos', fault: 'not-a-picture', name: file.name });
    }
    const all = [...photos, ...made];
    setPhotos(all);
    await change({ ...draft, photos: all.length }, all);
    setIsWorking(false);
    return faults;
  }
  function removePhoto(id: string) {
    const left = photos.filter((photo) => photo.id !== id);
    setPhotos(left);
    change({ ...draft, photos: left.length }, left);
    forgetPhoto(id).catch(() => undefined);
  }
  /** Empties the form for the next suggestion. */
  function clear(language: Draft['language']) {
    setDraft(emptyDraft(crypto.randomUUID(), language));
    setPhotos([]);
    setIsRestored(false);
  }
  /** Forgets what was typed, and begins again where it was started from. Returns what it begins with. */
  async function drop(): Promise<Draft> {
    await forgetDraft(draft.key).catch(() => undefined);
    clear(draft.language);
    const next = beginAgain(draft, crypto.randomUUID(), { kinds, findPlace });
    setDraft(next);
    return next;
  }
  /** Decides between what is being written and what the address has started. Returns what is gone on with; the other waits, unfinished. */
  async function choose(isNew: boolean): Promise<Draft> {
    setStarted(undefined);
    if (!isNew || !started) return draft;
    // Also what came from the server must be kept before it can wait.
    await keepDraft(draft, photos);
    clear(draft.language);
    setDraft(started);
    await keepDraft(started, []);
    return started;
  }
  /** Takes it out of the form and lays it where it waits to be sent. */
  async function hand(submission: NonNullable<Waiting['submission']>): Promise<Waiting> {
    const waiting: Waiting = {
      key: draft.key,
      submission,
      draft,
      photos: photos.map(({ blob }) => blob),
      writtenAt: Date.now(),
    };
    return moveToWaiting(waiting);
  }
  return {
    draft,
    /** Shows a draft without keeping it: nothing was typed. */
    setDraft,
    photos,
    isLive,
    isRestored,
    isWorking,
    started,
    choose,
    change,
    addPhotos,
    removePhoto,
    clear,
    drop,
    hand,
    /** Reads the store again, after something was laid back into the form. */
    async reload() {
      const kept = await readKept();
      if (kept.draft) setDraft({ ...kept.draft, photos: kept.photos.length });
      setPhotos(kept.photos);
      return kept.draft ? nextStep(kept.draft, kinds) : undefined;
    },
  };
}
