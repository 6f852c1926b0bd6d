import { useTranslations } from 'next-intl';
import type { LocalService } from '@/lib/places/service';

/** What has no name, as many a toilet, is called what it is. */
export function useServiceName(): (service: LocalService | undefined) => string {
  const kinds = useTranslations('Services.kinds');
  const categories = useTranslations('Services.categories');
  return (service) =>
    service ? service.name || (service.kind ? kinds(service.kind) : categories(service.category)) : '';
}
