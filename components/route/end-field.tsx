import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { SearchEntry } from '@/lib/places/search';
import { formatRouteEnd, namedEnds, type RouteEnd } from '@/lib/routing/route-query';
import { PlaceSearch } from '../places/place-search';
import { FollowingSelect } from '../ui/following-field';
import type { EndChoice, EndLabel } from './end-choice';
import { Field, fieldLook } from './field';

const chipLook =
  'inline-flex min-h-target cursor-pointer items-center px-1 text-sm text-jade underline underline-offset-4 aria-pressed:font-semibold aria-pressed:text-cinnabar';

interface EndFieldProps {
  name: string;
  title: string;
  isRequired?: boolean;
  end: RouteEnd | undefined;
  label: EndLabel | undefined;
  choices: readonly EndChoice[];
}

/** Where from or where to: by name, or from a list. Without scripts the list alone. */
export function EndField({
  name,
  title,
  isRequired = true,
  end,
  label,
  choices,
  isLive,
  isPicking,
  onChoose,
  onLocate,
  onPick,
  status,
}: EndFieldProps & {
  isLive: boolean;
  isPicking: boolean;
  onChoose: (value: string, entry?: SearchEntry) => void;
  onLocate: () => void;
  onPick: () => void;
  status: ReactNode;
}) {
  const t = useTranslations('RouteForm');
  const [isList, setIsList] = useState(false);
  const offNetwork = new Set(choices.flatMap(({ value, isOffNetwork }) => (isOffNetwork ? value : [])));
  const list = (
    <EndList name={name} title={title} isRequired={isRequired} end={end} label={label} choices={choices} />
  );
  if (!isLive)
    // Before scripts run the list holds the choice; it is seen only where they never will.
    return (
      <>
        <div className="hidden noscript:block">{list}</div>
        <div className="noscript:hidden" aria-hidden="true">
          <span className="text-sm text-soft">{title}</span>
          <span className={`${fieldLook} mt-1 flex items-center text-soft`}>{label?.label}</span>
          <span className="block min-h-target" />
        </div>
      </>
    );
  return (
    <div>
      {isList ? (
        list
      ) : (
        <PlaceSearch
          id={name}
          name={name}
          label={title}
          value={label}
          noteOf={(value) => (offNetwork.has(value) ? t('offNetworkNote') : undefined)}
          onChoose={onChoose}
          onUnavailable={() => setIsList(true)}
        />
      )}
      <div className="flex flex-wrap gap-x-4">
        <button type="button" className={chipLook} onClick={onLocate}>
          {t('myPosition')}
        </button>
        <button type="button" className={chipLook} aria-pressed={isPicking} onClick={onPick}>
          {t('onMap')}
        </button>
        <button type="button" className={chipLook} onClick={() => setIsList(!isList)}>
          {t(isList ? 'asSearch' : 'asList')}
        </button>
      </div>
      <div role="status" className="text-sm">
        {status}
      </div>
    </div>
  );
}

function EndList({ name, title, isRequired, end, label, choices }: EndFieldProps) {
  const t = useTranslations('RouteForm');
  const locale = useLocale();
  const value = end ? formatRouteEnd(end) : '';
  const byName = (a: EndChoice, b: EndChoice) => a.name.localeCompare(b.name, locale);
  return (
    <Field id={name} label={title}>
      <FollowingSelect id={name} name={name} value={value} required={isRequired} className={fieldLook}>
        <option value="">{t('choose')}</option>
        {end?.kind === 'position' && <option value={value}>{label?.label ?? value}</option>}
        {namedEnds.map((kind) => (
          <optgroup key={kind} label={t(`${kind}s`)}>
            {choices
              .filter((choice) => choice.kind === kind)
              .toSorted(byName)
              .map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.isOffNetwork ? `${choice.name} (${t('offNetworkNote')})` : choice.name}
                </option>
              ))}
          </optgroup>
        ))}
      </FollowingSelect>
    </Field>
  );
}
