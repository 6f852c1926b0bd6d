import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import {
  type DeskAbility,
  type DeskDone,
  type DeskFault,
  type DeskRole,
  mayAtDesk,
} from '@/lib/feedback/desk';
import type { Locale } from '@/lib/i18n/locales';
import { DisplayMenu } from '../layout/display-menu';
import { LanguageMenu } from '../layout/language-menu';

const sections = [
  { name: 'requests', path: '/desk', ability: 'read' },
  { name: 'dead', path: '/desk/dead-letters', ability: 'deliver' },
  { name: 'blocks', path: '/desk/blocks', ability: 'block' },
  { name: 'accounts', path: '/desk/accounts', ability: 'accounts' },
  { name: 'audit', path: '/desk/audit', ability: 'audit' },
] as const satisfies { name: string; path: string; ability: DeskAbility }[];

/** Frame of the desk: plainer than the portal's, with what the role may open, and at its top what came of the last form. */
export function DeskShell({
  locale,
  path,
  account,
  notice,
  children,
}: {
  locale: Locale;
  path: string;
  /** Who is signed in; undefined before the desk is open. */
  account?: { name: string; role: DeskRole } | undefined;
  notice: { fault?: DeskFault; field?: string; done?: DeskDone };
  children: ReactNode;
}) {
  const t = useTranslations('Desk');
  const shell = useTranslations('PageShell');
  return (
    <>
      <a
        href="#main"
        className="absolute start-3 top-3 z-50 -translate-y-24 bg-raised px-4 py-2 shadow-card focus:translate-y-0"
      >
        {shell('skip')}
      </a>
      <header className="relative z-40 border-t-4 border-cinnabar border-b border-b-rule bg-paper">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-1 px-4 sm:gap-x-3 sm:px-6">
          <a
            href={`/${locale}/desk`}
            className="me-auto flex min-h-target items-center gap-2.5 py-2 text-ink no-underline"
          >
            <img src="/icons/mark.svg" alt="" width={34} height={34} />
            <span className="font-heading text-xl leading-none">
              渝步 <span className="text-base text-soft">{t('title')}</span>
            </span>
          </a>
          <DisplayMenu />
          <LanguageMenu locale={locale} path={path} />
          {account && (
            <form action={`/${locale}/desk/sign-out`} method="post">
              <button type="submit" className="min-h-target cursor-pointer px-2 text-jade underline">
                {t('signOut')}
              </button>
            </form>
          )}
        </div>
        {account && (
          <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 px-4 sm:px-6">
            <nav aria-label={t('navigation')} className="-mx-2.5 me-auto">
              <ul className="flex flex-wrap">
                {sections
                  .filter(({ ability }) => mayAtDesk(account.role, ability))
                  .map(({ name, path: target }) => (
                    <li key={name}>
                      <a
                        href={`/${locale}${target}`}
                        aria-current={
                          target === path
                            ? 'page'
                            : name === 'requests' && path.startsWith('/desk/YW')
                              ? 'true'
                              : undefined
                        }
                        className="flex min-h-target items-center border-b-2 border-transparent px-2.5 text-ink no-underline hover:border-rule-strong aria-[current]:border-cinnabar aria-[current]:text-cinnabar"
                      >
                        {t(`nav.${name}`)}
                      </a>
                    </li>
                  ))}
              </ul>
            </nav>
            <p className="py-2 text-sm text-soft">
              {t('signedIn', { name: account.name, role: t(`roles.${account.role}`) })}
            </p>
          </div>
        )}
      </header>
      <main id="main" tabIndex={-1} className="mx-auto max-w-6xl px-4 pt-6 pb-20 outline-none sm:px-6">
        {notice.fault && (
          <section
            id="problem"
            tabIndex={-1}
            aria-labelledby="problem-title"
            className="mb-8 border-4 border-cinnabar bg-raised px-5 py-4"
          >
            <h2 id="problem-title" className="text-xl">
              {t('problem')}
            </h2>
            <p className="mt-1">
              {notice.field && notice.field !== 'form' ? (
                <a href={`#${notice.field}`} className="inline-flex min-h-target items-center text-cinnabar">
                  {t(`faults.${notice.fault}`)}
                </a>
              ) : (
                t(`faults.${notice.fault}`)
              )}
            </p>
          </section>
        )}
        {notice.done && (
          <section
            id="done"
            tabIndex={-1}
            aria-label={t('done')}
            className="mb-8 border-s-4 border-jade bg-jade-wash px-5 py-3"
          >
            <p>{t(`said.${notice.done}`)}</p>
          </section>
        )}
        {children}
      </main>
      <footer className="border-t border-rule bg-sunk">
        <p className="mx-auto max-w-6xl px-4 py-4 sm:px-6">
          <a href={`/${locale}`} className="inline-flex min-h-target items-center">
            {t('portal')}
          </a>
        </p>
      </footer>
    </>
  );
}
