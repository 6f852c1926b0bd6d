import { useLocale, useTranslations } from 'next-intl';
import { quietLook } from './looks';

export interface ShownPhoto {
  id: string;
  width: number;
  height: number;
  isPublished: boolean;
  isBlurred: boolean;
  isOfAnswer: boolean;
}

/** The photos of a suggestion: each let through or hidden by itself, and blurred where a face or a plate can be read. */
export function PhotoList({
  reference,
  photos,
  isPublic,
  mayPublish,
}: {
  reference: string;
  photos: ShownPhoto[];
  /** The suggestion itself is published. */
  isPublic: boolean;
  mayPublish: boolean;
}) {
  const locale = useLocale();
  const t = useTranslations('Desk.photo');
  const base = `/${locale}/desk`;
  return (
    <ul className="grid gap-6 sm:grid-cols-2">
      {photos.map((photo, index) => {
        const number = String(index + 1);
        const source = `${base}/photos/${photo.id}`;
        return (
          <li key={photo.id} id={`photo-${photo.id}`} className="flex flex-col gap-2">
            <a href={`${source}?of=original`} className="block bg-sunk">
              <img
                src={`${source}?of=${photo.isBlurred ? 'blurred' : 'original'}`}
                alt={t('alt', { number, reference })}
                width={photo.width}
                height={photo.height}
                loading="lazy"
                className="mx-auto block h-auto max-h-80 w-auto max-w-full"
              />
            </a>
            <p className="text-sm text-soft">
              {[
                photo.isOfAnswer && t('ofAnswer'),
                t(photo.isPublished ? (isPublic ? 'shown' : 'allowed') : 'hidden'),
                photo.isBlurred && t('blurred'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {mayPublish && (
              <div className="flex flex-col items-start gap-2">
                <form action={`${base}/${reference}/photos/${photo.id}/publication`} method="post">
                  <button
                    type="submit"
                    name="publish"
                    value={photo.isPublished ? '0' : '1'}
                    className={quietLook}
                  >
                    {t(photo.isPublished ? 'hide' : 'publish', { number })}
                  </button>
                </form>
                <a
                  href={`${base}/${reference}/photos/${photo.id}`}
                  className="inline-flex min-h-target items-center"
                >
                  {t('blur', { number })}
                </a>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
