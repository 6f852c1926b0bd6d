import type { ReactNode } from 'react';
import { formatCode } from '@/lib/feedback/code';
import type { Locale } from '@/lib/i18n/locales';

/** A plain form that does one thing to the suggestion of a code. */
export function ActionForm({
  locale,
  code,
  action,
  fields = {},
  className,
  children,
}: {
  locale: Locale;
  code: string;
  action: 'rate' | 'reopen' | 'remind' | 'withdraw' | 'silence' | 'erase';
  fields?: Record<string, string | number>;
  className?: string;
  children: ReactNode;
}) {
  return (
    <form
      action={`/${locale}/feedback/track/${formatCode(code)}/${action}`}
      method="post"
      className={className}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

export const mainButton =
  'min-h-target cursor-pointer bg-cinnabar px-7 text-lg text-on-cinnabar hover:brightness-110';
export const sideButton =
  'min-h-target cursor-pointer border border-rule-strong bg-raised px-5 hover:border-cinnabar';

/** The box for a person's own words. */
export function WordsField({
  id,
  label,
  hint,
  fault,
  typed,
  isRequired = false,
}: {
  id: string;
  label: string;
  hint?: string | undefined;
  fault: string | undefined;
  typed: string | undefined;
  isRequired?: boolean;
}) {
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className="max-w-2xl">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className="mt-1 border-s-4 border-cinnabar ps-3 font-semibold text-cinnabar">
          {fault}
        </p>
      )}
      <textarea
        id={id}
        name="reason"
        rows={4}
        required={isRequired}
        defaultValue={typed}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described || undefined}
        className="mt-1.5 block w-full border border-rule-strong bg-paper px-3 py-2 aria-invalid:border-cinnabar"
      />
    </div>
  );
}
