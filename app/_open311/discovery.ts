import { toDiscovery } from '@/lib/feedback/server/public/georeport/documents';
import { contentTypes, type Format, serialise } from '@/lib/feedback/server/public/georeport/serialise';
import { formatW3cTime } from '@/lib/feedback/server/public/georeport/w3c-time';
import { defaultLocale } from '@/lib/i18n/locales';
import { absoluteUrl, environment } from '@/lib/server/env';

/** The discovery document. It is made when the portal is built, which is when its services can have changed: that is its changeset. */
export function discoveryResponse(format: Format): Response {
  const document = toDiscovery({
    changeset: formatW3cTime(Date.now()),
    contact: environment.SITE_CONTACT_EMAIL ?? absoluteUrl(`/${defaultLocale}/about`),
    endpoint: absoluteUrl('/open311/v2'),
    form: absoluteUrl(`/${defaultLocale}/feedback`),
  });
  return new Response(serialise(format, 'discovery', document), {
    headers: { 'Content-Type': contentTypes[format], 'Access-Control-Allow-Origin': '*' },
  });
}
