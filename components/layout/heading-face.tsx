import type { Locale } from '@/lib/i18n/locales';

/** Headings in Chinese and Japanese are set in LXGW WenKai, cut at build to the characters of each page (scripts/prepare-assets.ts). */
const headingLocales: readonly Locale[] = ['zh-CN', 'zh-Hant', 'ja'];

/** The heading face of one page; other languages keep a face of the system. */
export function HeadingFace({ locale, path }: { locale: Locale; path: string }) {
  if (!headingLocales.includes(locale)) return null;
  const file = `/fonts/heading/${locale}${path || '/home'}.woff2`;
  return (
    <style href={file} precedence="default">
      {`@font-face{font-family:"YuWalk WenKai";src:url(${file}) format("woff2");font-weight:400 700;font-display:swap;unicode-range:U+2E80-9FFF,U+F900-FAFF,U+FF00-FFEF}`}
    </style>
  );
}
