import { describe, expect, test } from 'vitest';
import { locales } from '@/lib/i18n/locales';
import { buildNetwork } from '@/lib/routing/network';
import type { NetworkEdgeFeature, NetworkNodeFeature } from '@/lib/routing/network-schema';
import { isPending, type Notice, noticeSchema, toOutages } from './notice';

const provenance = { source: 'test', checked: '2026-11-25', confidence: 'sourced' } as const;
const node = (id: string, lng: number, place?: string): NetworkNodeFeature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [lng, 29.56] },
  properties: { _id: id, ...(place && { place }), ...provenance },
});
const edge = (id: string, from: string, to: string, tags: object): NetworkEdgeFeature =>
  ({
    type: 'Feature',
    geometry: {
      type: 'LineString',
      coordinates: [
        [106.57, 29.56],
        [106.571, 29.56],
      ],
    },
    properties: { _id: id, _u_id: from, _v_id: to, ...tags, ...provenance },
  }) as NetworkEdgeFeature;
/** A street to a lift that ends at a place, and a cableway from another. */
const network = buildNetwork(
  [
    node('n-street', 106.57),
    node('n-foot', 106.571),
    node('n-top', 106.572, 'lift'),
    node('n-pier', 106.573, 'pier'),
  ],
  [
    edge('e-street', 'n-street', 'n-foot', { highway: 'footway' }),
    edge('e-lift', 'n-foot', 'n-top', { highway: 'elevator' }),
    edge('e-terrace', 'n-top', 'n-pier', { highway: 'footway' }),
    edge('e-cable', 'n-pier', 'n-street', { aerialway: 'cable_car' }),
  ],
);
const notice = (given: object): Notice =>
  noticeSchema.parse({
    id: 'repair',
    from: '2026-11-25T08:00:00+08:00',
    reason: Object.fromEntries(locales.map((locale) => [locale, 'Repair'])),
    source: 'test',
    checked: '2026-11-25',
    ...given,
  });

describe('a notice', () => {
  test('takes out the edges it names, and at its places the rides alone', () => {
    const edgesOf = (given: object) => toOutages([notice(given)], network)[0]?.edges;
    expect(edgesOf({ edges: ['e-street'] })).toEqual(['e-street']);
    expect(edgesOf({ places: ['lift'] })).toEqual(['e-lift']);
    expect(edgesOf({ edges: ['e-lift', 'e-street'], places: ['lift', 'pier'] })).toEqual([
      'e-lift',
      'e-street',
      'e-cable',
    ]);
  });
  test('keeps its times to the millisecond, and an end nobody knows open', () => {
    expect(toOutages([notice({ edges: ['e-lift'] })], network)[0]).toMatchObject({
      notice: 'repair',
      from: Date.parse('2026-11-25T00:00:00Z'),
      until: null,
    });
  });
  test('is over when its end has passed', () => {
    const until = '2026-12-01T00:00:00+08:00';
    expect(isPending(notice({ edges: ['e-lift'], until }), Date.parse(until) - 1)).toBe(true);
    expect(isPending(notice({ edges: ['e-lift'], until }), Date.parse(until))).toBe(false);
    expect(isPending(notice({ edges: ['e-lift'] }), Number.MAX_SAFE_INTEGER)).toBe(true);
  });
});
