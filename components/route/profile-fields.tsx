import { useTranslations } from 'next-intl';
import { profileIds, profiles } from '@/lib/routing/profiles';
import {
  type ChoiceName,
  choices,
  preferences,
  type RouteQuery,
  type SliderName,
  sliders,
  wordOf,
} from '@/lib/routing/route-query';
import { FollowingSelect } from '../ui/following-field';
import { Field, fieldLook } from './field';
import { Fold } from './fold';

/** How one moves. Uncontrolled, so that without scripts the form sends what was chosen. */
export function ProfileChoice({ profile }: Pick<RouteQuery, 'profile'>) {
  const t = useTranslations('RouteForm');
  return (
    <Field id="profile" label={t('profile')}>
      <FollowingSelect id="profile" name="profile" value={profile} className={fieldLook}>
        {profileIds.map((id) => (
          <option key={id} value={id}>
            {t(`profiles.${id}`)}
          </option>
        ))}
      </FollowingSelect>
    </Field>
  );
}

/** What one would rather avoid. */
export function PreferenceChoice({ prefer }: Pick<RouteQuery, 'prefer'>) {
  const t = useTranslations('RouteForm');
  return (
    <Field id="prefer" label={t('prefer')}>
      <FollowingSelect id="prefer" name="prefer" value={prefer} className={fieldLook}>
        {preferences.map((preference) => (
          <option key={preference} value={preference}>
            {t(`prefers.${preference}`)}
          </option>
        ))}
      </FollowingSelect>
    </Field>
  );
}

const sliderNames = Object.keys(sliders) as SliderName[];
const choiceNames = Object.keys(choices) as ChoiceName[];
/** Words for the answers to each. */
const answersOf: Record<ChoiceName, 'taken' | 'kerbs' | 'grounds' | 'unknowns'> = {
  steps: 'taken',
  lifts: 'taken',
  escalators: 'taken',
  cableways: 'taken',
  kerb: 'kerbs',
  ground: 'grounds',
  unknown: 'unknowns',
};
const stepOf = (name: SliderName) => (name === 'up' || name === 'down' ? 1 : 0.1);
const tidy = (value: number) => Math.round(value * 10) / 10;

/** The limits a person can move: numbers where the form is sent, sliders where every move is answered at once. */
export function LimitFields({
  query,
  isLive,
  onReset,
}: {
  query: Pick<RouteQuery, 'profile' | 'changes'>;
  isLive: boolean;
  onReset: () => void;
}) {
  const t = useTranslations('RouteForm');
  const hasChanges = Object.keys(query.changes).length > 0;
  return (
    <Fold title={t('more')} isSet={hasChanges}>
      <Limits query={query} isLive={isLive} />
      {hasChanges && isLive && (
        <button
          type="button"
          className="inline-flex min-h-target cursor-pointer items-center text-jade underline underline-offset-4"
          onClick={({ currentTarget }) => {
            // The button goes with the changes; who pressed it stays where it was.
            currentTarget.closest('details')?.querySelector('summary')?.focus();
            onReset();
          }}
        >
          {t('reset')}
        </button>
      )}
      <p className="pt-2 text-xs text-soft noscript:hidden">{t('kept')}</p>
    </Fold>
  );
}

function Limits({ query, isLive }: { query: Pick<RouteQuery, 'profile' | 'changes'>; isLive: boolean }) {
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
          <Field
            key={name}
            id={name}
            label={t('slider', { name: t(name), value: isUnlimited ? t('noLimit') : String(shown) })}
          >
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
      {choiceNames.map((name) => {
        // One of them, so that their keys need not be told apart here.
        const answer = (word: string) => t(`${answersOf[name]}.${word}` as 'taken.yes');
        return (
          <Field key={name} id={name} label={t(name)}>
            <FollowingSelect id={name} name={name} value={wordOf(name, changes) ?? ''} className={fieldLook}>
              <option value="">{t('asProfile', { value: answer(wordOf(name, own) ?? '') })}</option>
              {Object.keys(choices[name].values).map((word) => (
                <option key={word} value={word}>
                  {answer(word)}
                </option>
              ))}
            </FollowingSelect>
          </Field>
        );
      })}
    </div>
  );
}
