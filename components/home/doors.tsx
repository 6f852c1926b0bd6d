import { useLocale, useTranslations } from 'next-intl';
import { Icon, type IconName } from '../ui/icon';

/** The four things one can do here. */
export function Doors() {
  const t = useTranslations('Doors');
  const locale = useLocale();
  const doors: { key: 'walk' | 'stepFree' | 'near' | 'tell'; href: string; icon: IconName }[] = [
    { key: 'walk', href: `/${locale}/walks`, icon: 'map' },
    { key: 'stepFree', href: `/${locale}/route?profile=wheelchair`, icon: 'wheelchair' },
    { key: 'near', href: `/${locale}/circle`, icon: 'train' },
    { key: 'tell', href: `/${locale}/feedback`, icon: 'speak' },
  ];
  return (
    <nav aria-label={t('label')}>
      <ul className="grid gap-px border border-rule bg-rule sm:grid-cols-2 lg:grid-cols-4">
        {doors.map(({ key, href, icon }) => (
          <li key={key} className="flex bg-raised">
            <a href={href} className="flex flex-1 gap-4 px-5 py-5 text-ink no-underline hover:bg-sunk">
              <Icon name={icon} className="mt-1 size-7 text-cinnabar" />
              <span>
                <span className="block font-heading text-xl">{t(`${key}.title`)}</span>
                <span className="mt-1 block text-soft">{t(`${key}.text`)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
