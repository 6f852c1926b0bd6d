import { useTranslations } from 'next-intl';
import { formatClock, type RouteQuery, whens } from '@/lib/routing/route-query';
import { FollowingInput, FollowingSelect } from '../ui/following-field';
import { Field, fieldLook } from './field';

/** Now, a time of setting out or arriving, or any time. */
export function TimeFields({
  query,
  offered = whens,
}: {
  query: Pick<RouteQuery, 'when' | 'minute' | 'date'>;
  offered?: readonly RouteQuery['when'][];
}) {
  const t = useTranslations('RouteForm');
  const { when, minute, date } = query;
  return (
    <div className="grid gap-4 pt-2 sm:grid-cols-3">
      <Field id="when" label={t('when')}>
        <FollowingSelect id="when" name="when" value={when} className={fieldLook}>
          {offered.map((id) => (
            <option key={id} value={id}>
              {t(`whens.${id}`)}
            </option>
          ))}
        </FollowingSelect>
      </Field>
      <Field id="at" label={t('at')}>
        <FollowingInput
          id="at"
          name="at"
          type="time"
          value={minute === undefined ? '' : formatClock(minute)}
          className={fieldLook}
        />
      </Field>
      <Field id="on" label={t('on')} hint={t('onHint')}>
        <FollowingInput
          id="on"
          name="on"
          type="date"
          value={date ?? ''}
          aria-describedby="on-hint"
          className={fieldLook}
        />
      </Field>
    </div>
  );
}
