import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { deskLocale, openDeskPage } from '@/app/_desk/desk-guard';
import { deskMetadata } from '@/app/_desk/desk-metadata';
import { readNotice } from '@/app/_desk/desk-notice';
import { controlOf, DeskField, inputLook } from '@/components/desk/desk-field';
import { DeskShell } from '@/components/desk/desk-shell';
import { panelLook, primaryLook, quietLook } from '@/components/desk/looks';
import { BLOCK_TEXT_MAX } from '@/lib/feedback/desk';
import { blockDays, listBlocks } from '@/lib/feedback/server/desk/blocks';
import { readTyped, writerMark } from '@/lib/feedback/server/desk/typed';
import { formatInstant } from '@/lib/i18n/format';

type Props = PageProps<'/[locale]/desk/blocks'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = deskLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: 'Desk' });
  return deskMetadata(locale, t('blocks.title'), await searchParams);
}

/** Who and what is kept out. */
export default async function BlocksPage({ params, searchParams }: Props) {
  const locale = deskLocale((await params).locale);
  const [t, address, { desk, session, actor }] = await Promise.all([
    getTranslations('Desk'),
    searchParams,
    openDeskPage(locale, 'block'),
  ]);
  const notice = readNotice(address);
  const [blocks, typed] = await Promise.all([
    listBlocks(desk, actor),
    notice.typed ? readTyped(desk, actor, notice.typed) : ({} as Record<string, string>),
  ]);
  const faultOf = (field: string) =>
    notice.field === field && notice.fault ? t(`faults.${notice.fault}`) : undefined;
  const [wordsHint, reasonHint] = [t('blocks.wordsHint'), t('blocks.reasonHint')];
  return (
    <DeskShell locale={locale} path="/desk/blocks" account={session.account} notice={notice}>
      <h1 className="text-3xl">{t('blocks.title')}</h1>
      <p className="mt-2 mb-6 max-w-prose text-soft">{t('blocks.intro')}</p>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-10 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <section aria-labelledby="add" className={panelLook}>
          <h2 id="add" className="text-xl">
            {t('blocks.add')}
          </h2>
          <form action={`/${locale}/desk/blocks/add`} method="post" className="mt-3 flex flex-col gap-4">
            <input type="hidden" name="writer" value={writerMark(desk, actor)} />
            <DeskField id="words" label={t('blocks.words')} hint={wordsHint} fault={faultOf('words')}>
              <input
                {...controlOf('words', { hint: wordsHint, fault: faultOf('words') })}
                required
                maxLength={BLOCK_TEXT_MAX}
                defaultValue={typed.words}
                autoComplete="off"
                className={inputLook}
              />
            </DeskField>
            <DeskField id="reason" label={t('blocks.reason')} hint={reasonHint} fault={faultOf('reason')}>
              <input
                {...controlOf('reason', { hint: reasonHint, fault: faultOf('reason') })}
                required
                maxLength={BLOCK_TEXT_MAX}
                defaultValue={typed.reason}
                autoComplete="off"
                className={inputLook}
              />
            </DeskField>
            <DeskField id="days" label={t('blocks.days')} fault={faultOf('days')}>
              <select
                {...controlOf('days', { fault: faultOf('days') })}
                defaultValue={typed.days ?? '30'}
                className={inputLook}
              >
                {blockDays.map((days) => (
                  <option key={days} value={days}>
                    {t('blocks.forDays', { days })}
                  </option>
                ))}
              </select>
            </DeskField>
            <button type="submit" className={`${primaryLook} self-start`}>
              {t('blocks.submit')}
            </button>
          </form>
        </section>
        <section aria-labelledby="list">
          <h2 id="list" className="mb-3 text-xl">
            {t('blocks.list')}
          </h2>
          {blocks.length === 0 ? (
            <p className="border-y border-rule py-8 text-soft">{t('blocks.empty')}</p>
          ) : (
            <ul className="divide-y divide-rule border-y border-rule">
              {blocks.map((block) => {
                const what =
                  block.kind === 'words'
                    ? block.value
                    : t('blocks.kinds.sender', { hash: block.value.slice(0, 8) });
                return (
                  <li
                    key={block.id}
                    className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 py-3"
                  >
                    <div className="min-w-0">
                      <p className="font-semibold">{what}</p>
                      <p className="text-sm">{block.reason}</p>
                      <p className="text-sm text-soft">
                        {block.until === null
                          ? t('blocks.forever')
                          : t('blocks.until', { time: formatInstant(locale, block.until) })}{' '}
                        ·{' '}
                        {t('blocks.by', {
                          name: block.addedBy ?? t('blocks.unknown'),
                          time: formatInstant(locale, block.added_at),
                        })}
                      </p>
                    </div>
                    <form action={`/${locale}/desk/blocks/remove`} method="post">
                      <button type="submit" name="id" value={block.id} className={quietLook}>
                        {t('blocks.remove', { what })}
                      </button>
                    </form>
                  </li>
                );
              })}
            </ul>
          )}
        </section>
      </div>
    </DeskShell>
  );
}
