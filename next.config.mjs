import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  experimental: { createMessagesDeclaration: './messages/en.json' },
});

// Tile and style hosts are named only for the engine that is switched on: the default portal asks nobody but itself.
const mapbox = process.env.NEXT_PUBLIC_MAPBOX_TOKEN
  ? ' https://api.mapbox.com https://events.mapbox.com https://*.tiles.mapbox.com'
  : '';
const tianditu = process.env.NEXT_PUBLIC_TIANDITU_KEY ? ' https://*.tianditu.gov.cn' : '';
const isDevelopment = process.env.NODE_ENV === 'development';

/** @param {string} ancestors who may show a page inside their own */
const contentSecurityPolicy = (ancestors) =>
  [
    "default-src 'self'",
    // Next writes its page data as inline scripts; a nonce would make every static page dynamic.
    `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${mapbox}${tianditu}`,
    `connect-src 'self'${mapbox}${tianditu}`,
    `worker-src 'self'${mapbox ? ' blob:' : ''}`,
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');

/** @type {import('next').NextConfig} */
const nextConfig = {
  // The browser journeys build a second time with a Mapbox token; both builds stand side by side.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // One style sheet of 8 KB compressed: inside the page it saves the first paint a journey to the server.
  experimental: { inlineCss: true },
  // They read files beside their own code.
  serverExternalPackages: ['pdfkit', 'fontkit', 'subset-font'],
  outputFileTracingIncludes: { '/**': ['./content/**/*', './.generated/**/*'] },
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'Content-Security-Policy', value: contentSecurityPolicy("'none'") },
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
          { key: 'Permissions-Policy', value: 'camera=(self), geolocation=(self), microphone=()' },
        ],
      },
      {
        // Cards are made to stand on other people's pages; they ask for nothing and take nothing.
        source: '/:locale/embed/:path*',
        headers: [{ key: 'Content-Security-Policy', value: contentSecurityPolicy('*') }],
      },
      {
        // A drawing opened by itself brings its letters and its colours, and runs nothing.
        source: '/:folder(sheets|drawings|map)/:file*.svg',
        headers: [
          {
            key: 'Content-Security-Policy',
            value:
              "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; frame-ancestors 'none'",
          },
        ],
      },
      {
        // A code typed wrongly stands in the address.
        source: '/:locale/feedback/track',
        headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }],
      },
      {
        // Nobody's but the staff's: not kept, not found, not told to the next page's server.
        source: '/:locale/desk/:path*',
        headers: [
          { key: 'Cache-Control', value: 'private, no-store' },
          { key: 'X-Robots-Tag', value: 'noindex, nofollow, noarchive' },
          { key: 'Referrer-Policy', value: 'same-origin' },
        ],
      },
      {
        // The address opens somebody's suggestion: it is told to nobody.
        source: '/:locale/feedback/:pages(track|news)/:rest+',
        headers: [
          { key: 'Referrer-Policy', value: 'no-referrer' },
          { key: 'X-Robots-Tag', value: 'noindex, nofollow, noarchive' },
        ],
      },
      {
        source: '/:folder(fonts|vendor)/:path*',
        headers: [{ key: 'Cache-Control', value: 'public, max-age=86400, stale-while-revalidate=604800' }],
      },
    ];
  },
};

export default withNextIntl(nextConfig);
