import { useTranslations } from 'next-intl';
import { type Locale, localeNames, locales } from '@/lib/i18n/locales';
import { Icon } from '../ui/icon';
import { Menu } from '../ui/menu';

export function LanguageMenu({
  locale,
  path,
  search = '',
}: {
  locale: Locale;
  path: string;
  search?: string;
}) {
  const t = useTranslations('LanguageMenu');
  return (
    <Menu label={t('label', { language: localeNames[locale] })} icon={<Icon name="language" />}>
      <ul>
        {locales.map((other) => (
          <li key={other}>
            <a
              href={`/${other}${path}${search && `?${search}`}`}
              lang={other}
              hrefLang={other}
              aria-current={other === locale ? 'true' : undefined}
              className="flex min-h-target items-center whitespace-nowrap px-4 text-ink no-underline hover:bg-sunk aria-[current]:text-cinnabar"
            >
              {localeNames[other]}
            </a>
          </li>
        ))}
      </ul>
    </Menu>
  );
}
