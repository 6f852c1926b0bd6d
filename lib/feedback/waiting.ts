import type { Kind } from './kind';
import { daysBetween, endOfWorkingDay, type WorkCalendar, workingDaysBetween } from './working-days';

/** How long somebody has waited, or did, against what was promised. */
export interface Waiting {
  /** False once there is an answer. */
  goesOn: boolean;
  days: number;
  workingDays: number;
  promise:
    | {
        workingDays: number;
        source: string;
        /** The last moment of the last day. */
        by: number;
        isBroken: boolean;
      }
    | undefined;
}

/** Days are calendar days of Chongqing: what arrived yesterday evening has waited one day. */
export function waitingOf({
  since,
  answeredAt,
  promise,
  calendar,
  now,
}: {
  since: number;
  answeredAt: number | null;
  promise: Kind['promise'];
  calendar: WorkCalendar;
  now: number;
}): Waiting {
  const until = answeredAt ?? now;
  const end = promise && endOfWorkingDay(since, promise.workingDays, calendar);
  return {
    goesOn: answeredAt === null,
    days: Math.max(0, daysBetween(since, until)),
    workingDays: Math.max(0, workingDaysBetween(since, until, calendar)),
    promise: promise && end ? { ...promise, by: end - 1, isBroken: until >= end } : undefined,
  };
}
