type StepKey = 'noStairs' | 'stepsCount' | 'stepsAtLeast' | 'stepsUncounted';
type Translate = (key: StepKey, values: { count: number }) => string;

/** Steps as known: none, counted, at least so many, or stairs nobody has counted. Never a guess. */
export function stepsText(t: Translate, count: number, uncountedMeters: number): string {
  if (uncountedMeters === 0) return t(count === 0 ? 'noStairs' : 'stepsCount', { count });
  return t(count === 0 ? 'stepsUncounted' : 'stepsAtLeast', { count });
}
