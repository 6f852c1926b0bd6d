/** Days somebody waited for a first answer; `isOver` is false while they still wait. */
export interface Wait {
  days: number;
  isOver: boolean;
}

/**
 * Days within which half had their first answer. Those who still wait count with the days they have waited so far (Kaplan and Meier's estimate): left out, they
 * would make a city look quick that answers only what is easy. Undefined where nothing is known: nobody waited, or more than half would still be waiting
 * after the longest wait. Where nobody waits any more it is the usual median.
 */
export function medianWait(waits: readonly Wait[]): number | undefined {
  const sorted = [...waits].sort((a, b) => a.days - b.days || Number(b.isOver) - Number(a.isOver));
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
