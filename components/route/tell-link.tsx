import { useLocale, useTranslations } from 'next-intl';
import { formatPrefill } from '@/lib/feedback/format-prefill';
import { rideKinds } from '@/lib/routing/network';
import type { Barrier } from '@/lib/routing/route';

/** Leads from what is in the way to a suggestion about it: kind and place are already filled in. */
export function TellLink({ barrier }: { barrier: Barrier }) {
  const t = useTranslations('Barriers');
  const locale = useLocale();
  const { kind, violation, position, name } = barrier;
  const isLift = rideKinds.includes(kind) || violation === 'closed' || violation === 'outOfOrder';
  const query = formatPrefill({
    kind: isLift ? 'lifts-escalators' : 'steps-ramps',
    at: position.map((degrees) => degrees.toFixed(5)).join(','),
    ...(name && { name }),
    barrier: violation,
  });
  return (
    <a href={`/${locale}/feedback?${query}`} className="text-sm whitespace-nowrap">
      {t('tell')}
    </a>
  );
}
