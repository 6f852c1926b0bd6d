import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { medianWait } from './median';

const over = (...days: number[]) => days.map((day) => ({ days: day, isOver: true }));
const waiting = (...days: number[]) => days.map((day) => ({ days: day, isOver: false }));

describe('days within which half were answered', () => {
  test('nobody, or nobody answered, is not known', () => {
    expect(medianWait([])).toBeUndefined();
    expect(medianWait(waiting(3, 9))).toBeUndefined();
  });
  test('where nobody waits any more it is the usual median', () => {
    expect(medianWait(over(4))).toBe(4);
    expect(medianWait(over(1, 3, 20))).toBe(3);
    expect(medianWait(over(1, 3, 5, 20))).toBe(4);
    expect(medianWait(over(2, 2, 2, 9))).toBe(2);
  });
  test('who waits long counts against a city that answers only what is easy', () => {
    // One quick answer, two that have waited for a year: half have not been answered.
    expect(medianWait([...over(1), ...waiting(365, 365)])).toBeUndefined();
    expect(medianWait([...over(1, 2, 3), ...waiting(365, 365)])).toBe(3);
  });
  test('who has only just come says nothing yet', () => {
    expect(medianWait([...over(1, 2, 3, 15, 20), ...waiting(0.1, 0.2)])).toBe(3);
  });
  test('of too few answers nothing is told about those who wait', () => {
    expect(medianWait([...over(6), ...waiting(2, 3, 5)])).toBeUndefined();
    expect(medianWait([...over(1, 3, 20), ...waiting(0.1, 0.2)])).toBe(20);
  });
  test('half answered and nothing after it: the last answer', () => {
    expect(medianWait([...over(5), ...waiting(30)])).toBe(5);
  });
  test('without waiting ones it is the textbook median, whatever the order', () => {
    const textbook = (days: number[]) => {
      const sorted = [...days].sort((a, b) => a - b);
      const middle = sorted.length / 2;
      return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
    };
    fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 1, maxLength: 40 }), (days) => {
        expect(medianWait(over(...days))).toBeCloseTo(textbook(days), 9);
      }),
    );
  });
  test('waiting longer never makes it shorter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ days: fc.nat(100), isOver: fc.boolean() }), { minLength: 1, maxLength: 25 }),
        fc.nat(50),
        (waits, more) => {
          const now = medianWait(waits) ?? Number.POSITIVE_INFINITY;
          const later =
            medianWait(waits.map(({ days, isOver }) => ({ days: isOver ? days : days + more, isOver }))) ??
            Number.POSITIVE_INFINITY;
          expect(later).toBeGreaterThanOrEqual(now - 1e-9);
        },
      ),
    );
  });
});
