/** Outlines of service points in an OpenStreetMap file, one way each or several joined. */

import { pointInside } from '@/lib/geo/point-inside';
import type { LngLat } from '@/lib/geo/position';
import type { IdSet } from '@/lib/routing/server/osm/id-set';
import { NodeTable } from '@/lib/routing/server/osm/node-table';
import type { OsmVisitor } from '@/lib/routing/server/osm/osm-visitor';
import { joinRings } from '@/lib/routing/server/osm/rings';
import { type OsmService, type OsmVerdict, readOsmService } from './osm-service';

export interface OsmArea {
  id: string;
  service: OsmService;
  /** Numbers of the node table. */
  rings: Int32Array[];
}

/** Takes relations first, then ways; the positions of its nodes come last. */
export class OsmAreas {
  readonly nodes = new NodeTable();
  readonly areas: OsmArea[] = [];
  /** Ways that are a part of a relation's outline. */
  readonly memberIds = new Set<number>();
  private readonly plans: { id: string; verdict: OsmVerdict; members: number[] }[] = [];
  private readonly memberLines = new Map<number, Int32Array>();

  /** @param inBox nodes of the box, where there is one: a way with none of them is passed over */
  constructor(
    private readonly drop: (reason: string) => void,
    private readonly inBox: IdSet | undefined,
  ) {}

  takeRelation: NonNullable<OsmVisitor['relation']> = (id, tags, members) => {
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
    if ('dropped' in verdict) return this.drop(verdict.dropped);
    if (refs.length < 4 || refs[0] !== refs.at(-1)) return this.drop('not an area');
    this.areas.push({ id: `way/${id}`, service: verdict.service, rings: [toLine()] });
  };

  /** Closes the outlines of several ways, once all of those are read, and makes room for positions. */
  finish(): void {
    for (const { id, verdict, members } of this.plans) {
      const lines = members.flatMap((way) => this.memberLines.get(way) ?? []);
      // Outside the box.
      if (lines.length === 0) continue;
      const rings = lines.length === members.length ? joinRings(lines) : undefined;
      if ('dropped' in verdict) this.drop(verdict.dropped);
      else if (rings) this.areas.push({ id, service: verdict.service, rings });
      else this.drop('broken area');
    }
    this.memberLines.clear();
    this.nodes.startPositions();
  }

  /** Position of a node in degrees; of one no outline has, nothing is kept. */
  takeNode(id: number, lng: number, lat: number): void {
    const node = this.nodes.find(id);
    if (node < 0) return;
    this.nodes.lng[node] = lng;
    this.nodes.lat[node] = lat;
  }

  /** A point inside an area; undefined when it encloses nothing or a node of it is not in the file. */
  pointOf({ rings }: OsmArea): LngLat | undefined {
    const { nodes } = this;
    if (rings.some((ring) => ring.some((node) => !nodes.hasPosition(node)))) return undefined;
    return pointInside(
      rings.map((ring) =>
        Array.from(ring, (node): LngLat => [nodes.lng[node] as number, nodes.lat[node] as number]),
      ),
    );
  }
}
