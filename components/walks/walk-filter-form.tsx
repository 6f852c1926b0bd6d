import Form from 'next/form';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import {
  climbLimits,
  dayTimes,
  kmLimits,
  sortOrders,
  stepFreeLevels,
  stepLimits,
  type WalkFilter,
} from '@/lib/walks/filter';
import { nightThemes, walkThemes } from '@/lib/walks/schema';
import { FollowingSelect } from '../ui/following-field';
import { AutoSubmit } from './auto-submit';

/** The filter as a plain GET form: works without JavaScript; with it, a change is enough. */
export function WalkFilterForm({ filter }: { filter: WalkFilter }) {
  const t = useTranslations('WalkFilterForm');
  const locale = useLocale();
  return (
    <Form action={`/${locale}/walks`} scroll={false} className="flex flex-col gap-5" aria-label={t('label')}>
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3 lg:grid-cols-6">
        <Choice
          name="km"
          label={t('km.label')}
          value={filter.km}
          any={t('any')}
          options={kmLimits.map((km) => [km, t('km.upTo', { km: Number(km) })])}
        />
        <Choice
          name="climb"
          label={t('climb.label')}
          value={filter.climb}
          any={t('any')}
          options={climbLimits.map((meters) => [meters, t('climb.upTo', { meters: Number(meters) })])}
        />
        <Choice
          name="steps"
          label={t('steps.label')}
          value={filter.steps}
          any={t('any')}
          options={stepLimits.map((steps) => [
            steps,
            steps === 'none' ? t('steps.none') : t('steps.upTo', { steps: Number(steps) }),
          ])}
        />
        <Choice
          name="stepfree"
          label={t('stepFree.label')}
          value={filter.stepFree}
          any={t('any')}
          options={stepFreeLevels.map((level) => [level, t(`stepFree.${level}`)])}
        />
        <Choice
          name="time"
          label={t('time.label')}
          value={filter.time}
          any={t('any')}
          options={dayTimes.map((time) => [time, t(`time.${time}`)])}
        />
        <Choice
          name="sort"
          label={t('sort.label')}
          value={filter.sort}
          options={sortOrders.map((order) => [order, t(`sort.${order}`)])}
        />
      </div>
      <div className="flex flex-wrap items-end gap-x-10 gap-y-4">
        <Chips legend={t('themes')}>
          {walkThemes.map((theme) => (
            <Chip key={theme} name="theme" value={theme} checked={filter.themes.includes(theme)}>
              {t(`theme.${theme}`)}
            </Chip>
          ))}
        </Chips>
        <Chips legend={t('nights')}>
          {nightThemes.map((night) => (
            <Chip key={night} name="night" value={night} checked={filter.night.includes(night)}>
              {t(`night.${night}`)}
            </Chip>
          ))}
        </Chips>
        <div className="flex flex-wrap items-center gap-4">
          <AutoSubmit label={t('show')} />
          <a href={`/${locale}/walks`} className="flex min-h-target items-center">
            {t('clear')}
          </a>
        </div>
      </div>
    </Form>
  );
}

function Choice({
  name,
  label,
  value,
  any,
  options,
}: {
  name: string;
  label: string;
  value: string | undefined;
  /** Words of the empty option; without it the first option is the usual one. */
  any?: string;
  options: (readonly [value: string, label: string])[];
}) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={`filter-${name}`} className="text-sm text-soft">
        {label}
      </label>
      <FollowingSelect
        id={`filter-${name}`}
        name={name}
        value={value ?? ''}
        className="min-h-target w-full border border-rule-strong bg-raised px-2.5 text-ink"
      >
        {any !== undefined && <option value="">{any}</option>}
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </FollowingSelect>
    </div>
  );
}

function Chips({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm text-soft">{legend}</legend>
      <div className="flex flex-wrap gap-2">{children}</div>
    </fieldset>
  );
}

function Chip({
  name,
  value,
  checked,
  children,
}: {
  name: string;
  value: string;
  checked: boolean;
  children: ReactNode;
}) {
  return (
    <label className="flex min-h-target cursor-pointer items-center gap-2 border border-rule-strong bg-raised px-3.5 has-checked:border-cinnabar has-checked:bg-cinnabar has-checked:text-on-cinnabar has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-cinnabar">
      <input
        key={String(checked)}
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={checked}
        className="sr-only"
      />
      {children}
    </label>
  );
}
