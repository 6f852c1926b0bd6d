import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Notice } from '@/lib/notices/notice';
import type { NetworkProblem } from '@/lib/routing/city-network';
import type { EngineReply } from './engine.worker';

/** An answer and the question it belongs to, as it stands in the address. */
export interface Answered<Reply> {
  search: string;
  reply?: Reply | undefined;
  /** Why there is none. */
  problem?: NetworkProblem | undefined;
  /** Those in force; undefined when they could not be read. */
  notices: readonly Notice[] | undefined;
}

/** The engine's answer to the question in the address; `first` is the server's. Only the newest question may answer. */
export function useAnswer<Reply>(
  search: string,
  first: Answered<Reply>,
  ask: () => Promise<EngineReply<Reply>> | undefined,
): Answered<Reply> {
  const [answered, setAnswered] = useState(first);
  const asked = useRef(first.search);
  const askNow = useEffectEvent(ask);
  useEffect(() => {
    if (asked.current === search) return;
    asked.current = search;
    const settle = (answer: Omit<Answered<Reply>, 'search'>) => {
      if (asked.current === search) setAnswered({ search, ...answer });
    };
    const question = askNow();
    if (!question) return settle({ notices: undefined });
    question.then(
      (said) =>
        settle(
          said.problem === undefined
            ? { reply: said.answer, notices: said.notices }
            : { problem: said.problem, notices: undefined },
        ),
      // A worker that does not start at all.
      () => settle({ problem: 'missing', notices: undefined }),
    );
  }, [search]);
  return answered;
}
