import { createTranslator } from 'next-intl';
import { formatDay } from '@/lib/i18n/format';
import { languageOf } from '@/lib/i18n/language-of';
import type { Locale } from '@/lib/i18n/locales';
import { absoluteUrl } from '@/lib/server/env';
import { formatCode } from '../../code';
import { type RatingLevel, ratingLevels } from '../../states';

/** What an item of news is made of. */
export interface News {
  locale: Locale;
  what: 'assigned' | 'in-progress' | 'answered' | 'closed' | 'note' | 'left' | 'reminded';
  kind: string;
  reference: string;
  receivedAt: number;
  /** Tracking code of whoever is told. */
  code: string;
  agency: string | null;
  /** What the city wrote. */
  text: string | null;
  canRate: boolean;
}

export interface Mail {
  subject: string;
  text: string;
  html: string;
}

const translator = async (locale: Locale) => {
  const messages = (await import(`../../../../messages/${locale}.json`)).default;
  return {
    t: createTranslator({ locale, messages, namespace: 'FeedbackNews' }),
    levels: createTranslator({ locale, messages, namespace: 'FeedbackRatings' }),
  };
};

const escapeHtml = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

export const trackPath = (locale: Locale, code: string) => `/${locale}/feedback/track/${formatCode(code)}`;

/** An e-mail in the reader's language: what happened, what the city wrote, the way to the page, and five links that lead to the form of a rating. */
export async function composeMail(news: News, stopUrl: string): Promise<Mail> {
  const { locale, what, kind, reference, receivedAt, code, agency, text, canRate } = news;
  const { t, levels } = await translator(locale);
  const url = absoluteUrl(trackPath(locale, code));
  const headline = t(`happened.${what}`);
  const about = t('about', { kind, date: formatDay(locale, receivedAt), reference });
  const rateUrl = (level: RatingLevel) => `${url}?level=${level}#rate`;
  const written = text && (agency ? t('writtenBy', { agency }) : t('written'));
  const lines = [
    headline,
    about,
    ...(text ? [`${written}\n${text}`] : []),
    ...(what === 'left' ? [t('left')] : []),
    `${t('open')}\n${url}`,
    ...(canRate
      ? [
          `${t('rate')}\n${ratingLevels.map((level) => `${levels(`${level}`)}  ${rateUrl(level)}`).join('\n')}`,
        ]
      : []),
    t('secret'),
    `${t('why')}\n${t('stop')} ${stopUrl}`,
  ];
  const paragraph = (content: string, style = '') =>
    `<p style="margin:0 0 16px${style && `;${style}`}">${content}</p>`;
  const html = [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(headline)}</title></head>`,
    '<body style="margin:0;padding:24px 16px;background:#faf6ec;color:#1e2a2f;font:16px/1.7 system-ui,sans-serif">',
    '<div style="max-width:560px;margin:0 auto">',
    `<h1 style="margin:0 0 4px;font-size:22px;line-height:1.35;font-weight:600">${escapeHtml(headline)}</h1>`,
    paragraph(escapeHtml(about), 'color:#4d5a5e'),
    text
      ? `<p style="margin:0 0 4px;color:#4d5a5e">${escapeHtml(written ?? '')}</p><blockquote lang="${languageOf(text) ?? locale}" style="margin:0 0 16px;padding:4px 0 4px 14px;border-left:4px solid #1f6b6b;white-space:pre-line">${escapeHtml(text)}</blockquote>`
      : '',
    what === 'left' ? paragraph(escapeHtml(t('left'))) : '',
    paragraph(
      `<a href="${escapeHtml(url)}" style="display:inline-block;padding:10px 22px;background:#b5391f;color:#fffdf7;text-decoration:none">${escapeHtml(t('openButton'))}</a>`,
    ),
    canRate
      ? paragraph(escapeHtml(t('rate'))) +
        `<ul style="margin:0 0 16px;padding:0;list-style:none">${ratingLevels
          .map(
            (level) =>
              `<li style="padding:6px 0"><a href="${escapeHtml(rateUrl(level))}" style="color:#1f6b6b">${escapeHtml(levels(`${level}`))}</a></li>`,
          )
          .join('')}</ul>`
      : '',
    paragraph(escapeHtml(t('secret')), 'color:#4d5a5e;font-size:14px'),
    paragraph(
      `${escapeHtml(t('why'))} <a href="${escapeHtml(stopUrl)}" style="color:#1f6b6b">${escapeHtml(t('stop'))}</a>`,
      'color:#4d5a5e;font-size:14px',
    ),
    '</div></body></html>',
  ].join('');
  return { subject: t('subject', { what: headline }), text: `${lines.join('\n\n')}\n`, html };
}

/** What a browser shows: what happened, nothing anybody wrote. */
export async function composePush({ locale, what, kind, reference, code }: News): Promise<object> {
  const { t } = await translator(locale);
  return {
    title: t(`happened.${what}`),
    body: kind,
    lang: locale,
    tag: reference,
    path: trackPath(locale, code),
  };
}
