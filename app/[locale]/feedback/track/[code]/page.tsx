import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { problemFields, readDone, readPlace, readProblem } from '@/app/_track/back-to';
import { loadTracked } from '@/app/_track/load-tracked';
import { readTyped, WORDS_COOKIE } from '@/app/_track/typed-words';
import { PageShell } from '@/components/layout/page-shell';
import { ActionForm, mainButton } from '@/components/track/action-form';
import { Answer, answerOf } from '@/components/track/answer';
import { Consents, OwnData } from '@/components/track/consents';
import { NewsPart } from '@/components/track/news-part';
import { RateForm } from '@/components/track/rate-form';
import { ReopenForm } from '@/components/track/reopen-form';
import { Said } from '@/components/track/said';
import { StateStairs } from '@/components/track/state-stairs';
import { Timeline } from '@/components/track/timeline';
import { Problem, Told } from '@/components/track/told';
import { WaitingFacts } from '@/components/track/waiting-facts';
import { loadContent } from '@/lib/content/server/load-content';
import { formatCode } from '@/lib/feedback/code';
import { loadCalendar } from '@/lib/feedback/server/days-off';
import { newsChannels } from '@/lib/feedback/server/news/channels';
import { loadStore } from '@/lib/feedback/server/store';
import { WORDS_LIMIT } from '@/lib/feedback/server/tracking/words';
import { REOPEN_DAYS, ratingLevels } from '@/lib/feedback/states';
import { waitingOf } from '@/lib/feedback/waiting';
import { formatDay } from '@/lib/i18n/format';
import { routing } from '@/lib/i18n/routing';
import { environment } from '@/lib/server/env';

type Props = PageProps<'/[locale]/feedback/track/[code]'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: 'TrackPage' });
  const isFaulty = readProblem((await searchParams).problem) !== undefined;
  return {
    title: isFaulty ? t('errorPrefix', { title: t('title') }) : t('title'),
    // The address opens somebody's suggestion: it belongs in no index and in no other page's log.
    robots: { index: false, follow: false, noarchive: true },
    referrer: 'no-referrer',
  };
}

export default async function TrackedPage({ params, searchParams }: Props) {
  const { locale, code: typedCode } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const [t, levels, loaded, address, jar, { kinds }, calendar] = await Promise.all([
    getTranslations('TrackPage'),
    getTranslations('FeedbackRatings'),
    loadTracked(locale, typedCode),
    searchParams,
    cookies(),
    loadContent(),
    loadCalendar(),
  ]);
  const { code, tracked } = loaded;
  const now = Date.now();
  const isOwn = tracked.role === 'sender';
  const kind = kinds.find((candidate) => candidate.code === tracked.kind);
  const waiting = waitingOf({
    since: tracked.waitingSince,
    answeredAt: tracked.answeredAt,
    promise: kind?.promise,
    calendar,
    now,
  });
  const answer = answerOf(tracked);
  const [done, problem, place] = [
    readDone(address.done),
    readProblem(address.problem),
    readPlace(address.at),
  ];
  const problemText = problem && t(`problems.${problem}`, { limit: String(WORDS_LIMIT) });
  const typed = problem ? await readTyped(await loadStore(), code, jar.get(WORDS_COOKIE)?.value) : undefined;
  const faultAt = (where: typeof place) => (place === where ? problemText : undefined);
  const chosen = ratingLevels.find((level) => level === (typed?.level ?? Number(address.level)));
  const isRemindDue = tracked.remindAt !== undefined && tracked.remindAt <= now;
  const note =
    !isOwn && (tracked.state === 'answered' || tracked.state === 'rated')
      ? (`${tracked.state}Follower` as const)
      : tracked.state;
  const channels = newsChannels();
  return (
    <PageShell locale={locale} path={`/feedback/track/${formatCode(code)}`} face="/feedback/track">
      <div className="mx-auto max-w-6xl px-4 pt-3 sm:px-6">
        <p className="text-sm text-soft">
          <a href={`/${locale}/feedback/track`} className="inline-flex min-h-target items-center">
            {t('another')}
          </a>
        </p>
        {done && <Told text={t(`done.${done}`)} />}
        {problemText && <Problem text={problemText} field={place && problemFields[place]} />}
        <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
          <div>
            <p className="text-cinnabar">{t(isOwn ? 'yours' : 'followed')}</p>
            <h1 className="text-[clamp(2rem,5vw,3rem)] leading-tight">
              {kind?.name[locale] ?? tracked.kind}
            </h1>
            <p className="mt-1 text-soft">
              {t('sent', { date: formatDay(locale, tracked.receivedAt) })}
              {' · '}
              <span className="wrap-anywhere">{t('reference', { reference: tracked.reference })}</span>
            </p>
            <section aria-labelledby="state" className="mt-6 border-y border-rule py-5">
              <h2 id="state" className="sr-only">
                {t('stateTitle')}
              </h2>
              <StateStairs state={tracked.state} />
              <p className="mt-5 text-lg">{t(`notes.${note}`)}</p>
              {tracked.rating && (
                <p className="mt-1">
                  {t(isOwn ? 'yourRating' : 'events.ratingOther', { level: levels(`${tracked.rating}`) })}
                </p>
              )}
              <WaitingFacts tracked={tracked} waiting={waiting} years={calendar.years} now={now} />
              {isRemindDue && (
                <div className="mt-5 border-s-4 border-amber bg-raised px-5 py-4">
                  <h3 className="text-xl">{t('remindTitle')}</h3>
                  <p className="mt-1">{t('remindText')}</p>
                  <ActionForm locale={locale} code={code} action="remind" className="mt-3">
                    <button type="submit" className={mainButton}>
                      {t('remindButton')}
                    </button>
                  </ActionForm>
                </div>
              )}
            </section>
            {answer && <Answer answer={answer} agency={tracked.agency} />}
            {tracked.canRate && (
              <RateForm
                code={code}
                round={tracked.round}
                chosen={chosen}
                typed={place === 'reopen' ? undefined : typed?.text}
                levelFault={faultAt('level')}
                reasonFault={faultAt('rate')}
              />
            )}
            {tracked.canReopen && tracked.answeredAt !== null && (
              <ReopenForm
                code={code}
                round={tracked.round}
                until={tracked.answeredAt + REOPEN_DAYS * 86_400_000}
                typed={place === 'reopen' ? typed?.text : undefined}
                fault={faultAt('reopen')}
                isOpen={!tracked.canRate || place === 'reopen'}
              />
            )}
            <Timeline tracked={tracked} shownAbove={answer?.id} />
          </div>
          <aside className="space-y-8 lg:border-s lg:border-rule lg:ps-10" aria-label={t('saidTitle')}>
            <Said tracked={tracked} kind={kind} />
            <NewsPart code={code} tracked={tracked} pushKey={channels.push} hasMail={channels.email} />
            <Consents code={code} tracked={tracked} contactDays={environment.FEEDBACK_CONTACT_DAYS} />
            <OwnData code={code} />
          </aside>
        </div>
      </div>
    </PageShell>
  );
}
