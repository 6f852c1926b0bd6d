import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import type { Kind } from '../../kind';
import {
  type GeoReportOptions,
  type GeoReportServer,
  startGeoReportServer,
} from '../fixtures/geo-report-server';
import type { AskedRequest, Delivery } from './backend';
import { makeOpen311Backend, type Open311BackendSettings } from './open311-backend';

const words = (text: string) => ({ 'zh-CN': text }) as unknown as Kind['name'];
const kind = {
  code: 'lighting',
  name: words('照明'),
  questions: [
    {
      code: 'problem',
      datatype: 'singlevaluelist',
      description: words('哪里有问题'),
      values: [{ key: 'dark', name: words('太暗') }],
    },
  ],
} as unknown as Kind;

const deliveryOf = ({
  request,
  ...changes
}: Partial<Omit<Delivery, 'request'>> & { request?: Partial<Delivery['request']> } = {}): Delivery => ({
  id: 'row-1',
  kind: 'create',
  reference: 'YW0123456789AB',
  mark: changes.reference ?? 'YW0123456789AB',
  service: kind,
  contact: undefined,
  photos: [],
  payload: {},
  triedAt: Date.now() - 100,
  witness: async () => undefined,
  ...changes,
  request: {
    kind: 'lighting',
    language: 'zh-CN',
    description: '路灯不亮。',
    answers: '{"problem":"dark"}',
    lng: 106.5733612345,
    lat: 29.5601,
    address: null,
    area: null,
    origin: '{}',
    received_at: Date.now() - 1000,
    state: 'received',
    round: 0,
    backend_id: null,
    backend_token: null,
    ...request,
  },
});
const asked = (changes: Partial<AskedRequest> = {}): AskedRequest => ({
  reference: 'YW0123456789AB',
  backend_id: null,
  backend_token: null,
  polled_at: null,
  kind: 'lighting',
  received_at: Date.now() - 60_000,
  state: 'received',
  state_at: Date.now() - 60_000,
  round: 0,
  ...changes,
});

const { signal } = new AbortController();
const servers: GeoReportServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function start(options: GeoReportOptions = {}, settings: Partial<Open311BackendSettings> = {}) {
  const server = await startGeoReportServer({ services: [{ code: 'lighting' }], ...options });
  servers.push(server);
  return { server, backend: makeOpen311Backend({ url: server.url, timeout: 400, ...settings }) };
}

describe('sending', () => {
  test.each([
    ['JSON and text ids', { format: 'json', ids: 'text' }, '17-00000000'],
    ['numeric ids, of which 0 is the first', { format: 'json', ids: 'number' }, '0'],
    ['XML only, found without discovery', { format: 'xml', ids: 'text' }, '17-00000000'],
    ['XML only, by discovery', { format: 'xml', ids: 'number', hasDiscovery: true }, '0'],
    ['both', { format: 'both', hasDiscovery: true }, '17-00000000'],
  ] as const)('%s', async (_, options, id) => {
    const { server, backend } = await start(options);
    expect(await backend.send(deliveryOf(), signal)).toEqual({ result: 'accepted', id });
    const { fields } = server.taken[0] ?? {};
    expect(Object.fromEntries(fields ?? [])).toEqual({
      service_code: 'lighting',
      lat: '29.5601000',
      long: '106.5733612',
      description: '路灯不亮。\n\n哪里有问题：太暗\n渝步编号：YW0123456789AB',
    });
  });

  test('key, jurisdiction, contact, photo; attributes and the mark where the city asks for them', async () => {
    const { server, backend } = await start(
      {
        apiKey: 'key',
        jurisdiction: 'cq',
        services: [
          {
            code: 'L-7',
            attributes: [
              { code: 'problem', datatype: 'singlevaluelist', values: [{ key: '4', name: '太暗' }] },
              { code: 'reference', datatype: 'string' },
            ],
          },
        ],
      },
      { apiKey: 'key', jurisdiction: 'cq', services: { lighting: 'L-7' } },
    );
    const bytes = async () => new Uint8Array();
    const outcome = await backend.send(
      deliveryOf({
        contact: { name: '王小明', phone: '023' },
        photos: ['a', 'b'].map((id) => ({ id, url: `https://walk.example/${id}.jpg`, bytes })),
      }),
      signal,
    );
    expect(outcome.result).toBe('accepted');
    expect(Object.fromEntries(server.taken[0]?.fields ?? [])).toMatchObject({
      service_code: 'L-7',
      jurisdiction_id: 'cq',
      'attribute[problem]': '4',
      'attribute[reference]': 'YW0123456789AB',
      first_name: '王小明',
      phone: '023',
      media_url: 'https://walk.example/a.jpg',
      description: '路灯不亮。\n\n照片：https://walk.example/b.jpg',
    });
  });

  test('the mark is never cut from a long description', async () => {
    const { server, backend } = await start();
    await backend.send(deliveryOf({ request: { description: '很'.repeat(4000) } }), signal);
    const description = server.taken[0]?.fields.get('description') ?? '';
    expect(description.length).toBeLessThanOrEqual(4000);
    expect(description).toMatch(/很…\n\n渝步编号：YW0123456789AB$/);
  });

  test.each([
    ['error-before', 'uncertain', 'http-500'],
    ['error-after', 'uncertain', 'http-500'],
    ['down', 'failed', 'http-400'],
    ['lost', 'uncertain', 'und_err_socket'],
    ['cut', 'uncertain', 'und_err_socket'],
    ['late', 'uncertain', 'timeout'],
    ['garbled', 'uncertain', 'unreadable'],
    ['double', 'accepted', undefined],
  ] as const)('%s is %s', async (behaviour, result, reason) => {
    const { backend } = await start({ misbehave: () => behaviour, lateness: 600 });
    const outcome = await backend.send(deliveryOf(), signal);
    expect(outcome).toMatchObject({ result, ...(reason && { reason }) });
    expect(outcome).not.toHaveProperty('isDoubtful');
  });

  test('a server that is not there got nothing; one that refuses for good may do so', async () => {
    const { server, backend } = await start();
    await backend.send(deliveryOf(), signal);
    server.options.services = [];
    expect(await backend.send(deliveryOf(), signal)).toEqual({
      result: 'failed',
      reason: 'http-404',
      isDoubtful: true,
    });
    await server.close();
    // A connection kept from before breaks; a new one is refused.
    await backend.send(deliveryOf(), signal);
    expect(await backend.send(deliveryOf(), signal)).toEqual({ result: 'failed', reason: 'econnrefused' });
  });

  test('a kind the city does not have is refused; a wrong key is not the suggestion’s fault', async () => {
    const { backend } = await start({ apiKey: 'key' });
    expect(await backend.send(deliveryOf({ request: { kind: 'toilets' } }), signal)).toEqual({
      result: 'refused',
      reason: 'unknown-service',
    });
    expect(await backend.send(deliveryOf(), signal)).toEqual({ result: 'failed', reason: 'http-403' });
  });

  test('GeoReport has no words for a rating; a reopening is a suggestion that names the first', async () => {
    const { server, backend } = await start();
    expect((await backend.send(deliveryOf({ kind: 'rating' }), signal)).result).toBe('untold');
    await backend.send(
      deliveryOf({
        kind: 'reopen',
        mark: 'YW0123456789AB-2',
        payload: { text: '还是不亮' },
        request: { backend_id: '17' },
      }),
      signal,
    );
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]?.fields.get('description')).toMatch(
      /原编号 YW0123456789AB，受理号 17\n还是不亮\n[\s\S]*路灯不亮。[\s\S]*渝步编号：YW0123456789AB-2$/,
    );
  });

  test('what comes after goes to the service the operator named for it, without the person’s words and data', async () => {
    const { server, backend } = await start(
      { services: [{ code: 'lighting' }, { code: 'follow-up' }] },
      { followUpService: 'follow-up' },
    );
    const rating = deliveryOf({
      kind: 'rating',
      mark: 'YW0123456789AB-1',
      payload: { level: 1, reason: '还是不亮' },
      contact: { phone: '023' },
      photos: [{ id: 'p', url: 'https://walk.example/p.jpg', bytes: async () => Buffer.from('') }],
      request: { backend_id: '17' },
    });
    expect((await backend.send(rating, signal)).result).toBe('accepted');
    expect(Object.fromEntries(server.taken[0]?.fields ?? [])).toEqual({
      service_code: 'follow-up',
      lat: '29.5601000',
      long: '106.5733612',
      description:
        '【评价】原编号 YW0123456789AB，受理号 17\n满意程度：非常不满意\n还是不亮\n\n渝步编号：YW0123456789AB-1',
    });
    // Looked for where it went; a follow-up in the list is not the suggestion itself.
    expect((await backend.lookUp(rating, signal)).result).toBe('found');
    expect((await backend.lookUp(deliveryOf(), signal)).result).toBe('failed');
  });

  test('a follow-up that lies beside its suggestion is not taken for it', async () => {
    const { server, backend } = await start({}, { followUpService: 'lighting' });
    await backend.send(deliveryOf(), signal);
    await backend.send(deliveryOf({ kind: 'erasure', mark: 'YW0123456789AB-1' }), signal);
    expect(server.taken).toHaveLength(2);
    const { ids } = await backend.poll([asked()], signal);
    expect(ids).toEqual([{ reference: 'YW0123456789AB', id: '17-00000000' }]);
  });

  test('discovery never leads the key to another host', async () => {
    const elsewhere = await startGeoReportServer({ services: [{ code: 'lighting' }] });
    servers.push(elsewhere);
    const { server, backend } = await start({ hasDiscovery: true });
    server.url = elsewhere.url.replace('127.0.0.1', 'localhost');
    await backend.send(deliveryOf(), signal);
    expect([server.taken.length, elsewhere.taken.length]).toEqual([1, 0]);
  });
});

describe('looking up', () => {
  test('found by its mark, in the description or an attribute, and not by that of a reopening', async () => {
    const { backend } = await start({
      services: [{ code: 'lighting', attributes: [{ code: 'reference', datatype: 'string' }] }],
    });
    await backend.send(deliveryOf({ kind: 'reopen', mark: 'YW0123456789AB-20' }), signal);
    const look = async (mark: string) => (await backend.lookUp(deliveryOf({ mark }), signal)).result;
    expect([await look('YW0123456789AB-2'), await look('YW0123456789AB-20')]).toEqual(['failed', 'found']);
    const other = deliveryOf({ reference: 'YW0123456789AC' });
    expect((await backend.lookUp(other, signal)).result).toBe('failed');
    await backend.send(other, signal);
    expect(await backend.lookUp(other, signal)).toEqual({ result: 'found', id: '17-00000001' });
  });

  test('absent only once a witness is seen', async () => {
    const { server, backend } = await start();
    const first = deliveryOf({ reference: 'YW0123456789AC' });
    await backend.send(first, signal);
    const witness = async () => ({ mark: first.mark, triedAt: Date.now() - 50, sentAt: Date.now() });
    expect(await backend.lookUp(deliveryOf(), signal)).toEqual({
      result: 'failed',
      reason: 'look-up unproven',
    });
    server.options.hidesDescriptions = true;
    expect((await backend.lookUp(deliveryOf({ witness }), signal)).result).toBe('failed');
    server.options.hidesDescriptions = false;
    expect(await backend.lookUp(deliveryOf({ witness }), signal)).toEqual({ result: 'absent' });
  });

  test('a full page is looked through by halves of its time', async () => {
    const { server, backend } = await start({}, { clockSkew: 4000 });
    const wanted = deliveryOf();
    await backend.send(wanted, signal);
    const [first] = server.taken;
    if (!first) throw new Error('nothing taken');
    // A thousand newer ones fill the page.
    first.at -= 5000;
    for (let index = 0; index < 1000; index++) {
      const { fields, ...rest } = first;
      server.taken.push({ ...rest, at: Date.now(), fields: new URLSearchParams({ description: 'x' }) });
    }
    expect(await backend.lookUp({ ...wanted, triedAt: Date.now() - 5000 }, signal)).toMatchObject({
      result: 'found',
    });
    // One second with more than a page: what was not seen may still be there.
    expect(await backend.lookUp(deliveryOf({ reference: 'YW0123456789AC' }), signal)).toEqual({
      result: 'failed',
      reason: 'look-up too-many',
    });
  });

  test('what leaves no trace cannot be looked up', async () => {
    const { backend } = await start({ services: [{ code: 'lighting', type: 'blackbox' }] });
    expect(await backend.send(deliveryOf(), signal)).toEqual({ result: 'accepted' });
    expect(await backend.lookUp(deliveryOf(), signal)).toEqual({ result: 'unsupported' });
  });
});

describe('asking', () => {
  test('a token becomes an id when the city is ready; 404 means not yet', async () => {
    const { server, backend } = await start({ services: [{ code: 'lighting', type: 'batch' }] });
    expect(await backend.send(deliveryOf(), signal)).toEqual({ result: 'accepted', token: 'token-0' });
    const request = asked({ backend_token: 'token-0' });
    expect(await backend.poll([request], signal)).toMatchObject({ ids: [], updates: [] });
    const [row] = server.taken;
    if (!row) throw new Error('nothing taken');
    Object.assign(row, { isNamed: true, status: 'closed', notes: '已换灯泡。', updated: Date.now() });
    const { ids, updates } = await backend.poll([request], signal);
    expect(ids).toEqual([{ reference: request.reference, id: '17-00000000' }]);
    expect(updates).toMatchObject([{ update: { state: 'answered', text: '已换灯泡。' } }]);
  });

  test('agency, words, answer; the same words twice are one update; ids nobody asked for are passed over', async () => {
    const { server, backend } = await start({ ids: 'number' });
    await backend.send(deliveryOf(), signal);
    const [row] = server.taken;
    if (!row) throw new Error('nothing taken');
    const poll = async () =>
      (await backend.poll([asked({ backend_id: '0' })], signal)).updates.map(({ update }) => update);
    expect(await poll()).toEqual([]);
    Object.assign(row, { agency: '照明处', updated: Date.now() - 3000 });
    expect(await poll()).toMatchObject([{ state: 'assigned', agency: '照明处' }]);
    row.notes = '已派工。';
    const [first] = await poll();
    expect(first).toMatchObject({ state: 'in-progress', text: '已派工。' });
    expect((await poll())[0]?.key).toBe(first?.key);
    Object.assign(row, { status: 'CLOSED', updated: '2026-11-26T08:00:00' });
    expect(await poll()).toMatchObject([{ state: 'answered' }]);
    row.id = '1';
    expect(await poll()).toEqual([]);
  });

  test('photos come from the city’s own host only, and our own are not taken for answers', async () => {
    const { server, backend } = await start({}, { ownPhotos: 'http://walk.example/feedback/media/' });
    await backend.send(deliveryOf(), signal);
    server.photo = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const [row] = server.taken;
    if (!row) throw new Error('nothing taken');
    const photoOf = async (media: string) => {
      Object.assign(row, { status: 'closed', media });
      return (await backend.poll([asked({ backend_id: row.id })], signal)).updates[0]?.photo;
    };
    for (const media of [
      'http://169.254.169.254/latest/meta-data',
      'http://localhost:1/x.png',
      'file:///etc/passwd',
      `${server.url.replace('http://', 'http://user:secret@')}photos/1.png`,
      'http://walk.example/feedback/media/x.jpg',
    ])
      expect(await photoOf(media), media).toBeUndefined();
    const photo = await photoOf(`${server.url}photos/1.png`);
    expect(await photo?.(signal)).toEqual(server.photo);
    await expect((await photoOf(`${server.url}nowhere.png`))?.(signal)).rejects.toThrow('http-404');
  });
});
