import type { LngLat } from '@/lib/geo/position';
import type { NamedEnd } from '@/lib/routing/route-query';

/** Something with a name that one can start from or go to. */
export interface EndChoice {
  kind: NamedEnd;
  /** As it stands in the address: `place.jiefangbei`. */
  value: string;
  name: string;
  position: LngLat;
  /** No drawn way is near enough to begin or end on. */
  isOffNetwork?: boolean;
}

/** Name of the end of a question, as shown in its field. */
export interface EndLabel {
  value: string;
  label: string;
}
