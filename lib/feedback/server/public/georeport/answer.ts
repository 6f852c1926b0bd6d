/** The portal's own GeoReport v2 endpoint: read-only, published suggestions only. */
import { defaultLocale, isLocale } from '@/lib/i18n/locales';
import type { Kind } from '../../../kind';
import type { Store } from '../../store';
import { listPublished } from '../list-published';
import { listPhotos, photoPath } from '../photos';
import { answerStates, type Published } from '../published';
import { type CityWords, toServiceDefinition, toServiceRequest, toServices } from './documents';
import { MOST_REQUESTS, readRequestsQuery } from './requests-query';
import { contentTypes, type Format, formats, serialise, type Wire } from './serialise';

export interface GeoReportAnswer {
  status: number;
  contentType: string;
  body: string;
}

export interface GeoReportContext {
  loadStore: () => Promise<Pick<Store, 'db'>>;
  kinds: readonly Kind[];
  /** Public address of a path of the portal. */
  urlOf: (path: string) => string;
  now?: number;
}

const answer = (format: Format, root: string, document: Wire, status = 200): GeoReportAnswer => ({
  status,
  contentType: contentTypes[format],
  body: serialise(format, root, document),
});

const refuse = (format: Format, status: number, ...descriptions: string[]): GeoReportAnswer =>
  answer(
    format,
    'errors',
    descriptions.map((description) => ({ code: status, description })),
    status,
  );

/** The address below the endpoint without its ending. XML is what every server has to speak: it also says that there is no such ending. */
function readPath(path: readonly string[]): { parts: string[]; format: Format; isKnown: boolean } {
  const parts = [...path];
  const last = parts.pop() ?? '';
  const dot = last.lastIndexOf('.');
  const format = formats.find((candidate) => candidate === last.slice(dot + 1));
  if (dot < 0 || !format) return { parts: [...parts, last], format: 'xml', isKnown: false };
  return { parts: [...parts, last.slice(0, dot)], format, isKnown: true };
}

/** Every method but reading. */
export function refuseMethod(path: readonly string[], form: string): GeoReportAnswer {
  const { format } = readPath(path);
  return refuse(format, 405, `This endpoint is read-only. Suggestions are made at ${form}`);
}

/** Answers a question to the endpoint; never throws. What goes wrong here is a 400, as the specification has it. */
export async function answerGeoReport(
  path: readonly string[],
  params: URLSearchParams,
  context: GeoReportContext,
): Promise<GeoReportAnswer> {
  const { parts, format, isKnown } = readPath(path);
  const [resource, id, ...rest] = parts;
  const notFound = (what: string) => refuse(format, 404, `${what} was not found`);
  if (!isKnown) return refuse(format, 404, 'Addresses end in .xml or .json');
  if (rest.length > 0) return notFound('Resource');
  const asked = params.get('locale');
  const locale = isLocale(asked) ? asked : defaultLocale;
  const { kinds, now = Date.now() } = context;
  try {
    switch (resource) {
      case 'services': {
        if (id === undefined) return answer(format, 'services', toServices(kinds, locale));
        const kind = kinds.find(({ code }) => code === id);
        return kind
          ? answer(format, 'service_definition', toServiceDefinition(kind, locale))
          : notFound(`service_code "${id}"`);
      }
      case 'requests': {
        const { filter, faults } =
          id === undefined ? readRequestsQuery(params, now) : { filter: { references: [id] } };
        if (faults) return refuse(format, 400, ...faults);
        const store = await context.loadStore();
        const { requests } = await listPublished(store, { filter, limit: MOST_REQUESTS });
        if (id !== undefined && requests.length === 0) return notFound(`service_request_id "${id}"`);
        const [words, photos] = await Promise.all([
          listCityWords(store, requests),
          listPhotos(
            store,
            requests.map(({ reference }) => reference),
          ),
        ]);
        return answer(
          format,
          'service_requests',
          requests.map((request) => {
            const photo = photos.find(({ reference }) => reference === request.reference);
            return toServiceRequest(request, {
              serviceName: kinds.find(({ code }) => code === request.kind)?.name[locale],
              words: words.get(request.reference),
              mediaUrl: photo && context.urlOf(photoPath(photo.id)),
            });
          }),
        );
      }
      case 'tokens':
        return notFound('token');
      default:
        return notFound('Resource');
    }
  } catch {
    return refuse(format, 400, 'The portal cannot answer at the moment. Please try again later.');
  }
}

/** The city's last words on each suggestion, and when it spoke. */
async function listCityWords(
  { db }: Pick<Store, 'db'>,
  requests: readonly Published[],
): Promise<Map<string, CityWords>> {
  const words = new Map<string, CityWords>();
  if (requests.length === 0) return words;
  const events = await db
    .selectFrom('feedback_event')
    .select(['reference', 'at', 'state', 'text'])
    .where(
      'reference',
      'in',
      requests.map(({ reference }) => reference),
    )
    .where('by', 'in', ['city', 'desk'])
    .orderBy('at')
    .orderBy('recorded_at')
    .execute();
  const closing: readonly (string | null)[] = answerStates;
  for (const { reference, at, state, text } of events) {
    const before = words.get(reference);
    words.set(reference, {
      notes: text ?? before?.notes,
      saidAt: at,
      closedAt: closing.includes(state) ? at : before?.closedAt,
    });
  }
  return words;
}
