import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/i18n/locales';
import { type Address, readNotice } from './desk-notice';

/** Metadata of a page of the desk: nobody finds it by searching, and a page that says what is wrong says so in its title. */
export async function deskMetadata(locale: Locale, title: string, address: Address = {}): Promise<Metadata> {
  const t = await getTranslations({ locale, namespace: 'Desk' });
  const whole = title === t('title') ? title : `${title} · ${t('title')}`;
  return {
    title: readNotice(address).fault ? t('errorTitle', { title: whole }) : whole,
    robots: { index: false, follow: false, noarchive: true },
    referrer: 'same-origin',
  };
}
