import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { deskLocale, openDeskPage } from '@/app/_desk/desk-guard';
import { deskMetadata } from '@/app/_desk/desk-metadata';
import { oneOf } from '@/app/_desk/desk-notice';
import { DeskShell } from '@/components/desk/desk-shell';
import { panelLook, primaryLook, quietLook } from '@/components/desk/looks';
import { checkPass } from '@/lib/feedback/server/desk/pass';
import { readBackupCodes } from '@/lib/feedback/server/desk/sign-in';

export async function generateMetadata({
  params,
}: PageProps<'/[locale]/desk/backup-codes'>): Promise<Metadata> {
  const locale = deskLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: 'Desk' });
  return deskMetadata(locale, t('backup.title'));
}

/** The backup codes, for five minutes after enrolment. */
export default async function BackupCodesPage({
  params,
  searchParams,
}: PageProps<'/[locale]/desk/backup-codes'>) {
  const locale = deskLocale((await params).locale);
  const [t, address, { desk, session, actor }] = await Promise.all([
    getTranslations('Desk'),
    searchParams,
    openDeskPage(locale),
  ]);
  if (!checkPass(desk, actor.id, 'backup codes', oneOf(address.pass))) redirect(`/${locale}/desk`);
  const codes = await readBackupCodes(desk, actor.id);
  return (
    <DeskShell locale={locale} path="/desk/backup-codes" account={session.account} notice={{}}>
      <h1 className="text-3xl">{t('backup.title')}</h1>
      <p className="mt-3 max-w-prose text-soft">{t('backup.intro')}</p>
      <ol
        aria-label={t('backup.list')}
        className={`${panelLook} mt-6 grid max-w-md list-inside list-decimal gap-x-8 gap-y-1 font-mono text-lg sm:grid-cols-2`}
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p className="no-print mt-6 flex flex-wrap gap-3">
        <a href={`/${locale}/desk`} className={primaryLook}>
          {t('backup.go')}
        </a>
        <button type="button" data-print className={`${quietLook} [@media(scripting:none)]:hidden`}>
          {t('backup.print')}
        </button>
      </p>
    </DeskShell>
  );
}
