import type { RequestState } from './states';

/** A published suggestion near by, as shown to somebody who is about to say the same. */
export interface SimilarRequest {
  reference: string;
  description: string;
  /** Language it was written in. */
  language: string;
  state: RequestState;
  receivedAt: number;
  /** Distance in metres. */
  meters: number;
  /** Name of what stands there. */
  address: string | null;
  /** Its first published photo. */
  photo: string | null;
}
