import { languageOf } from '@/lib/i18n/language-of';

/** What stands there, called as somebody called it, and the district in the reader's language. */
export function PlaceName({ place, district }: { place: string | undefined; district: string | undefined }) {
  return (
    <>
      {place && <span lang={languageOf(place)}>{place}</span>}
      {place && district && ' · '}
      {district}
    </>
  );
}
