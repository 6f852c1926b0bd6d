import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { deskLocale, openDeskPage } from '@/app/_desk/desk-guard';
import { deskMetadata } from '@/app/_desk/desk-metadata';
import { readNotice, readPage } from '@/app/_desk/desk-notice';
import { DeskShell } from '@/components/desk/desk-shell';
import { Pager } from '@/components/desk/pager';
import { deskActions, deskSteps, isDeskRole, refusalReasons } from '@/lib/feedback/desk';
import { AUDIT_PAGE, listAudit } from '@/lib/feedback/server/desk/audit-log';
import { formatInstant } from '@/lib/i18n/format';

type Props = PageProps<'/[locale]/desk/audit'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = deskLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: 'Desk' });
  return deskMetadata(locale, t('audit.title'));
}

/** Who did what. */
export default async function AuditPage({ params, searchParams }: Props) {
  const locale = deskLocale((await params).locale);
  const [t, address, { desk, session, actor }] = await Promise.all([
    getTranslations('Desk'),
    searchParams,
    openDeskPage(locale, 'audit'),
  ]);
  const page = readPage(address);
  const { rows, count } = await listAudit(desk, actor, { page });
  const actionOf = (code: string) => {
    const action = deskActions.find((known) => known === code);
    return action ? t(`actions.${action}`) : code;
  };
  // Codes in words where there are some.
  const detailOf = ([name, value]: [string, string | number]) => {
    if (isDeskRole(value)) return t(`roles.${value}`);
    const reason = refusalReasons.find((code) => name === 'reason' && code === value);
    if (reason) return t(`reasons.${reason}`);
    const step = deskSteps.find((code) => name === 'step' && code === value);
    return step ? t(`update.steps.${step}`) : `${name} ${value}`;
  };
  const head = 'py-2 pe-4 text-start font-semibold';
  const cell = 'block sm:table-cell sm:py-2 sm:pe-4';
  return (
    <DeskShell locale={locale} path="/desk/audit" account={session.account} notice={readNotice(address)}>
      <h1 className="text-3xl">{t('audit.title')}</h1>
      <p className="mt-2 mb-6 max-w-prose text-soft">{t('audit.intro')}</p>
      {rows.length === 0 ? (
        <p className="border-y border-rule py-8 text-soft">{t('audit.empty')}</p>
      ) : (
        <table className="w-full border-y border-rule">
          <thead className="max-sm:sr-only">
            <tr>
              {(['time', 'who', 'what', 'which', 'detail'] as const).map((column) => (
                <th key={column} scope="col" className={head}>
                  {t(`audit.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className="block border-t border-rule py-3 align-top sm:table-row">
                <td className={`${cell} text-sm text-soft sm:whitespace-nowrap`}>
                  {formatInstant(locale, row.at)}
                </td>
                <td className={cell}>
                  {row.account ? (
                    <>
                      {row.account.name}
                      <span className="block text-sm text-soft">{row.account.email}</span>
                    </>
                  ) : (
                    t('audit.command')
                  )}
                </td>
                <td className={`${cell} font-semibold`}>{actionOf(row.action)}</td>
                <td className={cell}>
                  {row.reference && (
                    <a
                      href={`/${locale}/desk/${row.reference}`}
                      className="inline-flex min-h-target items-center whitespace-nowrap font-mono text-sm"
                    >
                      {row.reference}
                    </a>
                  )}
                </td>
                <td className={`${cell} text-sm text-soft`}>
                  {[...(row.target ? [row.target] : []), ...Object.entries(row.detail).map(detailOf)].join(
                    ' · ',
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pager
        page={page}
        count={count}
        size={AUDIT_PAGE}
        hrefOf={(target) => `/${locale}/desk/audit?page=${target}`}
      />
    </DeskShell>
  );
}
