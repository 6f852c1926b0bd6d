import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { locales } from '@/lib/i18n/locales';
import { kindSchema } from '../../../kind';
import { describeDatabases } from '../../fixtures/databases';
import { publish } from '../../fixtures/publish';
import { useStore } from '../../fixtures/use-store';
import { recordUpdate } from '../../record-update';
import type { Store } from '../../store';
import { answerGeoReport, refuseMethod } from './answer';
import { toDiscovery } from './documents';
import { readXml } from './fixtures/read-xml';
import {
  discoverySchema,
  errorsSchema,
  serviceDefinitionSchema,
  serviceRequestsSchema,
  servicesSchema,
} from './fixtures/schemas';
import { serialise } from './serialise';
import { formatW3cTime, parseW3cTime } from './w3c-time';

const folder = path.join(import.meta.dirname, '../../../../../content/feedback');
const kinds = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => kindSchema.parse(parse(readFileSync(path.join(folder, file), 'utf8'))));
const DAY = 86_400_000;
const now = Date.parse('2026-11-26T12:00:00+08:00');

const askOf = (store?: Store) => async (address: string) => {
  const [where = '', query] = address.split('?');
  const answer = await answerGeoReport(where.split('/'), new URLSearchParams(query), {
    loadStore: async () => {
      if (!store) throw new Error('no database');
      return store;
    },
    kinds,
    urlOf: (target) => `https://walk.example.org${target}`,
    now,
  });
  return answer;
};

/** JSON's document, after making sure that XML says the same. */
async function askBoth(ask: ReturnType<typeof askOf>, address: string, root: string) {
  const [where, query] = address.split('?');
  const [json, xml] = await Promise.all(
    ['json', 'xml'].map((format) => ask(`${where}.${format}${query === undefined ? '' : `?${query}`}`)),
  );
  expect(json?.contentType).toBe('application/json; charset=utf-8');
  expect(xml?.contentType).toBe('text/xml; charset=utf-8');
  expect(json?.status).toBe(xml?.status);
  const document: unknown = JSON.parse(json?.body ?? '');
  const source = xml?.body ?? '';
  expect(source.startsWith('<?xml version="1.0" encoding="utf-8"?>')).toBe(true);
  expect(source).not.toContain('xmlns');
  const read = readXml(source);
  expect(read.root).toBe(root);
  // XML knows text only, and no difference between nothing and an empty text.
  const asText = (value: unknown): unknown =>
    value === null || value === ''
      ? null
      : Array.isArray(value)
        ? value.map(asText)
        : typeof value === 'object'
          ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asText(inner)]))
          : String(value);
  expect(read.document).toEqual(asText(document));
  return { status: json?.status, document };
}

test('services in every language, and the definition of each', async () => {
  const ask = askOf();
  for (const locale of locales) {
    const { document } = await askBoth(ask, `services?locale=${locale}`, 'services');
    const services = servicesSchema.parse(document);
    expect(services.map(({ service_code, service_name }) => [service_code, service_name])).toEqual(
      kinds.map(({ code, name }) => [code, name[locale]]),
    );
    for (const { service_code, metadata } of services) {
      const definition = await askBoth(
        ask,
        `services/${service_code}?locale=${locale}`,
        'service_definition',
      );
      const { attributes } = serviceDefinitionSchema.parse(definition.document);
      expect(attributes.length > 0).toBe(metadata);
    }
  }
  // Without a language, or in one nobody speaks here: Chinese.
  const { document } = await askBoth(ask, 'services?locale=xx&jurisdiction_id=', 'services');
  expect(document).toEqual((await askBoth(ask, 'services', 'services')).document);
});

test('discovery names both formats', () => {
  const document = toDiscovery({
    changeset: '2026-11-26T00:00:00+08:00',
    contact: 'walk@example.org',
    endpoint: 'https://walk.example.org/open311/v2',
    form: 'https://walk.example.org/zh-CN/feedback',
  });
  discoverySchema.parse(JSON.parse(serialise('json', 'discovery', document)));
  const { root, document: read } = readXml(serialise('xml', 'discovery', document));
  expect(root).toBe('discovery');
  discoverySchema.parse(read);
});

test('errors are errors in the format that was asked for', async () => {
  const ask = askOf();
  for (const [address, status] of [
    ['services/no-such', 404],
    ['tokens/abc', 404],
    ['nothing', 404],
    ['services/a/b', 404],
    ['requests?start_date=yesterday', 400],
    ['requests?start_date=2026-11-01T00:00:00', 400],
    ['requests?start_date=2026-02-30', 400],
    ['requests?status=pending', 400],
    ['requests?start_date=2026-01-01&end_date=2026-11-01', 400],
    ['requests?start_date=2026-11-02&end_date=2026-11-01', 400],
    // The database is away: the specification makes a 400 of that too.
    ['requests', 400],
  ] as const) {
    const answer = await askBoth(ask, address, 'errors');
    expect(answer.status, address).toBe(status);
    for (const { code } of errorsSchema.parse(answer.document)) expect(code).toBe(status);
  }
  const both = await askBoth(ask, 'requests?status=pending&start_date=x', 'errors');
  expect(errorsSchema.parse(both.document)).toHaveLength(2);
  // An address without an ending, or with another one, is answered in the format all servers speak.
  for (const address of ['requests', 'requests.html', 'services/', ''])
    expect(readXml((await ask(address)).body).root, address).toBe('errors');
  const refused = refuseMethod(['requests.json'], 'https://walk.example.org/zh-CN/feedback');
  expect(refused.status).toBe(405);
  errorsSchema.parse(JSON.parse(refused.body));
});

test('times carry the zone of the city, and are read with any', () => {
  expect(formatW3cTime(now)).toBe('2026-11-26T12:00:00+08:00');
  for (const text of [
    '2026-11-26T12:00:00+08:00',
    '2026-11-26T12:00:00 08:00',
    '2026-11-26T04:00Z',
    '2026-11-26T04:00:00.000Z',
  ])
    expect(parseW3cTime(text, 'start'), text).toBe(now);
  expect(parseW3cTime('2026-11-26', 'end')).toBe(Date.parse('2026-11-26T23:59:59.999+08:00'));
  for (const text of [
    '2026-11-26T04:00:00',
    '26.11.2026',
    '2026-13-01',
    '2026-02-29T00:00Z',
    '2026-11-26T25:00Z',
    '',
  ])
    expect(parseW3cTime(text, 'start'), text).toBeUndefined();
});

describeDatabases('requests', (make) => {
  const open = useStore(make);

  test('say what the specification says, whatever people wrote', async () => {
    const store = await open();
    const ask = askOf(store);
    expect((await askBoth(ask, 'requests', 'service_requests')).document).toEqual([]);
    const text = '<b>"坡道" & \'梯坎\'</b> ]]> &amp; 🚶\n第二行';
    const { reference } = await publish(store, {
      submission: { description: text },
      receivedAt: now - 3 * DAY,
      photos: [{ bytes: new Uint8Array([1]), width: 1, height: 1, published: 1 }],
    });
    const one = async () =>
      serviceRequestsSchema.parse((await askBoth(ask, `requests/${reference}`, 'service_requests')).document);
    const [before] = await one();
    expect(before).toMatchObject({
      service_request_id: reference,
      status: 'open',
      status_notes: null,
      service_name: '台阶与坡道',
      description: text,
      requested_datetime: '2026-11-23T12:00:00+08:00',
      updated_datetime: '2026-11-23T12:00:00+08:00',
      lat: 29.56011,
      long: 106.57336,
    });
    expect(before?.media_url).toMatch(/^https:\/\/walk\.example\.org\/feedback\/photos\/[\w-]{22}\.jpg$/);
    await recordUpdate(store, {
      reference,
      update: {
        key: 'a',
        at: now - DAY,
        state: 'answered',
        text: '已加装坡道\u0001\u000b<完>',
        agency: '渝中区城市管理局',
        expectedAt: now,
      },
    });
    const [after] = serviceRequestsSchema.parse(
      JSON.parse((await ask(`requests/${reference}.json?locale=en`)).body),
    );
    expect(after).toMatchObject({
      status: 'closed',
      service_name: 'Steps and ramps',
      agency_responsible: '渝中区城市管理局',
      updated_datetime: '2026-11-25T12:00:00+08:00',
      expected_datetime: '2026-11-26T12:00:00+08:00',
    });
    // XML has no way to write control characters.
    expect((await ask(`requests/${reference}.xml`)).body).toContain('已加装坡道&lt;完&gt;');
    // Rating it later does not move the date it was closed.
    await store.db
      .updateTable('feedback_request')
      .set({ state: 'rated', state_at: now })
      .where('reference', '=', reference)
      .execute();
    expect((JSON.parse((await ask(`requests/${reference}.json`)).body) as object[])[0]).toMatchObject({
      status: 'closed',
      updated_datetime: '2026-11-25T12:00:00+08:00',
    });
  });

  test('filters: ids override all else, 90 days unless told otherwise, lists with commas', async () => {
    const store = await open();
    const ask = askOf(store);
    const say = (kind: string, daysAgo: number, isClosed = false) =>
      publish(store, {
        submission: { kind },
        receivedAt: now - daysAgo * DAY,
        updates: isClosed ? [{ key: 'a', at: now, state: 'answered' }] : [],
      });
    const a = await say('lighting', 1);
    const b = await say('toilets', 50, true);
    const c = await say('steps-ramps', 91);
    const d = await say('steps-ramps', 200, true);
    const { reference: hidden } = await publish(store, { publication: 'waiting', receivedAt: now - DAY });
    const idsOf = async (query: string) => {
      const { document } = await askBoth(ask, `requests?${query}`, 'service_requests');
      return serviceRequestsSchema.parse(document).map(({ service_request_id }) => service_request_id);
    };
    const names = Object.fromEntries(
      Object.entries({ a, b, c, d }).map(([name, { reference }]) => [reference, name]),
    );
    const namesOf = async (query: string) => (await idsOf(query)).map((id) => names[id]).join('');
    expect(await namesOf('')).toBe('ab');
    // An empty parameter is no parameter.
    expect(await namesOf('status=&service_code=&start_date=&service_request_id=')).toBe('ab');
    expect(await namesOf('status=open')).toBe('a');
    expect(await namesOf('status=open,closed')).toBe('ab');
    expect(await namesOf('service_code=toilets,lighting')).toBe('ab');
    expect(await namesOf('service_code=toilets&service_code=lighting')).toBe('ab');
    expect(await namesOf('service_code=no-such')).toBe('');
    expect(await namesOf(`end_date=${encodeURIComponent(formatW3cTime(now - 60 * DAY))}`)).toBe('c');
    expect(await namesOf(`start_date=${encodeURIComponent(formatW3cTime(now - 210 * DAY))}`)).toBe('d');
    expect(await namesOf('start_date=2026-08-01&end_date=2026-10-08')).toBe('bc');
    expect(
      await namesOf(
        `service_request_id=${d.reference},${a.reference},${hidden},YW000000000000&status=nonsense&start_date=x`,
      ),
    ).toBe('ad');
    for (const id of [hidden, 'YW000000000000', '%', "' or 1=1"]) {
      const answer = await askBoth(ask, `requests/${id}`, 'errors');
      expect(answer.status).toBe(404);
      errorsSchema.parse(answer.document);
    }
  });
});
