import type { RateLimitTables } from '@/lib/server/rate-limit';
import type { RequestState } from '../states';

/** One suggestion. Times are milliseconds since 1970; flags are 0 or 1. */
export interface RequestTable {
  /** Public reference, also on the wire: `YW` and twelve characters. */
  reference: string;
  /** Key of the submission: the same key never makes a second row. */
  submission_key: string;
  /** SHA-256 of the tracking code; the code itself is sealed. */
  code_hash: string;
  code_sealed: string;
  kind: string;
  language: string;
  description: string;
  /** JSON: answers by question. */
  answers: string;
  /** WGS-84 degrees; both null without a point. */
  lng: number | null;
  lat: number | null;
  /** Name of what stands at the point, or the address as typed. */
  address: string | null;
  /** JSON: what it was started from. */
  origin: string;
  /** JSON: district, street, community and grid codes where the portal knows them. */
  area: string | null;
  /** District code, for counts. */
  district: string | null;
  /** Sealed JSON `Contact`; null where there is none, or not any more. */
  contact_sealed: string | null;
  consent_contact: number;
  consent_publish: number;
  consent_news: number;
  /** What staff decided of publishing: `waiting` until somebody looked. */
  publication: 'none' | 'waiting' | 'published' | 'refused';
  state: RequestState;
  state_at: number;
  /** How often it was opened again. */
  round: number;
  received_at: number;
  /** First answer of this round. */
  answered_at: number | null;
  closed_at: number | null;
  rating: number | null;
  /** When the backend means to be done. */
  expected_at: number | null;
  agency: string | null;
  /** The backend's own id, or its token until there is one. Text, also where the backend counts. */
  backend_id: string | null;
  backend_token: string | null;
  /** 1: nobody knows whether the backend has it twice; shown at the desk. */
  doubt: number;
  /** When the status was last asked for. */
  polled_at: number | null;
  reminded_at: number | null;
  /** When the person had their data deleted: nothing personal is left, and nothing is added. */
  erased_at: number | null;
}

export interface PhotoTable {
  /** 128 random bits: whoever knows it may see the photo. */
  id: string;
  reference: string | null;
  /** Draft it belongs to until that is sent. */
  draft: string | null;
  position: number;
  /** JPEG, made anew from what was uploaded, without metadata. */
  bytes: Uint8Array;
  width: number;
  height: number;
  /** What may be published, with faces and plates made unreadable; null until staff made one. */
  public_bytes: Uint8Array | null;
  /** 1 once staff let it be published. */
  published: number;
  added_at: number;
}

export const eventKinds = ['state', 'note', 'rating', 'reopening', 'reminder', 'follower'] as const;
export type EventKind = (typeof eventKinds)[number];

/** What happened to a suggestion; only ever added to. */
export interface EventTable {
  id: string;
  reference: string;
  /** When it happened, by whoever says so. */
  at: number;
  recorded_at: number;
  kind: EventKind;
  state: RequestState | null;
  text: string | null;
  /** Rating, 1 to 5. */
  level: number | null;
  by: 'person' | 'city' | 'desk' | 'portal';
  /** Unique per suggestion: an update that comes twice is one. */
  update_key: string;
  /** Photo of the answer. */
  photo: string | null;
}

export const deliveryKinds = ['create', 'reopen', 'rating', 'reminder', 'erasure'] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

/** What must still be told to the city. Written in the same transaction as what it tells. */
export interface OutboxTable {
  id: string;
  reference: string;
  /** Order within a suggestion: a later one waits for the earlier. */
  sequence: number;
  kind: DeliveryKind;
  /** JSON: what is told beside the suggestion itself. */
  payload: string;
  /** `untold`: the backend has no word for it, and somebody has to pass it on; `told`: somebody did. */
  state: 'waiting' | 'leased' | 'sent' | 'dead' | 'untold' | 'told';
  attempts: number;
  next_at: number;
  leased_by: string | null;
  leased_until: number | null;
  /** 1: an attempt was made whose outcome nobody knows. */
  uncertain: number;
  /** Begin of the earliest attempt whose outcome nobody knows, or of the last one. */
  tried_at: number | null;
  /** Why the last attempt failed, or why nothing was sent, without anything personal. */
  last_fault: string | null;
  created_at: number;
  sent_at: number | null;
}

/** Somebody who said "me too". */
export interface FollowerTable {
  id: string;
  reference: string;
  code_hash: string;
  code_sealed: string;
  contact_sealed: string | null;
  language: string;
  submission_key: string;
  followed_at: number;
}

/** A form half filled in without scripts. */
export interface DraftTable {
  /** SHA-256 of the cookie. */
  id: string;
  sealed: string;
  changed_at: number;
  /** Set once it was sent: sending it again shows the same receipt. */
  reference: string | null;
}

/** A browser that wants to hear of a suggestion (web push). */
export interface PushTable {
  id: string;
  reference: string;
  /** Follower it belongs to; null: whoever sent it. */
  follower: string | null;
  subscription_sealed: string;
  language: string;
  added_at: number;
}

/** News that must still go out. */
export interface NewsTable {
  id: string;
  reference: string;
  follower: string | null;
  event: string;
  channel: 'email' | 'push';
  /** Push subscription. */
  push: string | null;
  state: 'waiting' | 'leased' | 'sent' | 'dead';
  attempts: number;
  next_at: number;
  leased_until: number | null;
  created_at: number;
}

/** Proof-of-work challenges that were used: none counts twice. */
export interface SpentTable {
  challenge: string;
  expires_at: number;
}

/** Senders who are kept out: salted hashes of network addresses, and words. */
export interface BlockTable {
  id: string;
  kind: 'sender' | 'words';
  value: string;
  reason: string;
  added_by: string;
  added_at: number;
  until: number | null;
}

/** Which sender (salted hash of a network address) sent what; deleted after 30 days. */
export interface SenderTable {
  reference: string;
  sender: string;
  at: number;
}

/** Who did what at the desk; only ever added to. */
export interface AuditTable {
  id: string;
  at: number;
  account: string;
  action: string;
  reference: string | null;
  /** JSON without anything personal. */
  detail: string;
}

export interface FeedbackTables extends RateLimitTables {
  feedback_request: RequestTable;
  feedback_photo: PhotoTable;
  feedback_event: EventTable;
  feedback_outbox: OutboxTable;
  feedback_follower: FollowerTable;
  feedback_draft: DraftTable;
  feedback_push: PushTable;
  feedback_news: NewsTable;
  feedback_spent: SpentTable;
  feedback_block: BlockTable;
  feedback_sender: SenderTable;
  feedback_audit: AuditTable;
}
