import { useTranslations } from 'next-intl';
import type { Draft } from '@/lib/feedback/draft';
import { kindGroups } from '@/lib/feedback/kind';
import type { LocalKind } from '@/lib/feedback/local-kind';
import { DESCRIPTION_LIMIT } from '@/lib/feedback/text';
import { fieldLook } from '../route/field';
import { FieldFault } from './error-summary';
import { fieldId, type ShownFault } from './fault-text';
import { ChoiceGroup, ChoiceRow, LabelHeading } from './step-heading';

/** What the suggestion is about. */
export function KindField({
  kinds,
  draft,
  faults,
}: {
  kinds: readonly LocalKind[];
  draft: Draft;
  faults: readonly ShownFault[];
}) {
  const t = useTranslations('FeedbackForm');
  return (
    <ChoiceGroup title={t('kind.title')} field="kind">
      <FieldFault field="kind" faults={faults} kind={undefined} />
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
        {kindGroups.map((group) => (
          <div key={group}>
            <h2 className="border-b-2 border-rule-strong pb-1 text-lg text-soft">
              {t(`kind.groups.${group}`)}
            </h2>
            {kinds
              .filter((kind) => kind.group === group)
              .map(({ code, name, description }) => (
                <ChoiceRow
                  key={code}
                  type="radio"
                  name="kind"
                  value={code}
                  isChosen={draft.kind === code}
                  title={name}
                  text={description}
                />
              ))}
          </div>
        ))}
      </div>
    </ChoiceGroup>
  );
}

/** The person's own words. */
export function DescribeField({
  kind,
  draft,
  faults,
  onType,
}: {
  kind: LocalKind | undefined;
  draft: Draft;
  faults: readonly ShownFault[];
  onType: (text: string) => void;
}) {
  const t = useTranslations('FeedbackForm');
  const notes = kind?.questions.filter(({ variable }) => !variable) ?? [];
  const isLong = draft.description.length > DESCRIPTION_LIMIT * 0.75;
  return (
    <>
      <LabelHeading title={t('describe.title')} field="description" hint={t('describe.hint')} />
      {notes.length > 0 && (
        <div className="mt-4 border-s-4 border-jade bg-raised px-4 py-2">
          <p className="font-semibold">{t('noteTitle')}</p>
          {notes.map(({ code, description }) => (
            <p key={code}>{description}</p>
          ))}
        </div>
      )}
      <FieldFault field="description" faults={faults} kind={undefined} />
      <textarea
        id={fieldId('description')}
        name="description"
        rows={8}
        defaultValue={draft.description}
        aria-describedby={`${fieldId('description')}-hint`}
        aria-invalid={faults.length > 0 || undefined}
        className={`${fieldLook} mt-4 py-2 text-lg`}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
      />
      <p role="status" className="text-sm text-soft">
        {isLong &&
          t('describe.count', { count: String(draft.description.length), limit: String(DESCRIPTION_LIMIT) })}
      </p>
    </>
  );
}
