import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeZip } from './fixtures/make-zip';
import { unzip } from './unzip';

const files = { 'a.txt': 'one, two', 'b/大.txt': 'x'.repeat(500), 'c.bin': Buffer.alloc(0) };
const textsOf = (zip: Buffer, most = 1000) =>
  Object.fromEntries(unzip(zip, () => true, most).map(({ name, bytes }) => [name, bytes.toString()]));
const wanted = Object.fromEntries(Object.entries(files).map(([name, content]) => [name, content.toString()]));

test.each([[true], [false]])('files come back as they were, stored: %s', (isStored) => {
  expect(textsOf(makeZip(files, isStored))).toEqual(wanted);
});

test('the same large file named again and again is refused before it fills the memory', () => {
  const zip = makeZip({ 'a.txt': Buffer.alloc(600) });
  const end = zip.length - 22;
  const entry = zip.subarray(zip.readUInt32LE(end + 16), end);
  const bomb = Buffer.concat([zip.subarray(0, end), ...Array(999).fill(entry), zip.subarray(end)]);
  bomb.writeUInt16LE(1000, bomb.length - 12);
  expect(() => textsOf(bomb)).toThrow(/larger than/);
});

test.each([[true], [false]])('changed and cut archives are refused or read right, stored: %s', (isStored) => {
  const zip = makeZip(files, isStored);
  const change = fc.tuple(fc.nat(zip.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(change, { maxLength: 4 }), fc.nat(zip.length), (changes, length) => {
      const changed = Buffer.from(zip.subarray(0, changes.length > 0 ? zip.length : length));
      for (const [at, value] of changes) changed[at] = value;
      let texts: Record<string, string>;
      try {
        texts = textsOf(changed);
      } catch (error) {
        expect(error).toBeInstanceOf(Error);
        return;
      }
      // The name of a file and which files there are have no checksum; what is in them has.
      for (const text of Object.values(texts)) expect(Object.values(wanted)).toContain(text);
    }),
    { numRuns: 2000, seed: 4 },
  );
});
