import { localeNames, locales } from '@/lib/i18n/locales';

/** An address without a language (a missing file): plain and in every language. */
export default function NotFound() {
  return (
    <html lang="zh-CN">
      <body
        style={{
          fontFamily: 'system-ui, sans-serif',
          margin: '3rem auto',
          maxWidth: '32rem',
          padding: '0 1rem',
        }}
      >
        <title>404 · 渝步 YuWalk</title>
        <main>
          <h1>404</h1>
          <ul>
            {locales.map((locale) => (
              <li key={locale} lang={locale} style={{ padding: '0.6rem 0' }}>
                <a href={`/${locale}`}>{localeNames[locale]} · YuWalk 渝步</a>
              </li>
            ))}
          </ul>
        </main>
      </body>
    </html>
  );
}
