/** What this browser keeps for its person: the draft being written, what waits for a network, and the codes of what was sent. Used by pages and by the service worker. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Draft, saysSame } from '@/lib/feedback/draft';
import type { Fault, Submission } from '@/lib/feedback/submission';

/** Name of the background sync that sends what waits. */
export const WAITING_TAG = 'yuwalk-feedback';

export interface KeptPhoto {
  id: string;
  blob: Blob;
}

/** A suggestion that the person has sent and the portal has not yet taken. */
export interface Waiting {
  key: string;
  submission: Record<keyof Submission, unknown>;
  /** The draft it was made from, for mending it. */
  draft: Draft;
  photos: Blob[];
  writtenAt: number;
  /** What the portal found wrong: it waits for the person now, not for the network. */
  faults?: Fault[];
  isBlocked?: boolean;
}

export interface KeptReceipt {
  reference: string;
  code: string;
  receivedAt: number;
  /** Name of the kind, for the list. */
  kind: string;
  /** Key it was sent under; receipts of older pages have none. */
  key?: string;
}

interface Schema extends DBSchema {
  draft: { key: 'current'; value: Draft };
  photos: { key: string; value: KeptPhoto & { at: number } };
  waiting: { key: string; value: Waiting };
  receipts: { key: string; value: KeptReceipt };
}

let opening: Promise<IDBPDatabase<Schema>> | undefined;

/** Opens the browser's store. Rejects where the browser has none to give (private windows of some). */
export function browserStore(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>('yuwalk-feedback', 1, {
    upgrade(database) {
      database.createObjectStore('draft');
      database.createObjectStore('photos', { keyPath: 'id' });
      database.createObjectStore('waiting', { keyPath: 'key' });
      database.createObjectStore('receipts', { keyPath: 'reference' });
    },
  }).catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

/** The draft and its photos as they were left. */
export async function readKept(): Promise<{ draft: Draft | undefined; photos: KeptPhoto[] }> {
  const store = await browserStore();
  const [draft, photos] = await Promise.all([store.get('draft', 'current'), store.getAll('photos')]);
  return {
    draft: draft && { ...draft, key: await keepDraft(draft) },
    photos: photos.sort((a, b) => a.at - b.at),
  };
}

/** Keeps a draft, under a new key where another tab has sent something under its own. Returns the key. */
export async function keepDraft(draft: Draft): Promise<string> {
  const transaction = (await browserStore()).transaction(['draft', 'waiting', 'receipts'], 'readwrite');
  const [waiting, receipts] = await Promise.all([
    transaction.objectStore('waiting').getKey(draft.key),
    transaction.objectStore('receipts').getAll(),
  ]);
  const isTaken = waiting !== undefined || receipts.some(({ key }) => key === draft.key);
  const key = isTaken ? crypto.randomUUID() : draft.key;
  await Promise.all([transaction.objectStore('draft').put({ ...draft, key }, 'current'), transaction.done]);
  return key;
}

export async function keepPhoto(photo: KeptPhoto): Promise<void> {
  await (await browserStore()).put('photos', { ...photo, at: Date.now() });
}

export async function forgetPhoto(id: string): Promise<void> {
  await (await browserStore()).delete('photos', id);
}

export async function forgetDraft(): Promise<void> {
  const transaction = (await browserStore()).transaction(['draft', 'photos'], 'readwrite');
  await Promise.all([
    transaction.objectStore('draft').clear(),
    transaction.objectStore('photos').clear(),
    transaction.done,
  ]);
}

/** The same under a key of its own, where its key belongs to a suggestion with other words. */
function withNewKey(waiting: Waiting): Waiting {
  const key = crypto.randomUUID();
  return {
    ...waiting,
    key,
    submission: { ...waiting.submission, key },
    draft: { ...waiting.draft, key },
  };
}

/** From being written to waiting, in one step: at no moment is it in neither place. Returns it as it waits. */
export async function moveToWaiting(written: Waiting): Promise<Waiting> {
  const transaction = (await browserStore()).transaction(['draft', 'photos', 'waiting'], 'readwrite');
  const [draft, photos, waiting] = [
    transaction.objectStore('draft'),
    transaction.objectStore('photos'),
    transaction.objectStore('waiting'),
  ];
  const [current, other] = await Promise.all([draft.get('current'), waiting.get(written.key)]);
  const own = other && !saysSame(other.draft, written.draft) ? withNewKey(written) : written;
  // What another tab has typed since is not this one's to clear.
  const isOwn = !current || saysSame(current, written.draft);
  await Promise.all([waiting.put(own), ...(isOwn ? [draft.clear(), photos.clear()] : []), transaction.done]);
  return own;
}

/** Gives one that waits another key, which is returned. */
export async function renewWaiting(waiting: Waiting): Promise<string> {
  const transaction = (await browserStore()).transaction('waiting', 'readwrite');
  const renewed = withNewKey(waiting);
  await Promise.all([
    transaction.store.put(renewed),
    transaction.store.delete(waiting.key),
    transaction.done,
  ]);
  return renewed.key;
}

/** Back from waiting to being written, to mend it. What was being written meanwhile must be empty. */
export async function moveToDraft(waiting: Waiting): Promise<void> {
  const transaction = (await browserStore()).transaction(['draft', 'photos', 'waiting'], 'readwrite');
  await Promise.all([
    transaction.objectStore('draft').put(waiting.draft, 'current'),
    ...waiting.photos.map((blob, at) =>
      transaction.objectStore('photos').put({ id: `${waiting.key} ${at}`, blob, at }),
    ),
    transaction.objectStore('waiting').delete(waiting.key),
    transaction.done,
  ]);
}

/** From waiting to sent. */
export async function moveToSent(key: string, receipt: KeptReceipt): Promise<void> {
  const transaction = (await browserStore()).transaction(['waiting', 'receipts'], 'readwrite');
  await Promise.all([
    transaction.objectStore('receipts').put(receipt),
    transaction.objectStore('waiting').delete(key),
    transaction.done,
  ]);
}
