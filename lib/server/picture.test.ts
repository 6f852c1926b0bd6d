import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { PictureError, remakePicture } from './picture';

const faultOf = (bytes: Uint8Array) =>
  remakePicture(bytes).then(
    () => 'taken',
    (error: unknown) => (error instanceof PictureError ? error.fault : error),
  );

/** A PNG that says it is enormous and holds next to nothing: a decompression bomb. */
function bomb(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([head, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

describe('a picture is made anew', () => {
  test('upright, smaller, and without place, time or device', async () => {
    const taken = await sharp({ create: { width: 3000, height: 1000, channels: 3, background: '#884422' } })
      .jpeg()
      .withExif({
        IFD0: { Make: 'SecretPhone', Copyright: 'Wang' },
        IFD3: { GPSLatitude: '29/1 33/1 0/1', GPSLatitudeRef: 'N' },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const { bytes, width, height } = await remakePicture(taken);
    expect([width, height]).toEqual([683, 2048]);
    const meta = await sharp(bytes).metadata();
    expect(meta).toMatchObject({ format: 'jpeg', width: 683, height: 2048 });
    expect([meta.exif, meta.xmp, meta.iptc, meta.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(Buffer.from(bytes).includes('SecretPhone')).toBe(false);
  });
  test.each(['png', 'webp', 'gif', 'tiff'] as const)('%s is read', async (format) => {
    const bytes = await sharp({ create: { width: 20, height: 10, channels: 4, background: '#00000000' } })
      .toFormat(format)
      .toBuffer();
    const made = await remakePicture(bytes);
    expect(made).toMatchObject({ width: 20, height: 10 });
    // What was transparent is white, not black; a TIFF of sharp's own has lost its transparency before.
    if (format !== 'tiff') expect((await sharp(made.bytes).stats()).channels[0]?.mean).toBeGreaterThan(250);
  });
});
describe('what is no picture is refused', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('hello')],
    ['a script called .jpg', Buffer.from('<script>alert(1)</script>')],
    [
      'SVG, which can run and fetch',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['the head of a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
  ])('%s', async (_, bytes) => {
    expect(await faultOf(bytes)).toBe('not-a-picture');
  });
  test('a small file that unpacks to gigabytes is refused before it is unpacked', async () => {
    const before = process.memoryUsage().rss;
    expect(await faultOf(bomb(50_000, 50_000))).toBe('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });
});
