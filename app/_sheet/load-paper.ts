import { getTranslations } from 'next-intl/server';
import { sourceNames } from '@/lib/content/source-name';
import { formatPrefill } from '@/lib/feedback/format-prefill';
import { formatDate, formatDistance, formatDuration, formatHeight } from '@/lib/i18n/format';
import { type Locale, locales } from '@/lib/i18n/locales';
import { absoluteUrl } from '@/lib/server/env';
import type { Paper, SignTurn } from '@/lib/sketch/papers';
import { loadOwnPicture } from '@/lib/sketch/server/load-own-picture';
import { loadScene } from '@/lib/sketch/server/load-scene';
import { loadMeasure } from '@/lib/sketch/server/measure';
import { black, colors } from '@/lib/sketch/server/page';
import { makePocketPaper } from '@/lib/sketch/server/pocket-paper';
import { makeSignPaper, type SignWords } from '@/lib/sketch/server/sign-paper';
import { makeWalkPaper, type WalkPaper } from '@/lib/sketch/server/walk-paper';
import { drawSheet } from '@/lib/sketch/sheet';
import { sheetWords, type Translate } from '@/lib/sketch/sheet-words';
import { measureLeg } from '@/lib/walks/leg';
import { type MeasuredWalk, sealOf, storyOf } from '@/lib/walks/measured-walk';
import { loadWaypoints } from '@/lib/walks/server/walks';

/** Letters of a large sheet, times the usual. */
const LARGE = 1.35;

/** A paper of a walk in one language, as the bytes of a PDF. */
export async function loadPaper(
  measured: MeasuredWalk,
  locale: Locale,
  paper: Paper,
  turn: SignTurn,
): Promise<Buffer> {
  if (paper === 'signs') return loadSigns(measured, locale, turn);
  const isLarge = paper === 'large';
  const input = await paperInput(measured, locale, paper === 'black-and-white', isLarge ? LARGE : 1);
  if (paper === 'pocket') {
    const t = await getTranslations({ locale, namespace: 'SheetPaper' });
    return makePocketPaper(input, { fold: t('fold') });
  }
  return makeWalkPaper(input, paper === 'a3' ? 'a3' : 'a4', isLarge);
}

async function paperInput(
  measured: MeasuredWalk,
  locale: Locale,
  isGrey: boolean,
  grow: number,
): Promise<WalkPaper> {
  const { walk, measures } = measured;
  const story = storyOf(walk, locale);
  const sheet = (await getTranslations({ locale, namespace: 'Sheet' })) as unknown as Translate;
  const [t, page, credit, sources, own, scene, measure, waypoints] = await Promise.all([
    getTranslations({ locale, namespace: 'SheetPaper' }),
    getTranslations({ locale, namespace: 'WalkPage' }),
    getTranslations({ locale, namespace: 'SheetPage' }),
    getTranslations({ locale, namespace: 'Sources' }),
    loadOwnPicture(walk.id, isGrey),
    loadScene(measured, locale, sheet),
    loadMeasure(),
    loadWaypoints(measured),
  ]);
  const picture =
    own ??
    drawSheet(scene, sheetWords(measured, locale, sheet), {
      theme: isGrey ? 'black-and-white' : 'light',
      grow,
      measure,
      face: '',
      streetNames: locale === 'zh-CN',
    });
  const heights = measures.profile.map(({ elevation }) => elevation);
  return {
    locale,
    title: story.title,
    tagline: story.tagline,
    seal: sealOf(walk, locale),
    url: absoluteUrl(`/${locale}/walks/${walk.id}`),
    foot: [
      t('foot', { edition: walk.sheet.edition, date: formatDate(locale, own?.date ?? walk.sheet.date) }),
      ...(own ? [credit('illustrator', { name: own.illustrator }), own.licence] : []),
    ].join(' · '),
    inks: isGrey ? black : colors,
    sheet: picture,
    legend: 'legend' in picture ? { title: t('legend'), signs: picture.legend } : undefined,
    numbers: t('numbers', {
      distance: formatDistance(locale, measures.lengthMeters),
      time: formatDuration(locale, measured.totalSeconds),
      ascent: formatHeight(locale, measures.ascent),
    }),
    stops: waypoints.map(({ key, place, atMeters }, index) => {
      const minutes = walk.waypoints[index]?.minutes ?? 0;
      return {
        name: place.name[locale],
        facts: [
          index === 0 ? t('start') : t('at', { distance: formatDistance(locale, atMeters) }),
          minutes > 0 && t('stay', { time: formatDuration(locale, minutes * 60) }),
        ]
          .filter(Boolean)
          .join(' · '),
        see: story.waypoints[key]?.see ?? '',
        atMeters,
      };
    }),
    parts: [
      { title: page('stepFree'), text: story.stepFree },
      { title: page('gettingThere'), text: `${story.arrive}\n${story.leave}` },
    ],
    sources: {
      title: page('sources'),
      text: `${sourceNames(walk.sources, (kind) => sources(`kinds.${kind}`))}\n${sources('checked', { date: formatDate(locale, walk.checked) })}`,
    },
    heights: {
      title: page('heights'),
      profile: measures.profile,
      meters: measures.lengthMeters,
      low: heights.length > 0 ? formatHeight(locale, Math.min(...heights)) : '',
      high: heights.length > 0 ? formatHeight(locale, Math.max(...heights)) : '',
    },
    words: { scan: t('scan') },
  };
}

/** Signs speak the city's language first, that of the reader next, then the others but the second Chinese script. */
async function loadSigns(measured: MeasuredWalk, locale: Locale, turn: SignTurn): Promise<Buffer> {
  const { walk, measures } = measured;
  const spoken = [...new Set<Locale>(['zh-CN', locale, ...locales.filter((other) => other !== 'zh-Hant')])];
  const [waypoints, ...translators] = await Promise.all([
    loadWaypoints(measured),
    ...spoken.map((language) => getTranslations({ locale: language, namespace: 'SheetPaper' })),
  ]);
  const own = await getTranslations({ locale, namespace: 'SheetPaper' });
  const signs = waypoints.map(({ key, place, atMeters }, index) => {
    const next = waypoints[index + 1];
    const leg = next && measureLeg(measures.sections, atMeters, next.atMeters);
    return {
      number: index + 1,
      url: `${absoluteUrl(`/walks/${walk.id}`)}#stop-${key}`,
      tellUrl: absoluteUrl(
        `/feedback?${formatPrefill({ walk: walk.id, place: place.id, sign: `${walk.id} ${index + 1}` })}`,
      ),
      words: spoken.map((language, at): SignWords => {
        const t = translators[at] ?? own;
        const way =
          leg &&
          t('signNext', {
            name: next.place.name[language],
            distance: formatDistance(language, next.atMeters - atMeters),
            time: formatDuration(language, leg.seconds, 1),
          });
        const climb =
          leg?.hasStairs &&
          (leg.steps === undefined ? t('signUncounted') : t('signSteps', { steps: leg.steps }));
        return {
          walk: storyOf(walk, language).title,
          name: place.name[language],
          next: way && [way, climb].filter(Boolean).join(' · '),
          stepFree: leg?.isStepFree ? t('signStepFree') : undefined,
          turnOff: walk.stepFree?.turnOffAt === key ? t('signTurnOff') : undefined,
          end: next ? undefined : { title: t('signEnd'), leave: storyOf(walk, language).leave },
          tell: t('signTell'),
        };
      }),
    };
  });
  return makeSignPaper(
    own('sign', { walk: storyOf(walk, locale).title }),
    sealOf(walk, locale),
    signs,
    turn,
    own('foot', { edition: walk.sheet.edition, date: formatDate(locale, walk.sheet.date) }),
  );
}
