import type { RequestState } from '@/lib/feedback/states';
import type { LngLat } from '@/lib/geo/position';
import type { Locale } from '@/lib/i18n/locales';

/** A published suggestion with the names a reader sees. */
export interface ShownRequest {
  reference: string;
  /** Name of the kind. */
  kind: string;
  /** Name of what stands there, or the address as typed. */
  place: string | undefined;
  district: string | undefined;
  position: LngLat | undefined;
  description: string;
  language: Locale;
  state: RequestState;
  receivedAt: number;
  /** Whole days from receipt to the first answer. */
  daysToAnswer: number | undefined;
  daysOpen: number;
  followers: number;
}
