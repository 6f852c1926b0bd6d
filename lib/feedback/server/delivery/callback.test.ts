import { expect, test } from 'vitest';
import { isSigned, readCallback, signCallback } from './callback';

const secret = 'a secret of the city';
const body = '[{"reference":"YW0123456789AB","status":"closed"}]';
const now = Date.parse('2026-11-26T08:00:00Z');
const timestamp = String(now / 1000);
const signed = { timestamp, signature: signCallback(secret, timestamp, body), body };

test('signed with the secret, just now', () => {
  expect(isSigned(signed, secret, now)).toBe(true);
  expect(isSigned(signed, secret, now + 299_000)).toBe(true);
});
test.each([
  ['another body', { body: body.replace('closed', 'open') }],
  ['another secret', { signature: signCallback('another', timestamp, body) }],
  ['another time', { timestamp: String(now / 1000 + 1) }],
  ['no signature', { signature: null }],
  ['half a signature', { signature: signed.signature.slice(0, 30) }],
  ['no time', { timestamp: null }],
  ['a time that is none', { timestamp: 'now', signature: signCallback(secret, 'now', body) }],
])('%s does not count', (_, change) => {
  expect(isSigned({ ...signed, ...change }, secret, now)).toBe(false);
});
test('a copy counts for five minutes only', () => {
  expect(isSigned(signed, secret, now + 301_000)).toBe(false);
  expect(isSigned(signed, secret, now - 301_000)).toBe(false);
});
test.each([
  ['no JSON', '{'],
  ['another’s reference', '[{"reference":"12","status":"closed"}]'],
  ['nothing said', '[{"reference":"YW0123456789AB","status":"open"}]'],
])('%s is refused', (_, text) => {
  expect(() => readCallback(text, now)).toThrow();
});
