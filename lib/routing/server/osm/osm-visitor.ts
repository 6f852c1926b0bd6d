/** What a reader of an OpenStreetMap file tells, element by element, in the order of the file. */
import type { OsmTags } from '../../osm/tags';

export interface OsmMember {
  type: 'node' | 'way' | 'relation';
  ref: number;
  role: string;
}

/** Elements nobody asks for are skipped, which is most of the time a reader needs. */
export interface OsmVisitor {
  /**
   * A node with its position in degrees. `tags` is read only when called, and only before the next element. Position is two numbers rather
   * than an array: this runs for every node of the file.
   */
  node?(id: number, lng: number, lat: number, tags: () => OsmTags | undefined): void;
  /** Keys of which a way has at least one to be shown; without it those of ways on foot. */
  readonly keys?: ReadonlySet<string>;
  /** A way that has one of the keys, or is one of `wayIds`. `refs` is valid during the call only. */
  way?(id: number, tags: OsmTags, refs: readonly number[]): void;
  /** The relations whose tag `type` is `multipolygon`. */
  relation?(id: number, tags: OsmTags, members: readonly OsmMember[]): void;
}

/** Keys of which a way on foot has at least one. */
export const wayKeys: ReadonlySet<string> = new Set([
  'highway',
  'aerialway',
  'route',
  'railway',
  'public_transport',
  'man_made',
  'indoor',
]);

export interface OsmCounts {
  nodes: number;
  ways: number;
  relations: number;
}

/** A file that can be read several times. */
export interface OsmFile {
  /**
   * Reads the whole file once and counts the elements of the kinds the visitor takes. Throws NetworkImportError when it is damaged.
   * @param wayIds ways to show even without one of the visitor's keys
   * @param onBytes called with the bytes of the file done so far
   */
  read(visitor: OsmVisitor, wayIds: ReadonlySet<number>, onBytes: (done: number) => void): Promise<OsmCounts>;
  readonly bytes: number;
  close(): Promise<void>;
}
