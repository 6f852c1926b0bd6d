import { useTranslations } from 'next-intl';
import { isWaiting, type RequestState } from '@/lib/feedback/states';

/** The state of a suggestion in its word; a ring while the city is to act, a filled dot once it has. */
export function StateMark({ state }: { state: RequestState }) {
  const t = useTranslations('FeedbackStates');
  const isOpen = isWaiting(state);
  return (
    <span
      className={`inline-flex items-center gap-1.5 border px-2 text-sm whitespace-nowrap ${
        isOpen ? 'border-cinnabar text-cinnabar' : 'border-jade text-jade'
      }`}
    >
      <span
        aria-hidden="true"
        className={`size-2 rounded-full border-2 border-current ${isOpen ? '' : 'bg-current'}`}
      />
      {t(state)}
    </span>
  );
}
