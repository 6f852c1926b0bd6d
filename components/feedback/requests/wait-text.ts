import { useTranslations } from 'next-intl';
import { isWaiting } from '@/lib/feedback/states';
import type { ShownRequest } from './shown-request';

/** How long it has waited, or how long the answer took; nothing where a backend closed it without saying when. */
export function useWaitText(): (
  request: Pick<ShownRequest, 'state' | 'daysOpen' | 'daysToAnswer'>,
) => string | undefined {
  const t = useTranslations('RequestsPage');
  return ({ state, daysOpen, daysToAnswer }) => {
    if (isWaiting(state)) return t('waiting', { days: daysOpen });
    return daysToAnswer === undefined ? undefined : t('answered', { days: daysToAnswer });
  };
}
