import { circleMinutes } from '@/lib/circle/circle-query';
import { locales } from '@/lib/i18n/locales';
import { serviceCategories } from '@/lib/places/service';
import { profileIds } from '@/lib/routing/profiles';
import { type ChoiceName, choices, sliders, whens } from '@/lib/routing/route-query';

const geojson = (description: string) => ({
  get: {
    summary: description,
    responses: {
      200: { description, content: { 'application/geo+json': { schema: { type: 'object' } } } },
    },
  },
});
const csv = (description: string) => ({
  get: {
    summary: description,
    responses: { 200: { description, content: { 'text/csv': { schema: { type: 'string' } } } } },
  },
});
const query = (name: string, description: string, schema: object, required = false) => ({
  name,
  in: 'query',
  description,
  required,
  schema,
});
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { type: 'object' } } },
});

/** OpenAPI 3.1 description of what the portal gives as data, from the very lists the code reads. */
export function openApi(server: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'YuWalk 渝步: open data',
      version: '1',
      description:
        'Walks, places, services, notices and circles of Chongqing on foot. WGS-84, longitude first.',
      license: {
        name: 'CC BY 4.0; ways and streets ODbL 1.0, © OpenStreetMap contributors',
        url: 'https://creativecommons.org/licenses/by/4.0/',
      },
    },
    servers: [{ url: server }],
    paths: {
      '/data/walks.geojson': geojson('The walks as lines with their measures'),
      '/data/places.geojson': geojson('The places of the walks'),
      '/data/services.geojson': geojson('Service points of the fifteen-minute circle'),
      '/data/services.csv': csv('The same as a table'),
      '/data/coverage.geojson': geojson(
        'Every way with the minutes to the nearest service by profile and category',
      ),
      '/data/coverage.csv': csv(
        'Share of the ways within 5, 10 and 15 minutes of a service, by profile and category',
      ),
      '/data/suggestions.csv': csv(
        'Suggestions whose senders and staff let them be published, with the days to the first answer',
      ),
      '/open311/v2/requests.json': {
        get: {
          summary: 'The same for programs: Open311 GeoReport v2, read-only; also as .xml, see discovery.json',
          parameters: [
            query('service_request_id', 'These only; comma delimited, overrides all else', {
              type: 'string',
            }),
            query('service_code', 'Kinds; comma delimited', { type: 'string' }),
            query('status', 'open, closed or both; comma delimited', { type: 'string' }),
            query('start_date', 'Received from, with time zone; at most 90 days before end_date', {
              type: 'string',
              format: 'date-time',
            }),
            query('end_date', 'Received until; now where it is left out', {
              type: 'string',
              format: 'date-time',
            }),
            query('locale', 'Language of the names', { enum: locales, default: 'zh-CN' }),
          ],
          responses: {
            200: {
              description: 'At most 1000 suggestions, newest first',
              content: { 'application/json': { schema: { type: 'array', items: { type: 'object' } } } },
            },
            400: {
              description: 'What was wrong with the question, as GeoReport says it',
              content: { 'application/json': { schema: { type: 'array', items: { type: 'object' } } } },
            },
          },
        },
      },
      '/data/notices.json': {
        get: {
          summary: 'Notices in force or to come, and the edges they take out of the network',
          responses: {
            200: { description: 'Notices', content: { 'application/json': { schema: { type: 'object' } } } },
          },
        },
      },
      '/data/circle.geojson': {
        get: {
          summary: 'The circle of one person: area, healthy walker, services reached and lost',
          parameters: [
            query(
              'from',
              'Where it starts: longitude,latitude, or place.…, station.… or walk.… by id',
              { type: 'string', examples: ['106.57336,29.56011', 'place.jiefangbei'] },
              true,
            ),
            query('minutes', 'How long', { enum: circleMinutes, default: 15 }),
            query('way', 'Going out from the start, or coming back to it', {
              enum: ['from', 'to'],
              default: 'from',
            }),
            query('profile', 'How one moves', { enum: profileIds, default: 'walk' }),
            query('when', 'Hours count from now, from a time, or not at all', {
              enum: whens,
              default: 'now',
            }),
            query('at', 'Time of day in Chongqing, HH:MM', {
              type: 'string',
              pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
            }),
            query('on', 'Day, YYYY-MM-DD', { type: 'string', format: 'date' }),
            query('category', 'Only these categories', { type: 'array', items: { enum: serviceCategories } }),
            ...Object.entries(sliders).map(([name, { least, most }]) =>
              query(
                name,
                {
                  pace: 'Pace on the flat, km/h',
                  up: 'Steepest uphill, %',
                  down: 'Steepest downhill, %',
                  width: 'Narrowest passage, m',
                  stepup: 'Seconds for a step up',
                  stepdown: 'Seconds for a step down',
                }[name as keyof typeof sliders],
                { type: 'number', minimum: least, maximum: most },
              ),
            ),
            ...Object.entries(choices).map(([name, { values }]) =>
              query(
                name,
                {
                  steps: 'Whether stairs can be taken',
                  lifts: 'Whether lifts can be taken',
                  escalators: 'Whether escalators and moving walkways can be taken',
                  cableways: 'Whether cableways and ferries can be taken',
                  kerb: 'The highest kerb that can be taken',
                  ground: 'The roughest ground that can be taken',
                  unknown: 'What to do where nobody surveyed',
                }[name as ChoiceName],
                { enum: Object.keys(values) },
              ),
            ),
            query('lang', 'Language of the names', { enum: locales, default: 'zh-CN' }),
          ],
          responses: {
            200: {
              description:
                'A FeatureCollection; `ignored` names what was not understood or left out, a second start too',
              content: { 'application/geo+json': { schema: { type: 'object' } } },
            },
            400: problem('No start'),
            422: problem(
              'The start lies outside the area, or at no way; `nearest` is the nearest point on one within 20 km, `area` what is drawn',
            ),
            503: problem('The network cannot be used'),
          },
        },
      },
    },
  };
}
