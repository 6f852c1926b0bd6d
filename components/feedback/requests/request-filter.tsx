import Form from 'next/form';
import { useLocale, useTranslations } from 'next-intl';
import { FollowingSelect } from '@/components/ui/following-field';
import { AutoSubmit } from '@/components/walks/auto-submit';
import { NEAR_METERS, type RequestsQuery } from '@/lib/feedback/requests-query';
import { formatDistance } from '@/lib/i18n/format';

type Option = readonly [value: string, label: string];

/** The filter as a plain GET form: works without scripts; with them a change is enough. */
export function RequestFilter({
  query,
  kinds,
  districts,
}: {
  query: RequestsQuery;
  kinds: readonly Option[];
  /** Those something was said about. */
  districts: readonly Option[];
}) {
  const t = useTranslations('RequestsPage');
  const locale = useLocale();
  return (
    <Form
      action={`/${locale}/feedback/requests`}
      scroll={false}
      aria-label={t('filter')}
      className="flex flex-col gap-4"
    >
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 *:first:col-span-2 sm:grid-cols-3 sm:*:first:col-span-1">
        <Choice name="kind" label={t('kind')} value={query.kind} any={t('any')} options={kinds} />
        {districts.length > 0 && (
          <Choice
            name="district"
            label={t('district')}
            value={query.district}
            any={t('any')}
            options={districts}
          />
        )}
        <Choice
          name="status"
          label={t('status')}
          value={query.status}
          any={t('any')}
          options={[
            ['open', t('open')],
            ['closed', t('closed')],
          ]}
        />
      </div>
      {query.near && (
        <label className="flex min-h-target items-center gap-2.5">
          <input
            type="checkbox"
            name="near"
            value={query.near.join(',')}
            defaultChecked
            className="size-5 shrink-0 accent-cinnabar"
          />
          {t('near', { distance: formatDistance(locale, NEAR_METERS) })}
        </label>
      )}
      <div className="flex flex-wrap items-center gap-x-5">
        {/* The page's own action is another one. */}
        <AutoSubmit label={t('show')} className="border border-rule-strong bg-raised text-ink" />
        <a href={`/${locale}/feedback/requests`} className="flex min-h-target items-center">
          {t('clear')}
        </a>
      </div>
    </Form>
  );
}

function Choice({
  name,
  label,
  value = '',
  any,
  options,
}: {
  name: string;
  label: string;
  value: string | undefined;
  any: string;
  options: readonly Option[];
}) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={`filter-${name}`} className="text-sm text-soft">
        {label}
      </label>
      <FollowingSelect
        id={`filter-${name}`}
        name={name}
        value={value}
        className="min-h-target w-full border border-rule-strong bg-raised px-2.5 text-ink"
      >
        <option value="">{any}</option>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </FollowingSelect>
    </div>
  );
}
