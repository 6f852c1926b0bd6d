/** A whole network from an operator's files: streets from OpenStreetMap, heights, and station insides from a timetable. */
import { importGtfs } from './import-gtfs';
import { type ImportedNetwork, type ImportOptions, importOsm } from './import-osm';
import { countKinds, countUnknown } from './import-report';
import { joinStations } from './join-stations';
import { NetworkImportError } from './network-import-error';

export interface NetworkSources extends ImportOptions {
  /** A GTFS feed as zip archive or folder. */
  gtfs?: string | undefined;
}

export interface CityNetwork extends ImportedNetwork {
  /** Whom the data comes from, as a map has to say it. */
  attribution: string;
}

const OSM_ATTRIBUTION = '© OpenStreetMap contributors, ODbL 1.0';

/** Runs an import and puts the file's name before what it complains of, where no file is named yet. */
async function about<T>(file: string, others: readonly string[], run: Promise<T>): Promise<T> {
  try {
    return await run;
  } catch (error) {
    if (!(error instanceof NetworkImportError)) throw error;
    const isNamed = [file, ...others].some((name) => error.message.includes(name));
    throw isNamed ? error : new NetworkImportError(error.code, `${file}: ${error.message}`, { cause: error });
  }
}

/**
 * Reads all files and makes one network of them. Writes nothing. Throws NetworkImportError, which names the file that cannot be used; a feed none
 * of whose entrances lies at a street is one too, for it is another city's.
 */
export async function importNetwork({ gtfs, ...osm }: NetworkSources): Promise<CityNetwork> {
  // First, because it is small: an hour of streets must not be lost to a slip in its path.
  const stations = gtfs === undefined ? undefined : await about(gtfs, [], importGtfs(gtfs));
  const streets = await about(osm.file, [osm.dem ?? []].flat(), importOsm(osm));
  if (!stations) return { ...streets, attribution: OSM_ATTRIBUTION };
  const { nodes, edges, report } = joinStations(streets, stations);
  if (report.entrances.joined === 0)
    throw new NetworkImportError(
      'empty',
      `${gtfs}: none of its ${stations.entrances.length} station entrances lies within 30 m of a street of ${osm.file}`,
    );
  return {
    nodes,
    edges,
    attribution: [OSM_ATTRIBUTION, ...stations.agencies].join('; '),
    report: {
      ...streets.report,
      kept: { nodes: nodes.length, edges: edges.length, byKind: countKinds(edges) },
      stations: { ...stations.report, ...report },
      unknown: countUnknown(edges),
      nodesWithElevation: nodes.filter(({ elevation }) => elevation !== undefined).length,
    },
  };
}
