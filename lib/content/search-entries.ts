/** What the search by name finds: walks, places, stations, services and streets of the checked content. For the build: see pinyin.ts. */
import { distanceMeters, type LngLat } from '@/lib/geo/position';
import { formatDistance } from '@/lib/i18n/format';
import { type Locale, type Localized, locales } from '@/lib/i18n/locales';
import type { Station } from '@/lib/places/schema';
import type { SearchEntry, SearchTerm } from '@/lib/places/search';
import { packSearch, type SearchFile } from '@/lib/places/search-file';
import { partsOf } from '@/lib/places/search-text';
import { type Service, serviceName } from '@/lib/places/service';
import { type NetworkEdge, rideKinds } from '@/lib/routing/network';
import { startOf, toMeasuredWalk } from '@/lib/walks/measured-walk';
import type { Content } from './check';
import { type Messages, textsAt } from './heading-text';
import { askedStreet, romanizeStreet, toPinyin, variantsOf } from './pinyin';

/** Interface words of every language. */
export type MessagesByLocale = Readonly<Record<Locale, Messages>>;

/** The search file of one language. */
export function searchFile(content: Content, messages: MessagesByLocale, locale: Locale): SearchFile {
  const entries = searchEntries(content, messages, locale);
  return packSearch(entries, variantsOf(entries.flatMap(({ terms }) => terms.map(({ text }) => text))));
}

/** Everything that can be found, with names, lines and kinds as a page of that language shows them. */
export function searchEntries(content: Content, messages: MessagesByLocale, locale: Locale): SearchEntry[] {
  const word = (path: string, of: Locale = locale) => textsAt(messages[of], path).join('');
  const lineName = (line: string, of: Locale) =>
    line === 'Loop' ? word('GettingThere.loop', of) : word('GettingThere.line', of).replace('{line}', line);
  const places = [...content.places.values()].map(
    ({ id, kind, name, position }): SearchEntry => ({
      kind: 'place',
      id,
      name: name[locale],
      detail: word(`PlacePage.kinds.${kind}`),
      position,
      terms: termsOf(name),
    }),
  );
  const stations = [...content.stations.values()].map(
    ({ id, name, lines, position }): SearchEntry => ({
      kind: 'station',
      id,
      name: name[locale],
      detail: lines.map((line) => lineName(line, locale)).join(word('GettingThere.and')),
      position,
      terms: [
        ...termsOf(name),
        ...calledStation(name),
        ...lines.flatMap((line) => locales.map((of) => ({ text: lineName(line, of) }))),
      ],
    }),
  );
  const walks = content.walks.map((walk): SearchEntry => {
    const titles = Object.fromEntries(locales.map((of) => [of, walk.stories[of].title])) as Localized;
    return {
      kind: 'walk',
      id: walk.id,
      name: titles[locale],
      position: startOf(toMeasuredWalk(content.network, walk)),
      terms: termsOf(titles),
    };
  });
  const services = unlisted(content).map((service): SearchEntry => {
    const { id, category, kind, name, position, accuracyMeters } = service;
    const sort = word(kind ? `Services.kinds.${kind}` : `Services.categories.${category}`);
    // A point that may lie streets away is not to be taken for a door.
    const doubt =
      accuracyMeters !== undefined &&
      word('CircleAnswer.about').replace('{distance}', formatDistance(locale, accuracyMeters));
    return {
      kind: 'service',
      id,
      name: serviceName(service, locale),
      detail: [`${sort.charAt(0).toLocaleUpperCase(locale)}${sort.slice(1)}`, doubt]
        .filter(Boolean)
        .join(' · '),
      position,
      terms: [
        { text: name.sign, pinyin: toPinyin(name['zh-CN'] ?? name.sign) },
        ...locales.flatMap((of) => (name[of] ? [{ text: name[of] }] : [])),
      ],
    };
  });
  return [...places, ...stations, ...walks, ...services, ...streetEntries(content, locale)];
}

/** Services with a name that are not found already, as a place or a station. */
function unlisted({ services, places, stations }: Content): Service[] {
  const taken = new Set(
    [...places.values(), ...stations.values()].flatMap(({ name }) => partsOf(name['zh-CN'])),
  );
  return services.filter(
    ({ name, place, station }) => name.sign && !place && !station && !taken.has(name['zh-CN'] ?? name.sign),
  );
}

const termsOf = (name: Localized): SearchTerm[] =>
  locales.map((locale) =>
    locale === 'zh-CN' ? { text: name[locale], pinyin: toPinyin(name[locale]) } : { text: name[locale] },
  );

/** A station as people ask for it, with the word for one: no name says it. */
function calledStation(name: Station['name']): SearchTerm[] {
  const called: Localized = {
    'zh-CN': `${name['zh-CN']}站`,
    'zh-Hant': `${name['zh-Hant']}站`,
    en: `${name.en} Station`,
    ja: `${name.ja}駅`,
    ko: `${partsOf(name.ko)[1] ?? name.ko}역`,
  };
  return [
    ...locales.map((locale) => ({ text: called[locale] })),
    ...[`${name['zh-CN']}地铁站`, `${name['zh-CN']}轻轨站`, `${name.en} metro station`].map((text) => ({
      text,
    })),
  ];
}

/**
 * One entry for each name of a street or way, in Chinese in every language: that is what the signs say. Where a place or a station has the
 * same name the street is left out, for it is the same thing.
 */
function streetEntries({ network, places, stations }: Content, locale: Locale): SearchEntry[] {
  const taken = new Set([
    ...[...places.values()].flatMap(({ name }) => partsOf(name['zh-CN'])),
    ...[...stations.values()].flatMap(({ name }) => [name['zh-CN'], `${name['zh-CN']}站`]),
  ]);
  const longest = new Map<string, NetworkEdge>();
  for (const edge of network.edges) {
    // A lift with a name is no street.
    if (!edge.name || taken.has(edge.name) || rideKinds.includes(edge.kind)) continue;
    if (edge.lengthMeters > (longest.get(edge.name)?.lengthMeters ?? -1)) longest.set(edge.name, edge);
  }
  return [...longest].map(([name, { geometry }]): SearchEntry => {
    const detail = locale.startsWith('zh') ? undefined : romanizeStreet(name);
    const asked = askedStreet(name);
    return {
      kind: 'street',
      id: name,
      name,
      ...(detail && { detail }),
      position: middleOf(geometry),
      terms: [{ text: name, pinyin: toPinyin(name) }, ...(asked ? [{ text: asked }] : [])],
    };
  });
}

/** The point half way along a line of at least two points. */
function middleOf(line: readonly LngLat[]): LngLat {
  const pieces = line.slice(1).map((to, i) => {
    const from = line[i] as LngLat;
    return { from, to, meters: distanceMeters(from, to) };
  });
  let left = pieces.reduce((sum, { meters }) => sum + meters, 0) / 2;
  for (const { from, to, meters } of pieces) {
    if (left <= meters && meters > 0) {
      const share = left / meters;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    }
    left -= meters;
  }
  return line[0] as LngLat;
}
