import { useLocale, useTranslations } from 'next-intl';
import { formatCode } from '@/lib/feedback/code';
import type { LocalKind } from '@/lib/feedback/local-kind';
import { formatInstant } from '@/lib/i18n/format';
import { canGo, type KeptReceipt, type Waiting } from './browser-store';

const linkLook =
  'inline-flex min-h-target cursor-pointer items-center text-jade underline underline-offset-4';

/** What this device still has to send, and what it has sent: the person sees both and may drop either. */
export function KeptHere({
  waiting,
  receipts,
  kinds,
  isSending,
  onSend,
  onDrop,
  onEdit,
  onForget,
}: {
  waiting: readonly Waiting[];
  receipts: readonly KeptReceipt[];
  kinds: readonly LocalKind[];
  isSending: boolean;
  onSend: () => void;
  onDrop: (key: string) => void;
  onEdit: (waiting: Waiting) => void;
  onForget: (reference: string) => void;
}) {
  const t = useTranslations('FeedbackForm');
  const locale = useLocale();
  const nameOf = (kind: string) => kinds.find(({ code }) => code === kind)?.name ?? kind;
  return (
    <>
      {waiting.length > 0 && (
        <section aria-labelledby="waiting" className="mb-8 border-s-4 border-amber bg-raised px-5 py-4">
          <h2 id="waiting" className="text-xl">
            {t('waiting.list')}
          </h2>
          <ul>
            {waiting.map((item) => (
              <li key={item.key} className="border-b border-rule py-2 last:border-0">
                <p>
                  {item.draft.kind && <strong>{nameOf(item.draft.kind)} · </strong>}
                  {t('waiting.written', { time: formatInstant(locale, item.writtenAt) })}
                </p>
                <p className="line-clamp-2 text-soft wrap-anywhere">{item.draft.description}</p>
                {item.isBlocked && <p className="text-cinnabar">{t('problems.blocked')}</p>}
                {!item.submission && <p>{t('waiting.unfinished')}</p>}
                {item.isTooLarge && <p className="text-cinnabar">{t('problems.tooLarge')}</p>}
                {item.faults && <p className="text-cinnabar">{t('waiting.faulty')}</p>}
                <div className="flex flex-wrap gap-x-6">
                  {!canGo(item) && (
                    <button type="button" className={linkLook} onClick={() => onEdit(item)}>
                      {t(item.submission ? 'waiting.edit' : 'waiting.goOn')}
                    </button>
                  )}
                  <button type="button" className={linkLook} onClick={() => onDrop(item.key)}>
                    {t(item.submission ? 'waiting.drop' : 'waiting.dropUnfinished')}
                  </button>
                </div>
              </li>
            ))}
          </ul>
          {waiting.some(canGo) && (
            <button
              type="button"
              disabled={isSending}
              className="mt-2 min-h-target cursor-pointer border border-rule-strong bg-paper px-5"
              onClick={onSend}
            >
              {t(isSending ? 'check.sending' : 'waiting.send')}
            </button>
          )}
        </section>
      )}
      {receipts.length > 0 && (
        <details className="mt-10 border-t border-rule pt-2">
          <summary className="inline-flex min-h-target cursor-pointer items-center">{t('sent.list')}</summary>
          <p className="text-soft">{t('receipt.keptHere')}</p>
          <ul>
            {receipts.map(({ reference, code, kind, receivedAt }) => (
              <li key={reference} className="flex flex-wrap items-center gap-x-6 border-b border-rule">
                <a
                  href={`/${locale}/feedback/track/${code}`}
                  className="inline-flex min-h-target grow items-center"
                >
                  {nameOf(kind)} · {formatInstant(locale, receivedAt)} · {formatCode(code)}
                </a>
                <button type="button" className={linkLook} onClick={() => onForget(reference)}>
                  {t('sent.forget')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
