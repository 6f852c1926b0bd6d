import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { deskLocale, readVisitor } from '@/app/_desk/desk-guard';
import { deskMetadata } from '@/app/_desk/desk-metadata';
import { readNotice } from '@/app/_desk/desk-notice';
import { controlOf, DeskField, inputLook } from '@/components/desk/desk-field';
import { DeskShell } from '@/components/desk/desk-shell';
import { primaryLook } from '@/components/desk/looks';

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<'/[locale]/desk/sign-in'>): Promise<Metadata> {
  const locale = deskLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: 'Desk' });
  return deskMetadata(locale, t('signIn.title'), await searchParams);
}

/** First factor: e-mail address and password. */
export default async function SignInPage({ params, searchParams }: PageProps<'/[locale]/desk/sign-in'>) {
  const locale = deskLocale((await params).locale);
  const [t, address, { session }] = await Promise.all([getTranslations('Desk'), searchParams, readVisitor()]);
  if (session?.isOpen) redirect(`/${locale}/desk`);
  return (
    <DeskShell locale={locale} path="/desk/sign-in" notice={readNotice(address)}>
      <div className="mx-auto max-w-md">
        <h1 className="text-3xl">{t('signIn.title')}</h1>
        <p className="mt-3 text-soft">{t('signIn.intro')}</p>
        <form action={`/${locale}/desk/sign-in/send`} method="post" className="mt-6 flex flex-col gap-5">
          <DeskField id="email" label={t('signIn.email')}>
            <input
              {...controlOf('email', {})}
              type="email"
              autoComplete="username"
              required
              className={inputLook}
            />
          </DeskField>
          <DeskField id="password" label={t('signIn.password')}>
            <input
              {...controlOf('password', {})}
              type="password"
              autoComplete="current-password"
              required
              className={inputLook}
            />
          </DeskField>
          <button type="submit" className={primaryLook}>
            {t('signIn.next')}
          </button>
        </form>
        <p className="mt-6 border-t border-rule pt-4 text-sm text-soft">{t('signIn.noAccount')}</p>
      </div>
    </DeskShell>
  );
}
