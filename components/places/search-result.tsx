import { useTranslations } from 'next-intl';
import type { SearchEntry, SearchKind } from '@/lib/places/search';
import { Icon, type IconName } from '../ui/icon';

const icons = {
  place: 'pin',
  station: 'train',
  walk: 'distance',
  service: 'pin',
  street: 'street',
} as const satisfies Record<SearchKind, IconName>;

/** One answer of the search: its name, what it is, and what tells it from others. */
export function SearchResult({
  entry: { kind, name, detail },
  note,
}: {
  entry: SearchEntry;
  /** What has to be known of it before it is chosen. */
  note?: string | undefined;
}) {
  const t = useTranslations('PlaceSearch');
  return (
    <span className="flex min-h-target items-center gap-3 px-2.5 py-1.5">
      <Icon name={icons[kind]} className="size-5 text-jade" />
      <span className="min-w-0">
        {/* Streets are called what their signs say. */}
        <span lang={kind === 'street' ? 'zh-CN' : undefined} className="block wrap-anywhere text-ink">
          {name}
        </span>
        <span className="block text-sm wrap-anywhere text-soft">
          {/* What a place or a service is says that it is one. */}
          {((kind === 'place' || kind === 'service') && detail) ||
            [t(`kinds.${kind}`), detail].filter(Boolean).join(' · ')}
        </span>
        {note && <span className="block text-sm wrap-anywhere text-cinnabar">{note}</span>}
      </span>
    </span>
  );
}
