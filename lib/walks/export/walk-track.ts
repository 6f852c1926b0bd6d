import type { LngLat } from '@/lib/geo/position';
import type { Locale } from '@/lib/i18n/locales';
import type { Network } from '@/lib/routing/network';
import { type MeasuredWalk, type MeasuredWaypoint, storyOf } from '../measured-walk';

/** A walk as it leaves the portal: words in one language, positions in WGS-84. */
export interface WalkTrack {
  id: string;
  url: string;
  language: string;
  title: string;
  summary: string;
  /** Who made it and under which licence, in the reader's language. */
  credit: string;
  /** A sentence naming the datum, in the reader's language. */
  datumNote: string;
  /** Position and metres above sea level, undefined where unknown. */
  points: readonly { position: LngLat; elevation: number | undefined }[];
  waypoints: readonly {
    id: string;
    name: string;
    text: string;
    position: LngLat;
    elevation: number | undefined;
  }[];
  measures: { lengthMeters: number; ascent: number; descent: number };
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** True for the characters XML 1.0 can hold (https://www.w3.org/TR/xml/#charsets). */
function isXmlCharacter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0x20 ? code !== 0xfffe && code !== 0xffff : code === 0x09 || code === 0x0a || code === 0x0d;
}

/** Text for XML: the five entities, and nothing XML cannot hold. */
export function escapeXml(text: string): string {
  return [...text]
    .filter(isXmlCharacter)
    .map((character) => entities[character] ?? character)
    .join('');
}

export const formatCoordinate = (degrees: number) => degrees.toFixed(6);

/** Gathers what a file of a walk holds. Heights are written at the nodes of the network, where they are known. */
export function toWalkTrack({
  locale,
  measured,
  waypoints,
  network,
  url,
  credit,
  datumNote,
}: {
  locale: Locale;
  measured: MeasuredWalk;
  waypoints: readonly MeasuredWaypoint[];
  network: Network;
  url: string;
  credit: string;
  datumNote: string;
}): WalkTrack {
  const { walk, measures } = measured;
  const story = storyOf(walk, locale);
  const points: { position: LngLat; elevation: number | undefined }[] = [];
  for (const { edge, reversed, from, to } of measures.sections) {
    const geometry = reversed ? edge.geometry.toReversed() : edge.geometry;
    geometry.forEach((position, index) => {
      if (index === 0 && points.length > 0) return;
      const nodeId = index === 0 ? from : index === geometry.length - 1 ? to : undefined;
      points.push({ position, elevation: nodeId ? network.nodes.get(nodeId)?.elevation : undefined });
    });
  }
  return {
    id: walk.id,
    url,
    language: locale,
    title: story.title,
    summary: story.summary,
    credit,
    datumNote,
    points,
    waypoints: waypoints.map(({ key, place, position, elevation }) => ({
      id: key,
      name: place.name[locale],
      text: story.waypoints[key]?.see ?? '',
      position,
      elevation,
    })),
    measures: { lengthMeters: measures.lengthMeters, ascent: measures.ascent, descent: measures.descent },
  };
}
