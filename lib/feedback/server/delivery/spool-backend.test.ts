import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Delivery } from './backend';
import { makeSpoolBackend } from './spool-backend';
import { giveOutOnce, isGivenOut, sweepStaging } from './spool-outbox';

let root: string;
const { signal } = new AbortController();
const reference = 'YW0123456789AB';
const list = (folder: string) => readdir(path.join(root, folder)).catch(() => []);
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'spool-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const delivery: Delivery = {
  id: 'row-1',
  kind: 'create',
  reference,
  mark: reference,
  service: undefined,
  contact: { phone: '023' },
  photos: [{ id: 'p', url: 'https://walk.example/p.jpg', bytes: async () => Buffer.from('jpeg') }],
  payload: {},
  triedAt: 0,
  witness: async () => undefined,
  request: {
    kind: 'lighting',
    language: 'zh-CN',
    description: '路灯不亮。',
    answers: '{"problem":"dark"}',
    lng: 106.57,
    lat: 29.56,
    address: '解放碑',
    area: '{"district":"500103"}',
    origin: '{"walk":"lower-city"}',
    received_at: Date.parse('2026-11-26T00:00:00Z'),
    state: 'received',
    round: 0,
    backend_id: null,
    backend_token: null,
  },
};

test('a delivery is a folder with a GeoReport document and its photos', async () => {
  const backend = makeSpoolBackend(root);
  expect(await backend.lookUp(delivery, signal)).toEqual({ result: 'absent' });
  expect(await backend.send(delivery, signal)).toEqual({ result: 'accepted' });
  const folder = path.join(root, 'outbox', `${reference}.row-1`);
  expect((await readdir(folder)).sort()).toEqual(['photo-1.jpg', 'request.json']);
  expect(JSON.parse(await readFile(path.join(folder, 'request.json'), 'utf8'))).toMatchObject({
    service_requests: [
      {
        service_code: 'lighting',
        description: '路灯不亮。',
        requested_datetime: '2026-11-26T00:00:00Z',
        lat: 29.56,
        long: 106.57,
        attributes: [{ code: 'problem', values: [{ key: 'dark' }] }],
      },
    ],
    reference,
    delivery: { id: 'row-1', kind: 'create' },
    area: { district: '500103' },
    contact: { phone: '023' },
    photos: ['photo-1.jpg'],
  });
  expect(await list('staging')).toEqual([]);
});

test('what follows says what it is; an erasure holds nothing of the person', async () => {
  const backend = makeSpoolBackend(root);
  const follow = async (changes: Partial<Delivery>) => {
    await backend.send({ ...delivery, ...changes }, signal);
    const file = path.join(root, 'outbox', `${changes.mark}.${changes.id}`, 'request.json');
    return JSON.parse(await readFile(file, 'utf8'));
  };
  const rating = await follow({
    id: 'row-2',
    kind: 'rating',
    mark: `${reference}-1`,
    payload: { level: 2, reason: '没修好' },
  });
  expect(rating.service_requests[0].description).toBe(
    `【评价】原编号 ${reference}\n满意程度：不满意\n没修好`,
  );
  expect(rating.photos).toEqual([]);
  // As deleteData leaves the row.
  const erasure = await follow({
    id: 'row-3',
    kind: 'erasure',
    mark: `${reference}-2`,
    contact: undefined,
    photos: [],
    payload: { erasedAt: '2026-11-29T02:00:00.000Z' },
    request: {
      ...delivery.request,
      description: '',
      answers: '{}',
      lng: null,
      lat: null,
      address: null,
      area: null,
      origin: '{}',
      backend_id: '17',
    },
  });
  expect(erasure).toEqual({
    service_requests: [
      {
        service_code: 'lighting',
        status: 'closed',
        status_notes: expect.stringMatching(/^【撤回】原编号 YW0123456789AB，受理号 17\n提出人已/),
        description: erasure.service_requests[0].status_notes,
        requested_datetime: '2026-11-26T00:00:00Z',
        attributes: [],
      },
    ],
    reference,
    mark: `${reference}-2`,
    delivery: { id: 'row-3', kind: 'erasure', round: 0 },
    language: 'zh-CN',
    service_request_id: '17',
    origin: {},
    payload: { erasedAt: '2026-11-29T02:00:00.000Z' },
    photos: [],
  });
});

test('an erasure takes back what the exchange has not taken away yet', async () => {
  const backend = makeSpoolBackend(root);
  const later = { ...delivery, id: 'row-2', kind: 'rating' as const, mark: `${reference}-1` };
  const other = { ...delivery, id: 'row-9', reference: 'YW0123456789AC', mark: 'YW0123456789AC' };
  for (const each of [delivery, later, other]) await backend.send(each, signal);
  const erasure = { ...delivery, id: 'row-3', kind: 'erasure' as const, mark: `${reference}-2`, photos: [] };
  expect(await backend.send(erasure, signal)).toEqual({ result: 'accepted' });
  expect((await list('outbox')).sort()).toEqual([`${reference}-2.row-3`, 'YW0123456789AC.row-9']);
  expect(await list('staging')).toEqual([]);
  // Tried once more after it was given out, it stays.
  expect(await backend.send(erasure, signal)).toEqual({ result: 'accepted' });
  expect(await list('outbox')).toContain(`${reference}-2.row-3`);
});

test('given out once, also after the exchange has taken it away, and by many at once', async () => {
  const backend = makeSpoolBackend(root);
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => backend.send(delivery, signal)));
  expect(new Set(outcomes.map(({ result }) => result))).toEqual(new Set(['accepted']));
  await rename(path.join(root, 'outbox', `${reference}.row-1`), path.join(root, 'taken'));
  expect((await backend.send(delivery, signal)).result).toBe('accepted');
  expect((await backend.lookUp(delivery, signal)).result).toBe('found');
  expect(await list('outbox')).toEqual([]);
  expect(await list('staging')).toEqual([]);
});

test('cut off before the promise nothing was given out; after it, whoever comes next finishes', async () => {
  const files = async () => [{ name: 'request.json', content: 'new' }];
  const [lost, promised] = ['1', '2'].map((digit) => `${digit.repeat(8)}-0000-4000-8000-000000000000`);
  for (const nonce of [lost, promised]) {
    await mkdir(path.join(root, 'staging', `a.${nonce}`), { recursive: true });
    await writeFile(path.join(root, 'staging', `a.${nonce}`, 'request.json'), 'first');
  }
  expect(await isGivenOut(root, 'a')).toBe(false);
  await mkdir(path.join(root, 'ledger'), { recursive: true });
  await mkdir(path.join(root, 'outbox'), { recursive: true });
  await writeFile(path.join(root, 'ledger', 'a'), promised ?? '');
  await giveOutOnce(root, 'a', files);
  expect(await readFile(path.join(root, 'outbox', 'a', 'request.json'), 'utf8')).toBe('first');
  await sweepStaging(root, Date.now() - 60_000);
  expect(await list('staging')).toEqual([`a.${lost}`]);
  await sweepStaging(root, Date.now() + 1000);
  expect(await list('staging')).toEqual([]);
});

test('a folder that cannot be written is a failure that may be tried again', async () => {
  await writeFile(path.join(root, 'staging'), 'in the way');
  const outcome = await makeSpoolBackend(root).send(delivery, signal);
  expect(outcome).toMatchObject({ result: 'failed', reason: expect.stringMatching(/^spool e/) });
  expect(await list('ledger')).toEqual([]);
});

test('the inbox: read, kept, filed away; what is wrong is put aside with the reason', async () => {
  const inbox = path.join(root, 'inbox');
  await mkdir(inbox);
  const put = async (name: string, content: string, age = 120_000) => {
    await writeFile(path.join(inbox, name), content);
    const then = new Date(Date.now() - age);
    await utimes(path.join(inbox, name), then, then);
  };
  const row = {
    reference,
    status: 'closed',
    status_notes: '已修好。',
    updated_datetime: '2026-11-26T08:00:00+08:00',
  };
  await put('good.json', JSON.stringify({ service_requests: [{ ...row, photo: 'done.jpg' }] }));
  await put('done.jpg', 'photo');
  await put(
    'good.xml',
    `<service_requests><request><reference>${reference}-3</reference><state>assigned</state></request></service_requests>`,
  );
  await put('unknown.json', JSON.stringify([{ ...row, reference: 'YWZZZZZZZZZZZZ' }]));
  await put('foreign.json', JSON.stringify([{ ...row, reference: 'other' }]));
  await put('escape.json', JSON.stringify([{ ...row, photo: '../secret.jpg' }]));
  await put('half.json', '[{"reference":');
  await put('writing.json', '[{"reference":', 0);
  await put('.hidden.json', '[');
  const backend = makeSpoolBackend(root);
  const { updates, settle } = await backend.poll([], signal);
  expect(updates.map((told) => [told.reference, told.update.state])).toEqual([
    [reference, 'answered'],
    [reference, 'assigned'],
    ['YWZZZZZZZZZZZZ', 'answered'],
  ]);
  expect(Buffer.from((await updates[0]?.photo?.(signal)) ?? []).toString()).toBe('photo');
  // Nothing is filed away before it is kept.
  expect(await list('inbox/done')).toEqual([]);
  await settle(new Set(['YWZZZZZZZZZZZZ']));
  expect((await list('inbox/done')).sort()).toEqual(['done.jpg', 'good.json', 'good.xml']);
  expect((await list('inbox/rejected')).filter((name) => !name.endsWith('.reason.txt')).sort()).toEqual([
    'escape.json',
    'foreign.json',
    'half.json',
    'unknown.json',
  ]);
  expect(await readFile(path.join(inbox, 'rejected/unknown.json.reason.txt'), 'utf8')).toContain(
    'YWZZZZZZZZZZZZ',
  );
  expect((await readdir(inbox)).sort()).toEqual(['.hidden.json', 'done', 'rejected', 'writing.json']);
});

test('a photo that is a link out of the inbox is not read', async () => {
  const inbox = path.join(root, 'inbox');
  await mkdir(inbox);
  await writeFile(path.join(root, 'secret.jpg'), 'secret');
  await symlink(path.join(root, 'secret.jpg'), path.join(inbox, 'photo.jpg'));
  await writeFile(
    path.join(inbox, 'a.json'),
    JSON.stringify([{ reference, status: 'closed', photo: 'photo.jpg' }]),
  );
  const { updates } = await makeSpoolBackend(root).poll([], signal);
  await expect(updates[0]?.photo?.(signal)).rejects.toThrow('not in the inbox');
});
