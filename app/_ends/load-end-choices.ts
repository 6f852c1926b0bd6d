import type { EndChoice } from '@/components/route/end-choice';
import { loadContent } from '@/lib/content/server/load-content';
import type { LngLat } from '@/lib/geo/position';
import type { Locale } from '@/lib/i18n/locales';
import { CostModel } from '@/lib/routing/cost';
import { profiles } from '@/lib/routing/profiles';
import { formatRouteEnd, type RouteEnd } from '@/lib/routing/route-query';
import { loadRouter } from '@/lib/routing/server/load-router';
import { startOf, storyOf } from '@/lib/walks/measured-walk';
import { loadWalks } from '@/lib/walks/server/walks';

/** What a question may begin or end at by name, in the reader's language. */
export async function loadEndChoices(locale: Locale) {
  const [{ places, stations }, walks, { router }] = await Promise.all([
    loadContent(),
    loadWalks(),
    loadRouter(),
  ]);
  const walker = router && new CostModel(router.network, profiles.walk);
  const named: EndChoice[] = [
    ...[...places.values()].map(({ id, name, position }) => ({
      kind: 'place' as const,
      value: `place.${id}`,
      name: name[locale],
      position,
    })),
    ...[...stations.values()].map(({ id, name, position }) => ({
      kind: 'station' as const,
      value: `station.${id}`,
      name: name[locale],
      position,
    })),
    ...walks.map((measured) => ({
      kind: 'walk' as const,
      value: `walk.${measured.id}`,
      name: storyOf(measured.walk, locale).title,
      position: startOf(measured),
    })),
  ];
  // Whoever chooses one of these gets no answer, only the nearest point that has one: the list says so before.
  const choices = named.map((choice) =>
    walker && !router.snap(choice.position, walker) ? { ...choice, isOffNetwork: true } : choice,
  );
  return {
    choices,
    /** Undefined for an end nobody knows. */
    positionOf: (end: RouteEnd | undefined): LngLat | undefined =>
      end?.kind === 'position'
        ? end.position
        : choices.find(({ value }) => end && value === formatRouteEnd(end))?.position,
    /** The address of a page as the browser writes it. */
    searchOf: (address: Readonly<Record<string, string | string[] | undefined>>): string =>
      new URLSearchParams(
        Object.entries(address).flatMap(([name, value]) =>
          [value ?? []]
            .flat()
            .filter((text) => typeof text === 'string')
            .map((text) => [name, text]),
        ),
      ).toString(),
  };
}
