import { useTranslations } from 'next-intl';
import { profileIds, profiles, unknownPolicies } from '@/lib/routing/profiles';
import { preferences, type RouteQuery, type SliderName, sliders } from '@/lib/routing/route-query';
import { Field, fieldLook } from './field';

/** How one moves. Uncontrolled, so that without scripts the form sends what was chosen. */
export function ProfileChoice({ profile }: Pick<RouteQuery, 'profile'>) {
  const t = useTranslations('RouteForm');
  return (
    <Field id="profile" label={t('profile')}>
      <select id="profile" name="profile" key={profile} defaultValue={profile} className={fieldLook}>
        {profileIds.map((id) => (
          <option key={id} value={id}>
            {t(`profiles.${id}`)}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** What one would rather avoid. */
export function PreferenceChoice({ prefer }: Pick<RouteQuery, 'prefer'>) {
  const t = useTranslations('RouteForm');
  return (
    <Field id="prefer" label={t('prefer')}>
      <select id="prefer" name="prefer" key={prefer} defaultValue={prefer} className={fieldLook}>
        {preferences.map((preference) => (
          <option key={preference} value={preference}>
            {t(`prefers.${preference}`)}
          </option>
        ))}
      </select>
    </Field>
  );
}

const sliderNames = Object.keys(sliders) as SliderName[];
const stepOf = (name: SliderName) => (name === 'up' || name === 'down' ? 1 : 0.1);
const tidy = (value: number) => Math.round(value * 10) / 10;

/** The limits a person can move: numbers where the form is sent, sliders where every move is answered at once. */
export function LimitFields({
  query,
  isLive,
}: {
  query: Pick<RouteQuery, 'profile' | 'changes'>;
  isLive: boolean;
}) {
  const t = useTranslations('RouteForm');
  const { changes } = query;
  const own = profiles[query.profile];
  return (
    <div className="grid grid-cols-1 gap-4 pt-2 min-[24rem]:grid-cols-2">
      {sliderNames.map((name) => {
        const { field, least, most, scale } = sliders[name];
        const changed = changes[field];
        const usual = own[field] / scale;
        const shared = { id: name, name, min: least, max: most, step: stepOf(name) } as const;
        if (!isLive)
          return (
            <Field key={name} id={name} label={t(name)}>
              <input
                {...shared}
                type="number"
                inputMode="decimal"
                placeholder={Number.isFinite(usual) ? String(tidy(usual)) : ''}
                defaultValue={changed === undefined ? '' : tidy(changed / scale)}
                className={fieldLook}
              />
            </Field>
          );
        const shown = Math.min(most, tidy((changed ?? own[field]) / scale));
        const isUnlimited = changed === undefined && !Number.isFinite(usual);
        return (
          <Field key={name} id={name} label={`${t(name)}: ${isUnlimited ? t('noLimit') : shown}`}>
            <input
              {...shared}
              type="range"
              value={shown}
              // The form hears every move; React only has to know that somebody does.
              onChange={() => undefined}
              aria-valuetext={isUnlimited ? t('noLimit') : String(shown)}
              className="min-h-target w-full accent-cinnabar"
            />
          </Field>
        );
      })}
      <Field id="unknown" label={t('unknown')}>
        <select
          id="unknown"
          name="unknown"
          key={changes.unknown ?? ''}
          defaultValue={changes.unknown ?? ''}
          className={fieldLook}
        >
          <option value="">{t('asProfile')}</option>
          {unknownPolicies.map((policy) => (
            <option key={policy} value={policy}>
              {t(`unknowns.${policy}`)}
            </option>
          ))}
        </select>
      </Field>
    </div>
  );
}
