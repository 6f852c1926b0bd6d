import sharp, { type Region } from 'sharp';
import { expect, test } from 'vitest';
import { blurPicture } from './blur';

/** Black and white stripes, four pixels each: as much to read as a picture can hold. */
async function stripes(width: number, height: number) {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data.fill(((x >> 2) & 1) * 255, (y * width + x) * 3, (y * width + x) * 3 + 3);
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer();
}

const pixelsOf = async (bytes: Uint8Array, part: Region) =>
  sharp(bytes).extract(part).greyscale().raw().toBuffer();

/** How far apart the lightest and the darkest are: 255 in the stripes. */
const contrastOf = (pixels: Buffer) => Math.max(...pixels) - Math.min(...pixels);

test('what is hidden is gone, what is not stays', async () => {
  const original = await stripes(800, 600);
  const blurred = await blurPicture(original, [{ x: 25, y: 25, width: 25, height: 20 }]);
  const inside = { left: 204, top: 154, width: 190, height: 110 };
  expect(contrastOf(await pixelsOf(original, inside))).toBeGreaterThan(240);
  // Means of many stripes: grey, but for the noise.
  expect(contrastOf(await pixelsOf(blurred, inside))).toBeLessThan(70);
  const outside = { left: 500, top: 400, width: 200, height: 150 };
  expect(contrastOf(await pixelsOf(blurred, outside))).toBeGreaterThan(240);
  const { width, height, format, exif } = await sharp(blurred).metadata();
  expect({ width, height, format, exif }).toEqual({
    width: 800,
    height: 600,
    format: 'jpeg',
    exif: undefined,
  });
});

test('a face keeps at most five by five colours', async () => {
  const noise = await sharp({
    create: {
      width: 640,
      height: 640,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg()
    .toBuffer();
  const blurred = await blurPicture(noise, [{ x: 0, y: 0, width: 100, height: 100 }]);
  const pixels = await sharp(blurred).resize(5, 5, { kernel: 'nearest' }).greyscale().raw().toBuffer();
  const all = await sharp(blurred).greyscale().raw().toBuffer();
  // Every pixel is near one of the twenty-five.
  const near = all.filter((value) => pixels.some((square) => Math.abs(square - value) <= 4)).length;
  expect(near / all.length).toBeGreaterThan(0.97);
});

test('the same part twice is never the same twice, and parts at the edge and beyond are cut', async () => {
  const original = await stripes(320, 240);
  const part = { x: 90, y: 90, width: 30, height: 30 };
  expect(await blurPicture(original, [part])).not.toEqual(await blurPicture(original, [part]));
  await expect(blurPicture(original, [{ x: 120, y: 0, width: 5, height: 5 }])).rejects.toThrow(RangeError);
});
