import { useSyncExternalStore } from 'react';
import type { MapTheme } from '@/lib/map/palette';

const darkQuery = '(prefers-color-scheme: dark)';

function subscribe(onChange: () => void) {
  const media = matchMedia(darkQuery);
  media.addEventListener('change', onChange);
  // Sent by the settings script of the header.
  addEventListener('yuwalk:theme', onChange);
  return () => {
    media.removeEventListener('change', onChange);
    removeEventListener('yuwalk:theme', onChange);
  };
}

function currentTheme(): MapTheme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'night' || chosen === 'light') return chosen;
  return matchMedia(darkQuery).matches ? 'night' : 'light';
}

/** The theme the page is shown in now. */
export function useMapTheme(): MapTheme {
  return useSyncExternalStore<MapTheme>(subscribe, currentTheme, () => 'light');
}
