/**
 * A block of an OpenStreetMap PBF file (wiki.openstreetmap.org/wiki/PBF_Format): decoded in place, with cursors over its packed arrays and
 * only the strings somebody asks for.
 */
import { PbfReader } from 'pbf';
import type { OsmTags } from '../../osm/tags';
import { NetworkImportError } from '../network-import-error';
import { type OsmCounts, type OsmMember, type OsmVisitor, wayKeys } from './osm-visitor';

const damaged = (what: string) => new NetworkImportError('damaged', `the file is damaged: ${what}`);

/** Length-delimited field under the reader: its end, checked against the message it lies in. */
function fieldEnd(reader: PbfReader, limit: number): number {
  const end = reader.readVarint() + reader.pos;
  if (!(end <= limit)) throw damaged('a field reaches over the end of its message');
  return end;
}

/** Walks the fields of a message; the callback must read the field or leave it alone. Ends exactly at `end` or throws. */
export function eachField(
  reader: PbfReader,
  end: number,
  read: (field: number, reader: PbfReader) => void,
): void {
  for (let field = reader.nextField(end); field !== 0; field = reader.nextField(end)) read(field, reader);
  if (reader.pos !== end) throw damaged('a message does not end where it says');
}

/** A cursor over a packed array of numbers. All cursors of a block share one reader. */
class Cursor {
  constructor(
    private readonly reader: PbfReader,
    public at: number,
    private readonly end: number,
  ) {}
  get hasMore() {
    return this.at < this.end;
  }
  /** Throws when the array is shorter than its neighbours. */
  next(): number {
    if (this.at >= this.end) throw damaged('arrays of different lengths');
    const { reader } = this;
    reader.pos = this.at;
    const value = reader.readVarint();
    this.at = reader.pos;
    return value;
  }
  nextSigned(): number {
    const value = this.next();
    return value % 2 === 1 ? (value + 1) / -2 : value / 2;
  }
}

/** The string table, decoded string by string on demand. */
class Strings {
  private readonly starts: number[] = [];
  private readonly texts: (string | undefined)[] = [];
  constructor(
    private readonly buffer: Buffer,
    reader: PbfReader,
    end: number,
  ) {
    eachField(reader, end, (field) => {
      if (field !== 1) return;
      const stringEnd = fieldEnd(reader, end);
      this.starts.push(reader.pos, stringEnd);
      reader.pos = stringEnd;
    });
  }
  at(index: number): string {
    const known = this.texts[index];
    if (known !== undefined) return known;
    const [start, end] = [this.starts[2 * index], this.starts[2 * index + 1]];
    if (start === undefined || end === undefined) throw damaged('a string that is not there');
    const text = this.buffer.toString('utf8', start, end);
    this.texts[index] = text;
    return text;
  }
}

const EMPTY = Buffer.alloc(0);
/** Highest number of a field with an array in it. */
const LAST_FIELD = 10;
const memberTypes = ['node', 'way', 'relation'] as const;

interface Block {
  /** Goes over the fields of a message. */
  fields: PbfReader;
  /** Shared by the cursors. */
  values: PbfReader;
  strings: Strings;
  granularity: number;
  latOffset: number;
  lngOffset: number;
}

/** Bits of what a block holds, so that later passes can leave blocks out unread. */
export const HOLDS = { nodes: 1, ways: 2, relations: 4 } as const;

/** Decodes one primitive block. Adds to `counts` and returns the HOLDS bits. Throws NetworkImportError when it is damaged. */
export function readBlock(
  buffer: Buffer,
  visitor: OsmVisitor,
  wayIds: ReadonlySet<number>,
  counts: OsmCounts,
): number {
  const reader = new PbfReader(buffer);
  const groups: [start: number, end: number][] = [];
  let strings: Strings | undefined;
  let [granularity, latOffset, lngOffset] = [100, 0, 0];
  eachField(reader, buffer.length, (field) => {
    if (field === 1) strings = new Strings(buffer, reader, fieldEnd(reader, buffer.length));
    else if (field === 2) {
      const end = fieldEnd(reader, buffer.length);
      groups.push([reader.pos, end]);
      reader.pos = end;
    } else if (field === 17) granularity = reader.readVarint(true);
    else if (field === 19) latOffset = reader.readVarint(true);
    else if (field === 20) lngOffset = reader.readVarint(true);
  });
  strings ??= new Strings(EMPTY, new PbfReader(EMPTY), 0);
  const block: Block = {
    fields: new PbfReader(buffer),
    values: new PbfReader(buffer),
    strings,
    granularity,
    latOffset,
    lngOffset,
  };
  let holds = 0;
  for (const [start, end] of groups) {
    reader.pos = start;
    eachField(reader, end, (field) => {
      if (field > 4) return;
      holds |= field <= 2 ? HOLDS.nodes : field === 3 ? HOLDS.ways : HOLDS.relations;
      const messageEnd = fieldEnd(reader, end);
      const at = reader.pos;
      // The group's own reader goes over the message; decoding has cursors of its own.
      reader.pos = messageEnd;
      if (field === 1 && visitor.node) readNode(block, at, messageEnd, visitor.node, counts);
      else if (field === 2 && visitor.node) readDenseNodes(block, at, messageEnd, visitor.node, counts);
      else if (field === 3 && visitor.way)
        readWay(block, at, messageEnd, visitor.way, visitor.keys ?? wayKeys, wayIds, counts);
      else if (field === 4 && visitor.relation) readRelation(block, at, messageEnd, visitor.relation, counts);
    });
  }
  return holds;
}

const degrees = (block: Block, offset: number, value: number) => (offset + block.granularity * value) * 1e-9;

function readTags(strings: Strings, keys: Cursor, values: Cursor): OsmTags {
  const tags = new Map<string, string>();
  while (keys.hasMore) tags.set(strings.at(keys.next()), strings.at(values.next()));
  return tags;
}

/** Cursors over a message's length-delimited fields by field number; the other fields go through `onNumber`. */
function cursorsOf(
  { fields, values }: Block,
  start: number,
  end: number,
  onNumber: (field: number, reader: PbfReader) => void = () => {},
): (field: number) => Cursor {
  fields.pos = start;
  const found: (Cursor | undefined)[] = [];
  for (let field = fields.nextField(end); field !== 0; field = fields.nextField(end)) {
    if (fields.type !== 2) {
      onNumber(field, fields);
      continue;
    }
    const fieldsEnd = fieldEnd(fields, end);
    if (field <= LAST_FIELD) found[field] = new Cursor(values, fields.pos, fieldsEnd);
    fields.pos = fieldsEnd;
  }
  if (fields.pos !== end) throw damaged('a message does not end where it says');
  return (field) => found[field] ?? new Cursor(values, 0, 0);
}

function readNode(
  block: Block,
  start: number,
  end: number,
  visit: NonNullable<OsmVisitor['node']>,
  counts: OsmCounts,
): void {
  let [id, lat, lng] = [0, 0, 0];
  const cursor = cursorsOf(block, start, end, (field, reader) => {
    if (field === 1) id = reader.readSVarint();
    else if (field === 8) lat = reader.readSVarint();
    else if (field === 9) lng = reader.readSVarint();
  });
  counts.nodes++;
  visit(id, degrees(block, block.lngOffset, lng), degrees(block, block.latOffset, lat), () =>
    readTags(block.strings, cursor(2), cursor(3)),
  );
}

function readDenseNodes(
  block: Block,
  start: number,
  end: number,
  visit: NonNullable<OsmVisitor['node']>,
  counts: OsmCounts,
): void {
  const cursor = cursorsOf(block, start, end);
  const [ids, lats, lngs, keyValues] = [cursor(1), cursor(8), cursor(9), cursor(10)];
  let [id, lat, lng] = [0, 0, 0];
  // The tags of all nodes follow each other, each node's closed by a 0; an empty array means that no node has tags.
  let areTagsRead = false;
  const tags = () => {
    if (areTagsRead) return undefined;
    areTagsRead = true;
    let found: Map<string, string> | undefined;
    while (keyValues.hasMore) {
      const key = keyValues.next();
      if (key === 0) break;
      found ??= new Map();
      found.set(block.strings.at(key), block.strings.at(keyValues.next()));
    }
    return found;
  };
  while (ids.hasMore) {
    id += ids.nextSigned();
    lat += lats.nextSigned();
    lng += lngs.nextSigned();
    areTagsRead = false;
    visit(id, degrees(block, block.lngOffset, lng), degrees(block, block.latOffset, lat), tags);
    counts.nodes++;
    if (areTagsRead) continue;
    while (keyValues.hasMore && keyValues.next() !== 0) keyValues.next();
  }
}

/** Reused between ways: most refs are looked at once and forgotten. */
const refs: number[] = [];

function readWay(
  block: Block,
  start: number,
  end: number,
  visit: NonNullable<OsmVisitor['way']>,
  wanted: ReadonlySet<string>,
  wayIds: ReadonlySet<number>,
  counts: OsmCounts,
): void {
  let id = 0;
  const cursor = cursorsOf(block, start, end, (field, reader) => {
    if (field === 1) id = reader.readVarint(true);
  });
  counts.ways++;
  const [keys, nodes] = [cursor(2), cursor(8)];
  const firstKey = keys.at;
  let isWanted = wayIds.has(id);
  while (!isWanted && keys.hasMore) isWanted = wanted.has(block.strings.at(keys.next()));
  if (!isWanted) return;
  keys.at = firstKey;
  refs.length = 0;
  for (let ref = 0; nodes.hasMore; ) {
    ref += nodes.nextSigned();
    refs.push(ref);
  }
  visit(id, readTags(block.strings, keys, cursor(3)), refs);
}

function readRelation(
  block: Block,
  start: number,
  end: number,
  visit: NonNullable<OsmVisitor['relation']>,
  counts: OsmCounts,
): void {
  let id = 0;
  const cursor = cursorsOf(block, start, end, (field, reader) => {
    if (field === 1) id = reader.readVarint(true);
  });
  counts.relations++;
  const tags = readTags(block.strings, cursor(2), cursor(3));
  if (tags.get('type') !== 'multipolygon') return;
  const [roles, ids, types] = [cursor(8), cursor(9), cursor(10)];
  const members: OsmMember[] = [];
  for (let ref = 0; ids.hasMore; ) {
    ref += ids.nextSigned();
    const type = memberTypes[types.next()];
    if (!type) throw damaged('a member of no known type');
    members.push({ type, ref, role: block.strings.at(roles.next()) });
  }
  visit(id, tags, members);
}
