import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale, NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server';
import { loadDraft } from '@/app/_feedback/load-draft';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { FeedbackForm } from '@/components/feedback/feedback-form';
import { stepTitle } from '@/components/feedback/step-title';
import { PageShell } from '@/components/layout/page-shell';
import { newsChannels } from '@/lib/feedback/server/news/channels';
import { pick } from '@/lib/i18n/pick';
import { routing } from '@/lib/i18n/routing';
import { placesPicture } from '@/lib/map/pictures';
import { environment } from '@/lib/server/env';

/** The query of the address as text, so that a page and its title read the draft once. */
const searchOf = (address: Readonly<Record<string, string | string[] | undefined>>) =>
  new URLSearchParams(
    Object.entries(address).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  ).toString();

export async function generateMetadata({
  params,
  searchParams,
}: PageProps<'/[locale]/feedback'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'FeedbackForm' });
  const { kinds, server } = await loadDraft(locale, searchOf(await searchParams));
  const kind = kinds.find(({ code }) => code === server.draft.kind);
  return pageMetadata({
    locale,
    path: '/feedback',
    title: stepTitle(t, { step: server.step, kind, isFaulty: server.faults.length > 0 }),
    description: t('description'),
  });
}

export default async function FeedbackPage({ params, searchParams }: PageProps<'/[locale]/feedback'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const [messages, { kinds, choices, server }] = await Promise.all([
    getMessages(),
    loadDraft(locale, searchOf(await searchParams)),
  ]);
  return (
    <PageShell locale={locale} path="/feedback">
      <div className="mx-auto max-w-4xl px-4 pt-6 sm:px-6">
        <NextIntlClientProvider
          messages={pick(messages, [
            'FeedbackForm',
            'FeedbackStates',
            'MapFigure',
            'PlaceSearch',
            'RouteForm',
            'Site',
            'WaypointList',
          ])}
        >
          <FeedbackForm
            kinds={kinds}
            choices={choices}
            picture={placesPicture(choices.map(({ position }) => position))}
            approval={process.env.MAP_APPROVAL?.trim() || undefined}
            site={environment.SITE_URL}
            hasMail={newsChannels().email}
            server={server}
          />
        </NextIntlClientProvider>
      </div>
    </PageShell>
  );
}
