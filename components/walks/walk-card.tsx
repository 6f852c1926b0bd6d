import { useLocale, useTranslations } from 'next-intl';
import { formatDistance, formatDuration, formatHeight } from '@/lib/i18n/format';
import { profileIds } from '@/lib/routing/profiles';
import { coverOf } from '@/lib/sketch/choose-motif';
import { verdictOf, type WalkForEach } from '@/lib/walks/for-me';
import { type MeasuredWalk, storyOf } from '@/lib/walks/measured-walk';
import { Cover } from '../ui/cover';
import { Icon } from '../ui/icon';
import { stairsText } from './stairs-text';
import { WalkSeal } from './walk-seal';

/** A walk in a list: its drawing, its name, the numbers one chooses by. The whole card is one link. */
export function WalkCard({
  measured,
  number,
  headingLevel = 3,
  isFirst = false,
  forEach,
}: {
  measured: MeasuredWalk;
  /** The walk for each way of moving; undefined when the network cannot be read. */
  forEach: WalkForEach | undefined;
  number?: number;
  headingLevel?: 2 | 3;
  /** Seen without scrolling: its drawing comes with the page. */
  isFirst?: boolean;
}) {
  const t = useTranslations('WalkCard');
  const locale = useLocale();
  const { walk, measures } = measured;
  const story = storyOf(walk, locale);
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <article
      id={`walk-${walk.id}`}
      className="group relative flex h-full flex-col border border-rule bg-raised shadow-card focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-cinnabar target:border-cinnabar"
    >
      <Cover
        motif={coverOf(walk)}
        format="card"
        isFirst={isFirst}
        className="aspect-video w-full object-cover"
      />
      <div className="relative flex flex-1 flex-col gap-2 px-4 pt-3 pb-4">
        <WalkSeal walk={walk} className="absolute end-4 -top-9" />
        {/* The seal hangs into the first line. */}
        <Heading className="pe-11 text-xl">
          {number !== undefined && (
            <span aria-hidden="true" className="me-2 text-cinnabar tabular-nums">
              {number}
            </span>
          )}
          <a
            href={`/${locale}/walks/${walk.id}`}
            className="text-ink no-underline outline-none after:absolute after:inset-0 group-hover:text-cinnabar"
          >
            {story.title}
          </a>
        </Heading>
        <p className="text-soft">{story.tagline}</p>
        <dl className="mt-auto flex flex-wrap gap-x-4 gap-y-1 pt-2 text-sm tabular-nums">
          <CardFact
            icon="clock"
            label={t('duration')}
            value={formatDuration(locale, measured.totalSeconds)}
          />
          <CardFact
            icon="distance"
            label={t('length')}
            value={formatDistance(locale, measures.lengthMeters)}
          />
          <CardFact icon="up" label={t('ascent')} value={formatHeight(locale, measures.ascent)} />
          <CardFact icon="stairs" label={t('steps')} value={stairsText(t, measured.stairs)} />
          {walk.wheelchair === 'yes' && (
            <CardFact icon="wheelchair" label={t('access')} value={t('stepFree')} />
          )}
        </dl>
        <ForMe href={`/${locale}/walks/${walk.id}#step-free`} forEach={forEach} />
      </div>
    </article>
  );
}

/** "Step-free for me?": a question until the reader has chosen how they move; then the settings script puts the answer in its place. */
function ForMe({ href, forEach }: { href: string; forEach: WalkForEach | undefined }) {
  const t = useTranslations('WalkForMe');
  const profiles = useTranslations('RouteForm.profiles');
  const answers =
    forEach &&
    Object.fromEntries(
      profileIds.map((id) => [id, t(`badges.${verdictOf(forEach[id])}`, { who: profiles(id) })]),
    );
  return (
    <a
      href={href}
      data-for-me={answers && JSON.stringify(answers)}
      suppressHydrationWarning
      className="relative z-10 inline-flex min-h-target items-center self-start text-sm"
    >
      {t('ask')}
    </a>
  );
}

function CardFact({
  icon,
  label,
  value,
}: {
  icon: Parameters<typeof Icon>[0]['name'];
  label: string;
  value: string;
}) {
  return (
    <div className="flex items-center gap-1.5">
      <dt className="flex items-center text-soft">
        <Icon name={icon} className="size-4.5" />
        <span className="sr-only">{label}</span>
      </dt>
      <dd>{value}</dd>
    </div>
  );
}
