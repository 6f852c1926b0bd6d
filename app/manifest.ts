import type { MetadataRoute } from 'next';

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: '渝步 YuWalk',
    short_name: '渝步',
    description: '重庆中心城区步行门户 · Walking in central Chongqing',
    id: '/',
    start_url: '/',
    display: 'standalone',
    background_color: '#faf6ec',
    theme_color: '#faf6ec',
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    // What an install dialogue shows; taken by `npm run screenshots`.
    screenshots: [
      { src: '/screenshots/home-wide.webp', sizes: '1440x900', type: 'image/webp', form_factor: 'wide' },
      { src: '/screenshots/walk-narrow.webp', sizes: '780x1688', type: 'image/webp', form_factor: 'narrow' },
    ],
  };
}
