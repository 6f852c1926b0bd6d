import { expect, test } from 'vitest';
import { waitingOf as waitingBy } from './waiting';
import { weekendsOnly } from './working-days';

const at = (text: string) => Date.parse(`${text}+08:00`);
const waitingOf = (wait: Omit<Parameters<typeof waitingBy>[0], 'calendar'>) =>
  waitingBy({ ...wait, calendar: weekendsOnly });
const promise = { workingDays: 5, source: '12345' };

test('waiting is told in days and working days, and ends with the answer', () => {
  const since = at('2026-11-25T10:00');
  expect(waitingOf({ since, answeredAt: null, promise: undefined, now: at('2026-12-02T09:00') })).toEqual({
    goesOn: true,
    days: 7,
    workingDays: 5,
    promise: undefined,
  });
  const answeredAt = at('2026-11-26T00:01');
  expect(waitingOf({ since, answeredAt, promise, now: at('2027-01-01T00:00') })).toMatchObject({
    goesOn: false,
    days: 1,
    workingDays: 1,
    promise: { isBroken: false },
  });
});

test('a promise is broken after its last day, not on it', () => {
  const since = at('2026-11-25T10:00');
  const on = (now: string) => waitingOf({ since, answeredAt: null, promise, now: at(now) }).promise;
  expect(on('2026-12-02T23:59')).toMatchObject({ isBroken: false, by: at('2026-12-03T00:00') - 1 });
  expect(on('2026-12-03T00:00')?.isBroken).toBe(true);
  expect(waitingOf({ since, answeredAt: at('2026-12-04T09:00'), promise, now: 0 }).promise?.isBroken).toBe(
    true,
  );
});
