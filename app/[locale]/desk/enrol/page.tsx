import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { renderSVG } from 'uqr';
import { deskLocale, readVisitor } from '@/app/_desk/desk-guard';
import { deskMetadata } from '@/app/_desk/desk-metadata';
import { readNotice } from '@/app/_desk/desk-notice';
import { controlOf, DeskField, inputLook } from '@/components/desk/desk-field';
import { DeskShell } from '@/components/desk/desk-shell';
import { primaryLook } from '@/components/desk/looks';
import { readEnrolment } from '@/lib/feedback/server/desk/sign-in';

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<'/[locale]/desk/enrol'>): Promise<Metadata> {
  const locale = deskLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: 'Desk' });
  return deskMetadata(locale, t('enrol.title'), await searchParams);
}

/** All an account without a second factor sees of the desk: how to get one. */
export default async function EnrolPage({ params, searchParams }: PageProps<'/[locale]/desk/enrol'>) {
  const locale = deskLocale((await params).locale);
  const [t, address, { desk, session }] = await Promise.all([
    getTranslations('Desk'),
    searchParams,
    readVisitor(),
  ]);
  if (session?.isOpen) redirect(`/${locale}/desk`);
  const enrolment = session && (await readEnrolment(desk, session));
  if (!enrolment) redirect(`/${locale}/desk/sign-in`);
  const notice = readNotice(address);
  const fault = notice.field === 'code' && notice.fault ? t(`faults.${notice.fault}`) : undefined;
  // Dark on light in every theme: many apps read no other.
  const qr = renderSVG(enrolment.uri, { ecc: 'M', border: 3, whiteColor: '#fffdf7', blackColor: '#1e2a2f' });
  return (
    <DeskShell locale={locale} path="/desk/enrol" notice={notice}>
      <div className="mx-auto max-w-3xl">
        <h1 className="text-3xl">{t('enrol.title')}</h1>
        <p className="mt-3 max-w-prose text-soft">{t('enrol.intro')}</p>
        <div className="mt-6 grid gap-8 sm:grid-cols-[14rem_minmax(0,1fr)]">
          <div>
            <h2 className="mb-2 text-lg">{t('enrol.scan')}</h2>
            <img
              src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
              alt={t('enrol.qr')}
              width={224}
              height={224}
              className="border border-rule"
            />
          </div>
          <div className="flex flex-col gap-6">
            <div>
              <h2 className="mb-1 text-lg">{t('enrol.secret')}</h2>
              <p className="break-words font-mono text-lg tracking-wider">
                {enrolment.secret.match(/.{1,4}/g)?.join(' ')}
              </p>
              <p className="text-sm text-soft">{t('enrol.secretHint')}</p>
            </div>
            <form action={`/${locale}/desk/enrol/send`} method="post" className="flex flex-col gap-4">
              <DeskField id="code" label={t('enrol.code')} fault={fault}>
                <input
                  {...controlOf('code', { fault })}
                  autoComplete="one-time-code"
                  inputMode="numeric"
                  maxLength={20}
                  required
                  className={`${inputLook} max-w-48 font-mono text-xl tracking-widest`}
                />
              </DeskField>
              <button type="submit" className={`${primaryLook} self-start`}>
                {t('enrol.submit')}
              </button>
            </form>
          </div>
        </div>
      </div>
    </DeskShell>
  );
}
