import sharp from 'sharp';
import { expect, test } from 'vitest';
import { findPhotoPlace } from './photo-place';

/** A photo as a telephone takes it, with the place in its EXIF. */
async function photo(gps?: Record<string, string>): Promise<Blob> {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#884422' } }).jpeg();
  const bytes = await (gps ? picture.withExif({ IFD3: gps }) : picture).toBuffer();
  return new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' });
}
const jiefangbei = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '29/1 33/1 3636/100',
  GPSLongitudeRef: 'E',
  GPSLongitude: '106/1 34/1 2410/100',
};

test('where a photo was taken, in the order of GeoJSON', async () => {
  const place = await findPhotoPlace([await photo(), await photo(jiefangbei)]);
  expect(place?.[0]).toBeCloseTo(106.57336, 4);
  expect(place?.[1]).toBeCloseTo(29.5601, 4);
});

test('nothing where it says nothing, lies elsewhere, or is no photo', async () => {
  expect(await findPhotoPlace([])).toBeUndefined();
  expect(await findPhotoPlace([await photo(), new Blob(['no picture'])])).toBeUndefined();
  expect(await findPhotoPlace([await photo({ ...jiefangbei, GPSLongitudeRef: 'W' })])).toBeUndefined();
  expect(
    await findPhotoPlace([await photo({ GPSLatitudeRef: 'N', GPSLatitude: '0/0 0/0 0/0' })]),
  ).toBeUndefined();
});
