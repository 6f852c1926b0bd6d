import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { toAtom } from './atom';
import { toWalkGeoJson } from './geojson';
import { toGpx } from './gpx';
import { toKml } from './kml';
import type { WalkTrack } from './walk-track';

// Words an editor could really type, and a control character a paste can bring along.
const nasty = 'Steps & "lifts" <b>\u0007 \u738b\u2019s ]]>';
const track: WalkTrack = {
  id: 'test',
  url: 'http://localhost:3000/en/walks/test?a=1&b=2',
  language: 'en',
  title: nasty,
  summary: 'Two points.',
  credit: 'YuWalk',
  datumNote: 'WGS-84',
  points: [
    { position: [106.57336, 29.56011], elevation: 249 },
    { position: [106.5734, 29.5602], elevation: undefined },
  ],
  waypoints: [{ id: 'a', name: nasty, text: nasty, position: [106.57336, 29.56011], elevation: undefined }],
  measures: { lengthMeters: 10.4, ascent: 3.2, descent: 0 },
};
const parser = new XMLParser({ ignoreAttributes: false });
const clean = nasty.replace('\u0007', '');

describe('a walk as a file', () => {
  test('GPX: latitude and longitude where they belong, heights only where known', () => {
    const text = toGpx(track);
    expect(XMLValidator.validate(text)).toBe(true);
    const { gpx } = parser.parse(text);
    expect(gpx['@_version']).toBe('1.1');
    expect(gpx.trk.trkseg.trkpt).toHaveLength(2);
    expect(gpx.trk.trkseg.trkpt[0]).toEqual({ '@_lat': '29.560110', '@_lon': '106.573360', ele: 249 });
    expect(gpx.trk.trkseg.trkpt[1].ele).toBeUndefined();
    expect(gpx.wpt.name).toBe(clean);
  });
  test('KML: longitude first, the same points', () => {
    const text = toKml(track);
    expect(XMLValidator.validate(text)).toBe(true);
    const [line, point] = parser.parse(text).kml.Document.Placemark;
    expect(line.LineString.coordinates.split(' ')[0]).toBe('106.573360,29.560110');
    expect(point.name).toBe(clean);
  });
  test('GeoJSON: a third number only where the height is known', () => {
    const collection = toWalkGeoJson(track);
    expect(collection.features).toHaveLength(2);
    expect(collection.features[0]?.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [106.57336, 29.56011, 249],
        [106.5734, 29.5602],
      ],
    });
    expect(collection.features[1]?.properties).toMatchObject({ order: 1, name: nasty });
  });
  test('Atom: one entry per walk, newest date on top', () => {
    const entry = { url: 'http://localhost/en/walks/a', title: nasty, summary: nasty };
    const text = toAtom({
      language: 'en',
      title: nasty,
      subtitle: 's',
      author: 'a',
      url: 'http://localhost/',
      feedUrl: 'http://localhost/feed.xml',
      entries: [
        { ...entry, updated: '2026-11-01' },
        { ...entry, updated: '2026-11-23' },
      ],
    });
    expect(XMLValidator.validate(text)).toBe(true);
    const { feed } = parser.parse(text);
    expect(feed.entry).toHaveLength(2);
    expect(feed.updated).toBe('2026-11-23T00:00:00+08:00');
    expect(feed.title).toBe(clean);
  });
});
