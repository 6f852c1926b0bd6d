import { useTranslations } from 'next-intl';
import type { WalkFacts } from '@/lib/walks/schema';
import { Icon } from '../ui/icon';

/** Themes, evening themes, best hours and step-free access as one quiet line. */
export function WalkTags({ walk }: { walk: WalkFacts }) {
  const t = useTranslations('WalkTags');
  const words = useTranslations('WalkFilterForm');
  return (
    <ul className="mt-4 flex flex-wrap gap-x-5 gap-y-1 text-soft">
      <li>{walk.themes.map((theme) => words(`theme.${theme}`)).join(t('and'))}</li>
      {walk.night.length > 0 && (
        <li className="flex items-center gap-1.5">
          <Icon name="moon" className="size-4.5" />
          {walk.night.map((night) => words(`night.${night}`)).join(t('and'))}
        </li>
      )}
      <li className="flex items-center gap-1.5">
        <Icon name="clock" className="size-4.5" />
        {t('best', walk.best)}
      </li>
      <li className="flex items-center gap-1.5">
        <Icon name="wheelchair" className="size-4.5" />
        {t(`wheelchair.${walk.wheelchair ?? 'unknown'}`)}
      </li>
    </ul>
  );
}
