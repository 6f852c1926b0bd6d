import type { ReactNode } from 'react';

export const fieldLook = 'min-h-target w-full border border-rule-strong bg-raised px-2.5 text-ink';

/** A label over its control, and a hint under it (the control names the hint by `${id}-hint`). */
export function Field({
  id,
  label,
  hint,
  children,
}: {
  id: string;
  label: string;
  hint?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm text-soft">
        {label}
      </label>
      {children}
      {hint && (
        <span id={`${id}-hint`} className="text-xs text-soft">
          {hint}
        </span>
      )}
    </div>
  );
}
