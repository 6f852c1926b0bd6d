import type { StyleSpecification } from 'maplibre-gl';
import type { Locale } from '@/lib/i18n/locales';
import type { MapTheme } from './palette';
import { drawnStyle, tiandituStyle } from './style';

export type MapProvider =
  | { kind: 'drawn' }
  | { kind: 'tianditu'; key: string }
  | { kind: 'mapbox'; token: string };

/** Which base the maps run on: Mapbox with a token, Tianditu with a key, else the portal's own drawing. */
export function chooseProvider(settings: {
  mapboxToken?: string | undefined;
  tiandituKey?: string | undefined;
}): MapProvider {
  if (settings.mapboxToken) return { kind: 'mapbox', token: settings.mapboxToken };
  if (settings.tiandituKey) return { kind: 'tianditu', key: settings.tiandituKey };
  return { kind: 'drawn' };
}

/** The first layer of a style that names things: what is laid on a map goes below it. Mapbox's own layers are not ours to know. */
export const firstNameLayer = ({ kind }: MapProvider): string | undefined =>
  ({ drawn: 'station', tianditu: 'names', mapbox: undefined })[kind];

/** Style of a provider: a style object, or Mapbox's own address. */
export function providerStyle(
  provider: MapProvider,
  theme: MapTheme,
  locale: Locale,
): StyleSpecification | string {
  if (provider.kind === 'mapbox')
    return `mapbox://styles/mapbox/${theme === 'night' ? 'dark-v11' : 'light-v11'}`;
  if (provider.kind === 'tianditu') return tiandituStyle(provider.key, locale);
  return drawnStyle(theme, locale);
}
