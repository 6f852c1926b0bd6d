import Form from 'next/form';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Place, Station } from '@/lib/places/schema';
import { profileIds, profiles, unknownPolicies } from '@/lib/routing/profiles';
import {
  formatRouteEnd,
  preferences,
  type RouteEnd,
  type RouteQuery,
  sliders,
} from '@/lib/routing/route-query';

const fieldLook = 'min-h-target w-full border border-rule-strong bg-raised px-2.5 text-ink';

/** The question as a plain GET form: works without JavaScript, and its answer is an address that can be shared. */
export function RouteForm({
  query,
  places,
  stations,
}: {
  query: RouteQuery;
  places: readonly Place[];
  stations: readonly Station[];
}) {
  const t = useTranslations('RouteForm');
  const locale = useLocale();
  const { from, to, profile, prefer, minute, changes } = query;
  const own = profiles[profile];
  const swapped = new URLSearchParams({ profile, prefer });
  if (to) swapped.set('from', formatRouteEnd(to));
  if (from) swapped.set('to', formatRouteEnd(from));
  return (
    <Form action={`/${locale}/route`} scroll={false} className="flex flex-col gap-4" aria-label={t('label')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <EndChoice name="from" end={from} places={places} stations={stations} />
        <EndChoice name="to" end={to} places={places} stations={stations} />
        <Field id="profile" label={t('profile')}>
          <select id="profile" name="profile" key={profile} defaultValue={profile} className={fieldLook}>
            {profileIds.map((id) => (
              <option key={id} value={id}>
                {t(`profiles.${id}`)}
              </option>
            ))}
          </select>
        </Field>
        <Field id="prefer" label={t('prefer')}>
          <select id="prefer" name="prefer" key={prefer} defaultValue={prefer} className={fieldLook}>
            {preferences.map((preference) => (
              <option key={preference} value={preference}>
                {t(`prefers.${preference}`)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <details open={minute !== undefined || Object.keys(changes).length > 0 ? true : undefined}>
        <summary className="inline-flex min-h-target items-center text-jade underline underline-offset-4">
          {t('more')}
        </summary>
        <div className="grid grid-cols-2 gap-4 pt-2 sm:grid-cols-3">
          <Field id="at" label={t('at')} hint={t('atHint')}>
            <input
              id="at"
              name="at"
              type="time"
              aria-describedby="at-hint"
              defaultValue={minute === undefined ? '' : clockOf(minute)}
              className={fieldLook}
            />
          </Field>
          {(Object.keys(sliders) as (keyof typeof sliders)[]).map((name) => {
            const { field, least, most, scale } = sliders[name];
            const changed = changes[field];
            const usual = own[field] / scale;
            return (
              <Field key={name} id={name} label={t(name)}>
                <input
                  id={name}
                  name={name}
                  type="number"
                  inputMode="decimal"
                  min={least}
                  max={most}
                  step={name === 'up' || name === 'down' ? 1 : 0.1}
                  placeholder={Number.isFinite(usual) ? String(Math.round(usual * 10) / 10) : ''}
                  defaultValue={changed === undefined ? '' : Math.round((changed / scale) * 10) / 10}
                  className={fieldLook}
                />
              </Field>
            );
          })}
          <Field id="unknown" label={t('unknown')}>
            <select id="unknown" name="unknown" defaultValue={changes.unknown ?? ''} className={fieldLook}>
              <option value="">{t('asProfile')}</option>
              {unknownPolicies.map((policy) => (
                <option key={policy} value={policy}>
                  {t(`unknowns.${policy}`)}
                </option>
              ))}
            </select>
          </Field>
        </div>
      </details>
      <div className="flex flex-wrap items-center gap-4">
        <button
          type="submit"
          className="min-h-target bg-cinnabar px-7 text-lg text-on-cinnabar hover:brightness-110"
        >
          {t('submit')}
        </button>
        {from && to && (
          <a href={`/${locale}/route?${swapped}`} className="flex min-h-target items-center">
            {t('swap')}
          </a>
        )}
      </div>
    </Form>
  );
}

const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function EndChoice({
  name,
  end,
  places,
  stations,
}: {
  name: 'from' | 'to';
  end: RouteEnd | undefined;
  places: readonly Place[];
  stations: readonly Station[];
}) {
  const t = useTranslations('RouteForm');
  const locale = useLocale();
  const value = end ? formatRouteEnd(end) : '';
  const byName = (a: { name: Place['name'] }, b: { name: Place['name'] }) =>
    a.name[locale].localeCompare(b.name[locale], locale);
  return (
    <Field id={name} label={t(name)}>
      <select id={name} name={name} key={value} defaultValue={value} required className={fieldLook}>
        <option value="">{t('choose')}</option>
        {end?.kind === 'position' && <option value={value}>{t('position', { position: value })}</option>}
        {(
          [
            ['place', places],
            ['station', stations],
          ] as const
        ).map(([kind, list]) => (
          <optgroup key={kind} label={t(`${kind}s`)}>
            {list.toSorted(byName).map(({ id, name: names }) => (
              <option key={id} value={`${kind}.${id}`}>
                {names[locale]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}

function Field({
  id,
  label,
  hint,
  children,
}: {
  id: string;
  label: string;
  hint?: string;
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
