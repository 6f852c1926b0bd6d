import { expect, test } from 'vitest';
import { formatDuration, formatDurationWithin, formatFloor } from './format';

test('a time just over a limit is not told as within it', () => {
  expect(formatDuration('en', 902, 1)).toBe('15 min');
  expect(formatDuration('en', 902, 1, true)).toBe('16 min');
  expect(formatDuration('en', 900, 1, true)).toBe('15 min');
});

test('beside a limit everything within it rounds as usual, everything beyond it up', () => {
  expect(formatDurationWithin('en', 895, 15)).toBe('15 min');
  expect(formatDurationWithin('en', 902, 15)).toBe('16 min');
  expect(formatDurationWithin('en', 902, 20)).toBe('15 min');
});

test('floors are named as on the signs, not as the network counts them', () => {
  expect([-2, -1, 0, 10].map(formatFloor)).toEqual(['B2', 'B1', '1F', '11F']);
});
