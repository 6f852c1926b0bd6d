/** A pedestrian network from an OpenStreetMap extract. */
import type { Bounds } from '@/lib/geo/position';
import type { EdgeInput, NodeInput } from '../packed-network';
import { loadElevation } from './elevation';
import { countKinds, countUnknown, type ImportReport } from './import-report';
import { NetworkImportError } from './network-import-error';
import { buildNetwork } from './osm/build-network';
import { collectOsm, type OnProgress } from './osm/collect';
import { setHeights } from './osm/node-heights';
import { openOsm } from './osm/open-osm';

export type { ImportStep, OnProgress } from './osm/collect';

export interface ImportOptions {
  /** `.osm.pbf` or `.osm`; told apart by content. */
  file: string;
  /** Only what lies in these degrees. The network ends at the last node inside. */
  bbox?: Bounds | undefined;
  /** Elevation tiles, `.hgt` or zipped. Heights are a fallback for nodes without `ele`, never a slope. */
  dem?: string | readonly string[] | undefined;
  onProgress?: OnProgress | undefined;
}

export interface ImportedNetwork {
  nodes: NodeInput[];
  edges: EdgeInput[];
  report: ImportReport;
}

/** Reads a file into nodes and edges. Writes nothing. Throws NetworkImportError when the file cannot be imported. */
export async function importOsm({
  file,
  bbox,
  dem,
  onProgress = () => {},
}: ImportOptions): Promise<ImportedNetwork> {
  const start = performance.now();
  const model = dem && (await loadElevation(typeof dem === 'string' ? [dem] : dem));
  const osm = await openOsm(file);
  try {
    const collected = await collectOsm(osm, bbox, onProgress);
    const built = buildNetwork(collected, (fraction) => onProgress('edges', fraction));
    const { nodes, edges } = built;
    if (edges.length === 0)
      throw new NetworkImportError(
        'empty',
        bbox
          ? 'there is nothing to walk on in this part of the file'
          : 'there is nothing to walk on in the file',
      );
    if (model) setHeights(built, model);
    return {
      nodes,
      edges,
      report: {
        read: { bytes: osm.bytes, ...collected.read },
        kept: { nodes: nodes.length, edges: edges.length, byKind: countKinds(edges) },
        areas: { crossed: built.areas, withoutEntry: built.areasWithoutEntry },
        lifts: { joined: built.lifts, onOneFloor: built.liftsOnOneFloor },
        dropped: Object.fromEntries(collected.dropped),
        missingNodes: built.missingNodes,
        blockedNodes: built.blockedNodes,
        unknown: countUnknown(edges),
        nodesWithElevation: nodes.reduce(
          (count, { elevation }) => count + (elevation === undefined ? 0 : 1),
          0,
        ),
        seconds: (performance.now() - start) / 1000,
      },
    };
  } finally {
    await osm.close();
  }
}
