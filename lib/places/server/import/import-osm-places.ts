/**
 * Service points from an OpenStreetMap extract, in three passes: outlines of several ways, ways, nodes. What is kept in between grows with
 * what comes out (and a bit for every node of the box), not with the file that goes in.
 */
import { type Bounds, containsPosition, type LngLat } from '@/lib/geo/position';
import { pointInside } from '@/lib/geo/point-inside';
import { NetworkImportError } from '@/lib/routing/server/network-import-error';
import { IdSet } from '@/lib/routing/server/osm/id-set';
import { NodeTable } from '@/lib/routing/server/osm/node-table';
import { openOsm } from '@/lib/routing/server/osm/open-osm';
import type { OsmCounts, OsmFile, OsmVisitor } from '@/lib/routing/server/osm/osm-visitor';
import { joinRings } from '@/lib/routing/server/osm/rings';
import type { ServiceFeature } from '../../service';
import { type OsmService, type OsmVerdict, readOsmService } from './osm-service';
import { serviceWayKeys } from './osm-words';
import { ServiceList, type ServiceReport } from './service-list';

const source = '© OpenStreetMap contributors, ODbL 1.0';

export interface OsmPlacesOptions {
  /** `.osm.pbf` or `.osm`; told apart by content. */
  file: string;
  /** Only what lies in these degrees. */
  bbox?: Bounds | undefined;
  /** Day of the run, `2026-11-25`. */
  checked: string;
  /** `fraction` of the step done, 0 to 1. */
  onProgress?: (step: 'outlines' | 'ways' | 'nodes', fraction: number) => void;
}

export interface OsmPlaces {
  features: ServiceFeature[];
  report: ServiceReport & { read: OsmCounts & { bytes: number }; seconds: number };
}

interface Area {
  id: string;
  service: OsmService;
  /** Numbers of the node table. */
  rings: Int32Array[];
}

class Collector {
  readonly nodes = new NodeTable();
  readonly areas: Area[] = [];
  readonly memberIds = new Set<number>();
  private readonly plans: { id: string; verdict: OsmVerdict; members: number[] }[] = [];
  private readonly memberLines = new Map<number, Int32Array>();

  constructor(
    private readonly list: ServiceList,
    private readonly inBox: IdSet | undefined,
  ) {}

  planArea: NonNullable<OsmVisitor['relation']> = (id, tags, members) => {
    const verdict = readOsmService(tags);
    if (!verdict) return;
    const ways = members.filter(({ type }) => type === 'way').map(({ ref }) => ref);
    for (const way of ways) this.memberIds.add(way);
    this.plans.push({ id: `relation/${id}`, verdict, members: ways });
  };

  takeWay: NonNullable<OsmVisitor['way']> = (id, tags, refs) => {
    const { inBox } = this;
    if (inBox && !refs.some((ref) => inBox.has(ref))) return;
    const toLine = () => Int32Array.from(refs, (ref) => this.nodes.add(ref));
    if (this.memberIds.has(id)) this.memberLines.set(id, toLine());
    const verdict = readOsmService(tags);
    if (!verdict) return;
    if ('dropped' in verdict) return this.list.drop(verdict.dropped);
    if (refs.length < 4 || refs[0] !== refs.at(-1)) return this.list.drop('not-an-area');
    this.areas.push({ id: `way/${id}`, service: verdict.service, rings: [toLine()] });
  };

  /** Closes the outlines of several ways, once all of those are read. */
  finishAreas(): void {
    for (const { id, verdict, members } of this.plans) {
      const lines = members.flatMap((way) => this.memberLines.get(way) ?? []);
      // Outside the box.
      if (lines.length === 0) continue;
      if ('dropped' in verdict) {
        this.list.drop(verdict.dropped);
        continue;
      }
      const rings = lines.length === members.length ? joinRings(lines) : undefined;
      if (rings) this.areas.push({ id, service: verdict.service, rings });
      else this.list.drop('broken-area');
    }
    this.memberLines.clear();
  }

  /** A point inside an area; undefined when a node of it is not in the file. */
  pointOf({ rings }: Area): LngLat | undefined {
    const { lng, lat } = this.nodes;
    if (rings.some((ring) => ring.some((node) => !this.nodes.hasPosition(node)))) return undefined;
    return pointInside(
      rings.map((ring) =>
        Array.from(ring, (node): LngLat => [lng[node] ?? Number.NaN, lat[node] ?? Number.NaN]),
      ),
    );
  }
}

/** Reads a file into service points. Writes nothing. Throws NetworkImportError when it is no such file or damaged. */
export async function importOsmPlaces(options: OsmPlacesOptions): Promise<OsmPlaces> {
  const start = performance.now();
  const osm = await openOsm(options.file);
  try {
    const list = new ServiceList();
    const read = await collect(osm, list, options);
    return {
      features: list.features,
      report: {
        read: { bytes: osm.bytes, ...read },
        ...list.report(),
        seconds: (performance.now() - start) / 1000,
      },
    };
  } finally {
    await osm.close();
  }
}

async function collect(
  osm: OsmFile,
  list: ServiceList,
  { bbox, checked, onProgress = () => {} }: OsmPlacesOptions,
): Promise<OsmCounts> {
  const inBox = bbox && new IdSet();
  const collector = new Collector(list, inBox);
  const { nodes, memberIds } = collector;
  const pass = (step: 'outlines' | 'ways' | 'nodes', visitor: OsmVisitor) =>
    osm.read({ ...visitor, wayKeys: serviceWayKeys }, memberIds, (done) =>
      onProgress(step, done / osm.bytes),
    );
  const add = (id: string, service: OsmService, position: LngLat) =>
    list.add({ id, ...service, sources: [source], checked }, position);

  const { relations } = await pass('outlines', {
    relation: collector.planArea,
    ...(bbox && {
      node: (id, lng, lat) => {
        if (containsPosition(bbox, [lng, lat])) inBox?.add(id);
      },
    }),
  });
  const { ways } = await pass('ways', { way: collector.takeWay });
  collector.finishAreas();
  nodes.startPositions();
  const { nodes: nodeCount } = await pass('nodes', {
    node: (id, lng, lat, tags) => {
      if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90))
        throw new NetworkImportError('damaged', `the file is damaged: node ${id} lies nowhere on Earth`);
      const node = nodes.find(id);
      if (node >= 0) {
        nodes.lng[node] = lng;
        nodes.lat[node] = lat;
      }
      if (bbox && !containsPosition(bbox, [lng, lat])) return;
      const found = tags();
      const verdict = found && readOsmService(found);
      if (!verdict) return;
      if ('dropped' in verdict) list.drop(verdict.dropped);
      else add(`node/${id}`, verdict.service, [lng, lat]);
    },
  });
  for (const area of collector.areas) {
    const point = collector.pointOf(area);
    if (!point) list.drop('broken-area');
    else if (!bbox || containsPosition(bbox, point)) add(area.id, area.service, point);
  }
  return { nodes: nodeCount, ways, relations };
}
