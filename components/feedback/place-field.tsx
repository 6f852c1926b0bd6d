import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Draft } from '@/lib/feedback/draft';
import { distanceMeters, type LngLat } from '@/lib/geo/position';
import { formatDistance } from '@/lib/i18n/format';
import type { MapPicture } from '@/lib/map/pictures';
import { parseRouteEnd } from '@/lib/routing/route-query';
import { MapView } from '../map/map-view';
import type { EndChoice } from '../route/end-choice';
import { EndField } from '../route/end-field';
import { fieldLook } from '../route/field';
import { useLocate } from '../route/use-locate';
import { FieldFault } from './error-summary';
import { fieldId, type ShownFault } from './fault-text';
import { ChoiceGroup, ChoiceRow } from './step-heading';

/** So far away something may stand and still be what the point is near to, metres. */
const NEAR_METERS = 600;
const NEAR_COUNT = 5;

/** The nearest things with a name around a point. */
export function nearestChoices(position: LngLat, choices: readonly EndChoice[]) {
  return choices
    .filter(({ kind }) => kind !== 'walk')
    .map((choice) => ({ choice, meters: distanceMeters(position, choice.position) }))
    .filter(({ meters }) => meters <= NEAR_METERS)
    .sort((a, b) => a.meters - b.meters)
    .slice(0, NEAR_COUNT);
}

/** A point as the fields hold it, and its name: what is nearest to it, or nothing. */
export function usePoint(choices: readonly EndChoice[]) {
  const t = useTranslations('FeedbackForm');
  const locale = useLocale();
  return (position: LngLat) => {
    const [near] = nearestChoices(position, choices);
    return {
      at: position.map((degrees) => degrees.toFixed(5)).join(','),
      position,
      name: near
        ? t('place.nearName', { name: near.choice.name, distance: formatDistance(locale, near.meters) })
        : '',
    };
  };
}

/** Where: by name, position or map; by an address as typed; or nowhere in particular. */
export function PlaceField({
  draft,
  faults,
  choices,
  picture,
  approval,
  needsPlace,
  isLive,
  onPoint,
}: {
  draft: Draft;
  faults: readonly ShownFault[];
  choices: readonly EndChoice[];
  picture: MapPicture;
  approval: string | undefined;
  needsPlace: boolean;
  isLive: boolean;
  onPoint: (at: string, position: LngLat, name: string) => void;
}) {
  const t = useTranslations('FeedbackForm');
  const words = useTranslations('RouteForm');
  const locale = useLocale();
  const [isPicking, setIsPicking] = useState(false);
  const pointOf = usePoint(choices);
  const setPosition = (position: LngLat) => {
    const { at, name } = pointOf(position);
    onPoint(at, position, name);
  };
  const { state, locate } = useLocate<'at'>((_, position) => setPosition(position));
  const label = draft.at
    ? { value: draft.at, label: draft.name || (draft.position ? words('point') : draft.at) }
    : undefined;
  const near = isLive && draft.position ? nearestChoices(draft.position, choices) : [];
  const fault = (field: string) => <FieldFault field={field} faults={faults} kind={undefined} />;
  return (
    <ChoiceGroup title={t('place.title')} field="how">
      {fault('how')}
      <ChoiceRow
        type="radio"
        name="how"
        value="point"
        // What most people want to say.
        isChosen={draft.how === 'point' || draft.how === ''}
        title={t('place.point')}
      >
        <div className="ms-9 mb-4 in-[:has(>label>input:not(:checked))]:not-noscript:hidden">
          {fault('at')}
          <div id={fieldId('at')} tabIndex={-1} className="max-w-xl">
            <EndField
              name="at"
              title={t('place.search')}
              isRequired={false}
              end={draft.at ? parseRouteEnd(draft.at) : undefined}
              label={label}
              choices={choices}
              isLive={isLive}
              isPicking={isPicking}
              onChoose={(value, entry) => {
                const choice = choices.find((candidate) => candidate.value === value);
                const found = choice ?? entry;
                const end = parseRouteEnd(value);
                if (found) onPoint(value, found.position, found.name);
                else if (end?.kind === 'position') onPoint(value, end.position, pointOf(end.position).name);
              }}
              onLocate={() => locate('at')}
              onPick={() => setIsPicking(!isPicking)}
              status={state.at && words(state.at)}
            />
            <input type="hidden" name="name" value={draft.name} />
          </div>
          {near.length > 0 && (
            <div className="mt-2 flex flex-wrap items-center gap-2">
              <span className="text-soft">{t('place.near')}</span>
              {near.map(({ choice, meters }) => (
                <button
                  key={choice.value}
                  type="button"
                  aria-pressed={draft.at === choice.value}
                  className="min-h-target cursor-pointer border border-rule-strong bg-raised px-3 text-sm hover:border-cinnabar aria-pressed:border-cinnabar aria-pressed:text-cinnabar"
                  onClick={() => onPoint(choice.value, choice.position, choice.name)}
                >
                  {choice.name} · {formatDistance(locale, meters)}
                </button>
              ))}
            </div>
          )}
          {isLive && (isPicking || draft.position) && (
            <MapView
              className="mt-3 mb-12 h-80"
              label={t('place.map')}
              {...picture}
              {...(draft.position && {
                focus: [
                  draft.position[0] - 0.003,
                  draft.position[1] - 0.0025,
                  draft.position[0] + 0.003,
                  draft.position[1] + 0.0025,
                ],
              })}
              approval={approval}
              points={
                draft.position
                  ? [
                      {
                        id: 'point',
                        name: draft.name || words('point'),
                        position: draft.position,
                        href: `#${fieldId('at')}`,
                      },
                    ]
                  : []
              }
              isPicking
              onPick={setPosition}
            />
          )}
        </div>
      </ChoiceRow>
      <ChoiceRow
        type="radio"
        name="how"
        value="address"
        isChosen={draft.how === 'address'}
        title={t('place.address')}
      >
        <div className="ms-9 mb-4 max-w-xl in-[:has(>label>input:not(:checked))]:not-noscript:hidden">
          <label htmlFor={fieldId('address')} className="text-sm text-soft">
            {t('place.addressLabel')}
          </label>
          {fault('address')}
          <input
            id={fieldId('address')}
            name="address"
            defaultValue={draft.address}
            autoComplete="street-address"
            className={`${fieldLook} mt-1`}
          />
        </div>
      </ChoiceRow>
      {!needsPlace && (
        <ChoiceRow
          type="radio"
          name="how"
          value="none"
          isChosen={draft.how === 'none'}
          title={t('place.none')}
        />
      )}
    </ChoiceGroup>
  );
}
