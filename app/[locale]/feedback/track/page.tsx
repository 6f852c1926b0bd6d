import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { CodeForm } from '@/components/track/code-form';
import { Problem, Told } from '@/components/track/told';
import { TrackFrame } from '@/components/track/track-frame';
import { isReference } from '@/lib/feedback/code';
import { readCode } from '@/lib/feedback/typed-code';
import type { Locale } from '@/lib/i18n/locales';
import { routing } from '@/lib/i18n/routing';

type Address = Record<string, string | string[] | undefined>;

const textOf = (value: string | string[] | undefined) =>
  typeof value === 'string' ? value.slice(0, 100) : undefined;

/** What is wrong with the code in the address, or with the form it came by; undefined where nothing was typed yet. */
async function faultOf(locale: Locale, address: Address): Promise<string | undefined> {
  const t = await getTranslations({ locale, namespace: 'TrackPage.problems' });
  if (address.problem === 'foreign' || address.problem === 'broken') return t(address.problem);
  const typed = textOf(address.code);
  if (typed === undefined) return undefined;
  const read = readCode(typed);
  switch (read.fault) {
    case undefined:
      return undefined;
    case 'letters':
      return t('letters', { letters: read.letters });
    case 'short':
    case 'long':
      return t(read.fault, { count: String(read.count) });
    default:
      return t(read.fault);
  }
}

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<'/[locale]/feedback/track'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'TrackPage' });
  const isFaulty = await faultOf(locale, await searchParams);
  return pageMetadata({
    locale,
    path: '/feedback/track',
    title: isFaulty ? t('errorPrefix', { title: t('title') }) : t('title'),
    description: t('description'),
  });
}

export default async function TrackPage({ params, searchParams }: PageProps<'/[locale]/feedback/track'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const address = await searchParams;
  const [t, fault] = await Promise.all([getTranslations('TrackPage'), faultOf(locale, address)]);
  const { done } = address;
  const reference = textOf(address.reference) ?? '';
  const told =
    done === 'bare' && isReference(reference)
      ? t('done.bare', { reference })
      : (done === 'gone' || done === 'unfollowed') && t(`done.${done}`);
  return (
    <TrackFrame locale={locale} path="/feedback/track">
      {told && <Told text={told} />}
      {fault && <Problem text={fault} field="code" />}
      <h1 className="text-4xl">{t('title')}</h1>
      <p className="mt-2 mb-8 max-w-prose text-lg text-soft">{t('intro')}</p>
      <CodeForm typed={textOf(address.code)} fault={fault} />
    </TrackFrame>
  );
}
