'use client';

import { type ComponentType, useEffect, useRef, useState } from 'react';

/**
 * A part of a page that is fetched when it comes into view, and never where scripts do not run. What stands on the page beside it says the same for
 * everybody.
 */
export function LazyPart<Props extends object>({
  load,
  props,
  className = '',
}: {
  load: () => Promise<{ default: ComponentType<Props> }>;
  props: Props;
  className?: string;
}) {
  const holder = useRef<HTMLDivElement>(null);
  const [Part, setPart] = useState<ComponentType<Props>>();
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        load().then(
          (loaded) => setPart(() => loaded.default),
          // Offline before it came: the page beside it is the answer.
          () => undefined,
        );
      },
      { rootMargin: '300px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [load]);
  return (
    <div ref={holder} className={`no-print noscript:hidden ${className}`}>
      {Part && <Part {...props} />}
    </div>
  );
}
