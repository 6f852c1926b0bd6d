import { escapeXml, formatCoordinate, type WalkTrack } from './walk-track';

/** KML 2.3 (OGC 12-007r2): one folder of waypoints and the line, clamped to the ground. KML is WGS-84 by definition. */
export function toKml(walk: WalkTrack): string {
  const at = (position: readonly [number, number]) =>
    `${formatCoordinate(position[0])},${formatCoordinate(position[1])}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2">',
    `<Document><name>${escapeXml(walk.title)}</name><description>${escapeXml(`${walk.summary} ${walk.datumNote} ${walk.credit} ${walk.url}`)}</description>`,
    // KML colours are aabbggrr: this is the portal's cinnabar.
    '<Style id="walk"><LineStyle><color>ff1f39b5</color><width>4</width></LineStyle></Style>',
    `<Placemark><name>${escapeXml(walk.title)}</name><styleUrl>#walk</styleUrl><LineString><tessellate>1</tessellate><coordinates>${walk.points.map((point) => at(point.position)).join(' ')}</coordinates></LineString></Placemark>`,
    ...walk.waypoints.map(
      (waypoint) =>
        `<Placemark><name>${escapeXml(waypoint.name)}</name><description>${escapeXml(waypoint.text)}</description><Point><coordinates>${at(waypoint.position)}</coordinates></Point></Placemark>`,
    ),
    '</Document>',
    '</kml>',
    '',
  ].join('\n');
}
