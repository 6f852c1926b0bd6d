import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { deskLocale, openDeskPage } from '@/app/_desk/desk-guard';
import { deskMetadata } from '@/app/_desk/desk-metadata';
import { readNotice } from '@/app/_desk/desk-notice';
import { inputLook } from '@/components/desk/desk-field';
import { DeskShell } from '@/components/desk/desk-shell';
import { quietLook, tagLook } from '@/components/desk/looks';
import { deskRoles } from '@/lib/feedback/desk';
import { listAccounts } from '@/lib/feedback/server/desk/accounts';

type Props = PageProps<'/[locale]/desk/accounts'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = deskLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: 'Desk' });
  return deskMetadata(locale, t('accounts.title'), await searchParams);
}

/** Who may sign in, and as what. */
export default async function AccountsPage({ params, searchParams }: Props) {
  const locale = deskLocale((await params).locale);
  const [t, address, { desk, session, actor }] = await Promise.all([
    getTranslations('Desk'),
    searchParams,
    openDeskPage(locale, 'accounts'),
  ]);
  const accounts = await listAccounts(desk, actor);
  const action = `/${locale}/desk/accounts/change`;
  return (
    <DeskShell locale={locale} path="/desk/accounts" account={session.account} notice={readNotice(address)}>
      <h1 className="text-3xl">{t('accounts.title')}</h1>
      <p className="mt-2 mb-6 max-w-prose text-soft">{t('accounts.intro')}</p>
      <ul className="divide-y divide-rule border-y border-rule">
        {accounts.map(({ id, name, email, role, isEnrolled, isDisabled }) => (
          <li key={id} className="grid gap-x-8 gap-y-3 py-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
            <div className="min-w-0">
              <h2 className="text-lg">{name}</h2>
              <p className="text-soft">{email}</p>
              <p className="mt-2 flex flex-wrap gap-2">
                <span className={tagLook}>{t(`roles.${role}`)}</span>
                <span className={tagLook}>
                  {t(isEnrolled ? 'accounts.enrolled' : 'accounts.notEnrolled')}
                </span>
                {isDisabled && <span className={tagLook}>{t('accounts.disabled')}</span>}
                {id === actor.id && <span className={tagLook}>{t('accounts.you')}</span>}
              </p>
            </div>
            {id !== actor.id && (
              <div className="flex flex-col items-start gap-3">
                <form action={action} method="post" className="flex flex-wrap items-end gap-2">
                  <input type="hidden" name="id" value={id} />
                  <label className="flex flex-col text-sm text-soft">
                    {t('accounts.role', { name })}
                    <select name="role" defaultValue={role} className={`${inputLook} text-base`}>
                      {deskRoles.map((option) => (
                        <option key={option} value={option}>
                          {t(`roles.${option}`)}
                        </option>
                      ))}
                    </select>
                  </label>
                  <button type="submit" name="change" value="role" className={quietLook}>
                    {t('accounts.setRole', { name })}
                  </button>
                </form>
                <form action={action} method="post" className="flex flex-wrap gap-2">
                  <input type="hidden" name="id" value={id} />
                  {isEnrolled && (
                    <button type="submit" name="change" value="second-factor" className={quietLook}>
                      {t('accounts.reset', { name })}
                    </button>
                  )}
                  <button
                    type="submit"
                    name="change"
                    value={isDisabled ? 'enable' : 'disable'}
                    className={quietLook}
                  >
                    {t(isDisabled ? 'accounts.enable' : 'accounts.disable', { name })}
                  </button>
                </form>
              </div>
            )}
          </li>
        ))}
      </ul>
    </DeskShell>
  );
}
