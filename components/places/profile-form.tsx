import { useTranslations } from 'next-intl';
import { type ProfileId, profileIds } from '@/lib/routing/profiles';
import { Field, fieldLook } from '../route/field';

/** How the reader moves, as a form for browsers without scripts: its page answers for that person. */
export function ProfileForm({ action, profile = 'walk' }: { action: string; profile?: ProfileId }) {
  const t = useTranslations('PlaceForMe');
  const words = useTranslations('RouteForm');
  return (
    <form action={action} method="get" className="flex flex-wrap items-end gap-3">
      <Field id="profile" label={t('who')}>
        <select id="profile" name="profile" defaultValue={profile} className={fieldLook}>
          {profileIds.map((id) => (
            <option key={id} value={id}>
              {words(`profiles.${id}`)}
            </option>
          ))}
        </select>
      </Field>
      <button type="submit" className="min-h-target bg-cinnabar px-6 text-on-cinnabar hover:brightness-110">
        {t('show')}
      </button>
    </form>
  );
}
