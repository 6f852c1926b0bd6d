import { useLocale, useTranslations } from 'next-intl';
import { daysWaiting } from '@/lib/feedback/desk';
import type { Answers, Kind } from '@/lib/feedback/kind';
import { chosenKeys } from '@/lib/feedback/kind';
import { isWaiting, type RequestState } from '@/lib/feedback/states';
import { formatInstant } from '@/lib/i18n/format';
import { isLocale, localeNames } from '@/lib/i18n/locales';

export interface ShownFacts {
  kindName: string;
  state: RequestState;
  publication: 'none' | 'waiting' | 'published' | 'refused';
  language: string;
  receivedAt: number;
  expectedAt: number | null;
  address: string | null;
  position: readonly [number, number] | undefined;
  origin: Record<string, string>;
  area: Record<string, string>;
  agency: string | null;
  rating: number | null;
  round: number;
  followers: number;
  backendId: string | null;
}

const isLevel = (level: number): level is 1 | 2 | 3 | 4 | 5 => [1, 2, 3, 4, 5].includes(level);

interface Fact {
  name: string;
  /** One line for each. */
  values: readonly string[];
  /** Language of the values, where it is the sender's. */
  lang?: string | undefined;
}

/** Name and values, as many as there are. */
function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-x-6 sm:grid-cols-[minmax(8rem,12rem)_minmax(0,1fr)]">
      {facts.map(({ name, values, lang }) => (
        <div key={name} className="border-t border-rule py-2 sm:contents">
          <dt className="text-soft sm:border-t sm:border-rule sm:py-2">{name}</dt>
          <dd lang={lang} className="min-w-0 whitespace-pre-line sm:border-t sm:border-rule sm:py-2">
            {values.join('\n')}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** All facts of a suggestion; those that are not there take no room. */
export function RequestFacts({ facts, now }: { facts: ShownFacts; now: number }) {
  const locale = useLocale();
  const t = useTranslations('Desk');
  const states = useTranslations('FeedbackStates');
  const ratings = useTranslations('FeedbackRatings');
  const days = daysWaiting(facts.receivedAt, now);
  const codes = (values: Record<string, string>) =>
    Object.entries(values)
      .map(([name, value]) => `${name} ${value}`)
      .join(' · ');
  const place = facts.address ?? t('list.noPlace');
  const rows: [string, string | false | null | undefined, (string | undefined)?][] = [
    [t('request.state'), states(facts.state)],
    [t('request.kind'), facts.kindName],
    [t('request.received'), formatInstant(locale, facts.receivedAt)],
    [
      t('request.waiting'),
      isWaiting(facts.state) && (days === 0 ? t('list.today') : t('list.days', { days })),
    ],
    [t('request.place'), place, facts.address ? facts.language : undefined],
    [
      t('request.point'),
      facts.position
        ?.toReversed()
        .map((degrees) => degrees.toFixed(5))
        .join(', '),
    ],
    [
      t('request.language'),
      isLocale(facts.language) ? localeNames[facts.language] : facts.language,
      facts.language,
    ],
    [t('request.agency'), facts.agency],
    [t('request.expected'), facts.expectedAt !== null && formatInstant(locale, facts.expectedAt)],
    [t('request.rating'), facts.rating !== null && isLevel(facts.rating) && ratings(`${facts.rating}`)],
    [t('request.round'), facts.round > 0 && t('request.times', { count: facts.round })],
    [t('request.followers'), facts.followers > 0 && t('request.people', { count: facts.followers })],
    [t('request.publication'), t(`publications.${facts.publication}`)],
    [t('request.backendId'), facts.backendId],
    [t('request.origin'), codes(facts.origin)],
    [t('request.area'), codes(facts.area)],
  ];
  return (
    <Facts facts={rows.flatMap(([name, value, lang]) => (value ? [{ name, values: [value], lang }] : []))} />
  );
}

/** Answers to the questions of the kind, in its words; codes where the content knows them no longer. */
export function RequestAnswers({
  kind,
  answers,
  language,
}: {
  kind: Kind | undefined;
  answers: Answers;
  language: string;
}) {
  const locale = useLocale();
  return (
    <Facts
      facts={Object.entries(answers).map(([code, answer]) => {
        const question = kind?.questions.find((candidate) => candidate.code === code);
        const isList = question?.datatype.endsWith('valuelist') ?? false;
        return {
          name: question?.description[locale] ?? code,
          values: chosenKeys(answer).map(
            (key) => question?.values.find((value) => value.key === key)?.name[locale] ?? key,
          ),
          lang: isList ? undefined : language,
        };
      })}
    />
  );
}
