import { expect, test } from 'vitest';
import { convertDatum } from '@/lib/geo/datum';
import type { LngLat } from '@/lib/geo/position';
import { otherDatumOf } from './list-datum';
import { hoursNamed } from './list-hours';
import { columnOf, serviceTypeNamed } from './list-words';

test.each([
  ['三级甲等综合医院', 'health', 'hospital'],
  ['社区卫生服务中心', 'health', 'clinic'],
  ['社区卫生服务站', 'health', 'clinic'],
  ['养老', 'elder-care', undefined],
  ['社区养老服务站', 'elder-care', undefined],
  ['幼儿园（公办）', 'childcare', 'kindergarten'],
  ['小学', 'education', 'primary-school'],
  ['菜市场', 'shopping', 'market'],
  ['公厕', 'toilet', undefined],
  ['公共厕所', 'toilet', undefined],
  ['公园', 'green', 'park'],
  ['应急避难场所', 'emergency', 'shelter'],
  ['pharmacy', 'health', 'pharmacy'],
  ['elder-care', 'elder-care', undefined],
])('%s is %s, %s', (word, category, kind) => {
  expect(serviceTypeNamed(word)).toEqual({ category, ...(kind && { kind }) });
});

test.each(['动物医院', '医院停车场', '房地产市场', '', 'constructor'])('%s is nothing we know', (word) => {
  expect(serviceTypeNamed(word)).toBeUndefined();
});

test('columns by Chinese and English names', () => {
  expect(['名称', ' LON ', '无障碍', '核对日期', 'Name:en', '楼层'].map(columnOf)).toEqual([
    'name',
    'lng',
    'wheelchair',
    'checked',
    'name:en',
    undefined,
  ]);
});

test.each([
  ['24小时', '24/7'],
  ['9:00—17:00', '09:00-17:00'],
  ['周一至周五 ９：００－１７：００', 'Mo-Fr 09:00-17:00'],
  ['周一至周五9:00-17:00，周六9:00-12:00', 'Mo-Fr 09:00-17:00; Sa 09:00-12:00'],
  ['Mo-Su 09:00-17:00; PH off', 'Mo-Su 09:00-17:00; PH off'],
  ['节假日休息', undefined],
  ['上午9:00-11:30', undefined],
])('hours %s are %s', (text, hours) => {
  expect(hoursNamed(text)).toBe(hours);
});

test('a row named like an anchor gives its datum away', () => {
  const monument: LngLat = [106.57336, 29.56011];
  const gcj = convertDatum(monument, 'wgs84', 'gcj02');
  expect(gcj).toEqual([expect.closeTo(106.5771, 3), expect.closeTo(29.5572, 3)]);
  expect(otherDatumOf({ name: '解放碑' }, gcj, 'wgs84')).toBe('gcj02');
  expect(otherDatumOf({ id: 'jiefangbei' }, monument, 'gcj02')).toBe('wgs84');
  expect(otherDatumOf({ name: '解放碑' }, gcj, 'gcj02')).toBeUndefined();
  expect(otherDatumOf({ name: '公厕' }, gcj, 'wgs84')).toBeUndefined();
});
