import { request as ask, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layShortWay } from './short-way';

let server: Server;
let takeAway: () => void;
let base: string;
const seen: Request[] = [];

beforeAll(async () => {
  takeAway = layShortWay({
    path: '/taken',
    mostBytes: 1000,
    handler: async (request) => {
      seen.push(request);
      const { fails } = (await request.json()) as { fails?: boolean };
      if (fails) throw new Error('broken');
      return Response.json({ way: 'short' }, { status: 201, headers: { 'Retry-After': '7' } });
    },
  });
  server = createServer((_, response) => response.end('{"way":"long"}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  takeAway();
  server.close();
});

const send = (path: string, init: RequestInit = {}) => fetch(`${base}${path}`, { method: 'POST', ...init });
const json = { 'Content-Type': 'application/json' };
const wayOf = async (response: Response) => ((await response.json()) as { way: string }).way;

test('small JSON goes the short way, with its headers, and comes back with its own', async () => {
  const response = await send('/taken', { headers: { ...json, 'X-Forwarded-For': '1.2.3.4' }, body: '{}' });
  expect([response.status, response.headers.get('retry-after')]).toEqual([201, '7']);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('content-type')).toContain('application/json');
  expect(await wayOf(response)).toBe('short');
  expect(seen.at(-1)?.headers.get('x-forwarded-for')).toBe('1.2.3.4');
});

test('where no proxy says who asks, the connection does', async () => {
  await send('/taken', { headers: json, body: '{}' });
  expect(seen.at(-1)?.headers.get('x-forwarded-for')).toBe('127.0.0.1');
});

test.each<[string, string, RequestInit]>([
  ['another address', '/other', { headers: json, body: '{}' }],
  ['a query', '/taken?x=1', { headers: json, body: '{}' }],
  ['another method', '/taken', { method: 'PUT', headers: json, body: '{}' }],
  ['a form', '/taken', { body: new URLSearchParams({ a: 'b' }) }],
  ['a long body', '/taken', { headers: json, body: JSON.stringify('x'.repeat(1000)) }],
])('%s goes the framework’s way', async (_, path, init) => {
  expect(await wayOf(await send(path, init))).toBe('long');
});

test('a body that names no length goes where its bytes are counted', async () => {
  const way = await new Promise<string>((resolve, reject) => {
    const sent = ask(`${base}/taken`, { method: 'POST', headers: json }, (response) => {
      response.on('data', (text) => resolve(JSON.parse(String(text)).way));
    });
    sent.on('error', reject);
    sent.write('{');
    sent.end('}');
  });
  expect(way).toBe('long');
});

test('a handler that breaks closes the connection, and the next is answered', async () => {
  await expect(send('/taken', { headers: json, body: '{"fails":true}' })).rejects.toThrow();
  expect(await wayOf(await send('/taken', { headers: json, body: '{}' }))).toBe('short');
});

test('taken away, everything goes the framework’s way', async () => {
  takeAway();
  expect(await wayOf(await send('/taken', { headers: json, body: '{}' }))).toBe('long');
});
