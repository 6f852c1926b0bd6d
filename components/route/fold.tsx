import { type ReactNode, useEffect, useRef, useState } from 'react';

/** A part of a form folded away. It opens by itself when something in it is set, and never closes on whoever is in it. */
export function Fold({ title, isSet, children }: { title: string; isSet: boolean; children: ReactNode }) {
  const fold = useRef<HTMLDetailsElement>(null);
  const [wasSet] = useState(isSet);
  useEffect(() => {
    if (isSet && fold.current) fold.current.open = true;
  }, [isSet]);
  return (
    <details ref={fold} open={wasSet || undefined}>
      <summary className="inline-flex min-h-target items-center text-jade underline underline-offset-4">
        {title}
      </summary>
      {children}
    </details>
  );
}
