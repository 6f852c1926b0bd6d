import { useLocale, useTranslations } from 'next-intl';
import { Icon, type IconName } from '../ui/icon';

const formats = ['gpx', 'kml', 'geojson'] as const;
const buttonLook =
  'inline-flex min-h-target items-center gap-2 border border-rule-strong bg-raised px-4 text-ink no-underline hover:border-cinnabar hover:text-cinnabar';

/** Taking a walk along: listen, share, print, share image, and files for other programs. */
export function WalkActions({ slug }: { slug: string }) {
  const t = useTranslations('WalkActions');
  const locale = useLocale();
  const buttons: {
    data: Record<string, string>;
    icon: IconName;
    label: string;
    done?: string;
    look?: string;
  }[] = [
    { data: { 'data-read-aloud': '' }, icon: 'speak', label: t('readAloud'), look: 'elder-only' },
    { data: { 'data-share': '' }, icon: 'share', label: t('share'), done: t('copied') },
    { data: { 'data-print': '' }, icon: 'print', label: t('print') },
  ];
  return (
    <div className="no-print flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        <a href={`/${locale}/walks/${slug}/map`} className={buttonLook}>
          <Icon name="map" />
          {t('sheet')}
        </a>
        {buttons.map(({ data, icon, label, done, look = '' }) => (
          <button
            key={label}
            type="button"
            {...data}
            hidden={look === 'elder-only'}
            className={`${buttonLook} ${look} cursor-pointer`}
          >
            <Icon name={icon} />
            {label}
            {done && (
              <span role="status">
                <span data-done hidden>
                  {done}
                </span>
              </span>
            )}
          </button>
        ))}
        <a
          href={`/${locale}/walks/${slug}/share.png`}
          className={`${buttonLook} elder-hidden`}
          download={`${slug}-${locale}.png`}
        >
          <Icon name="download" />
          {t('image')}
        </a>
      </div>
      <p className="elder-hidden flex flex-wrap items-center gap-x-4 text-sm">
        <span className="text-soft">{t('files')}</span>
        {formats.map((format) => (
          <a
            key={format}
            href={`/${locale}/walks/${slug}/${slug}.${format}`}
            download
            className="flex min-h-target items-center"
          >
            {format === 'geojson' ? 'GeoJSON' : format.toUpperCase()}
          </a>
        ))}
        <span className="text-soft">{t('datum')}</span>
      </p>
    </div>
  );
}
