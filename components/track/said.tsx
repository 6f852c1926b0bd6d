import { useLocale, useTranslations } from 'next-intl';
import { type Answer, chosenKeys, type Kind, type Question } from '@/lib/feedback/kind';
import type { Tracked } from '@/lib/feedback/tracked';
import { formatInstant } from '@/lib/i18n/format';
import { isLocale } from '@/lib/i18n/locales';

/** What was sent in, as it was sent. */
export function Said({ tracked, kind }: { tracked: Tracked; kind: Kind | undefined }) {
  const t = useTranslations('TrackPage');
  const locale = useLocale();
  const { said, language } = tracked;
  const title = (
    <h2 id="said" className="text-xl">
      {t('saidTitle')}
    </h2>
  );
  if (!said)
    return (
      <section aria-labelledby="said">
        {title}
        <p className="mt-1 text-soft">{t('saidHidden')}</p>
      </section>
    );
  const { description, answers, position, address, photos } = said;
  const written = isLocale(language) ? language : 'zh-CN';
  const answerOf = (question: Question, answer: Answer): string => {
    if (question.values.length > 0)
      return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(
        chosenKeys(answer).map(
          (key) => question.values.find((value) => value.key === key)?.name[locale] ?? key,
        ),
      );
    const [first = ''] = chosenKeys(answer);
    const instant = question.datatype === 'datetime' ? Date.parse(first) : Number.NaN;
    return Number.isNaN(instant) ? first : formatInstant(locale, instant);
  };
  const rows = (kind?.questions ?? []).flatMap((question) => {
    const answer = answers[question.code];
    return answer === undefined ? [] : [{ question, text: answerOf(question, answer) }];
  });
  return (
    <section aria-labelledby="said">
      {title}
      <p lang={written} className="mt-2 whitespace-pre-line">
        {description}
      </p>
      <dl className="mt-3 space-y-2">
        {rows.map(({ question, text }) => (
          <div key={question.code}>
            <dt className="text-sm text-soft">{question.description[locale]}</dt>
            <dd lang={question.values.length > 0 ? undefined : written}>{text}</dd>
          </div>
        ))}
        <div>
          <dt className="text-sm text-soft">{t('where')}</dt>
          <dd>
            {address && <span lang={written}>{address}</span>}
            {position && (
              <span className="block font-mono text-sm text-soft">
                {[position[1], position[0]].map((degrees) => degrees.toFixed(5)).join(', ')}
              </span>
            )}
            {!address && !position && t('nowhere')}
          </dd>
        </div>
        {photos.length > 0 && (
          <div>
            <dt className="text-sm text-soft">{t('photos')}</dt>
            <dd className="mt-1 flex flex-wrap gap-2">
              {photos.map(({ id, width, height }, index) => (
                <a key={id} href={`/feedback/media/${id}.jpg`} className="block">
                  <img
                    src={`/feedback/media/${id}.jpg`}
                    alt={t('photo', { number: String(index + 1) })}
                    width={width}
                    height={height}
                    loading="lazy"
                    className="h-24 w-auto border border-rule bg-sunk"
                  />
                </a>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
