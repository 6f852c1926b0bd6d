import { isWaiting, type RequestState } from './states';
import { endOfWorkingDay, type WorkCalendar } from './working-days';

/** After how many working days without an answer the city is reminded; the deadline of the public hotline for matters that are not urgent. */
export const REMIND_WORKING_DAYS = 15;

/** From when on the city can be reminded (milliseconds since 1970); undefined while it is not the city's turn. Each reminder begins the wait anew. */
export function reminderDueAt({
  state,
  waitingSince,
  remindedAt,
  calendar,
}: {
  state: RequestState;
  /** When this round began. */
  waitingSince: number;
  /** Last reminder of this round. */
  remindedAt: number | null;
  calendar: WorkCalendar;
}): number | undefined {
  if (!isWaiting(state)) return undefined;
  return endOfWorkingDay(Math.max(waitingSince, remindedAt ?? 0), REMIND_WORKING_DAYS, calendar);
}
