/** A suggestion as its tracking code shows it. */
import type { LngLat } from '@/lib/geo/position';
import type { Answers } from './kind';
import type { RatingLevel, RequestState } from './states';
import type { Contact } from './submission';

export interface TrackedEvent {
  id: string;
  at: number;
  kind: 'state' | 'note' | 'rating' | 'reopening' | 'reminder' | 'follower';
  state: RequestState | null;
  text: string | null;
  level: RatingLevel | undefined;
  by: 'person' | 'city' | 'desk' | 'portal';
  photo: string | null;
}

/** Everything a code lets its holder see. */
export interface Tracked {
  /** Followers see what is public, and their own data. */
  role: 'sender' | 'follower';
  follower: string | undefined;
  reference: string;
  kind: string;
  language: string;
  state: RequestState;
  round: number;
  receivedAt: number;
  /** When the city's turn began in this round. */
  waitingSince: number;
  answeredAt: number | null;
  rating: RatingLevel | undefined;
  expectedAt: number | null;
  agency: string | null;
  /**
   * Whether the city has it, or its last reopening: handed over, still to be handed over, or staff must look at why it cannot be. `isUnknownToCity`: it never
   * got there at all, for certain.
   */
  delivery: { state: 'sent' | 'waiting' | 'stuck'; at: number | null; isUnknownToCity: boolean };
  /** Oldest first. */
  events: readonly TrackedEvent[];
  /** What was sent in; followers see it once it is published, without photos. */
  said:
    | {
        description: string;
        answers: Answers;
        position: LngLat | undefined;
        address: string | null;
        photos: readonly { id: string; width: number; height: number }[];
      }
    | undefined;
  contact: Contact;
  consent: { contact: boolean; publish: boolean; news: boolean };
  publication: 'none' | 'waiting' | 'published' | 'refused';
  /** Fingerprints of the browsers that are told; see `endpointHash` on the server. */
  browsers: readonly string[];
  canRate: boolean;
  canReopen: boolean;
  /** From when on the city can be reminded; undefined while it is not its turn, or for followers. */
  remindAt: number | undefined;
}
