import { useTranslations } from 'next-intl';
import type { Locale } from '@/lib/i18n/locales';
import { DisplayMenu } from './display-menu';
import { LanguageMenu } from './language-menu';

const sections = ['walks', 'route', 'circle', 'places', 'feedback'] as const;

export function Header({ locale, path, search = '' }: { locale: Locale; path: string; search?: string }) {
  const t = useTranslations('Header');
  return (
    <header className="torn relative z-40 bg-paper">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-0.5 px-4 sm:gap-x-3 sm:px-6">
        <a
          href={`/${locale}`}
          className="me-auto flex min-h-target items-center gap-2.5 py-2 text-ink no-underline"
        >
          <img src="/icons/mark.svg" alt="" width={34} height={34} />
          <span className="brand-name font-heading text-xl leading-none">
            渝步 <span className="text-base text-soft max-[479px]:sr-only">YuWalk</span>
          </span>
        </a>
        <nav aria-label={t('navigation')} className="order-last -mx-2 w-full sm:order-none sm:mx-0 sm:w-auto">
          <ul className="flex flex-wrap">
            {sections.map((section) => {
              const isHere = path === `/${section}` || path.startsWith(`/${section}/`);
              return (
                <li key={section}>
                  <a
                    href={`/${locale}/${section}`}
                    aria-current={isHere ? (path === `/${section}` ? 'page' : 'true') : undefined}
                    className="flex min-h-target items-center border-b-2 border-transparent px-2.5 text-ink no-underline hover:border-rule-strong aria-[current]:border-cinnabar aria-[current]:text-cinnabar"
                  >
                    {t(section)}
                  </a>
                </li>
              );
            })}
          </ul>
        </nav>
        <label className="flex min-h-target cursor-pointer select-none items-center gap-2 px-0.5 sm:px-2 has-focus-visible:outline-3 has-focus-visible:outline-cinnabar">
          <input
            id="elder-switch"
            type="checkbox"
            autoComplete="off"
            className="size-5 shrink-0 accent-(--cinnabar) outline-none"
          />
          <span className="whitespace-nowrap">{t('elder')}</span>
        </label>
        <DisplayMenu />
        <LanguageMenu locale={locale} path={path} search={search} />
      </div>
    </header>
  );
}
