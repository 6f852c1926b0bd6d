import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { deskLocale, openDeskPage } from '@/app/_desk/desk-guard';
import { deskMetadata } from '@/app/_desk/desk-metadata';
import { readNotice } from '@/app/_desk/desk-notice';
import { BlurEditor } from '@/components/desk/blur-editor';
import { DeskShell } from '@/components/desk/desk-shell';
import { isReference } from '@/lib/feedback/code';
import { listRectangles } from '@/lib/feedback/server/desk/photos';
import { findRequest } from '@/lib/feedback/server/desk/requests';

type Props = PageProps<'/[locale]/desk/[reference]/photos/[id]'>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale: given, reference } = await params;
  const locale = deskLocale(given);
  const t = await getTranslations({ locale, namespace: 'Desk' });
  return deskMetadata(locale, t('request.title', { reference }), await searchParams);
}

/** Blurs faces and plates of one photo. */
export default async function BlurPage({ params, searchParams }: Props) {
  const { locale: given, reference, id } = await params;
  const locale = deskLocale(given);
  const [t, address, { desk, session, actor }] = await Promise.all([
    getTranslations('Desk'),
    searchParams,
    openDeskPage(locale, 'moderate'),
  ]);
  const request = isReference(reference) ? await findRequest(desk, actor, reference) : undefined;
  const index = request?.photos.findIndex((photo) => photo.id === id) ?? -1;
  const photo = request?.photos[index];
  if (!photo) notFound();
  const notice = readNotice(address);
  const number = String(index + 1);
  const source = `/${locale}/desk/photos/${id}`;
  const rectangles = await listRectangles(desk, actor, id);
  return (
    <DeskShell
      locale={locale}
      path={`/desk/${reference}/photos/${id}`}
      account={session.account}
      notice={notice}
    >
      <p>
        <a href={`/${locale}/desk/${reference}`} className="inline-flex min-h-target items-center">
          {t('blur.back')}
        </a>
      </p>
      <h1 className="text-3xl">{t('blur.title', { number })}</h1>
      <p className="mt-1 font-mono text-lg text-soft">{reference}</p>
      <p className="mt-3 mb-6 max-w-prose">{t('blur.draw')}</p>
      <form action={`/${locale}/desk/${reference}/photos/${id}/blur`} method="post">
        <BlurEditor
          // Uncontrolled by the server: what was saved since is another form.
          key={JSON.stringify(rectangles)}
          src={`${source}?of=original`}
          width={photo.width}
          height={photo.height}
          rectangles={rectangles.map(({ x, y, width, height }) => ({
            x: String(x),
            y: String(y),
            width: String(width),
            height: String(height),
          }))}
          fault={notice.field === 'rectangles' && notice.fault ? t(`faults.${notice.fault}`) : undefined}
          words={{
            image: t('blur.image'),
            save: t('blur.save'),
            clearHint: t('blur.clearHint'),
            part: t.raw('blur.part'),
            remove: t.raw('blur.remove'),
            sides: {
              x: t('blur.x'),
              y: t('blur.y'),
              width: t('blur.width'),
              height: t('blur.height'),
            },
          }}
        />
      </form>
      {photo.isBlurred && (
        <section aria-labelledby="result" className="mt-10">
          <h2 id="result" className="mb-3 text-xl">
            {t('blur.result')}
          </h2>
          <img
            src={`${source}?of=blurred`}
            alt={t('photo.alt', { number, reference })}
            width={photo.width}
            height={photo.height}
            className="block h-auto max-h-[75dvh] w-auto max-w-full border border-rule-strong"
          />
        </section>
      )}
    </DeskShell>
  );
}
