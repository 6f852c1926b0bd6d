/** When something that failed is tried again. */
export interface BackOff {
  /** Milliseconds after the first failure, at most; doubled with each. */
  base: number;
  ceiling: number;
}

/** Milliseconds to wait after an attempt (1 is the first): anything up to the doubled base, so that many who failed together do not come back together. */
export function backOffDelay(
  { base, ceiling }: BackOff,
  attempt: number,
  random: () => number = Math.random,
): number {
  return Math.round(random() * Math.min(ceiling, base * 2 ** Math.min(attempt - 1, 30)));
}

/** Waits, or until the signal. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(finish, milliseconds);
    function finish() {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    }
    signal.addEventListener('abort', finish);
  });
}
