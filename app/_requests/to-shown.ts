import type { ShownRequest } from '@/components/feedback/requests/shown-request';
import { findDistrict } from '@/lib/feedback/districts';
import type { Kind } from '@/lib/feedback/kind';
import type { Published } from '@/lib/feedback/server/public/published';
import { wholeDays } from '@/lib/feedback/states';
import type { Locale } from '@/lib/i18n/locales';

/** A kind's name; its code where editors took it away. */
export const kindName = (kinds: readonly Kind[], code: string, locale: Locale): string =>
  kinds.find((kind) => kind.code === code)?.name[locale] ?? code;

/** A district's name; its code where it is none of the central city's. */
export const districtName = (code: string, locale: Locale): string => findDistrict(code)?.[locale] ?? code;

/** A published suggestion as a reader of this language sees it. */
export const toShown = (
  request: Published,
  { kinds, locale, now }: { kinds: readonly Kind[]; locale: Locale; now: number },
): ShownRequest => ({
  reference: request.reference,
  kind: kindName(kinds, request.kind, locale),
  place: request.address,
  district: request.district && districtName(request.district, locale),
  position: request.position,
  description: request.description,
  language: request.language,
  state: request.state,
  receivedAt: request.receivedAt,
  daysToAnswer:
    request.firstAnsweredAt === undefined
      ? undefined
      : wholeDays(request.firstAnsweredAt - request.receivedAt),
  daysOpen: wholeDays(now - request.receivedAt),
  followers: request.followers,
});
