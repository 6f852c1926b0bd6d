import { escapeXml, formatCoordinate, type WalkTrack } from './walk-track';

/** GPX 1.1 (https://www.topografix.com/GPX/1/1/): waypoints, then one track. GPX is WGS-84 by definition. */
export function toGpx(walk: WalkTrack): string {
  const at = (position: readonly [number, number]) =>
    `lat="${formatCoordinate(position[1])}" lon="${formatCoordinate(position[0])}"`;
  const elevation = (meters: number | undefined) =>
    meters === undefined ? '' : `<ele>${meters.toFixed(1)}</ele>`;
  const waypoints = walk.waypoints.map(
    (waypoint) =>
      `  <wpt ${at(waypoint.position)}>${elevation(waypoint.elevation)}<name>${escapeXml(waypoint.name)}</name><desc>${escapeXml(waypoint.text)}</desc></wpt>`,
  );
  const points = walk.points.map(
    (point) => `      <trkpt ${at(point.position)}>${elevation(point.elevation)}</trkpt>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="YuWalk" xmlns="http://www.topografix.com/GPX/1/1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.topografix.com/GPX/1/1 http://www.topografix.com/GPX/1/1/gpx.xsd">',
    `  <metadata><name>${escapeXml(walk.title)}</name><desc>${escapeXml(`${walk.summary} ${walk.datumNote}`)}</desc><author><name>${escapeXml(walk.credit)}</name></author><link href="${escapeXml(walk.url)}"/></metadata>`,
    ...waypoints,
    `  <trk><name>${escapeXml(walk.title)}</name>`,
    '    <trkseg>',
    ...points,
    '    </trkseg>',
    '  </trk>',
    '</gpx>',
    '',
  ].join('\n');
}
