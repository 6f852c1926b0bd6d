import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { fieldId } from './fault-text';

/** Said beside a question that need not be answered; the others carry no mark. */
function OptionalMark() {
  const t = useTranslations('FeedbackForm');
  return <span className="ms-2 font-sans text-base whitespace-nowrap text-soft">{t('optionalMark')}</span>;
}

/** The question of a page, as its heading and as the legend of its choices. */
export function ChoiceGroup({
  title,
  field,
  hint,
  isOptional = false,
  children,
}: {
  title: string;
  field: string;
  hint?: ReactNode;
  isOptional?: boolean;
  children: ReactNode;
}) {
  return (
    <fieldset
      id={fieldId(field)}
      tabIndex={-1}
      aria-describedby={hint ? `${fieldId(field)}-hint` : undefined}
    >
      <legend>
        <h1 className="text-3xl break-normal">
          {title}
          {isOptional && ' '}
          {isOptional && <OptionalMark />}
        </h1>
      </legend>
      {hint && (
        <div id={`${fieldId(field)}-hint`} className="mt-2 max-w-prose text-soft">
          {hint}
        </div>
      )}
      <div className="mt-5">{children}</div>
    </fieldset>
  );
}

/** The question of a page as the label of its one field. */
export function LabelHeading({
  title,
  field,
  hint,
  isOptional = false,
}: {
  title: string;
  field: string;
  hint?: ReactNode;
  isOptional?: boolean;
}) {
  return (
    <>
      <h1 className="text-3xl break-normal">
        <label htmlFor={fieldId(field)}>
          {title}
          {isOptional && ' '}
          {isOptional && <OptionalMark />}
        </label>
      </h1>
      {hint && (
        <p id={`${fieldId(field)}-hint`} className="mt-2 max-w-prose text-soft">
          {hint}
        </p>
      )}
    </>
  );
}

/** One answer to choose: the whole row is the target. */
export function ChoiceRow({
  type,
  name,
  value,
  isChosen,
  title,
  text,
  children,
}: {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  isChosen: boolean;
  title: string;
  text?: string | undefined;
  children?: ReactNode;
}) {
  return (
    <div className="border-b border-rule has-checked:bg-raised">
      <label className="flex min-h-target cursor-pointer items-start gap-3 px-1 py-2.5 hover:bg-raised has-focus-visible:outline-3 has-focus-visible:-outline-offset-2 has-focus-visible:outline-cinnabar">
        <input
          type={type}
          name={name}
          value={value}
          defaultChecked={isChosen}
          className="mt-1 size-5 shrink-0 accent-cinnabar"
        />
        <span>
          <span className="block text-lg">{title}</span>
          {text && <span className="block text-soft">{text}</span>}
        </span>
      </label>
      {children}
    </div>
  );
}
