/** OpenStreetMap XML (.osm), read as a stream. */
import type { FileHandle } from 'node:fs/promises';
import { SaxesParser } from 'saxes';
import { NetworkImportError } from '../network-import-error';
import { type OsmCounts, type OsmFile, type OsmMember, type OsmVisitor, wayKeys } from './osm-visitor';

const CHUNK_BYTES = 256 * 1024;
/** Longest id and coordinate there can be; a number is read from no longer text. */
const numeric = /^-?\d{1,17}(\.\d{1,17})?$/;

interface Element {
  name: string;
  id: number;
  lng: number;
  lat: number;
  isDeleted: boolean;
  tags: Map<string, string>;
  refs: number[];
  members: OsmMember[];
}

function numberOf(attributes: Record<string, string>, name: string, most: number): number {
  const text = attributes[name] ?? '';
  const value = numeric.test(text) ? Number(text) : Number.NaN;
  if (!(Math.abs(value) <= most))
    throw new NetworkImportError('damaged', `the file is damaged: "${text.slice(0, 40)}" as ${name}`);
  return value;
}

/** Calls the visitor for elements as they close. */
class ElementReader {
  readonly counts: OsmCounts = { nodes: 0, ways: 0, relations: 0 };
  hasRoot = false;
  private element: Element | undefined;
  constructor(
    private readonly visitor: OsmVisitor,
    private readonly wayIds: ReadonlySet<number>,
  ) {}

  open(name: string, attributes: Record<string, string>): void {
    if (!this.hasRoot) {
      if (name !== 'osm')
        throw new NetworkImportError(
          'not-osm',
          `this is XML, but <${name.slice(0, 40)}> is no OpenStreetMap data`,
        );
      this.hasRoot = true;
      return;
    }
    if (name === 'node' || name === 'way' || name === 'relation') {
      const id = numberOf(attributes, 'id', Number.MAX_SAFE_INTEGER);
      const isDeleted = attributes.action === 'delete' || attributes.visible === 'false';
      const hasPosition = name === 'node' && !isDeleted;
      this.element = {
        name,
        id,
        lng: hasPosition ? numberOf(attributes, 'lon', 180) : 0,
        lat: hasPosition ? numberOf(attributes, 'lat', 90) : 0,
        isDeleted,
        tags: new Map(),
        refs: [],
        members: [],
      };
    } else if (this.element) this.openPart(this.element, name, attributes);
  }

  private openPart(element: Element, name: string, attributes: Record<string, string>): void {
    if (name === 'tag') element.tags.set(attributes.k ?? '', attributes.v ?? '');
    else if (name === 'nd') element.refs.push(numberOf(attributes, 'ref', Number.MAX_SAFE_INTEGER));
    else if (name === 'member') {
      const { type } = attributes;
      if (type !== 'node' && type !== 'way' && type !== 'relation')
        throw new NetworkImportError('damaged', 'the file is damaged: a member of no known type');
      const ref = numberOf(attributes, 'ref', Number.MAX_SAFE_INTEGER);
      element.members.push({ type, ref, role: attributes.role ?? '' });
    }
  }

  close(name: string): void {
    const { element, visitor } = this;
    if (!element || element.name !== name) return;
    this.element = undefined;
    if (element.isDeleted) return;
    const { id, tags } = element;
    if (name === 'node' && visitor.node) {
      this.counts.nodes++;
      visitor.node(id, element.lng, element.lat, () => tags);
    } else if (name === 'way' && visitor.way) {
      this.counts.ways++;
      if (this.wayIds.has(id) || tags.keys().some((key) => (visitor.keys ?? wayKeys).has(key)))
        visitor.way(id, tags, element.refs);
    } else if (name === 'relation' && visitor.relation) {
      this.counts.relations++;
      if (tags.get('type') === 'multipolygon') visitor.relation(id, tags, element.members);
    }
  }
}

/** Opens an XML file. What is wrong with it shows when it is read. */
export function openXml(handle: FileHandle, fileBytes: number): OsmFile {
  return {
    bytes: fileBytes,
    close: () => handle.close(),
    async read(visitor, wayIds, onBytes) {
      const reader = new ElementReader(visitor, wayIds);
      const parser = new SaxesParser();
      let isEnd = false;
      parser.on('opentag', ({ name, attributes }) => reader.open(name, attributes));
      parser.on('closetag', ({ name }) => reader.close(name));
      parser.on('error', (error) => {
        const fault = { cause: error };
        if (!reader.hasRoot)
          throw new NetworkImportError('not-osm', 'this is no OpenStreetMap file (.osm.pbf or .osm)', fault);
        if (isEnd) throw new NetworkImportError('truncated', 'the file is cut off', fault);
        throw new NetworkImportError('damaged', `the file is damaged: ${error.message}`, fault);
      });
      // Not fatal: a name with a broken character is no reason to refuse a city.
      const decoder = new TextDecoder();
      const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
      for (let at = 0; at < fileBytes; ) {
        const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, at);
        if (bytesRead === 0) break;
        at += bytesRead;
        parser.write(decoder.decode(buffer.subarray(0, bytesRead), { stream: true }));
        onBytes(at);
      }
      isEnd = true;
      parser.write(decoder.decode());
      parser.close();
      return reader.counts;
    },
  };
}
