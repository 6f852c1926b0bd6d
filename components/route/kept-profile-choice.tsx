import { useTranslations } from 'next-intl';
import { type ProfileId, profileIds } from '@/lib/routing/profiles';
import { Field, fieldLook } from './field';
import { type KeptProfile, keepProfile } from './kept-profile';

/** How the reader moves, as kept on the device; another choice is kept at once. */
export function KeptProfileChoice({
  id,
  label,
  kept,
  onChange,
}: {
  id: string;
  label: string;
  kept: KeptProfile;
  onChange: (kept: KeptProfile) => void;
}) {
  const t = useTranslations('RouteForm');
  return (
    <Field id={id} label={label}>
      <select
        id={id}
        className={`${fieldLook} max-w-80`}
        value={kept.profile}
        onChange={({ target }) => {
          const next: KeptProfile = { profile: target.value as ProfileId, changes: {} };
          keepProfile(next);
          onChange(next);
        }}
      >
        {profileIds.map((profile) => (
          <option key={profile} value={profile}>
            {t(`profiles.${profile}`)}
          </option>
        ))}
      </select>
    </Field>
  );
}
