import { loadContent } from '@/lib/content/server/load-content';
import type { Locale } from '@/lib/i18n/locales';
import { type LocalService, type Service, toLocalService } from '../service';

const kept = new WeakMap<readonly Service[], Map<Locale, readonly LocalService[]>>();

/** All service points in the language of a reader; the same list for the same content, so that what is worked out for it is kept. */
export async function loadLocalServices(locale: Locale): Promise<readonly LocalService[]> {
  const { services } = await loadContent();
  const byLocale = kept.get(services) ?? new Map<Locale, readonly LocalService[]>();
  kept.set(services, byLocale);
  const list = byLocale.get(locale) ?? services.map((service) => toLocalService(service, locale));
  byLocale.set(locale, list);
  return list;
}
