import { useLocale, useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import type { Draft } from '@/lib/feedback/draft';
import type { LocalKind } from '@/lib/feedback/local-kind';

/** What one came to begin while another is unfinished: which of the two. */
export function BeginChoice({
  unfinished,
  started,
  kinds,
  isLive,
  onChoose,
}: {
  unfinished: Draft;
  started: Draft;
  kinds: readonly LocalKind[];
  /** Scripts run: both can be kept. */
  isLive: boolean;
  onChoose: (isNew: boolean) => void;
}) {
  const t = useTranslations('FeedbackForm');
  const locale = useLocale();
  const about = ({ kind, how, name, address, description }: Draft) =>
    [kinds.find(({ code }) => code === kind)?.name, how === 'address' ? address : name, description]
      .filter((text) => text?.trim())
      .join(' · ');
  return (
    <form
      method="post"
      action={`/${locale}/feedback/answer`}
      encType="multipart/form-data"
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        if (!isLive) return;
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent;
        onChoose(submitter instanceof HTMLButtonElement && submitter.value === 'new');
      }}
    >
      <input type="hidden" name="step" value="begin" />
      <input type="hidden" name="start" value={started.start} />
      <h1 className="text-3xl">{t('begin.title')}</h1>
      <p className="mt-4 line-clamp-4 border-s-4 border-jade ps-3 wrap-anywhere">{about(unfinished)}</p>
      <button
        type="submit"
        name="choice"
        value="old"
        className="mt-4 min-h-target cursor-pointer bg-cinnabar px-8 text-lg text-on-cinnabar hover:brightness-110"
      >
        {t('begin.goOn')}
      </button>
      <p className="mt-10">{t('begin.new')}</p>
      {about(started) && (
        <p className="mt-2 line-clamp-4 border-s-4 border-jade ps-3 wrap-anywhere">{about(started)}</p>
      )}
      <button
        type="submit"
        name="choice"
        value="new"
        className="mt-4 min-h-target cursor-pointer border border-rule-strong bg-raised px-5 hover:border-cinnabar"
      >
        {t('begin.begin')}
      </button>
      <p className="mt-2 max-w-prose text-soft">{t(isLive ? 'begin.kept' : 'begin.dropped')}</p>
    </form>
  );
}
