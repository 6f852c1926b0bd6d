export interface Spread {
  p50Ms: number;
  p95Ms: number;
}

/** Microseconds are what the clock can tell apart. */
const rounded = (ms: number) => Math.round(ms * 1000) / 1000;

/** The values that half and nineteen in twenty of the times do not exceed. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN);
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

/** Times `run` once for each input, after `warmUp` runs that do not count. Nothing but `run` is between the two looks at the clock. */
export async function measure<T>(
  inputs: readonly T[],
  run: (input: T) => unknown,
  warmUp = Math.min(200, inputs.length),
): Promise<Spread> {
  for (const input of inputs.slice(0, warmUp)) await run(input);
  const times: number[] = [];
  for (const input of inputs) {
    const start = performance.now();
    const answer = run(input);
    // Waiting for what is already there would cost the engines that answer at once.
    if (answer instanceof Promise) await answer;
    times.push(performance.now() - start);
  }
  return spreadOf(times);
}
