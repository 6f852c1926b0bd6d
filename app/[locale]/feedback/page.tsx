import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { hasLocale, NextIntlClientProvider } from 'next-intl';
import { getMessages, getTranslations, setRequestLocale } from 'next-intl/server';
import { loadForm } from '@/app/_feedback/load-form';
import { pageMetadata } from '@/app/_metadata/page-metadata';
import { FeedbackForm, type SendProblem } from '@/components/feedback/feedback-form';
import { PageShell } from '@/components/layout/page-shell';
import { canReach, emptyDraft, nextStep, type Step } from '@/lib/feedback/draft';
import { prefill } from '@/lib/feedback/prefill';
import { makeConfirmToken } from '@/lib/feedback/server/abuse/confirm-token';
import { DRAFT_COOKIE, findDraft, listDraftPhotos } from '@/lib/feedback/server/drafts';
import { newsChannels } from '@/lib/feedback/server/news/channels';
import { loadStore } from '@/lib/feedback/server/store';
import { pick } from '@/lib/i18n/pick';
import { routing } from '@/lib/i18n/routing';
import { placesPicture } from '@/lib/map/pictures';
import { environment } from '@/lib/server/env';

/** Key of a draft nobody has begun: the browser or the first answer makes the real one. */
const NO_KEY = '00000000-0000-4000-8000-000000000000';

export async function generateMetadata({ params }: PageProps<'/[locale]/feedback'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'FeedbackForm' });
  return pageMetadata({ locale, path: '/feedback', title: t('title'), description: t('description') });
}

const problems = new Set<string>([
  'limited',
  'blocked',
  'serverKept',
  'expired',
  'tooLarge',
] satisfies SendProblem[]);

export default async function FeedbackPage({ params, searchParams }: PageProps<'/[locale]/feedback'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const [messages, { kinds, choices, findPlace }, jar, address] = await Promise.all([
    getMessages(),
    loadForm(locale),
    cookies(),
    searchParams,
  ]);
  const token = jar.get(DRAFT_COOKIE)?.value;
  // Who brings no draft needs no database: the form opens also while it is down.
  const store = token ? await loadStore().catch(() => undefined) : undefined;
  const found = store && (await findDraft(store, token));
  // What was sent is done; the next suggestion begins empty.
  const kept = found?.reference ? undefined : found;
  const draft = prefill(kept?.draft ?? emptyDraft(NO_KEY, locale), address, { kinds, findPlace });
  const asked = String(address.step ?? '');
  const isConfirming = asked === 'confirm' && nextStep(draft, kinds) === 'check';
  const step = canReach(asked as Step, draft, kinds) ? (asked as Step) : nextStep(draft, kinds);
  const photos = store && kept ? await listDraftPhotos(store, kept.id) : [];
  const problem = String(address.problem ?? '');
  const start = new URLSearchParams(
    Object.entries(address).flatMap(([name, value]) =>
      typeof value === 'string' && !['step', 'problem', 'minutes'].includes(name) ? [[name, value]] : [],
    ),
  ).toString();
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
            server={{
              draft,
              step: isConfirming ? 'confirm' : step,
              faults: kept?.faultStep === step ? kept.faults : [],
              photos: photos.map(({ id }) => ({ id, href: `/api/suggestions/draft-photo/${id}` })),
              similar: [],
              problem: problems.has(problem)
                ? { name: problem as SendProblem, minutes: Number(address.minutes) || 0 }
                : undefined,
              start,
              token: isConfirming && store && kept ? makeConfirmToken(store.vault, kept.id) : undefined,
            }}
          />
        </NextIntlClientProvider>
      </div>
    </PageShell>
  );
}
