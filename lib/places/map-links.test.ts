import { describe, expect, test } from 'vitest';
import { distanceMeters } from '@/lib/geo/position';
import { mapLink, mapServices } from './map-links';

// The monument's WGS-84 point and the one map services print for it (GCJ-02).
const wgs84 = [106.57336, 29.56011] as const;
const gcj02 = [106.5771, 29.5572] as const;

const numbersIn = (text: string | null) => (text ?? '').match(/\d+\.\d+/g)?.map(Number) ?? [];

describe('links to map services', () => {
  test('Amap wants GCJ-02, longitude first', () => {
    const url = new URL(mapLink('amap', wgs84, '解放碑'));
    const [lng = 0, lat = 0] = numbersIn(url.searchParams.get('position'));
    expect(distanceMeters([lng, lat], gcj02)).toBeLessThan(15);
    expect(url.searchParams.get('coordinate')).toBe('gaode');
    expect(url.searchParams.get('name')).toBe('解放碑');
  });
  test('Tencent, Apple and Google want GCJ-02, latitude first', () => {
    const parameter = { tencent: 'marker', apple: 'll', google: 'query' } as const;
    for (const service of ['tencent', 'apple', 'google'] as const) {
      const [lat = 0, lng = 0] = numbersIn(
        new URL(mapLink(service, wgs84, 'A')).searchParams.get(parameter[service]),
      );
      expect(distanceMeters([lng, lat], gcj02), service).toBeLessThan(15);
    }
  });
  test('Baidu wants BD-09, latitude first, and is told so', () => {
    const url = new URL(mapLink('baidu', wgs84, 'A'));
    const [lat = 0, lng = 0] = numbersIn(url.searchParams.get('location'));
    // BD-09 lies some 0.0065, 0.006 degrees north-east of GCJ-02.
    expect(lng - gcj02[0]).toBeCloseTo(0.0065, 2);
    expect(lat - gcj02[1]).toBeCloseTo(0.006, 2);
    expect(lng - gcj02[0]).toBeGreaterThan(0.005);
    expect(url.searchParams.get('coord_type')).toBe('bd09ll');
  });
  test('a name cannot break out of the address', () => {
    for (const service of mapServices) {
      const url = new URL(mapLink(service, wgs84, 'a&b=c;coord:1,1 #?"<'));
      expect(url.searchParams.get('b')).toBeNull();
      expect(url.hash).toBe('');
    }
    expect(
      new URL(mapLink('tencent', wgs84, 'x;coord:1,1')).searchParams.get('marker')?.split(';'),
    ).toHaveLength(2);
  });
});
