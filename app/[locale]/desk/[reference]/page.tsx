import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { deskLocale, openDeskPage } from '@/app/_desk/desk-guard';
import { deskMetadata } from '@/app/_desk/desk-metadata';
import { oneOf, readNotice } from '@/app/_desk/desk-notice';
import { controlOf, DeskField, inputLook } from '@/components/desk/desk-field';
import { DeskShell } from '@/components/desk/desk-shell';
import { panelLook, quietLook } from '@/components/desk/looks';
import { ModerationForm } from '@/components/desk/moderation-form';
import { PhotoList } from '@/components/desk/photo-list';
import { RequestAnswers, RequestFacts } from '@/components/desk/request-facts';
import { RequestTimeline } from '@/components/desk/request-timeline';
import { UpdateForm } from '@/components/desk/update-form';
import { loadContent } from '@/lib/content/server/load-content';
import { isReference } from '@/lib/feedback/code';
import { BLOCK_TEXT_MAX, mayAtDesk } from '@/lib/feedback/desk';
import { answersHere } from '@/lib/feedback/server/desk/answers-here';
import { readContact } from '@/lib/feedback/server/desk/contact';
import { findRequest } from '@/lib/feedback/server/desk/requests';
import { readTyped, writerMark } from '@/lib/feedback/server/desk/typed';
import { isLocale, localeNames } from '@/lib/i18n/locales';

type Props = PageProps<'/[locale]/desk/[reference]'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale: given, reference } = await params;
  const locale = deskLocale(given);
  const t = await getTranslations({ locale, namespace: 'Desk' });
  return deskMetadata(locale, t('request.title', { reference }), await searchParams);
}

/** One suggestion: all that is known of it, and what may be done with it. */
export default async function DeskRequestPage({ params, searchParams }: Props) {
  const { locale: given, reference } = await params;
  const locale = deskLocale(given);
  const [t, address, { desk, session, actor }, { kinds }] = await Promise.all([
    getTranslations('Desk'),
    searchParams,
    openDeskPage(locale),
    loadContent(),
  ]);
  const request = isReference(reference) ? await findRequest(desk, actor, reference) : undefined;
  if (!request) notFound();
  const notice = readNotice(address);
  const faultOf = (field: string) =>
    notice.field === field && notice.fault ? t(`faults.${notice.fault}`) : undefined;
  const [typed, contact] = await Promise.all([
    notice.typed ? readTyped(desk, actor, notice.typed) : ({} as Record<string, string>),
    readContact(desk, actor, { reference, pass: oneOf(address.contact) }),
  ]);
  const kind = kinds.find(({ code }) => code === request.kind);
  const kindName = kind?.name[locale] ?? t('list.unknownKind', { code: request.kind });
  const base = `/${locale}/desk/${reference}`;
  const faults = Object.fromEntries(
    (['step', 'text', 'agency', 'photo'] as const).flatMap((field) => {
      const fault = faultOf(field);
      return fault ? [[field, fault]] : [];
    }),
  );
  const writer = writerMark(desk, actor);
  const mayDeliver = mayAtDesk(actor.role, 'deliver');
  return (
    <DeskShell locale={locale} path={`/desk/${reference}`} account={session.account} notice={notice}>
      <p>
        <a href={`/${locale}/desk`} className="inline-flex min-h-target items-center">
          {t('request.back')}
        </a>
      </p>
      <h1 className="text-3xl">{kindName}</h1>
      <p className="mt-1 font-mono text-lg text-soft">{reference}</p>
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] items-start gap-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:grid-rows-[auto_1fr]">
        <div className="flex flex-col gap-10">
          <section aria-labelledby="words">
            <h2 id="words" className="text-xl">
              {t('request.words')}
            </h2>
            <blockquote
              lang={request.language}
              className="mt-2 max-w-prose whitespace-pre-line border-s-4 border-jade ps-4 text-lg"
            >
              {request.description}
            </blockquote>
          </section>
          {request.photos.length > 0 && (
            <section aria-labelledby="photos">
              <h2 id="photos" className="mb-3 text-xl">
                {t('request.photos')}
              </h2>
              <PhotoList
                reference={reference}
                photos={request.photos}
                isPublic={request.publication === 'published'}
                mayPublish={request.mayPublish}
              />
            </section>
          )}
          {Object.keys(request.answers).length > 0 && (
            <section aria-labelledby="answers">
              <h2 id="answers" className="mb-2 text-xl">
                {t('request.answers')}
              </h2>
              <RequestAnswers kind={kind} answers={request.answers} language={request.language} />
            </section>
          )}
        </div>
        {/* On a phone what is to be done comes before the small print. */}
        <div className="flex flex-col gap-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          {request.isDoubtful && (
            <section aria-labelledby="doubt" className="border-s-4 border-amber bg-raised p-4">
              <h2 id="doubt" className="text-xl">
                {t('doubt.title')}
              </h2>
              <p className="mt-1">{t('doubt.hint')}</p>
              {mayDeliver && (
                <form action={`${base}/doubt`} method="post" className="mt-3">
                  <button type="submit" className={quietLook}>
                    {t('doubt.settle')}
                  </button>
                </form>
              )}
            </section>
          )}
          <ModerationForm
            action={`${base}/publication`}
            mayPublish={request.mayPublish}
            publication={request.publication}
            fault={faultOf('reason')}
          />
          {answersHere() ? (
            <UpdateForm
              action={`${base}/update`}
              formKey={randomUUID()}
              writer={writer}
              language={request.language}
              languageName={isLocale(request.language) ? localeNames[request.language] : request.language}
              typed={typed}
              faults={faults}
            />
          ) : (
            <section aria-labelledby="update" className={panelLook}>
              <h2 id="update" className="text-xl">
                {t('update.title')}
              </h2>
              <p className="mt-1 text-soft">{t('update.backend')}</p>
            </section>
          )}
          <section aria-labelledby="contact" id="contact-section" className={panelLook}>
            <h2 id="contact" className="text-xl">
              {t('request.contact')}
            </h2>
            {contact ? (
              <>
                <dl className="mt-2">
                  {(['name', 'email', 'phone'] as const).map(
                    (part) =>
                      contact[part] && (
                        <div key={part} className="flex flex-wrap gap-x-4 py-1">
                          <dt className="min-w-20 text-soft">{t(`contact.${part}`)}</dt>
                          <dd className="select-all">{contact[part]}</dd>
                        </div>
                      ),
                  )}
                </dl>
                <p className="mt-2 text-sm text-soft">{t('contact.shown')}</p>
              </>
            ) : request.mayContact ? (
              <form action={`${base}/contact`} method="post">
                <p className="mt-1 text-sm text-soft">{t('contact.hidden')}</p>
                <button type="submit" className={`${quietLook} mt-3`}>
                  {t('contact.show')}
                </button>
              </form>
            ) : (
              <p className="mt-1 text-soft">{t('contact.none')}</p>
            )}
          </section>
          {request.hasSender && mayAtDesk(actor.role, 'block') && (
            <details
              className={panelLook}
              open={faultOf('block-reason') !== undefined || Boolean(typed['block-reason'])}
            >
              <summary className="min-h-target py-1.5 font-heading text-xl leading-relaxed">
                {t('blocks.sender')}
              </summary>
              <form action={`${base}/block`} method="post" className="mt-3 flex flex-col gap-4">
                <input type="hidden" name="writer" value={writer} />
                <p className="text-sm text-soft">{t('blocks.senderHint')}</p>
                <DeskField
                  id="block-reason"
                  label={t('blocks.reason')}
                  hint={t('blocks.reasonHint')}
                  fault={faultOf('block-reason')}
                >
                  <input
                    {...controlOf('block-reason', { hint: true, fault: faultOf('block-reason') })}
                    required
                    maxLength={BLOCK_TEXT_MAX}
                    defaultValue={typed['block-reason']}
                    autoComplete="off"
                    className={inputLook}
                  />
                </DeskField>
                <button type="submit" className={`${quietLook} self-start`}>
                  {t('blocks.sender')}
                </button>
              </form>
            </details>
          )}
        </div>
        <div className="flex flex-col gap-10">
          <section aria-labelledby="facts">
            <h2 id="facts" className="mb-2 text-xl">
              {t('request.facts')}
            </h2>
            <RequestFacts facts={{ ...request, kindName }} now={Date.now()} />
          </section>
          <section aria-labelledby="timeline">
            <h2 id="timeline" className="mb-3 text-xl">
              {t('request.timeline')}
            </h2>
            <RequestTimeline events={request.events} language={request.language} />
          </section>
          <section aria-labelledby="deliveries">
            <h2 id="deliveries" className="mb-2 text-xl">
              {t('request.deliveries')}
            </h2>
            <ul className="divide-y divide-rule border-y border-rule">
              {request.deliveries.map((delivery) => (
                <li key={delivery.id} className="flex flex-wrap justify-between gap-x-6 py-2">
                  <span>{t(`deliveries.${delivery.kind}`)}</span>
                  <span className="text-soft">
                    {t(`deliveryStates.${delivery.state}`)}
                    {delivery.attempts > 0 && ` · ${t('dead.attempts', { count: delivery.attempts })}`}
                    {delivery.fault && <span lang="en"> · {delivery.fault}</span>}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </DeskShell>
  );
}
