import type { FeatureCollection } from 'geojson';
import type { WalkTrack } from './walk-track';

const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/** GeoJSON (RFC 7946, WGS-84 by definition): the line first, then the waypoints in order. */
export function toWalkGeoJson(walk: WalkTrack): FeatureCollection {
  const coordinates = ({
    position,
    elevation,
  }: {
    position: readonly [number, number];
    elevation: number | undefined;
  }) =>
    elevation === undefined
      ? [rounded(position[0]), rounded(position[1])]
      : [rounded(position[0]), rounded(position[1]), Math.round(elevation * 10) / 10];
  return {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: walk.id,
        geometry: { type: 'LineString', coordinates: walk.points.map(coordinates) },
        properties: {
          name: walk.title,
          description: walk.summary,
          language: walk.language,
          url: walk.url,
          credit: walk.credit,
          datum: walk.datumNote,
          length: Math.round(walk.measures.lengthMeters),
          ascent: Math.round(walk.measures.ascent),
          descent: Math.round(walk.measures.descent),
        },
      },
      ...walk.waypoints.map((waypoint, index) => ({
        type: 'Feature' as const,
        id: waypoint.id,
        geometry: { type: 'Point' as const, coordinates: coordinates(waypoint) },
        properties: { name: waypoint.name, description: waypoint.text, order: index + 1 },
      })),
    ],
  };
}
