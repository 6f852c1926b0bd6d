/** Photos the city answers with: fetched from the city's own server only, never from where somebody else points. */
import { fetchCapped } from './fetch-capped';

/** Bytes of one photo. */
const SIZE_LIMIT = 15_000_000;
const TIMEOUT = 20_000;

const parse = (url: string) => (URL.canParse(url) ? new URL(url) : undefined);

/** Whether an address is a photo of the backend's: http or https, on its very host and port, and not one of our own that it repeats. */
export function isPhotoOf(url: string, backend: string, ownPhotos?: string): boolean {
  const [photo, home] = [parse(url), parse(backend)];
  if (!photo || !home || !/^https?:$/.test(photo.protocol) || photo.host !== home.host) return false;
  if (photo.username || photo.password) return false;
  return ownPhotos === undefined || !photo.href.startsWith(ownPhotos);
}

/**
 * The bytes of a photo of the backend's, whatever they are: whoever keeps them makes a picture of them anew. Throws Error where the address is not the
 * backend's, leads elsewhere, or gives too much.
 */
export async function fetchPhoto(url: string, backend: string, signal: AbortSignal): Promise<Uint8Array> {
  if (!isPhotoOf(url, backend)) throw new Error('photo: not on the host of the backend');
  const fetched = await fetchCapped(url, {}, { signal, timeout: TIMEOUT, sizeLimit: SIZE_LIMIT });
  if (fetched.status !== 200) throw new Error(`photo: ${fetched.fault ?? `http-${fetched.status}`}`);
  return fetched.bytes;
}
