/** Public holidays as the State Council announces them for a year, laid down by whoever runs the portal. */
import { z } from 'zod';
import { isWeekend, type WorkCalendar } from './working-days';

const dayFrom = (date: string) => Date.parse(date) / 86_400_000;
const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** A day, or the first and the last of several. */
const spanSchema = z
  .string()
  .refine(
    (text) =>
      text.split('/').length <= 2 && text.split('/').every((date) => z.iso.date().safeParse(date).success),
    {
      message: 'a day (2027-10-01) or the first and the last of several (2027-10-01/2027-10-07) is wanted',
      abort: true,
    },
  )
  .refine((text) => daysOf(text).length > 0, { message: 'ends before it begins', abort: true });

function daysOf(span: string): number[] {
  const [first = '', last = first] = span.split('/');
  const [from, to] = [dayFrom(first), dayFrom(last)];
  return to < from ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** One file of `content/days-off`. */
export const daysOffSchema = z
  .strictObject({
    year: z.number().int().min(2000).max(2100),
    /** The announcement, as it is called. */
    source: z.string().trim().min(1),
    checked: z.iso.date(),
    /** All days off, weekends among them or not. */
    off: z.array(spanSchema),
    /** Saturdays and Sundays that are worked in exchange. */
    worked: z.array(spanSchema),
  })
  .superRefine(({ year, off, worked }, context) => {
    const free = new Set(off.flatMap(daysOf));
    const check = (
      list: 'off' | 'worked',
      spans: readonly string[],
      wrong: (day: number) => string | undefined,
    ) =>
      spans.forEach((span, index) => {
        const message = daysOf(span)
          .map((day) => {
            const date = dateOf(day);
            // The holiday of the new year may begin in the old one.
            const isOfYear = date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`);
            const reason = isOfYear ? wrong(day) : `is not of ${year}`;
            return reason && `${date} ${reason}`;
          })
          .find(Boolean);
        if (message) context.addIssue({ code: 'custom', path: [list, index], message });
      });
    check('off', off, () => undefined);
    check('worked', worked, (day) =>
      free.has(day) ? 'is among the days off' : isWeekend(day) ? undefined : 'is no Saturday or Sunday',
    );
  });
export type DaysOff = z.infer<typeof daysOffSchema>;

/** The calendar of all announcements there are. */
export function toCalendar(announced: readonly DaysOff[]): WorkCalendar {
  const days = (list: 'off' | 'worked') => [
    ...new Set(announced.flatMap((year) => year[list].flatMap(daysOf))),
  ];
  return {
    years: announced.map(({ year }) => year).sort((a, b) => a - b),
    changes: [
      ...days('off').flatMap((day) => (isWeekend(day) ? [] : [{ day, by: -1 as const }])),
      ...days('worked').map((day) => ({ day, by: 1 as const })),
    ],
  };
}
