import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { convertDatum } from '@/lib/geo/datum';
import { distanceMeters, type LngLat } from '@/lib/geo/position';
import { NetworkImportError } from '@/lib/routing/server/network-import-error';
import { serviceFeatureSchema } from '../service';
import { importCsv, importGeoJson } from './import-list';
import { importOsmServices } from './import-osm-services';
import { ServiceImportError } from './service-import-error';

const today = '2026-11-25';
const monument: LngLat = [106.57336, 29.56011];
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'services-'));
});
afterAll(() => rm(folder, { recursive: true }));

const put = async (name: string, content: string | Uint8Array) => {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
};

describe("a city's table", () => {
  const table = async (text: string | Uint8Array, more: object = {}) =>
    importCsv({ file: await put('list.csv', text), datum: 'wgs84', today, ...more });

  test('Chinese headers, quotes, CRLF and the mark of UTF-8', async () => {
    const { features, skipped } = await table(
      '\uFEFF名称,类别,经度,纬度,开放时间,无障碍,来源\r\n"""好""医院",医院,106.57336,29.56011,24/7,是,区卫健委\r\n解放碑公厕,公厕,106.574,29.5605,,,区环卫\r\n',
    );
    expect(skipped).toEqual([]);
    expect(features[0]?.properties).toMatchObject({
      id: expect.stringMatching(/^list-[0-9a-f]{10}$/),
      category: 'health',
      kind: 'hospital',
      name: '"好"医院',
      opening_hours: '24/7',
      wheelchair: 'yes',
      sources: ['区卫健委'],
      checked: today,
    });
    // An empty field is unknown, never accessible.
    expect(features[1]?.properties).not.toHaveProperty('wheelchair');
    for (const feature of features) expect(serviceFeatureSchema.safeParse(feature).success).toBe(true);
  });
  test('GB18030 is recognised', async () => {
    // 名称,类别,经度,纬度 / 医院 in GB18030.
    const gb = Buffer.from(
      'c3fbb3c62cc0e0b1f02cbead b6c82cceb3b6c80a'.replace(/ /g, '') +
        'd2bdd4ba2cd2bdd4ba2c3130362e35372c32392e35360a',
      'hex',
    );
    expect((await table(gb)).features[0]?.properties.name).toBe('医院');
  });
  test('the datum that is named is the one that is read', async () => {
    const [lng, lat] = convertDatum(monument, 'wgs84', 'gcj02');
    const { features } = await table(`name,category,lng,lat\nA,health,${lng},${lat}\n`, { datum: 'gcj02' });
    expect(distanceMeters(features[0]?.geometry.coordinates as LngLat, monument)).toBeLessThan(0.2);
  });
  test('every bad row is told by its line, the good ones are kept', async () => {
    const { features, skipped } = await table(
      [
        'name,category,lng,lat,wheelchair,checked',
        'A,health,106.57,29.56,,',
        ',health,106.57,29.56,,',
        'B,casino,106.57,29.56,,',
        '',
        'C,health,east,29.56,,',
        'D,health,121.47,31.23,,',
        'E,health,106.58,29.56,perhaps,',
        'F,health,106.58,29.56,,yesterday',
        'A,health,106.57,29.56,,',
      ].join('\n'),
    );
    expect(features).toHaveLength(1);
    expect(skipped.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      '3: no name',
      '4: unknown category "casino"',
      '6: its position is no pair of numbers',
      '7: 121.47, 31.23 lies outside the city',
      '8: wheelchair "perhaps" is not yes, limited or no',
      '9: "yesterday" is no date (2026-11-25)',
      '10: the same as line 2',
    ]);
  });
  test('columns may be named', async () => {
    const { features } = await table('单位,大类,X坐标,lat\nA,小学,106.57,29.56\n', {
      columns: { name: '单位', category: '大类', lng: 'X坐标' },
    });
    expect(features[0]?.properties).toMatchObject({
      name: 'A',
      category: 'education',
      kind: 'primary-school',
    });
  });
  test('a row is told by the line it starts on, cells with lines in them or not', async () => {
    const { skipped } = await table(
      'name,category,lng,lat\n"A\nB",health,106.57,29.56\n\n,health,1,2\nC,health,1,2,3\n',
    );
    expect(skipped).toEqual([
      { line: 5, reason: 'no name' },
      { line: 6, reason: 'it has more cells than the header' },
    ]);
  });
  test('ids stay when rows are sorted another way, and swapped positions are told', async () => {
    const rows = ['A,公厕,106.57,29.56', 'B,公厕,106.58,29.56'];
    const idsOf = async (sorted: string[]) =>
      (await table(`name,category,lng,lat\n${sorted.join('\n')}`)).features.map(
        ({ properties }) => properties.id,
      );
    expect(await idsOf(rows)).toEqual((await idsOf([...rows].reverse())).reverse());
    expect((await table('name,category,lng,lat\nA,公厕,29.56,106.57\n')).skipped[0]?.reason).toMatch(
      /swapped/,
    );
  });
  test('words about hours stay words, other ways to write a date are read', async () => {
    const { features } = await table(
      'name,category,lng,lat,开放时间,核对日期\nA,公园,106.57,29.56,节假日休息,2026年3月1日\n',
    );
    expect(features[0]?.properties).toMatchObject({ 'note:zh-CN': '节假日休息', checked: '2026-03-01' });
    expect(features[0]?.properties).not.toHaveProperty('opening_hours');
  });
  test('a named column that is not there is refused', async () => {
    await expect(table('name,category,lng,lat\n', { columns: { name: '单位' } })).rejects.toThrow(
      /no column "单位"/,
    );
  });
  test.each([
    ['no such columns', 'a,b\n1,2\n'],
    ['nothing in it', ''],
    ['not text', new Uint8Array([0, 1, 2, 3])],
    ['a quote that never ends', 'name,category,lng,lat\n"A,health,1,2\n'],
  ])('a bad file is refused: %s', async (_, content) => {
    await expect(table(content)).rejects.toBeInstanceOf(ServiceImportError);
  });
  test('no bytes crash it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const text = Buffer.concat([Buffer.from('name,category,lng,lat\n'), bytes]);
        await table(text).catch((error) => expect(error).toBeInstanceOf(ServiceImportError));
      }),
      { numRuns: 100 },
    );
  });
});

test('random bytes are refused by name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const options = { file: await put('random', bytes), datum: 'bd09' as const, today };
      await expect(importCsv(options)).rejects.toBeInstanceOf(ServiceImportError);
      await expect(importGeoJson(options)).rejects.toBeInstanceOf(ServiceImportError);
    }),
    { numRuns: 200, seed: 5 },
  );
});

describe('a collection', () => {
  const read = async (data: unknown) =>
    importGeoJson({ file: await put('list.geojson', JSON.stringify(data)), datum: 'wgs84', today });
  test('points, and areas by a point inside', async () => {
    const { features, skipped } = await read({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: monument },
          properties: { name: 'A', category: 'green' },
        },
        {
          type: 'Feature',
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [106.57, 29.56],
                [106.58, 29.56],
                [106.58, 29.57],
                [106.57, 29.56],
              ],
            ],
          },
          properties: { 名称: 'B', 类别: '公园' },
        },
        { type: 'Feature', geometry: null, properties: { name: 'C', category: 'green' } },
      ],
    });
    expect(features.map(({ geometry }) => geometry.coordinates)).toEqual([
      [...monument],
      [106.576667, 29.563333],
    ]);
    expect(skipped).toEqual([{ line: 3, reason: 'its position is no pair of numbers' }]);
  });
  test('a name over two lines is one, and a feature twice is told by its number', async () => {
    const feature = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: monument },
      properties: { name: '大田湾\r\n体育场', category: 'sport' },
    };
    const { features, skipped } = await read({ type: 'FeatureCollection', features: [feature, feature] });
    expect(features.map(({ properties }) => properties.name)).toEqual(['大田湾 体育场']);
    expect(skipped).toEqual([{ line: 2, reason: 'the same as feature 1' }]);
  });
  test('our own file comes back as it was', async () => {
    const file = path.join(import.meta.dirname, '../../../content/services/seed.geojson');
    const { features, skipped } = await importGeoJson({ file, datum: 'wgs84', today });
    expect(skipped).toEqual([]);
    expect({ type: 'FeatureCollection', features }).toEqual(JSON.parse(await readFile(file, 'utf8')));
  });
  test('any JSON is read or left out', async () => {
    const geometry = fc.oneof(
      fc.record({ type: fc.constantFrom('Point', 'Polygon', 'MultiPolygon'), coordinates: fc.jsonValue() }),
      fc.jsonValue(),
    );
    const feature = fc.oneof(fc.record({ properties: fc.jsonValue(), geometry }), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(fc.array(feature, { maxLength: 4 }), async (features) => {
        expect((await read({ features })).skipped).toHaveLength(features.length);
      }),
      { numRuns: 200, seed: 6 },
    );
  });
  test('what is no collection is refused', async () => {
    await expect(read({ type: 'Feature' })).rejects.toBeInstanceOf(ServiceImportError);
  });
});

const osm = (body: string) => `<?xml version="1.0"?><osm version="0.6">${body}</osm>`;

describe('OpenStreetMap', () => {
  test('named amenities, unnamed toilets, areas; nothing is called accessible that nobody called so', async () => {
    const file = await put(
      'x.osm',
      osm(`
        <node id="1" lat="29.56" lon="106.57"><tag k="amenity" v="hospital"/><tag k="name" v="医院"/><tag k="name:zh-Hant" v="醫院"/><tag k="name:en" v="Hospital"/><tag k="opening_hours" v="24/7"/><tag k="wheelchair" v="designated"/></node>
        <node id="2" lat="29.561" lon="106.57"><tag k="amenity" v="toilets"/><tag k="wheelchair" v="yes"/><tag k="fee" v="no"/></node>
        <node id="3" lat="29.562" lon="106.57"><tag k="amenity" v="restaurant"/></node>
        <node id="4" lat="29.563" lon="106.57"><tag k="amenity" v="shelter"/><tag k="name" v="Bus shelter"/></node>
        <node id="5" lat="29.564" lon="106.57"/><node id="6" lat="29.566" lon="106.57"/><node id="7" lat="29.566" lon="106.574"/>
        <way id="9"><nd ref="5"/><nd ref="6"/><nd ref="7"/><nd ref="5"/><tag k="leisure" v="park"/><tag k="name" v="公园"/></way>
        <way id="10"><nd ref="5"/><nd ref="6"/><tag k="highway" v="footway"/></way>`),
    );
    const { features, report } = await importOsmServices({ file, today });
    expect(features.map(({ properties }) => [properties.id, properties.category])).toEqual([
      ['node/1', 'health'],
      ['node/2', 'toilet'],
      ['way/9', 'green'],
    ]);
    expect(features[0]?.properties).toMatchObject({ 'name:zh-Hant': '醫院', 'name:en': 'Hospital' });
    expect(features[0]?.properties).not.toHaveProperty('wheelchair');
    expect(features[1]?.properties).toMatchObject({ wheelchair: 'yes', fee: 'no' });
    expect(features[2]?.geometry.coordinates).toEqual([106.571333, 29.565333]);
    expect(report).toMatchObject({ kept: { health: 1, toilet: 1, green: 1 }, dropped: { 'no name': 1 } });
  });
  test('outlines of several ways, doubles, floors nobody said, the box', async () => {
    const corners = [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 0],
    ].map(
      ([x = 0, y = 0], at) => `<node id="${at + 1}" lat="${29.56 + y / 1000}" lon="${106.57 + x / 1000}"/>`,
    );
    const file = await put(
      'outlines.osm',
      osm(`${corners.join('')}
        <node id="9" lat="29.5605" lon="106.5705"><tag k="amenity" v="library"/><tag k="name" v="A"/><tag k="level" v=""/></node>
        <node id="10" lat="29.9" lon="106.5705"><tag k="amenity" v="library"/><tag k="name" v="far"/></node>
        <node id="11" lat="29.5605" lon="106.5706"><tag k="amenity" v="social_facility"/><tag k="social_facility:for" v="homeless"/><tag k="name" v="B"/></node>
        <node id="12" lat="29.5605" lon="106.5707"><tag k="amenity" v="school"/><tag k="name" v="人民小学"/></node>
        <way id="20"><nd ref="1"/><nd ref="2"/><nd ref="3"/></way>
        <way id="21"><nd ref="3"/><nd ref="4"/><nd ref="1"/></way>
        <way id="22"><nd ref="1"/><nd ref="2"/><tag k="leisure" v="track"/><tag k="name" v="open"/></way>
        <way id="23"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/><tag k="amenity" v="library"/><tag k="name" v="A"/></way>
        <relation id="30"><member type="way" ref="20" role="outer"/><member type="way" ref="21" role="outer"/><tag k="type" v="multipolygon"/><tag k="leisure" v="park"/><tag k="name" v="公园"/></relation>`),
    );
    const { features, report } = await importOsmServices({ file, today, bbox: [106.5, 29.5, 106.6, 29.6] });
    expect(features.map(({ properties: { id, category, kind } }) => [id, category, kind])).toEqual([
      ['node/9', 'culture', 'library'],
      ['node/11', 'community', undefined],
      ['node/12', 'education', 'primary-school'],
      ['relation/30', 'green', 'park'],
    ]);
    expect(features[0]?.properties).not.toHaveProperty('level');
    expect(features[3]?.geometry.coordinates).toEqual([106.5705, 29.5605]);
    expect(report.dropped).toEqual({ 'not an area': 1, duplicate: 1 });
  });
  test('damaged files are refused by name', async () => {
    const whole = osm('<node id="1" lat="29.56" lon="106.57"><tag k="amenity" v="toilets"/></node>');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), fc.string({ maxLength: 3 }), async (at, more) => {
        const file = await put('damaged.osm', whole.slice(0, at) + more);
        await importOsmServices({ file, today }).catch((error) =>
          expect(error).toBeInstanceOf(NetworkImportError),
        );
      }),
      { numRuns: 200, seed: 8 },
    );
  });
  const monaco = path.join(import.meta.dirname, '../../../../shared/data/monaco-2021.osm.pbf');
  test.skipIf(!existsSync(monaco))('the Monaco sample, when it is there', async () => {
    const { features, report } = await importOsmServices({ file: monaco, today });
    expect(features.length).toBeGreaterThan(250);
    expect(report.kept.toilet).toBeGreaterThan(20);
    for (const feature of features) expect(serviceFeatureSchema.safeParse(feature).success).toBe(true);
  });
});
