import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { deskLocale, openDeskPage } from '@/app/_desk/desk-guard';
import { deskMetadata } from '@/app/_desk/desk-metadata';
import { readNotice, readPage } from '@/app/_desk/desk-notice';
import { DeskShell } from '@/components/desk/desk-shell';
import { quietLook } from '@/components/desk/looks';
import { Pager } from '@/components/desk/pager';
import { DEAD_PAGE, listDead, listUntold } from '@/lib/feedback/server/desk/dead-letters';
import { formatInstant } from '@/lib/i18n/format';

type Props = PageProps<'/[locale]/desk/dead-letters'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = deskLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: 'Desk' });
  return deskMetadata(locale, t('dead.title'), await searchParams);
}

/** What could not be told to the city, and why. */
export default async function DeadLettersPage({ params, searchParams }: Props) {
  const locale = deskLocale((await params).locale);
  const [t, address, { desk, session, actor }] = await Promise.all([
    getTranslations('Desk'),
    searchParams,
    openDeskPage(locale, 'deliver'),
  ]);
  const page = readPage(address);
  const [{ rows, count }, untold] = await Promise.all([
    listDead(desk, actor, { page }),
    listUntold(desk, actor),
  ]);
  return (
    <DeskShell
      locale={locale}
      path="/desk/dead-letters"
      account={session.account}
      notice={readNotice(address)}
    >
      <h1 className="text-3xl">{t('dead.title')}</h1>
      <p className="mt-2 mb-6 max-w-prose text-soft">{t('dead.intro')}</p>
      {rows.length === 0 ? (
        <p className="border-y border-rule py-8 text-soft">{t('list.empty')}</p>
      ) : (
        <ul className="divide-y divide-rule border-y border-rule">
          {rows.map((row) => (
            <li key={row.id} className="flex flex-wrap items-center gap-x-8 gap-y-3 py-4">
              <div className="min-w-0 flex-1 basis-72">
                <h2 className="text-lg">
                  <a href={`/${locale}/desk/${row.reference}`} className="font-mono text-ink">
                    {row.reference}
                  </a>{' '}
                  · {t(`deliveries.${row.kind}`)}
                </h2>
                <p lang={row.reason ? 'en' : undefined} className="font-mono text-sm text-cinnabar">
                  {row.reason ?? t('dead.noFault')}
                </p>
                <p className="text-sm text-soft">
                  {t('dead.attempts', { count: row.attempts })} · {formatInstant(locale, row.createdAt)}
                </p>
              </div>
              <form action={`/${locale}/desk/dead-letters/send`} method="post">
                <button type="submit" name="id" value={row.id} className={quietLook}>
                  {t('dead.again', { reference: row.reference })}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <Pager
        page={page}
        count={count}
        size={DEAD_PAGE}
        hrefOf={(target) => `/${locale}/desk/dead-letters?page=${target}`}
      />
      {untold.count > 0 && (
        <section id="untold" aria-labelledby="untold-title" className="mt-12">
          <h2 id="untold-title" className="text-2xl">
            {t('untold.title', { count: String(untold.count) })}
          </h2>
          <p className="mt-2 mb-6 max-w-prose text-soft">{t('untold.intro')}</p>
          <ul className="divide-y divide-rule border-y border-rule">
            {untold.rows.map((row) => (
              <li key={row.id} className="flex flex-wrap items-center gap-x-8 gap-y-3 py-4">
                <div className="min-w-0 flex-1 basis-72">
                  <h3 className="text-lg">
                    <a
                      href={`/${locale}/desk/${row.reference}`}
                      className="inline-flex min-h-target items-center font-mono text-ink"
                    >
                      {row.reference}
                    </a>{' '}
                    · {t(`deliveries.${row.kind}`)}
                  </h3>
                  <blockquote
                    lang="zh-CN"
                    className="my-2 select-all whitespace-pre-line border-s-4 border-jade ps-4 wrap-anywhere"
                  >
                    {row.words}
                  </blockquote>
                  <p className="text-sm text-soft">{formatInstant(locale, row.createdAt)}</p>
                </div>
                <form action={`/${locale}/desk/dead-letters/told`} method="post">
                  <button type="submit" name="id" value={row.id} className={quietLook}>
                    {t('untold.told', { reference: row.reference })}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
    </DeskShell>
  );
}
