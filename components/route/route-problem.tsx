import { useTranslations } from 'next-intl';
import type { NetworkProblem } from '@/lib/routing/city-network';

const words: Record<NetworkProblem, 'missing' | 'damaged' | 'version'> = {
  missing: 'missing',
  'not-a-network': 'damaged',
  truncated: 'damaged',
  damaged: 'damaged',
  'newer-version': 'version',
  'older-version': 'version',
};

/** Why no answer can be given, and what one can do: nothing of the page is lost for it. */
export function RouteProblem({
  problem,
  search,
  isLive,
}: {
  problem: NetworkProblem;
  search: string;
  isLive: boolean;
}) {
  const t = useTranslations('RouteAnswer');
  return (
    <section role="alert" className="border-s-4 border-amber bg-raised px-5 py-3">
      <h2 className="text-2xl">{t('noAnswer')}</h2>
      <p>{t(`problems.${words[problem]}`)}</p>
      <p>{t('readable')}</p>
      <a href={`?${search}`} data-server="" className="inline-flex min-h-target items-center">
        {t(isLive ? 'askServer' : 'askAgain')}
      </a>
    </section>
  );
}
