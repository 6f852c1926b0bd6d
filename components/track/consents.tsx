import { useLocale, useTranslations } from 'next-intl';
import { formatCode } from '@/lib/feedback/code';
import type { Tracked } from '@/lib/feedback/tracked';
import { ActionForm } from './action-form';

const consents = ['contact', 'publish', 'news'] as const;
const linkLook =
  'inline-flex min-h-target cursor-pointer items-center text-jade underline underline-offset-4 hover:text-cinnabar';

/** What is kept about the person, what they agreed to, and the way out of each. */
export function Consents({
  code,
  tracked,
  contactDays,
}: {
  code: string;
  tracked: Tracked;
  /** Days after closing until contact is deleted. */
  contactDays: number;
}) {
  const t = useTranslations('TrackPage');
  const locale = useLocale();
  const { contact, consent } = tracked;
  const kept = (['name', 'phone', 'email'] as const).flatMap((name) =>
    contact[name] ? [{ name, value: contact[name] }] : [],
  );
  const given = consents.filter((name) => consent[name]);
  return (
    <section aria-labelledby="contact">
      <h2 id="contact" className="text-xl">
        {t('contactTitle')}
      </h2>
      {kept.length > 0 ? (
        <>
          <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4">
            {kept.map(({ name, value }) => (
              <div key={name} className="contents">
                <dt className="text-soft">{t(name)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-1 text-sm text-soft">{t('contactKept', { days: contactDays })}</p>
        </>
      ) : (
        <p className="mt-2">{t('contactNone')}</p>
      )}
      {given.length > 0 ? (
        <ul className="mt-3 border-t border-rule">
          {given.map((name) => (
            <li key={name} className="flex items-center justify-between gap-4 border-b border-rule">
              <span className="py-2">{t(`consents.${name}`)}</span>
              <ActionForm locale={locale} code={code} action="withdraw" fields={{ consent: name }}>
                <button
                  type="submit"
                  aria-label={t('withdrawOf', { consent: t(`consents.${name}`) })}
                  className={`${linkLook} shrink-0 whitespace-nowrap`}
                >
                  {t('withdraw')}
                </button>
              </ActionForm>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-2 text-soft">{t('consentsNone')}</p>
      )}
      {given.length > 0 && <p className="mt-2 text-sm text-soft">{t('withdrawNote')}</p>}
    </section>
  );
}

/** Taking one's data along, and away. */
export function OwnData({ code }: { code: string }) {
  const t = useTranslations('TrackPage');
  const locale = useLocale();
  const page = `/${locale}/feedback/track/${formatCode(code)}`;
  return (
    <section aria-labelledby="data">
      <h2 id="data" className="text-xl">
        {t('dataTitle')}
      </h2>
      <ul className="mt-1">
        <li>
          <a href={`${page}/data.json`} download className={linkLook}>
            {t('export')}
          </a>
        </li>
        <li>
          <a href={`${page}/delete`} className={linkLook}>
            {t('delete')}
          </a>
        </li>
      </ul>
      <p className="mt-2 text-sm text-soft">{t('secret')}</p>
    </section>
  );
}
