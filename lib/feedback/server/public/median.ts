/** Days somebody waited for a first answer; `isOver` is false while they still wait. */
export interface Wait {
  days: number;
  isOver: boolean;
}

/** From how many answers on it can be told how long those who still wait will have to. */
const FEWEST_ANSWERS = 5;

/**
 * Days within which half had their first answer. Those who still wait count with the days they have waited so far (Kaplan and Meier's estimate): left out, they
 * would make a city look quick that answers only what is easy. With fewer than five answers nothing can be told of them, and they count as never answered.
 * Undefined where nothing is known: nobody waited, or more than half would still be waiting after the longest wait. Where nobody waits any more it is the
 * usual median.
 */
export function medianWait(waits: readonly Wait[]): number | undefined {
  const isTold = waits.filter(({ isOver }) => isOver).length >= FEWEST_ANSWERS;
  const sorted = waits
    .map((wait) => (wait.isOver || isTold ? wait : { days: Number.POSITIVE_INFINITY, isOver: false }))
    .sort((a, b) => (a.days === b.days ? Number(b.isOver) - Number(a.isOver) : a.days - b.days));
  let waiting = sorted.length;
  let share = 1;
  /** Where exactly half have been answered: the middle lies between this and the next answer. */
  let half: number | undefined;
  for (const { days, isOver } of sorted) {
    if (isOver) {
      if (half !== undefined && days > half) return (half + days) / 2;
      share *= 1 - 1 / waiting;
      if (share < 0.5 - 1e-9) return days;
      if (share < 0.5 + 1e-9) half = days;
    }
    waiting -= 1;
  }
  return half;
}
