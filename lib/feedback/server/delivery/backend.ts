/** The port to the city: what a backend must be able to do, whatever it speaks. */
import type { Kind } from '../../kind';
import type { CityUpdate } from '../record-update';
import type { DeliveryKind, RequestTable } from '../tables';

/** What is told to the city. Contact only where the person allowed it. */
export interface Delivery {
  /** Id of the outbox row: the same for every attempt. */
  id: string;
  kind: DeliveryKind;
  /** Our own reference: names the suggestion to everybody. */
  reference: string;
  /** What this delivery is found again by: the reference, and for what follows a suggestion its number behind it. */
  mark: string;
  request: Pick<
    RequestTable,
    | 'kind'
    | 'language'
    | 'description'
    | 'answers'
    | 'lng'
    | 'lat'
    | 'address'
    | 'area'
    | 'origin'
    | 'received_at'
    | 'state'
    | 'round'
    | 'backend_id'
    | 'backend_token'
  >;
  /** The kind as it is now in the content; undefined where editors took it away. */
  service: Kind | undefined;
  contact: { name?: string; email?: string; phone?: string } | undefined;
  /** Public addresses of the photos, unguessable. */
  photos: readonly { id: string; url: string; bytes(): Promise<Uint8Array> }[];
  /** What goes with the kind: rating and reason, words of a reopening. */
  payload: Readonly<Record<string, unknown>>;
  /** Begin of the earliest attempt whose outcome nobody knows, milliseconds. */
  triedAt: number;
  /** What was delivered last to the same list: if even that is not shown, not to be shown says nothing. */
  witness(): Promise<{ mark: string; triedAt: number; sentAt: number } | undefined>;
}

export type SendOutcome =
  /** `id` of the backend, as text; absent where it gives none (blackbox). `expectedAt` in milliseconds. */
  | { result: 'accepted'; id?: string; token?: string; agency?: string; notice?: string; expectedAt?: number }
  /** The backend has no words for it, so that nothing was sent: the desk has to tell the city by hand. */
  | { result: 'untold'; reason: string }
  /** Nothing arrived for certain: try again later. `isDoubtful`: it may well be refused for ever, so not many times. */
  | { result: 'failed'; reason: string; isDoubtful?: boolean; retryAfter?: number }
  /** Nobody knows whether it arrived. */
  | { result: 'uncertain'; reason: string }
  /** The backend will never take it as it is. */
  | { result: 'refused'; reason: string };

export type LookUp =
  | { result: 'found'; id?: string; token?: string }
  | { result: 'absent' }
  /** It could not be asked now, or the answer proves nothing yet. */
  | { result: 'failed'; reason: string }
  /** It can never be asked: an uncertain delivery goes again under the same reference, and the doubt is shown at the desk. */
  | { result: 'unsupported' };

/** Something the backend said of a suggestion. */
export interface BackendUpdate {
  reference: string;
  update: Omit<CityUpdate, 'photo'>;
  /** Photo of the answer, as the backend has it: unchecked bytes. Throws where it cannot be had. */
  photo?: (signal: AbortSignal) => Promise<Uint8Array>;
}

/** What a suggestion is asked for by. */
export type AskedRequest = Pick<
  RequestTable,
  | 'reference'
  | 'backend_id'
  | 'backend_token'
  | 'polled_at'
  | 'kind'
  | 'received_at'
  | 'state'
  | 'state_at'
  | 'round'
>;

export interface Backend {
  readonly name: 'open311' | 'spool';
  /** Whether suggestions are asked for one by one; otherwise the backend tells by itself, and `poll` is called with none. */
  readonly isAsked: boolean;
  /** Never throws: every outcome has a name. */
  send(delivery: Delivery, signal: AbortSignal): Promise<SendOutcome>;
  /** Looks a delivery up by its mark, before it is repeated. Never throws. */
  lookUp(delivery: Delivery, signal: AbortSignal): Promise<LookUp>;
  /**
   * What has happened to these suggestions; also updates of others, which the backend pushed by itself. `ids` are those learned from tokens meanwhile.
   * Never throws.
   */
  poll(
    requests: readonly AskedRequest[],
    signal: AbortSignal,
  ): Promise<{
    updates: readonly BackendUpdate[];
    ids: readonly { reference: string; id: string }[];
    /** Called once the updates are kept: only then may the backend forget them (files of an inbox). `unknown`: references nobody knows. */
    settle(unknown: ReadonlySet<string>): Promise<void>;
  }>;
}
