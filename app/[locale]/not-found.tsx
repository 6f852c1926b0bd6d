import { getLocale, getTranslations } from 'next-intl/server';
import { PageShell } from '@/components/layout/page-shell';
import { Drawing } from '@/components/ui/drawing';

export default async function NotFound() {
  const t = await getTranslations('NotFound');
  const locale = await getLocale();
  const ways = [
    { href: `/${locale}/walks`, label: t('walks') },
    { href: `/${locale}/places`, label: t('places') },
    { href: `/${locale}`, label: t('home') },
  ];
  return (
    <PageShell locale={locale} path="">
      <title>{t('title')}</title>
      <div className="mx-auto max-w-3xl px-4 pt-10 sm:px-6">
        <h1 className="text-4xl">{t('title')}</h1>
        <p className="mt-3 max-w-prose text-lg text-soft">{t('text')}</p>
        <ul className="mt-4">
          {ways.map(({ href, label }) => (
            <li key={href}>
              <a href={href} className="inline-flex min-h-target items-center text-lg">
                {label}
              </a>
            </li>
          ))}
        </ul>
        <Drawing name="stairs-card" width={600} height={338} className="mt-6 w-full" />
      </div>
    </PageShell>
  );
}
