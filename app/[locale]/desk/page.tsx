import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { deskLocale, openDeskPage } from '@/app/_desk/desk-guard';
import { deskMetadata } from '@/app/_desk/desk-metadata';
import { oneOf, readNotice, readPage } from '@/app/_desk/desk-notice';
import { controlOf, DeskField, inputLook } from '@/components/desk/desk-field';
import { DeskShell } from '@/components/desk/desk-shell';
import { quietLook } from '@/components/desk/looks';
import { Pager } from '@/components/desk/pager';
import { QueueTabs } from '@/components/desk/queue-tabs';
import { RequestList } from '@/components/desk/request-list';
import { loadContent } from '@/lib/content/server/load-content';
import { isReference } from '@/lib/feedback/code';
import { deskQueues, mayAtDesk } from '@/lib/feedback/desk';
import { countQueues, findRequest, listRequests, REQUESTS_PAGE } from '@/lib/feedback/server/desk/requests';

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<'/[locale]/desk'>): Promise<Metadata> {
  const locale = deskLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: 'Desk' });
  return deskMetadata(locale, t('title'), await searchParams);
}

/** What waits at the desk. */
export default async function DeskPage({ params, searchParams }: PageProps<'/[locale]/desk'>) {
  const locale = deskLocale((await params).locale);
  const [t, address, { desk, session, actor }, { kinds }] = await Promise.all([
    getTranslations('Desk'),
    searchParams,
    openDeskPage(locale),
    loadContent(),
  ]);
  const typed = oneOf(address.reference).normalize('NFKC').trim().toUpperCase();
  if (isReference(typed) && (await findRequest(desk, actor, typed))) redirect(`/${locale}/desk/${typed}`);
  const notice = typed ? { fault: 'unknown-reference' as const, field: 'reference' } : readNotice(address);
  const fault = notice.field === 'reference' && notice.fault ? t(`faults.${notice.fault}`) : undefined;
  const page = readPage(address);
  const counts = await countQueues(desk, actor);
  // Without a wish, what waits for words, unless something waits to be looked at.
  const queue =
    deskQueues.find((name) => name === oneOf(address.queue)) ??
    (counts.moderation > 0 ? 'moderation' : 'answer');
  const { rows, count } = await listRequests(desk, actor, { queue, page });
  const names = new Map(kinds.map(({ code, name }) => [code, name[locale]]));
  const hint = t('list.findHint');
  return (
    <DeskShell locale={locale} path="/desk" account={session.account} notice={notice}>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <h1 className="text-3xl">{t('title')}</h1>
        <form action={`/${locale}/desk`} className="flex flex-wrap items-end gap-2">
          <DeskField id="reference" label={t('list.find')} hint={hint} fault={fault}>
            <input
              {...controlOf('reference', { hint, fault })}
              defaultValue={typed}
              maxLength={40}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              className={`${inputLook} font-mono`}
            />
          </DeskField>
          <button type="submit" className={quietLook}>
            {t('list.search')}
          </button>
        </form>
      </div>
      <div className="mt-6">
        <QueueTabs queue={queue} counts={counts} mayDeliver={mayAtDesk(actor.role, 'deliver')} />
      </div>
      <p className="mt-4 mb-3 max-w-prose text-soft">{t(`queueHints.${queue}`)}</p>
      <RequestList
        rows={rows.map((row) => ({
          ...row,
          kindName: names.get(row.kind) ?? t('list.unknownKind', { code: row.kind }),
        }))}
        queue={queue}
        now={Date.now()}
      />
      <Pager
        page={page}
        count={count}
        size={REQUESTS_PAGE}
        hrefOf={(target) => `/${locale}/desk?queue=${queue}&page=${target}`}
      />
    </DeskShell>
  );
}
