'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { LocalKind } from '@/lib/feedback/local-kind';
import { fieldId, formField, type ShownFault, useFaultText } from './fault-text';

/** What is wrong, at the top of the page, each line leading to its field. It takes the focus when it appears. */
export function ErrorSummary({
  faults,
  kind,
}: {
  faults: readonly ShownFault[];
  kind: LocalKind | undefined;
}) {
  const t = useTranslations('FeedbackForm');
  const say = useFaultText(kind);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby="error-summary"
      className="mb-6 border-4 border-cinnabar bg-raised px-5 py-4"
    >
      <h2 id="error-summary" className="text-xl">
        {t('errorTitle')}
      </h2>
      <ul className="mt-1">
        {faults.map((fault) => (
          <li key={`${fault.field} ${fault.fault} ${fault.name ?? ''}`}>
            <a
              href={`#${fieldId(fault.field)}`}
              className="inline-flex min-h-target items-center font-semibold text-cinnabar"
              onClick={(event) => {
                // The browser scrolls to a field; whoever types wants to be in it.
                const field = document.getElementById(fieldId(fault.field));
                if (!field) return;
                event.preventDefault();
                field.focus();
                field.scrollIntoView({ block: 'center' });
              }}
            >
              {say(fault)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same words beside the field. */
export function FieldFault({
  field,
  faults,
  kind,
}: {
  field: string;
  faults: readonly ShownFault[];
  kind: LocalKind | undefined;
}) {
  const say = useFaultText(kind);
  const own = faults.filter((fault) => formField(fault.field) === field);
  if (own.length === 0) return null;
  return (
    <p id={`${fieldId(field)}-fault`} className="mt-1 font-semibold text-cinnabar">
      {own.map(say).join(' ')}
    </p>
  );
}
