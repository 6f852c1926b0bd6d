import { canReach, type Draft, nextStep, type Step } from './draft';
import type { KindRules } from './kind';

/**
 * Where a draft stands: at the step asked for if it can stand there, else at the first that still waits. Others nearby may have said it already; only where
 * they have is there a page about it. The same in the browser and on the server, each with its own way to look.
 */
export async function settle<Similar>(
  draft: Draft,
  asked: string | null,
  { kinds, find }: { kinds: readonly KindRules[]; find: (draft: Draft) => Promise<readonly Similar[]> },
): Promise<{ draft: Draft; step: Step; similar: readonly Similar[] }> {
  const stepOf = (next: Draft) =>
    canReach(asked as Step, next, kinds) ? (asked as Step) : nextStep(next, kinds);
  if (stepOf(draft) !== 'known') return { draft, step: stepOf(draft), similar: [] };
  const similar = await find(draft);
  const settled = { ...draft, isAlone: similar.length === 0 };
  return { draft: settled, step: stepOf(settled), similar };
}
