/** What the headings of each page say, so that a heading face can be cut to a page's own characters. */
import { formatDistance, formatDuration, formatHeight } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locales';
import type { Content } from './check';

/** Interface words as a tree of texts: `messages/<locale>.json`. */
export interface Messages {
  [key: string]: string | Messages;
}

/** All texts under a dotted path; `*` stands for every key. A path that leads nowhere throws: a renamed key must be renamed here too. */
export function textsAt(messages: Messages, path: string): string[] {
  let found: (string | Messages)[] = [messages];
  for (const part of path.split('.')) {
    found = found.flatMap((tree) => {
      if (typeof tree === 'string') return [];
      if (part === '*') return Object.values(tree);
      const next = tree[part];
      return next === undefined ? [] : [next];
    });
  }
  if (found.length === 0) throw new RangeError(`no message ${path}`);
  return found.flatMap((item) => (typeof item === 'string' ? item : textsAt(item, '*')));
}

const statements = {
  '/about': 'AboutStatement',
  '/accessibility': 'AccessibilityStatement',
  '/privacy': 'PrivacyStatement',
  '/data': 'DataStatement',
} as const;

/** Every page by its address without the language, with the text of its headings and of the numbers set like them. */
export function headingTexts(content: Content, messages: Messages, locale: Locale): Map<string, string> {
  const of = (...paths: string[]) => paths.flatMap((path) => textsAt(messages, path));
  const titles = content.walks.map((walk) => walk.stories[locale].title);
  const placeNames = new Map([...content.places.values()].map(({ id, name }) => [id, name[locale]]));
  const numbers = [
    formatDuration(locale, 5400),
    formatDistance(locale, 1500),
    formatDistance(locale, 500),
    formatHeight(locale, 5),
  ];
  const pages = new Map<string, string[]>([
    [
      '',
      [
        ...of('Hero.title', 'Doors.*.title', 'HomePage.proposed', 'HomePage.tonight', 'NotFound.title'),
        ...titles,
      ],
    ],
    ['/walks', [...of('WalksPage.title'), ...titles]],
    [
      '/route',
      of(
        'RoutePage.title',
        ...[
          'route',
          'routeUnsure',
          'there',
          'barred',
          'closed',
          'offNetwork',
          'outside',
          'disconnected',
          'directions',
          'barriers',
          'others',
          'wouldOpen',
          'heights',
          'notices',
          'noAnswer',
        ].map((key) => `RouteAnswer.${key}`),
      ),
    ],
    [
      '/circle',
      of(
        'CirclePage.title',
        ...[
          'verdict',
          'noCircle.off-network.from',
          'noCircle.off-network.with',
          'noCircle.outside-area.from',
          'noCircle.outside-area.with',
          'reached',
          'lost',
          'missing',
          'compare',
        ].map((key) => `CircleAnswer.${key}`),
        'RouteAnswer.noAnswer',
        'RouteAnswer.notices',
      ),
    ],
    ['/walks/maps', [...of('MapsPage.title'), ...content.walks.map(({ stories }) => stories[locale].title)]],
    ['/walks/maps/points', of('PointSetter.title')],
    // The pages of a code and of ending its news use this face too.
    [
      '/feedback/track',
      [
        ...Object.entries(messages.TrackPage ?? {}).flatMap(([key, text]) =>
          /title$/i.test(key) && typeof text === 'string' ? text : [],
        ),
        ...of('TrackPage.days', 'FeedbackNews.stopTitle'),
        ...content.kinds.map(({ name }) => name[locale]),
        '0123456789',
      ],
    ],
    // Their headings hang on the kind and its questions: cut to all of them, the face is still small.
    [
      '/feedback',
      [
        ...of(
          'FeedbackForm.*.title',
          'FeedbackForm.title',
          'FeedbackForm.kind.groups.*',
          'FeedbackForm.errorTitle',
          'FeedbackForm.optional',
          'FeedbackForm.contact.consents',
          'FeedbackForm.waiting.list',
          'FeedbackForm.receipt.next',
        ),
        ...content.kinds.flatMap(({ questions }) => questions.map(({ description }) => description[locale])),
      ],
    ],
    ['/circle/coverage', of('CoveragePage.title')],
    [
      '/feedback/requests',
      [
        ...of(
          ...['title', 'list', 'none', 'numbers', 'byKind', 'byDistrict', 'data'].map(
            (key) => `RequestsPage.${key}`,
          ),
        ),
        ...content.kinds.map(({ name }) => name[locale]),
      ],
    ],
    // One face for all single suggestions: they are not known when it is cut.
    [
      '/feedback/requests/one',
      [
        ...of(
          ...['title', 'photos', 'timeline', 'meToo.title', 'faults.title', 'followed.title'].map(
            (key) => `RequestPage.${key}`,
          ),
        ),
        ...content.kinds.map(({ name }) => name[locale]),
      ],
    ],
    ['/places', [...of('PlacesPage.title', 'PlacesPage.groups'), ...placeNames.values()]],
  ]);
  for (const [path, namespace] of Object.entries(statements))
    pages.set(
      path,
      Object.entries(messages[namespace] ?? {}).flatMap(([key, text]) =>
        /title$/i.test(key) && typeof text === 'string' ? text : [],
      ),
    );
  for (const walk of content.walks) {
    const { title, headings } = walk.stories[locale];
    pages.set(`/walks/${walk.id}`, [
      title,
      ...headings,
      ...of(
        'WalkPage.heights',
        'WalkPage.stops',
        'WalkPage.gettingThere',
        'WalkPage.stepFree',
        'WalkPage.sources',
        'WalkForMe.title',
        'DayChecks.title',
        'GettingThere.arrive',
        'GettingThere.leave',
        'WalkCard.noStairs',
        'WalkCard.stepsCount',
        'WalkCard.stepsAtLeast',
        'WalkCard.stepsUncounted',
        'WalkCard.stepsUnsurveyed',
      ),
      ...walk.waypoints.map(({ place }) => placeNames.get(place) ?? ''),
      ...numbers,
    ]);
  }
  for (const walk of content.walks)
    pages.set(`/walks/${walk.id}/map`, [
      walk.stories[locale].title,
      ...of('SheetPage.title', 'SheetPage.stops', 'SheetPage.paper'),
      ...walk.waypoints.map(({ place }) => placeNames.get(place) ?? ''),
      ...numbers,
    ]);
  for (const [id, name] of placeNames)
    pages.set(`/places/${id}`, [name, ...of('PlacePage.walks', 'PlacePage.sources', 'PlaceForMe.title')]);
  // The name of the portal stands in every header.
  return new Map([...pages].map(([path, texts]) => [path, ['渝步', ...texts].join('')]));
}
