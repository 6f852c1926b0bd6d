'use client';

import { type AbstractIntlMessages, type Locale, NextIntlClientProvider, useTranslations } from 'next-intl';
import type { SearchEntry } from '@/lib/places/search';
import { PlaceSearch } from './place-search';

/** Search over the whole portal: what is chosen is opened. */
export default function PortalSearch({
  locale,
  messages,
}: {
  locale: Locale;
  messages: AbstractIntlMessages;
}) {
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="Asia/Shanghai">
      <SearchField locale={locale} />
    </NextIntlClientProvider>
  );
}

function SearchField({ locale }: { locale: Locale }) {
  const t = useTranslations('PlaceSearch');
  return (
    <PlaceSearch
      id="search"
      name="search"
      label={t('label')}
      onChoose={(value, entry) => {
        if (entry) location.assign(pageOf(locale, value, entry));
      }}
    />
  );
}

/** Places and walks have pages; a station or a street is somewhere to go. */
function pageOf(locale: Locale, value: string, { kind, id }: SearchEntry): string {
  if (kind === 'place' || kind === 'walk') return `/${locale}/${kind}s/${id}`;
  return `/${locale}/route?${new URLSearchParams({ to: value })}`;
}
