import { useTranslations } from 'next-intl';
import type { RequestState } from '@/lib/feedback/states';

const steps = ['received', 'assigned', 'in-progress', 'answered'] as const;

/** How far up the four steps a state stands, and which word stands on that step. */
function standingOf(state: RequestState): number {
  if (state === 'received' || state === 'reopened') return 0;
  if (state === 'assigned') return 1;
  return state === 'in-progress' ? 2 : 3;
}

// Treads and risers of the four steps in a field of 400 by 76, cut by hand: no line is quite level.
const treads = [
  'M2 71C28 70 66 71.6 100 70.4',
  'M100 70.4C100.8 66 99.4 58 100.3 51C130 49.6 168 51.4 200 50.2',
  'M200 50.2C200.7 45 199.3 37 200.4 30.6C232 29.2 268 31 300 29.8',
  'M300 29.8C300.8 24 299.4 17 300.2 10.4C330 9.2 366 10.8 398 9.6',
];
/** Height of each tread above the foot, as a share of the field. */
const rises = [5, 26, 46, 66];

/** The way of a suggestion as a flight of stairs: where it stands, what is behind it, what is still to come. */
export function StateStairs({ state }: { state: RequestState }) {
  const t = useTranslations('FeedbackStates');
  const standing = standingOf(state);
  const rise = rises[standing] ?? 0;
  return (
    <div className="max-w-2xl">
      <div className="relative h-22" aria-hidden="true">
        <svg
          viewBox="0 0 400 76"
          preserveAspectRatio="none"
          className="absolute inset-x-0 bottom-0 h-19 w-full overflow-visible"
          fill="none"
          strokeLinecap="round"
          aria-hidden="true"
        >
          {treads.map((path, step) => (
            <path
              key={path}
              d={path}
              vectorEffect="non-scaling-stroke"
              className={step <= standing ? 'stroke-jade' : 'stroke-rule-strong'}
              strokeWidth={step <= standing ? 3.5 : 1.5}
              {...(step > standing && { strokeDasharray: '5 6' })}
            />
          ))}
        </svg>
        <span
          className="absolute size-4 -translate-x-1/2 rotate-[-4deg] rounded-[3px] bg-cinnabar rtl:translate-x-1/2"
          style={{
            insetInlineStart: `${(standing + 0.5) * 25}%`,
            insetBlockEnd: `calc(${rise / 76} * 4.75rem + 4px)`,
          }}
        />
      </div>
      <ol className="grid grid-cols-4 pt-1 text-center text-sm leading-snug">
        {steps.map((step, index) => {
          const isHere = index === standing;
          return (
            <li
              key={step}
              aria-current={isHere ? 'step' : undefined}
              className={
                isHere ? '-mx-1 font-semibold text-cinnabar sm:text-base' : 'px-0.5 text-soft sm:pt-0.5'
              }
            >
              {t(isHere ? state : step)}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
