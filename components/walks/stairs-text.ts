import type { Stairs } from '@/lib/walks/measures';

type StairsKey = 'noStairs' | 'stepsCount' | 'stepsAtLeast' | 'stepsUncounted' | 'stepsUnsurveyed';
type Translate = (key: StairsKey, values: { count: number }) => string;

/** Stairs as known: none, counted, at least so many, uncounted, or a way nobody has surveyed. Never a guess. */
export function stairsText(t: Translate, { steps, uncountedMeters, unsurveyedMeters }: Stairs): string {
  const isWhole = uncountedMeters === 0 && unsurveyedMeters === 0;
  if (steps > 0) return t(isWhole ? 'stepsCount' : 'stepsAtLeast', { count: steps });
  if (isWhole) return t('noStairs', { count: 0 });
  return t(uncountedMeters > 0 ? 'stepsUncounted' : 'stepsUnsurveyed', { count: 0 });
}
