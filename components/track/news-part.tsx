import { NextIntlClientProvider, useLocale, useMessages, useTranslations } from 'next-intl';
import { formatCode } from '@/lib/feedback/code';
import type { Tracked } from '@/lib/feedback/tracked';
import { ActionForm, sideButton } from './action-form';
import { PushSwitch } from './push-switch';

/** Who is told when something happens, and how to change it. */
export function NewsPart({
  code,
  tracked,
  pushKey,
  hasMail,
}: {
  code: string;
  tracked: Pick<Tracked, 'consent' | 'contact' | 'browsers'>;
  /** Public key of web push; undefined where it is not set up. */
  pushKey: string | undefined;
  hasMail: boolean;
}) {
  const t = useTranslations('TrackPage');
  const locale = useLocale();
  const { TrackPage } = useMessages();
  const { consent, contact, browsers } = tracked;
  const email = hasMail && consent.news ? contact.email : undefined;
  return (
    <section aria-labelledby="news">
      <h2 id="news" className="text-xl">
        {t('newsTitle')}
      </h2>
      {email && <p className="mt-2">{t('newsEmail', { email })}</p>}
      {browsers.length > 0 && (
        <>
          <p className="mt-2">{t('newsBrowsers', { count: browsers.length })}</p>
          <ActionForm locale={locale} code={code} action="silence" className="mt-2">
            <button type="submit" className={sideButton}>
              {t('silence')}
            </button>
          </ActionForm>
        </>
      )}
      {!email && browsers.length === 0 && <p className="mt-2 text-soft">{t('newsNone')}</p>}
      {pushKey && (
        <NextIntlClientProvider messages={{ TrackPage: { push: TrackPage.push } }}>
          <PushSwitch
            address={`/${locale}/feedback/track/${formatCode(code)}/push`}
            pushKey={pushKey}
            browsers={browsers}
          />
        </NextIntlClientProvider>
      )}
    </section>
  );
}
