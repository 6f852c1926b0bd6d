import { useTranslations } from 'next-intl';

/** What a form that was sent has come to. The address leads here, so that whoever listens hears it first. */
export function Told({ text }: { text: string }) {
  return (
    <div
      id="told"
      role="status"
      tabIndex={-1}
      className="mb-6 border-s-4 border-jade bg-raised px-5 py-4 text-lg outline-none"
    >
      {text}
    </div>
  );
}

/** What is wrong, at the top of the page, leading to the field to mend where there is one. */
export function Problem({ text, field }: { text: string; field?: string | undefined }) {
  const t = useTranslations('TrackPage');
  return (
    <div
      id="problem"
      role="alert"
      tabIndex={-1}
      aria-labelledby="problem-title"
      className="mb-6 border-4 border-cinnabar bg-raised px-5 py-4 outline-none"
    >
      <h2 id="problem-title" className="text-xl">
        {t('errorTitle')}
      </h2>
      {field ? (
        <a href={`#${field}`} className="inline-flex min-h-target items-center font-semibold text-cinnabar">
          {text}
        </a>
      ) : (
        <p className="mt-1">{text}</p>
      )}
    </div>
  );
}
