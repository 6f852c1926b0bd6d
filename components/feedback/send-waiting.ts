/** Sending what waits: from the page that wrote it, from any later page of the form, and from the service worker. */
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import * as z from 'zod/mini';
import {
  browserStore,
  canGo,
  type KeptReceipt,
  moveToSent,
  renewWaiting,
  type Waiting,
} from './browser-store';

/** How it went. `key` is another than before where that belonged to a suggestion with other words. */
export type Sending = { key: string } & Outcome;
type Outcome =
  | { result: 'sent'; receipt: KeptReceipt }
  /** No network, or the portal is down: it goes on waiting. */
  | { result: 'unreachable' }
  | { result: 'limited'; seconds: number }
  | { result: 'faulty' }
  | { result: 'blocked' }
  | { result: 'too-large' }
  /** It was dropped meanwhile, or somebody else sent it. */
  | { result: 'gone' };

const receiptSchema = z.object({ reference: z.string(), code: z.string(), receivedAt: z.number() });
const refusalSchema = z.object({ reason: z.string() });
const faultsSchema = z.object({ faults: z.array(z.object({ field: z.string(), fault: z.string() })) });

async function solve(signal: AbortSignal): Promise<string> {
  const response = await fetch('/api/suggestions/challenge', { signal, cache: 'no-store' });
  if (!response.ok) throw new Error(`challenge: ${response.status}`);
  const challenge = await response.json();
  const solution = await solveChallenge({ challenge, deriveKey });
  return btoa(JSON.stringify({ challenge, solution }));
}

/** How long one attempt may take; a slow phone in a valley uploads five photos in less. */
const ATTEMPT_MILLISECONDS = 180_000;

async function post(waiting: Waiting): Promise<Response> {
  const signal = AbortSignal.timeout(ATTEMPT_MILLISECONDS);
  const { submission, photos } = waiting;
  const proof = await solve(signal);
  const send = (body: BodyInit, headers = {}) =>
    fetch('/api/suggestions', { method: 'POST', body, headers, signal });
  if (photos.length === 0)
    return send(JSON.stringify({ submission, proof }), { 'Content-Type': 'application/json' });
  const form = new FormData();
  form.set('submission', JSON.stringify(submission));
  form.set('proof', proof);
  for (const [index, photo] of photos.entries()) form.append('photos', photo, `${index + 1}.jpg`);
  return send(form);
}

/** Sends one that waits. Only one page or worker at a time sends; the key makes it one at the portal in any case. */
export async function sendWaiting(key: string, isRenewed = false): Promise<Sending> {
  const attempt = async (): Promise<Outcome | Sending> => {
    const store = await browserStore();
    const waiting = await store.get('waiting', key);
    if (!waiting?.submission) return { result: 'gone' };
    let response: Response;
    try {
      response = await post(waiting);
      // The proof was too old or used up: once more with a new one.
      if (response.status === 428) response = await post(waiting);
    } catch {
      return { result: 'unreachable' };
    }
    const body: unknown = await response.json().catch(() => undefined);
    const receipt = receiptSchema.safeParse(body);
    if (response.ok && receipt.success) {
      const kept = { ...receipt.data, kind: waiting.draft.kind, key };
      await moveToSent(key, kept);
      return { result: 'sent', receipt: kept };
    }
    if (response.status === 429)
      return { result: 'limited', seconds: Number(response.headers.get('retry-after')) || 3600 };
    const refusal = refusalSchema.safeParse(body);
    // Sent from another tab with other words: this one is a suggestion of its own.
    if (response.status === 409 && refusal.data?.reason === 'key-taken' && !isRenewed)
      return sendWaiting(await renewWaiting(waiting), true);
    if (response.status === 413) {
      await store.put('waiting', { ...waiting, isTooLarge: true });
      return { result: 'too-large' };
    }
    if (response.status === 403) {
      await store.put('waiting', { ...waiting, isBlocked: true });
      return { result: 'blocked' };
    }
    const faults = faultsSchema.safeParse(body);
    if (response.status === 422 && faults.success) {
      await store.put('waiting', {
        ...waiting,
        faults: faults.data.faults as NonNullable<Waiting['faults']>,
      });
      return { result: 'faulty' };
    }
    return { result: 'unreachable' };
  };
  const outcome = await (navigator.locks
    ? navigator.locks.request(`yuwalk-send ${key}`, attempt)
    : attempt());
  return { key, ...outcome };
}

/** Sends all that waits for the network. True where nothing waits for it any more. */
export async function sendAllWaiting(): Promise<boolean> {
  const store = await browserStore();
  const waiting = (await store.getAll('waiting')).filter(canGo);
  let isDone = true;
  for (const { key } of waiting) {
    const { result } = await sendWaiting(key);
    if (result === 'unreachable' || result === 'limited') isDone = false;
  }
  return isDone;
}
