import type { ReactNode } from 'react';
import { fieldLook } from '../route/field';

export const inputLook = `${fieldLook} aria-[invalid=true]:border-2 aria-[invalid=true]:border-cinnabar`;

/** What a control of a DeskField says of itself: its id and name, and by what it is described. */
export function controlOf(id: string, { hint, fault }: { hint?: unknown; fault?: string | undefined }) {
  const described = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ');
  return {
    id,
    name: id,
    ...(described && { 'aria-describedby': described }),
    ...(fault && { 'aria-invalid': true as const }),
  };
}

/** A label over its control, with a hint, and what is wrong with it. */
export function DeskField({
  id,
  label,
  hint,
  fault,
  children,
}: {
  id: string;
  label: ReactNode;
  hint?: string | undefined;
  fault?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className={`flex flex-col gap-1 ${fault ? 'border-s-4 border-cinnabar ps-3' : ''}`}>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint && (
        <span id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </span>
      )}
      {fault && (
        <span id={`${id}-fault`} className="font-semibold text-cinnabar">
          {fault}
        </span>
      )}
      {children}
    </div>
  );
}
