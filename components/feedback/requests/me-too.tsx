import { useLocale, useTranslations } from 'next-intl';
import { fieldLook } from '@/components/route/field';

export const followFaults = ['email', 'consent', 'closed', 'limited', 'blocked'] as const;
export type FollowFault = (typeof followFaults)[number];

const buttonLook =
  'inline-flex min-h-target cursor-pointer items-center bg-cinnabar px-7 text-lg text-on-cinnabar no-underline hover:brightness-110';

/** "Me too" as a plain form: one press is enough; news by e-mail are a consent of their own. */
export function MeToo({
  reference,
  submissionKey,
  isOpen,
  isFollowed,
  hasMail,
  fault,
  againHref,
}: {
  reference: string;
  /** Made with the page: the same page pressed twice counts once. */
  submissionKey: string;
  isOpen: boolean;
  /** This browser has just said "me too". */
  isFollowed: boolean;
  /** The portal can send e-mail. */
  hasMail: boolean;
  fault: FollowFault | undefined;
  /** The form, with kind and place filled in, for what was answered and is still so. */
  againHref: string;
}) {
  const t = useTranslations('RequestPage');
  const locale = useLocale();
  const path = `/${locale}/feedback/requests/${reference}`;
  const isMailFaulty = fault === 'email' || fault === 'consent';
  if (isFollowed)
    return (
      <p className="flex flex-wrap items-center gap-x-4">
        {t('meToo.already')}
        <a href={`${path}/followed`} className="inline-flex min-h-target items-center">
          {t('meToo.show')}
        </a>
      </p>
    );
  if (!isOpen)
    return (
      <>
        <p>{t('meToo.closed')}</p>
        <a href={againHref} className="inline-flex min-h-target items-center">
          {t('meToo.again')}
        </a>
      </>
    );
  return (
    <form method="post" action={`${path}/follow`} className="flex flex-col items-start gap-4">
      <p className="max-w-prose">{t('meToo.text')}</p>
      <input type="hidden" name="key" value={submissionKey} />
      {hasMail && (
        <details open={isMailFaulty} className="w-full max-w-md">
          <summary className="flex min-h-target items-center gap-2 text-jade underline underline-offset-4">
            {t('meToo.mail')}
          </summary>
          <div className="flex flex-col gap-1 border-s-2 border-rule ps-4 pb-1">
            <label htmlFor="me-too-email" className="text-sm text-soft">
              {t('meToo.email')}
            </label>
            {isMailFaulty && (
              <p id="me-too-fault" className="font-semibold text-cinnabar">
                {t(`faults.${fault}`)}
              </p>
            )}
            <input
              id="me-too-email"
              name="email"
              type="email"
              autoComplete="email"
              maxLength={250}
              aria-invalid={isMailFaulty || undefined}
              aria-describedby={isMailFaulty ? 'me-too-fault me-too-hint' : 'me-too-hint'}
              className={fieldLook}
            />
            <p id="me-too-hint" className="text-sm text-soft">
              {t('meToo.emailHint')}
            </p>
            <label className="flex min-h-target cursor-pointer items-center gap-3">
              <input type="checkbox" name="news" value="yes" className="size-5 shrink-0 accent-cinnabar" />
              {t('meToo.consent')}
            </label>
          </div>
        </details>
      )}
      {/* For programs that fill in everything. */}
      <input
        type="text"
        name="website"
        tabIndex={-1}
        autoComplete="off"
        aria-hidden="true"
        className="hidden"
      />
      <button type="submit" className={buttonLook}>
        {t('meToo.send')}
      </button>
    </form>
  );
}
