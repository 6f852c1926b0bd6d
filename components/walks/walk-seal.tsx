import { useLocale } from 'next-intl';
import { sealOf } from '@/lib/walks/measured-walk';
import type { Walk } from '@/lib/walks/schema';

/** The walk's seal: two characters in cinnabar. Decorative: its name stands beside it. */
export function WalkSeal({ walk, className = '' }: { walk: Walk; className?: string }) {
  const locale = useLocale();
  return (
    <span lang="zh" aria-hidden="true" className={`seal ${className}`}>
      {sealOf(walk, locale)}
    </span>
  );
}
