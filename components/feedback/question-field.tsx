import { chosenKeys } from '@/lib/feedback/kind';
import type { LocalKind, LocalQuestion } from '@/lib/feedback/local-kind';
import { fieldLook } from '../route/field';
import { FieldFault } from './error-summary';
import { fieldId, type ShownFault } from './fault-text';
import { ChoiceGroup, ChoiceRow, LabelHeading } from './step-heading';

/** One question of the kind, by its datatype. A value's notice shows as soon as it is chosen, by style alone, so that it needs no script. */
export function QuestionField({
  kind,
  question,
  typed,
  faults,
}: {
  kind: LocalKind;
  question: LocalQuestion;
  typed: string | readonly string[] | undefined;
  faults: readonly ShownFault[];
}) {
  const field = `answers.${question.code}`;
  const title = question.description;
  const isOptional = !question.required;
  const fault = <FieldFault field={field} faults={faults} kind={kind} />;
  const describedBy = [
    question.hint && `${fieldId(field)}-hint`,
    faults.length > 0 && `${fieldId(field)}-fault`,
  ]
    .filter(Boolean)
    .join(' ');
  const common = {
    id: fieldId(field),
    name: field,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': faults.length > 0 || undefined,
  };
  const text = chosenKeys(typed)[0] ?? '';
  switch (question.datatype) {
    case 'singlevaluelist':
    case 'multivaluelist':
      return (
        <ChoiceGroup title={title} field={field} hint={question.hint} isOptional={isOptional}>
          {fault}
          {question.values.map(({ key, name, notice }) => (
            <ChoiceRow
              key={key}
              type={question.datatype === 'multivaluelist' ? 'checkbox' : 'radio'}
              name={field}
              value={key}
              isChosen={chosenKeys(typed).includes(key)}
              title={name}
            >
              {notice && (
                <p className="ms-9 mb-3 hidden border-s-4 border-amber bg-paper py-2 ps-3 in-[:has(>label>input:checked)]:block">
                  {notice}
                </p>
              )}
            </ChoiceRow>
          ))}
        </ChoiceGroup>
      );
    case 'text':
      return (
        <>
          <LabelHeading title={title} field={field} hint={question.hint} isOptional={isOptional} />
          {fault}
          <textarea {...common} rows={5} defaultValue={text} className={`${fieldLook} mt-4 py-2`} />
        </>
      );
    case 'number':
    case 'string':
      return (
        <>
          <LabelHeading title={title} field={field} hint={question.hint} isOptional={isOptional} />
          {fault}
          <input
            {...common}
            type="text"
            inputMode={question.datatype === 'number' ? 'decimal' : 'text'}
            defaultValue={text}
            className={`${fieldLook} mt-4 ${question.datatype === 'number' ? 'max-w-40' : ''}`}
          />
        </>
      );
    case 'datetime':
      return (
        <>
          <LabelHeading title={title} field={field} hint={question.hint} isOptional={isOptional} />
          {fault}
          <input
            {...common}
            type="datetime-local"
            defaultValue={text.replace(/:00\+08:00$/, '')}
            className={`${fieldLook} mt-4 max-w-72`}
          />
        </>
      );
  }
}
