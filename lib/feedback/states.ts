/** The states a suggestion passes, in the words of the public hotline's loop, and how they move: forward in time only. */

export const requestStates = [
  'received',
  'assigned',
  'in-progress',
  'answered',
  'rated',
  'reopened',
  'closed',
] as const;
export type RequestState = (typeof requestStates)[number];

/** What a GeoReport server knows of them. */
export type WireStatus = 'open' | 'closed';

export const wireStatusOf = (state: RequestState): WireStatus =>
  state === 'answered' || state === 'rated' || state === 'closed' ? 'closed' : 'open';

/** The states the city waits in: a clock runs in them. */
export const isWaiting = (state: RequestState): boolean => wireStatusOf(state) === 'open';

/** Days that have passed, whole ones; a backend's clock that is behind ours gives none. */
export const wholeDays = (milliseconds: number): number => Math.max(0, Math.floor(milliseconds / 86_400_000));

/** What the city may say of a suggestion: `rated` and `reopened` are the person's own. */
export const cityStates = [
  'assigned',
  'in-progress',
  'answered',
  'closed',
] as const satisfies readonly RequestState[];
export type CityState = (typeof cityStates)[number];

const order: Record<RequestState, number> = {
  received: 0,
  reopened: 0,
  assigned: 1,
  'in-progress': 2,
  answered: 3,
  rated: 4,
  closed: 5,
};

/** How a state came about: when, in milliseconds since 1970, and in which round (0, one more after each reopening). */
export interface StateStamp {
  state: RequestState;
  at: number;
}

/**
 * The state after what the city said of it. Repeated, late or out-of-order words change nothing: a state moves only when the word is newer than the one
 * that made it. Words of the city from before a reopening do not close it again. Within a round a newer word may also go back (an answer that is
 * withdrawn), except behind what the person did: a rating stays until the city answers anew.
 */
export function applyCityUpdate(current: StateStamp, update: { state: CityState; at: number }): StateStamp {
  if (update.at <= current.at) return current;
  if (update.state === current.state) return current;
  // A rated answer that is confirmed once more stays rated.
  if (current.state === 'rated' && update.state === 'answered') return current;
  return { state: update.state, at: update.at };
}

/** Rating: once there is an answer, and once. */
export const canRate = (state: RequestState): boolean => state === 'answered';

/** The official five levels, best first. */
export const ratingLevels = [5, 4, 3, 2, 1] as const;
export type RatingLevel = (typeof ratingLevels)[number];

/** Who is not satisfied (the two lowest levels) says why. */
export const needsReason = (level: RatingLevel): boolean => level <= 2;

/** How long after its answer a suggestion can be opened again. */
export const REOPEN_DAYS = 60;

/** Reopening: an answer that was rated badly, or that was not rated at all, within two months. */
export function canReopen({
  state,
  rating,
  answeredAt,
  now,
}: {
  state: RequestState;
  rating: RatingLevel | undefined;
  /** Milliseconds since 1970; null when never answered. */
  answeredAt: number | null;
  now: number;
}): boolean {
  if (order[state] < order.answered || answeredAt === null) return false;
  if (now - answeredAt > REOPEN_DAYS * 86_400_000) return false;
  return rating === undefined || needsReason(rating);
}
