import { useTranslations } from 'next-intl';
import { type NumbersRow, NumbersTable } from './numbers-table';

interface Counts {
  received: number;
  published: number;
  waiting: number;
  medianDays: number | undefined;
}

interface Named {
  code: string;
  name: string;
  href: string;
}

/** How the city answers, in numbers: by kind and by district. */
export function Numbers({
  tallies: { all, byKind, byDistrict },
  kinds,
  districts,
}: {
  tallies: {
    all: Counts;
    byKind: ReadonlyMap<string, Counts>;
    byDistrict: ReadonlyMap<string | undefined, Counts>;
  };
  kinds: readonly Named[];
  districts: readonly Named[];
}) {
  const t = useTranslations('RequestsPage');
  const row = ({ code, name, href }: Named, counts: Counts | undefined): NumbersRow[] =>
    counts ? [{ key: code, name, href: counts.published > 0 ? href : undefined, ...counts }] : [];
  const known = new Set(kinds.map(({ code }) => code));
  const nowhere = byDistrict.get(undefined);
  const sum: NumbersRow = { key: 'all', name: t('all'), href: undefined, ...all };
  return (
    <section aria-labelledby="numbers" className="mt-14 border-t border-rule pt-6">
      <h2 id="numbers" className="text-2xl">
        {t('numbers')}
      </h2>
      <p className="mt-1 max-w-prose text-soft">
        {t('numbersText', { received: all.received, published: all.published })}
      </p>
      <div className="mt-5 grid items-start gap-x-12 gap-y-8 lg:grid-cols-2">
        <NumbersTable
          id="by-kind"
          title={t('byKind')}
          sum={sum}
          rows={[
            ...kinds.flatMap((kind) => row(kind, byKind.get(kind.code))),
            // Kinds that editors took away go by their codes.
            ...[...byKind].flatMap(([code, counts]) =>
              known.has(code) ? [] : { key: code, name: code, href: undefined, ...counts },
            ),
          ]}
        />
        <NumbersTable
          id="by-district"
          title={t('byDistrict')}
          sum={sum}
          rows={[
            ...districts.flatMap((district) => row(district, byDistrict.get(district.code))),
            ...(nowhere ? [{ key: 'none', name: t('noDistrict'), href: undefined, ...nowhere }] : []),
          ]}
        />
      </div>
      <p className="mt-4 max-w-prose text-sm text-soft">{t('method')}</p>
    </section>
  );
}
