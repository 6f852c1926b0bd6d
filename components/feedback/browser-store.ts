/** What this browser keeps for its person: the draft being written, what waits for a network, and the codes of what was sent. Used by pages and by the service worker. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Draft, isBlank, saysSame } from '@/lib/feedback/draft';
import type { Fault, Submission } from '@/lib/feedback/submission';

/** Name of the background sync that sends what waits. */
export const WAITING_TAG = 'yuwalk-feedback';

export interface KeptPhoto {
  id: string;
  blob: Blob;
}

/** A suggestion that waits: for the network, or for its person. */
export interface Waiting {
  key: string;
  /** As it is sent. Absent while it is unfinished: put aside, for another to be written or mended. */
  submission?: Record<keyof Submission, unknown>;
  /** The draft it was made from, for mending it. */
  draft: Draft;
  photos: Blob[];
  writtenAt: number;
  /** What the portal found wrong: it waits for the person now, not for the network. */
  faults?: Fault[];
  isBlocked?: boolean;
  /** Its photos are more than the portal takes. */
  isTooLarge?: boolean;
}

/** True for one that needs nothing but a network. */
export const canGo = ({ submission, faults, isBlocked, isTooLarge }: Waiting): boolean =>
  submission !== undefined && !faults && !isBlocked && !isTooLarge;

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
  const [draft, kept] = await Promise.all([store.get('draft', 'current'), store.getAll('photos')]);
  const photos = kept.sort((a, b) => a.at - b.at);
  return { draft: draft && { ...draft, key: await keepDraft(draft, photos) }, photos };
}

/** A draft that makes room for another. */
const putAside = (draft: Draft, photos: readonly KeptPhoto[]): Waiting => ({
  key: draft.key,
  draft,
  photos: photos.map(({ blob }) => blob),
  writtenAt: Date.now(),
});

/**
 * Keeps a draft and its photos where one is written. What another tab writes there is put aside first; and where something was sent under the draft's
 * key, it goes on under a new one. Returns the key.
 */
export async function keepDraft(draft: Draft, photos: readonly KeptPhoto[]): Promise<string> {
  const transaction = (await browserStore()).transaction(
    ['draft', 'photos', 'waiting', 'receipts'],
    'readwrite',
  );
  const [drafts, pictures, waiting] = [
    transaction.objectStore('draft'),
    transaction.objectStore('photos'),
    transaction.objectStore('waiting'),
  ];
  const [current, kept, item, receipts] = await Promise.all([
    drafts.get('current'),
    pictures.getAll(),
    waiting.get(draft.key),
    transaction.objectStore('receipts').getAll(),
  ]);
  const isSent = item?.submission !== undefined || receipts.some(({ key }) => key === draft.key);
  const next = isSent ? { ...draft, key: crypto.randomUUID() } : draft;
  const isOwn = current?.key === draft.key;
  const known = new Set(isOwn ? kept.map(({ id }) => id) : []);
  await Promise.all([
    // Put aside from here by another tab, and gone on with here.
    ...(item && !isSent ? [waiting.delete(item.key)] : []),
    ...(current && !isOwn && !isBlank(current) ? [waiting.put(putAside(current, kept))] : []),
    ...(isOwn ? [] : [pictures.clear()]),
    ...photos
      .filter(({ id }) => !known.has(id))
      .map(({ id, blob }, index) => pictures.put({ id, blob, at: Date.now() + index })),
    drafts.put(next, 'current'),
    transaction.done,
  ]);
  return next.key;
}

export async function forgetPhoto(id: string): Promise<void> {
  await (await browserStore()).delete('photos', id);
}

/** Forgets a draft and its photos; one that another tab writes in its place stays. */
export async function forgetDraft(key: string): Promise<void> {
  const transaction = (await browserStore()).transaction(['draft', 'photos'], 'readwrite');
  const current = await transaction.objectStore('draft').get('current');
  const isOwn = current?.key === key;
  await Promise.all([
    ...(isOwn ? [transaction.objectStore('draft').clear(), transaction.objectStore('photos').clear()] : []),
    transaction.done,
  ]);
}

/** The same under a key of its own, where its key belongs to a suggestion with other words. */
function withNewKey(waiting: Waiting): Waiting {
  const key = crypto.randomUUID();
  return {
    ...waiting,
    key,
    ...(waiting.submission && { submission: { ...waiting.submission, key } }),
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
  const isOwn = current?.key === written.draft.key && saysSame(current, written.draft);
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

/** Back from waiting to being written, to mend it or go on with it. What was being written meanwhile waits in its place. */
export async function moveToDraft(key: string): Promise<void> {
  const transaction = (await browserStore()).transaction(['draft', 'photos', 'waiting'], 'readwrite');
  const [drafts, pictures, waiting] = [
    transaction.objectStore('draft'),
    transaction.objectStore('photos'),
    transaction.objectStore('waiting'),
  ];
  const [item, current, kept] = await Promise.all([
    waiting.get(key),
    drafts.get('current'),
    pictures.getAll(),
  ]);
  // Sent or dropped in the meantime: what is gone is not written again.
  if (!item) return;
  await Promise.all([
    waiting.delete(key),
    ...(current && !isBlank(current) ? [waiting.put(putAside(current, kept))] : []),
    pictures.clear(),
    ...item.photos.map((blob, at) => pictures.put({ id: `${key} ${at}`, blob, at })),
    drafts.put(item.draft, 'current'),
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
