import { anchors } from '@/lib/geo/city';
import { convertDatum, type Datum } from '@/lib/geo/datum';
import { distanceMeters, type LngLat } from '@/lib/geo/position';

/** Half of what the nearest two datums differ by here would still be 200 m; services are drawn to less. */
const FITS_METERS = 120;

/** What a list calls the anchors. */
const anchorNames: Readonly<Record<string, string>> = {
  解放碑: 'jiefangbei',
  洪崖洞: 'hongyadong',
  白象居: 'baixiangju',
  十八梯: 'shibati',
  李子坝: 'liziba',
};

/**
 * The datum in which a row named like one of the city's anchors lies where the anchor is, when that is not the one the list is said to be in.
 * @param position as the list has it, in degrees of its own datum
 */
export function otherDatumOf(
  { id, name }: { id?: string | undefined; name?: string | undefined },
  position: LngLat,
  said: Datum,
): Datum | undefined {
  const anchor = anchors.find((each) => each.id === id || each.id === anchorNames[name ?? '']);
  if (!anchor) return undefined;
  const isThere = (datum: Datum) =>
    distanceMeters(convertDatum(position, datum, 'wgs84'), anchor.position) <= FITS_METERS;
  return isThere(said) ? undefined : (['wgs84', 'gcj02', 'bd09'] as const).find(isThere);
}
