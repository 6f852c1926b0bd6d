import { type MouseEvent, useEffect, useEffectEvent, useState } from 'react';

/**
 * A page's question as it stands in its address: the server answered the first one, every later one is answered here. `merge` is asked once, when
 * the scripts begin, what the question becomes with what is kept on the device; undefined leaves it.
 */
export function useQuestion(firstSearch: string, merge: (search: string) => string | undefined) {
  const [search, setSearch] = useState(firstSearch);
  const [isLive, setIsLive] = useState(false);

  /** Takes a new question; `isStep` makes it a step one can go back from. */
  function change(next: string, isStep: boolean) {
    setSearch(next);
    const address = `${location.pathname}${next && `?${next}`}`;
    if (isStep) history.pushState(history.state, '', address);
    else history.replaceState(history.state, '', address);
  }

  const begin = useEffectEvent(() => {
    setIsLive(true);
    // The address of now: the form may have been filled in before the scripts ran.
    const now = location.search.slice(1);
    const merged = merge(now);
    if (merged !== undefined && merged !== now) change(merged, false);
  });
  useEffect(() => {
    begin();
    const onHistory = () => setSearch(location.search.slice(1));
    addEventListener('popstate', onHistory);
    return () => removeEventListener('popstate', onHistory);
  }, []);
  return { search, isLive, change };
}

/** The parts of an address, a repeated one as all its values. */
export function paramsOf(search: string): Record<string, string[]> {
  const params = new URLSearchParams(search);
  return Object.fromEntries([...params.keys()].map((name) => [name, params.getAll(name)]));
}

/** Answers links into the same page here; `follow` takes the address they ask for. Links marked `data-server` go to the server. */
export function followHere(event: MouseEvent, follow: (search: string) => void) {
  const link = (event.target as Element).closest?.('a');
  if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const url = new URL(link.href, location.href);
  if (
    url.pathname !== location.pathname ||
    url.search === location.search ||
    link.dataset.server !== undefined
  )
    return;
  event.preventDefault();
  follow(url.search.slice(1));
}
