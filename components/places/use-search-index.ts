import { useLocale } from 'next-intl';
import { useState } from 'react';
import type { SearchIndex } from '@/lib/places/search';
import { readSearchFile } from '@/lib/places/search-file';

/** What was asked for once on this page serves every field on it. */
const asked = new Map<string, Promise<SearchIndex>>();

function fetchIndex(locale: string): Promise<SearchIndex> {
  const known = asked.get(locale);
  if (known) return known;
  const promise = fetch(`/search/${locale}.json`).then(async (answer) => {
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
    return readSearchFile(await answer.json());
  });
  // What failed may be asked for again.
  promise.catch(() => asked.delete(locale));
  asked.set(locale, promise);
  return promise;
}

/** The names that can be searched, fetched when somebody begins to search. */
export function useSearchIndex(
  loadIndex: (() => Promise<SearchIndex>) | undefined,
  onUnavailable: (() => void) | undefined,
) {
  const locale = useLocale();
  const [index, setIndex] = useState<SearchIndex>();
  const [isUnavailable, setIsUnavailable] = useState(false);
  const load = () => {
    if (index) return;
    (loadIndex ?? (() => fetchIndex(locale)))().then(
      (loaded) => {
        setIndex(loaded);
        setIsUnavailable(false);
      },
      () => {
        setIsUnavailable(true);
        onUnavailable?.();
      },
    );
  };
  return { index, isUnavailable, load };
}
