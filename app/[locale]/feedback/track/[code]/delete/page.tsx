import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { readProblem, trackPath } from '@/app/_track/back-to';
import { loadTracked } from '@/app/_track/load-tracked';
import { ActionForm, mainButton } from '@/components/track/action-form';
import { Problem } from '@/components/track/told';
import { TrackFrame } from '@/components/track/track-frame';
import { formatCode } from '@/lib/feedback/code';
import { routing } from '@/lib/i18n/routing';

type Props = PageProps<'/[locale]/feedback/track/[code]/delete'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'TrackPage' });
  return { title: t('deleteTitle'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

/** Asks before anything is deleted, and says exactly what stays and why. */
export default async function DeletePage({ params, searchParams }: Props) {
  const { locale, code: typedCode } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const [t, loaded, { problem }] = await Promise.all([
    getTranslations('TrackPage'),
    loadTracked(locale, typedCode),
    searchParams,
  ]);
  const { code, tracked } = loaded;
  const fault = readProblem(problem) === 'notConfirmed' ? t('problems.notConfirmed') : undefined;
  return (
    <TrackFrame locale={locale} path={`/feedback/track/${formatCode(code)}/delete`}>
      {fault && <Problem text={fault} field="confirm" />}
      <h1 className="text-4xl">{t('deleteTitle')}</h1>
      {tracked.role === 'follower' ? (
        <p className="mt-4 text-lg">{t('deleteFollower')}</p>
      ) : tracked.delivery.isUnknownToCity ? (
        <p className="mt-4 text-lg">{t('deleteGone')}</p>
      ) : (
        <>
          <dl className="mt-4 max-w-prose space-y-4">
            <div>
              <dt className="text-soft">{t('deleteGoes')}</dt>
              <dd className="text-lg">{t('deleteGoesList')}</dd>
            </div>
            <div>
              <dt className="text-soft">{t('deleteStays')}</dt>
              <dd className="text-lg">{t('deleteStaysList')}</dd>
            </div>
          </dl>
          <p className="mt-4 max-w-prose">{t('deleteWhy')}</p>
        </>
      )}
      <ActionForm locale={locale} code={code} action="erase" className="mt-6">
        <label className="flex min-h-target cursor-pointer items-start gap-3 border border-rule-strong bg-raised px-4 py-3">
          <input
            id="confirm"
            type="checkbox"
            name="confirm"
            value="yes"
            required
            className="mt-1 size-5 shrink-0 accent-cinnabar"
          />
          <span>{t('deleteConfirm')}</span>
        </label>
        <div className="mt-5 flex flex-wrap items-center gap-x-6 gap-y-3">
          <button type="submit" className={mainButton}>
            {t('deleteButton')}
          </button>
          <a href={trackPath(locale, code)} className="inline-flex min-h-target items-center text-lg">
            {t('keep')}
          </a>
        </div>
      </ActionForm>
    </TrackFrame>
  );
}
