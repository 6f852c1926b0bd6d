'use client';

import type { AbstractIntlMessages, Locale } from 'next-intl';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import type { WalkForMeProps } from './walk-for-me-live';

type Props = WalkForMeProps & { locale: Locale; messages: AbstractIntlMessages };

/** Brings the person's own answer when it comes into view; until then, and without scripts, the table below it answers. */
export function WalkForMeLoader(props: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const [Live, setLive] = useState<ComponentType<Props>>();
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        import('./walk-for-me-live').then(
          (loaded) => setLive(() => loaded.default),
          // Offline before it came: the table is the answer.
          () => undefined,
        );
      },
      { rootMargin: '300px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={holder} className="no-print min-h-44 noscript:hidden">
      {Live && <Live {...props} />}
    </div>
  );
}
