/** The documents of GeoReport v2, made of the portal's kinds and published suggestions. Ids are text, lists are arrays, what is not known is null. */
import type { Locale } from '@/lib/i18n/locales';
import type { Kind } from '../../../kind';
import { wireStatusOf } from '../../../states';
import type { Published } from '../published';
import type { Wire } from './serialise';
import { formatW3cTime } from './w3c-time';

export const specification = 'http://wiki.open311.org/GeoReport_v2';

export const toServices = (kinds: readonly Kind[], locale: Locale): Wire =>
  kinds.map((kind) => ({
    service_code: kind.code,
    service_name: kind.name[locale],
    description: kind.description[locale],
    metadata: kind.questions.length > 0,
    // An id comes with the receipt.
    type: 'realtime',
    keywords: kind.keywords.join(', '),
    group: kind.group,
  }));

export const toServiceDefinition = (kind: Kind, locale: Locale): Wire => ({
  service_code: kind.code,
  attributes: kind.questions.map((question, index) => ({
    variable: question.variable,
    code: question.code,
    datatype: question.datatype,
    required: question.required,
    datatype_description: question.hint?.[locale] ?? null,
    order: index + 1,
    description: question.description[locale],
    values: question.values.map(({ key, name }) => ({ key, name: name[locale] })),
  })),
});

/** What the city last said of a suggestion. */
export interface CityWords {
  /** Its last words. */
  notes: string | undefined;
  /** When it last said anything. */
  saidAt: number | undefined;
  /** When it last answered or closed. */
  closedAt: number | undefined;
}

export function toServiceRequest(
  request: Published,
  {
    serviceName,
    words,
    mediaUrl,
  }: { serviceName: string | undefined; words: CityWords | undefined; mediaUrl: string | undefined },
): Wire {
  const status = wireStatusOf(request.state);
  const updatedAt =
    status === 'closed'
      ? (request.closedAt ?? words?.closedAt ?? request.stateAt)
      : Math.max(request.stateAt, words?.saidAt ?? 0);
  return {
    service_request_id: request.reference,
    status,
    status_notes: words?.notes ?? null,
    service_name: serviceName ?? null,
    service_code: request.kind,
    description: request.description,
    agency_responsible: request.agency ?? null,
    service_notice: null,
    requested_datetime: formatW3cTime(request.receivedAt),
    updated_datetime: formatW3cTime(updatedAt),
    expected_datetime: request.expectedAt === undefined ? null : formatW3cTime(request.expectedAt),
    address: request.address ?? null,
    address_id: null,
    zipcode: null,
    lat: request.position?.[1] ?? null,
    long: request.position?.[0] ?? null,
    media_url: mediaUrl ?? null,
  };
}

/** Where to read, in which formats, and whom to ask. `changeset` is when the services last changed. */
export const toDiscovery = ({
  changeset,
  contact,
  endpoint,
  form,
}: Record<'changeset' | 'contact' | 'endpoint' | 'form', string>): Wire => ({
  changeset,
  contact,
  key_service: `No key is needed to read, and none is given to write: suggestions are made at ${form}`,
  endpoints: [
    {
      specification,
      url: endpoint,
      changeset,
      type: 'production',
      formats: ['text/xml', 'application/json'],
    },
  ],
});
