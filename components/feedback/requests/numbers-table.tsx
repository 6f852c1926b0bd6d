import { useLocale, useTranslations } from 'next-intl';
import { formatDays } from '@/lib/i18n/format';

export interface NumbersRow {
  key: string;
  name: string;
  /** The list of what the row counts. */
  href: string | undefined;
  received: number;
  waiting: number;
  /** Days within which half had a first answer. */
  medianDays: number | undefined;
}

/** Counts and median days, a row each. */
export function NumbersTable({
  id,
  title,
  rows,
  sum,
}: {
  id: string;
  title: string;
  rows: readonly NumbersRow[];
  sum: NumbersRow;
}) {
  const t = useTranslations('RequestsPage');
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  const days = (median: number | undefined) =>
    median === undefined ? (
      <span className="text-soft">{t('unknown')}</span>
    ) : (
      // Nobody counts in tenths of a day what took a week.
      formatDays(locale, median < 10 ? Math.max(0.1, Math.round(median * 10) / 10) : Math.round(median))
    );
  const cell = 'py-1.5 ps-3 text-end align-baseline';
  const line = ({ key, name, href, received, waiting, medianDays }: NumbersRow, isSum = false) => (
    <tr key={key} className={isSum ? 'border-t-2 border-rule-strong font-semibold' : 'border-b border-rule'}>
      <th scope="row" className={`py-1 pe-2 text-start align-baseline ${isSum ? '' : 'font-normal'}`}>
        {href ? (
          <a href={href} className="inline-flex min-h-8 items-center">
            {name}
          </a>
        ) : (
          <span className="inline-flex min-h-8 items-center">{name}</span>
        )}
      </th>
      <td className={cell}>{number.format(received)}</td>
      <td className={cell}>{number.format(waiting)}</td>
      <td className={cell}>{days(medianDays)}</td>
    </tr>
  );
  return (
    <div className="min-w-0">
      <h3 id={id} className="text-xl">
        {title}
      </h3>
      {/* Large letters on a phone: the table scrolls in its own frame. */}
      <section
        className="mt-2 overflow-x-auto"
        aria-labelledby={id}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        <table aria-labelledby={id} className="w-full border-collapse text-sm tabular-nums">
          <thead>
            <tr className="border-b border-rule-strong align-bottom">
              <td />
              {[t('received'), t('waitingCount'), t('half')].map((head) => (
                <th
                  key={head}
                  scope="col"
                  className={`py-1.5 ps-3 text-end font-semibold ${head === t('half') ? '' : 'whitespace-nowrap'}`}
                >
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => line(row))}
            {line(sum, true)}
          </tbody>
        </table>
      </section>
    </div>
  );
}
