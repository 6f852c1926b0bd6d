/** The port to the city: what a backend must be able to do, whatever it speaks. */
import type { Kind } from '../../kind';
import type { CityUpdate } from '../record-update';
import type { DeliveryKind, RequestTable } from '../tables';

/** What is told to the city. Contact only where the person allowed it. */
export interface Delivery {
  /** Id of the outbox row: the same for every attempt. */
  id: string;
  kind: DeliveryKind;
  /** Our own reference: travels along, and finds the suggestion again. */
  reference: string;
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
}

export type SendOutcome =
  /** `id` of the backend, as text; absent where it gives none (blackbox). `expectedAt` in milliseconds. */
  | { result: 'accepted'; id?: string; token?: string; agency?: string; notice?: string; expectedAt?: number }
  /** Nothing arrived for certain: try again later. */
  | { result: 'failed'; reason: string }
  /** Nobody knows whether it arrived. */
  | { result: 'uncertain'; reason: string }
  /** The backend will never take it as it is. */
  | { result: 'refused'; reason: string };

export type LookUp =
  | { result: 'found'; id?: string; token?: string }
  | { result: 'absent' }
  /** It could not be asked now. */
  | { result: 'failed'; reason: string }
  /** It can never be asked: an uncertain delivery goes again under the same reference, and the doubt is shown at the desk. */
  | { result: 'unsupported' };

/** A suggestion as the backend shows it. */
export interface BackendUpdate {
  reference: string;
  update: CityUpdate;
}

export interface Backend {
  readonly name: 'open311' | 'spool';
  /** Never throws: every outcome has a name. */
  send(delivery: Delivery, signal: AbortSignal): Promise<SendOutcome>;
  /** Looks a delivery up by our reference, before it is repeated. */
  lookUp(delivery: Delivery, signal: AbortSignal): Promise<LookUp>;
  /**
   * What has happened to these suggestions since they were last asked for; also updates of others, which the backend pushed by itself. `ids` are those
   * learned from tokens meanwhile.
   */
  poll(
    requests: readonly Pick<
      RequestTable,
      'reference' | 'backend_id' | 'backend_token' | 'polled_at' | 'kind' | 'received_at'
    >[],
    signal: AbortSignal,
  ): Promise<{
    updates: readonly BackendUpdate[];
    ids: readonly { reference: string; id: string }[];
    /** Called once the updates are kept: only then may the backend forget them (files of an inbox). */
    settle(): Promise<void>;
  }>;
}
