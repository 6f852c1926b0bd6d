import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { ownSheetFacts } from '../fixtures/own-sheet';
import { loadOwnPicture } from './load-own-picture';

let content: string;
beforeEach(async () => {
  content = await mkdtemp(path.join(tmpdir(), 'own-picture-'));
  await mkdir(path.join(content, 'walks/short'), { recursive: true });
});
afterEach(() => rm(content, { recursive: true }));

/** A drawing of 120 × 80 in the walk's folder, ready for paper. */
async function printed(name: string, bytes: Uint8Array | string, isGrey = false) {
  const put = (file: string, data: Uint8Array | string) =>
    writeFile(path.join(content, 'walks/short', file), data);
  await put(name, bytes);
  await put('sheet.yaml', stringify(ownSheetFacts({ picture: name })));
  const made = await loadOwnPicture('short', isGrey, content);
  if (!made) throw new Error('no picture');
  const { data, info } = await sharp(made.picture).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const first = (y * info.width + x) * info.channels;
    return [...data.subarray(first, first + info.channels)];
  };
  return { made, info, at };
}

test('a walk without a drawing has none', async () => {
  expect(await loadOwnPicture('short', false, content)).toBeUndefined();
});

test('a photograph of a drawing lies as its camera was held', async () => {
  // As the camera wrote it: upright, the upper half red; to be turned clockwise by a quarter.
  const red = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#f00' } })
    .png()
    .toBuffer();
  const photo = await sharp({ create: { width: 80, height: 120, channels: 3, background: '#00f' } })
    .composite([{ input: red, top: 0, left: 0 }])
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { made, info, at } = await printed('sheet.jpg', photo);
  expect([info.width, info.height]).toEqual([120, 80]);
  expect(at(110, 40)[0]).toBeGreaterThan(200);
  expect(at(10, 40)[2]).toBeGreaterThan(200);
  expect(made).toMatchObject({ illustrator: 'Test', licence: 'CC BY 4.0', date: '2026-11-25' });
});

test('an SVG is as fine as an A3 is printed, whatever size it gives itself', async () => {
  const svg = (size: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80" ${size}><rect width="60" height="80" fill="#a0522d"/></svg>`;
  for (const size of ['', 'width="60mm" height="40mm"', 'width="2400" height="1600"']) {
    const { info } = await printed('sheet.svg', svg(size));
    expect(Math.abs(info.width - 4961), size).toBeLessThan(3);
  }
  const { at, info } = await printed('sheet.svg', svg(''), true);
  expect(new Set(at(100, 100)).size).toBe(1);
  expect(info.height).toBeGreaterThan(3300);
}, 30_000);
