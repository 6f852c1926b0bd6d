import { expect, test } from 'vitest';
import { isPublicAddress, publicLookup } from './public-lookup';

test('only addresses of the open internet are public', () => {
  for (const address of ['1.1.1.1', '223.5.5.5', '2606:4700:4700::1111'])
    expect(isPublicAddress(address), address).toBe(true);
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.100.100.200',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    'fd00::1',
    'fe80::1',
    'localhost',
  ])
    expect(isPublicAddress(address), address).toBe(false);
});

test('a name of this machine is not looked up', async () => {
  const failure = await new Promise((resolve) =>
    publicLookup('localhost', { all: true }, (error) => resolve(error?.message)),
  );
  expect(failure).toBe('not a public address');
});
