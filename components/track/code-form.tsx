import { useLocale, useTranslations } from 'next-intl';
import { CODE_LENGTH } from '@/lib/feedback/typed-code';

/** Where a code is typed. What was typed wrongly stands there again. */
export function CodeForm({ typed, fault }: { typed?: string | undefined; fault?: string | undefined }) {
  const t = useTranslations('TrackPage');
  const locale = useLocale();
  return (
    <form action={`/${locale}/feedback/track/open`} method="post" className="max-w-xl">
      <label htmlFor="code" className="block text-xl">
        {t('codeLabel')}
      </label>
      <p id="code-hint" className="mt-1 text-soft">
        {t('codeHint')}
      </p>
      {fault && (
        <p id="code-fault" className="mt-2 border-s-4 border-cinnabar ps-3 font-semibold text-cinnabar">
          {fault}
        </p>
      )}
      <input
        id="code"
        name="code"
        type="text"
        required
        defaultValue={typed}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        // Room for spaces and hyphens; what is too long is told, not cut.
        maxLength={100}
        size={CODE_LENGTH + 3}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? 'code-hint code-fault' : 'code-hint'}
        className="mt-3 block min-h-target w-full border-2 border-rule-strong bg-raised px-3 py-2 font-mono text-2xl tracking-wide uppercase aria-invalid:border-cinnabar"
      />
      <button
        type="submit"
        className="mt-4 min-h-target cursor-pointer bg-cinnabar px-8 text-lg text-on-cinnabar hover:brightness-110"
      >
        {t('show')}
      </button>
      <p className="mt-6 max-w-prose text-soft">{t('lost')}</p>
    </form>
  );
}
