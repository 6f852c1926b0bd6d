import { expect, test } from 'vitest';
import { formatDuration } from './format';

test('a time just over a limit is not told as within it', () => {
  expect(formatDuration('en', 902, 1)).toBe('15 min');
  expect(formatDuration('en', 902, 1, true)).toBe('16 min');
  expect(formatDuration('en', 900, 1, true)).toBe('15 min');
});
