import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { deskLocale } from '@/app/_desk/desk-guard';
import { deskMetadata } from '@/app/_desk/desk-metadata';
import { readNotice } from '@/app/_desk/desk-notice';
import { controlOf, DeskField, inputLook } from '@/components/desk/desk-field';
import { DeskShell } from '@/components/desk/desk-shell';
import { primaryLook } from '@/components/desk/looks';

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<'/[locale]/desk/sign-in/code'>): Promise<Metadata> {
  const locale = deskLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: 'Desk' });
  return deskMetadata(locale, t('code.title'), await searchParams);
}

/** Second factor: a code of the app, or a backup code. */
export default async function CodePage({ params, searchParams }: PageProps<'/[locale]/desk/sign-in/code'>) {
  const locale = deskLocale((await params).locale);
  const [t, address] = await Promise.all([getTranslations('Desk'), searchParams]);
  const notice = readNotice(address);
  const fault = notice.field === 'code' && notice.fault ? t(`faults.${notice.fault}`) : undefined;
  const hint = t('code.hint');
  return (
    <DeskShell locale={locale} path="/desk/sign-in/code" notice={notice}>
      <div className="mx-auto max-w-md">
        <h1 className="text-3xl">{t('code.title')}</h1>
        <form action={`/${locale}/desk/sign-in/code/send`} method="post" className="mt-6 flex flex-col gap-5">
          <DeskField id="code" label={t('code.label')} hint={hint} fault={fault}>
            <input
              {...controlOf('code', { hint, fault })}
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={20}
              required
              className={`${inputLook} max-w-60 font-mono text-xl tracking-widest`}
            />
          </DeskField>
          <button type="submit" className={primaryLook}>
            {t('code.submit')}
          </button>
        </form>
        <p className="mt-4">
          <a href={`/${locale}/desk/sign-in`} className="inline-flex min-h-target items-center">
            {t('code.restart')}
          </a>
        </p>
      </div>
    </DeskShell>
  );
}
