import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useEffectEvent, useRef } from 'react';
import {
  type CircleQuery,
  circleMinutes,
  formatCircleQuery,
  parseCircleQuery,
} from '@/lib/circle/circle-query';
import type { RideWithoutHours } from '@/lib/circle/unknown-hours';
import type { LngLat } from '@/lib/geo/position';
import { formatClock } from '@/lib/routing/route-query';
import type { EndChoice, EndLabel } from '../route/end-choice';
import { EndField } from '../route/end-field';
import { Field, fieldLook } from '../route/field';
import { Fold } from '../route/fold';
import { formParams, isBeingTyped, withoutUsual } from '../route/form-params';
import { LimitFields, ProfileChoice } from '../route/profile-fields';
import { TimeFields } from '../route/time-fields';
import { useLocate } from '../route/use-locate';
import { FollowingSelect } from '../ui/following-field';
import { UnknownHours } from './unknown-hours';

/** Names of the two starts in the address. */
export type StartName = 'from' | 'with';

const known = () => true;
const queryOf = (form: HTMLFormElement, changed?: HTMLInputElement): CircleQuery =>
  withoutUsual(parseCircleQuery(formParams(form, changed), known).query);

/** The question as a plain GET form: without scripts it is sent, with them every change is answered at once. */
export function CircleForm({
  query,
  labels,
  choices,
  isLive,
  sendsToServer,
  picking,
  unknownHours,
  onChange,
  onPosition,
  onPick,
}: {
  query: CircleQuery;
  labels: Record<StartName, EndLabel | undefined>;
  choices: readonly EndChoice[];
  isLive: boolean;
  /** The worker cannot answer: the form goes where it goes without scripts. */
  sendsToServer: boolean;
  picking: StartName | undefined;
  /** Of the circle that is shown: at which hours they run, nobody knows. */
  unknownHours: readonly RideWithoutHours[];
  onChange: (query: CircleQuery, isStep: boolean) => void;
  onPosition: (which: StartName, position: LngLat) => void;
  onPick: (which: StartName) => void;
}) {
  const t = useTranslations('CircleForm');
  const words = useTranslations('RouteForm');
  const locale = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const { state: locating, locate } = useLocate<StartName>(onPosition);
  const { start, other, profile, when, minute, minutes, direction } = query;

  // What was chosen before the scripts ran was heard by nobody.
  const hear = useEffectEvent(() => {
    if (!form.current) return;
    const chosen = queryOf(form.current);
    if (formatCircleQuery(chosen).toString() !== formatCircleQuery(query).toString()) onChange(chosen, false);
  });
  useEffect(() => hear(), []);

  function onFormChange(event: FormEvent<HTMLFormElement>) {
    const field = event.target as HTMLInputElement;
    // Not asked whether it is live: between the scripts' first work and the next rendering somebody may choose too.
    if (sendsToServer || isBeingTyped(field)) return;
    if (field.name === 'hour') return onChange(atHour(query, Number(field.value)), false);
    const next = queryOf(event.currentTarget, field);
    // Another way of moving begins with its own limits.
    if (next.profile !== profile) next.changes = {};
    onChange(next, false);
  }

  const startField = (which: StartName, isRequired: boolean) => {
    const state = locating[which];
    return (
      <EndField
        name={which}
        title={words(which === 'from' ? 'start' : 'with')}
        isRequired={isRequired}
        end={which === 'from' ? start : other}
        label={labels[which]}
        choices={choices}
        isLive={isLive}
        isPicking={picking === which}
        onChoose={(value) =>
          onChange(parseCircleQuery({ ...paramsOfQuery(query), [which]: value }, known).query, true)
        }
        onLocate={() => locate(which)}
        onPick={() => onPick(which)}
        status={state && words(state)}
      />
    );
  };
  return (
    <form
      ref={form}
      action={`/${locale}/circle`}
      method="get"
      aria-label={t('label')}
      className="flex flex-col gap-4"
      onChange={onFormChange}
      onSubmit={(event) => {
        if (!isLive || sendsToServer) return;
        event.preventDefault();
        onChange(queryOf(event.currentTarget), true);
      }}
    >
      {query.categories.map((category) => (
        <input key={category} type="hidden" name="category" value={category} />
      ))}
      <div className="grid gap-4 sm:grid-cols-2">
        {startField('from', true)}
        <ProfileChoice profile={profile} />
        <Field id="minutes" label={t('minutes')}>
          <FollowingSelect id="minutes" name="minutes" value={String(minutes)} className={fieldLook}>
            {circleMinutes.map((value) => (
              <option key={value} value={value}>
                {t('minutesValue', { minutes: value })}
              </option>
            ))}
          </FollowingSelect>
        </Field>
        <Field id="way" label={t('direction')}>
          <FollowingSelect id="way" name="way" value={direction} className={fieldLook}>
            {(['from', 'to'] as const).map((value) => (
              <option key={value} value={value}>
                {t(`directions.${value}`)}
              </option>
            ))}
          </FollowingSelect>
        </Field>
      </div>
      <fieldset className="min-w-0 noscript:hidden">
        <legend className="text-sm text-soft">{t('views')}</legend>
        <div className="flex flex-wrap gap-2 pt-1">
          {(['walk', 'child', 'elder', 'wheelchair'] as const).map((id) => (
            <button
              key={id}
              type="button"
              aria-pressed={profile === id}
              onClick={() => onChange({ ...query, profile: id, changes: {} }, false)}
              className="min-h-target cursor-pointer border border-rule-strong bg-raised px-4 hover:border-cinnabar aria-pressed:border-cinnabar aria-pressed:bg-cinnabar aria-pressed:text-on-cinnabar"
            >
              {words(`profiles.${id}`)}
            </button>
          ))}
        </div>
      </fieldset>
      {isLive && (
        <Field
          id="hour"
          label={t('hour', { hour: minute === undefined ? t('hourNow') : formatClock(minute) })}
        >
          <input
            id="hour"
            name="hour"
            type="range"
            min={0}
            max={23}
            step={1}
            value={minute === undefined ? new Date(Date.now() + 8 * 3_600_000).getUTCHours() : minute / 60}
            // The form hears every move; React only has to know that somebody does.
            onChange={() => undefined}
            aria-valuetext={minute === undefined ? t('hourNow') : formatClock(minute)}
            className="min-h-target w-full accent-cinnabar"
          />
        </Field>
      )}
      <UnknownHours rides={unknownHours} />
      <Fold title={words(`whens.${when}`)} isSet={when !== 'now'}>
        <TimeFields query={query} offered={['now', direction === 'to' ? 'arrive' : 'depart', 'any']} />
      </Fold>
      <LimitFields query={query} isLive={isLive} onReset={() => onChange({ ...query, changes: {} }, false)} />
      <Fold title={words('with')} isSet={other !== undefined}>
        <div className="pt-2">{startField('with', false)}</div>
      </Fold>
      <button
        type="submit"
        className="min-h-target self-start bg-cinnabar px-7 text-lg text-on-cinnabar hover:brightness-110"
      >
        {t('submit')}
      </button>
    </form>
  );
}

const paramsOfQuery = (query: CircleQuery): Record<string, string[]> => {
  const params = formatCircleQuery(query);
  return Object.fromEntries([...params.keys()].map((name) => [name, params.getAll(name)]));
};

/** The question at another hour of its day. */
const atHour = (query: CircleQuery, hour: number): CircleQuery => ({
  ...query,
  when: query.when === 'arrive' ? 'arrive' : 'depart',
  minute: hour * 60,
});
