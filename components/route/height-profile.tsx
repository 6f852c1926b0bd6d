import { useLocale, useTranslations } from 'next-intl';
import { formatDistance, formatHeight } from '@/lib/i18n/format';
import type { HeightPoint } from '@/lib/routing/heights';
import type { EdgeKind } from '@/lib/routing/network';
import { type WayClass, wayClassOf } from '@/lib/routing/way-class';

const WIDTH = 960;
const HEIGHT = 220;
const BASELINE = 190;

/** Colour and dash: the kinds must differ without colour too. */
const look: Record<WayClass, { color: string; dash?: string; width: number }> = {
  path: { color: 'var(--way-footway)', width: 4 },
  street: { color: 'var(--way-street)', width: 4 },
  steps: { color: 'var(--way-steps)', dash: '3 3', width: 7 },
  ride: { color: 'var(--way-ride)', dash: '12 5', width: 4 },
};

/** A stretch of a way. */
export interface HeightSection {
  kind: EdgeKind;
  /** From the start of the way. */
  startMeters: number;
  lengthMeters: number;
  /** Metres gained, negative where it drops; undefined where nobody knows. */
  rise: number | undefined;
}

export interface HeightProfileProps {
  profile: readonly HeightPoint[];
  lengthMeters: number;
  sections: readonly HeightSection[];
}

/** Heights along a way, coloured by its kinds, and the same as a table. */
export function HeightProfile({ profile, lengthMeters, sections }: HeightProfileProps) {
  const t = useTranslations('HeightProfile');
  const locale = useLocale();
  if (profile.length < 2) return <p className="text-soft">{t('unknown')}</p>;
  const heights = profile.map(({ elevation }) => elevation);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  // A nearly level walk must not look like an alp: the scale spans at least 60 m.
  const span = Math.max(high - low, 60);
  const x = (meters: number) => Math.round((meters / lengthMeters) * (WIDTH - 70) + 58);
  const y = (elevation: number) => Math.round(BASELINE - ((elevation - low) / span) * (BASELINE - 24));
  const runs = groupRuns(profile, sections);
  const used = [...new Set(sections.map(({ kind }) => wayClassOf[kind]))];
  const area = profile.map(({ meters, elevation }) => `${x(meters)} ${y(elevation)}`).join('L');
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="w-full overflow-visible max-sm:hidden"
        aria-hidden="true"
      >
        <path d={`M${x(0)} ${BASELINE}L${area}L${x(lengthMeters)} ${BASELINE}Z`} className="fill-jade-wash" />
        {[low, high].map((elevation) => (
          <g key={elevation} className="fill-soft text-[13px] tabular-nums">
            <line x1="58" x2={WIDTH - 12} y1={y(elevation)} y2={y(elevation)} className="stroke-rule" />
            <text x="50" y={y(elevation) + 4} textAnchor="end">
              {formatHeight(locale, elevation)}
            </text>
          </g>
        ))}
        <ProfileLine profile={profile} x={x} y={y} />
        {[0, 0.5, 1].map((share) => (
          <text
            key={share}
            x={x(lengthMeters * share)}
            y={HEIGHT - 8}
            textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}
            className="fill-soft text-[13px] tabular-nums"
          >
            {formatDistance(locale, lengthMeters * share)}
          </text>
        ))}
      </svg>
      {/* On a phone the same heights, taller and without the scale's small print. */}
      <svg
        viewBox="50 0 900 200"
        preserveAspectRatio="none"
        className="h-32 w-full sm:hidden"
        aria-hidden="true"
      >
        <path d={`M${x(0)} ${BASELINE}L${area}L${x(lengthMeters)} ${BASELINE}Z`} className="fill-jade-wash" />
        <ProfileLine profile={profile} x={x} y={y} />
      </svg>
      <p className="text-sm text-soft sm:hidden">
        {t('range', { low: formatHeight(locale, low), high: formatHeight(locale, high) })}
      </p>
      <figcaption className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {used.map((kind) => (
          <span key={kind} className="flex items-center gap-2">
            <svg viewBox="0 0 32 8" className="w-8" aria-hidden="true">
              <line
                x1="0"
                x2="32"
                y1="4"
                y2="4"
                stroke={look[kind].color}
                strokeWidth={look[kind].width}
                strokeDasharray={look[kind].dash}
              />
            </svg>
            {t(`kinds.${kind}`)}
          </span>
        ))}
        <span className="text-soft">{t('estimated')}</span>
      </figcaption>
      <details className="mt-3">
        <summary className="flex min-h-target items-center text-jade underline underline-offset-4">
          {t('table')}
        </summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section className="overflow-x-auto" tabIndex={0} aria-label={t('table')}>
          <table className="w-full min-w-md border-collapse text-sm tabular-nums">
            <thead>
              <tr className="border-b border-rule-strong text-start">
                {(['way', 'from', 'length', 'climb', 'height'] as const).map((column) => (
                  <th key={column} scope="col" className="py-1.5 pe-4 text-start font-semibold">
                    {t(`columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <tr key={run.startMeters} className="border-b border-rule">
                  <th scope="row" className="py-1.5 pe-4 text-start font-normal">
                    {t(`kinds.${run.kind}`)}
                  </th>
                  <td className="pe-4">{formatDistance(locale, run.startMeters)}</td>
                  <td className="pe-4">{formatDistance(locale, run.lengthMeters)}</td>
                  <td className="pe-4">
                    {run.rise === undefined
                      ? t('notKnown')
                      : `${run.rise >= 0.5 ? '+' : run.rise <= -0.5 ? '−' : '±'}${formatHeight(locale, Math.abs(run.rise))}`}
                  </td>
                  <td>
                    {run.endElevation === undefined ? t('notKnown') : formatHeight(locale, run.endElevation)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
}

function ProfileLine({
  profile,
  x,
  y,
}: {
  profile: readonly HeightPoint[];
  x: (meters: number) => number;
  y: (elevation: number) => number;
}) {
  const parts: { kind: WayClass; path: string }[] = [];
  profile.forEach(({ meters, elevation, kind }, index) => {
    const before = profile[index - 1];
    if (!kind || !before) return;
    const last = parts.at(-1);
    const point = `${x(meters)} ${y(elevation)}`;
    if (last?.kind === wayClassOf[kind]) last.path += `L${point}`;
    else parts.push({ kind: wayClassOf[kind], path: `M${x(before.meters)} ${y(before.elevation)}L${point}` });
  });
  return parts.map(({ kind, path }) => (
    <path
      key={path}
      d={path}
      fill="none"
      stroke={look[kind].color}
      strokeWidth={look[kind].width}
      strokeDasharray={look[kind].dash}
      strokeLinejoin="round"
      vectorEffect="non-scaling-stroke"
    />
  ));
}

interface Run {
  kind: WayClass;
  startMeters: number;
  lengthMeters: number;
  rise: number | undefined;
  endElevation: number | undefined;
}

/** Neighbouring sections of one kind as one row. */
function groupRuns(profile: readonly HeightPoint[], sections: readonly HeightSection[]): Run[] {
  const runs: Run[] = [];
  const elevationAt = (meters: number) =>
    profile.find((point) => Math.abs(point.meters - meters) < 0.5)?.elevation;
  for (const section of sections) {
    const kind = wayClassOf[section.kind];
    const last = runs.at(-1);
    const endElevation = elevationAt(section.startMeters + section.lengthMeters);
    if (last?.kind === kind) {
      last.lengthMeters += section.lengthMeters;
      last.rise =
        last.rise === undefined || section.rise === undefined ? undefined : last.rise + section.rise;
      last.endElevation = endElevation;
    } else {
      runs.push({
        kind,
        startMeters: section.startMeters,
        lengthMeters: section.lengthMeters,
        rise: section.rise,
        endElevation,
      });
    }
  }
  return runs;
}
