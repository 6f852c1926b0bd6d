/** OpenStreetMap PBF: a row of blobs, each read, inflated and decoded on its own. */
import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflate, inflateSync, zstdDecompress } from 'node:zlib';
import { PbfReader } from 'pbf';
import { NetworkImportError } from '../network-import-error';
import type { OsmCounts, OsmFile, OsmVisitor } from './osm-visitor';
import { eachField, HOLDS, readBlock } from './pbf-block';

/** Limits of the format: a reader may refuse what is larger, and a broken length must not become an allocation. */
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_BLOB_BYTES = 32 * 1024 * 1024;
/** Inflated blobs kept from pass to pass: all of a town, the start of a country. */
const CACHE_BYTES = 64 * 1024 * 1024;
/** Blobs being read and inflated while one is decoded; zlib works on other threads. */
const AHEAD = 4;
/** A blob this small is inflated faster than handed to another thread. */
const SYNC_BYTES = 64 * 1024;

const inflateAsync = promisify(inflate);
const zstdAsync = promisify(zstdDecompress);

const features = new Set(['OsmSchema-V0.6', 'DenseNodes']);

interface BlobPlace {
  type: string;
  start: number;
  bytes: number;
  /** HOLDS bits, known after it was decoded once. */
  holds: number | undefined;
}

async function readAt(handle: FileHandle, start: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(bytes);
  let done = 0;
  while (done < bytes) {
    const { bytesRead } = await handle.read(buffer, done, bytes - done, start + done);
    if (bytesRead === 0) throw new NetworkImportError('truncated', 'the file ends in the middle of a block');
    done += bytesRead;
  }
  return buffer;
}

/** Runs a decoder and gives whatever it trips over the name of a damaged file. */
function decoding<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof NetworkImportError) throw error;
    throw new NetworkImportError('damaged', 'the file is damaged: a block cannot be decoded', {
      cause: error,
    });
  }
}

/** Type and length of a blob from its header. */
function readBlobHeader(buffer: Buffer): { type: string; bytes: number } {
  return decoding(() => {
    let [type, bytes] = ['', -1];
    const reader = new PbfReader(buffer);
    eachField(reader, buffer.length, (field) => {
      if (field === 1) type = reader.readString();
      else if (field === 3) bytes = reader.readVarint();
    });
    if (!(bytes >= 0 && bytes <= MAX_BLOB_BYTES))
      throw new NetworkImportError('damaged', 'the file is damaged: a block without a possible length');
    return { type, bytes };
  });
}

async function unpack(blob: Buffer): Promise<Buffer> {
  const fields = decoding(() => {
    const found = new Map<number, Buffer>();
    const reader = new PbfReader(blob);
    let rawSize = -1;
    eachField(reader, blob.length, (field) => {
      if (reader.type === 2) {
        const bytes = reader.readBytes();
        found.set(field, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      } else if (field === 2) rawSize = reader.readVarint();
    });
    if (rawSize > MAX_BLOB_BYTES)
      throw new NetworkImportError('damaged', 'the file is damaged: a block larger than the format allows');
    return { found, rawSize };
  });
  const raw = fields.found.get(1);
  if (raw) return raw;
  const limit = { maxOutputLength: fields.rawSize > 0 ? fields.rawSize : MAX_BLOB_BYTES };
  const [zlib, zstd] = [fields.found.get(3), fields.found.get(7)];
  if (!zlib && !zstd)
    throw new NetworkImportError('unsupported', 'a block is packed in another way than zlib or zstd');
  try {
    if (zstd) return await zstdAsync(zstd, limit);
    if (!zlib) return raw ?? Buffer.alloc(0);
    return zlib.length < SYNC_BYTES ? inflateSync(zlib, limit) : await inflateAsync(zlib, limit);
  } catch (error) {
    throw new NetworkImportError('damaged', 'the file is damaged: a block cannot be unpacked', {
      cause: error,
    });
  }
}

/** Throws when the file needs what this reader does not do. */
function checkHeader(block: Buffer): void {
  decoding(() => {
    const reader = new PbfReader(block);
    eachField(reader, block.length, (field) => {
      if (field !== 4) return;
      const feature = reader.readString();
      if (!features.has(feature))
        throw new NetworkImportError('unsupported', `the file needs the feature "${feature}"`);
    });
  });
}

/** Places of all blobs; only their headers are read. */
async function findBlobs(handle: FileHandle, fileBytes: number): Promise<BlobPlace[]> {
  const blobs: BlobPlace[] = [];
  for (let at = 0; at < fileBytes; ) {
    const isFirst = at === 0;
    const notOsm = () =>
      isFirst
        ? new NetworkImportError('not-osm', 'this is no OpenStreetMap file (.osm.pbf or .osm)')
        : new NetworkImportError('damaged', 'the file is damaged: a block header is not where it should be');
    if (fileBytes < at + 4)
      throw isFirst ? notOsm() : new NetworkImportError('truncated', 'the file is cut off');
    // One read for the length and, nearly always, the whole header behind it.
    const head = await readAt(handle, at, Math.min(128, fileBytes - at));
    const headerBytes = head.readUInt32BE(0);
    if (headerBytes === 0 || headerBytes > MAX_HEADER_BYTES) throw notOsm();
    const start = at + 4 + headerBytes;
    if (isFirst && !head.includes('OSMHeader')) throw notOsm();
    if (start > fileBytes) throw new NetworkImportError('truncated', 'the file is cut off');
    const header =
      4 + headerBytes <= head.length
        ? head.subarray(4, 4 + headerBytes)
        : await readAt(handle, at + 4, headerBytes);
    const { type, bytes } = readBlobHeader(header);
    if (isFirst && type !== 'OSMHeader') throw notOsm();
    if (start + bytes > fileBytes)
      throw new NetworkImportError('truncated', 'the file is cut off in the middle of a block');
    blobs.push({ type, start, bytes, holds: undefined });
    at = start + bytes;
  }
  return blobs;
}

const wanted = (visitor: OsmVisitor) =>
  (visitor.node ? HOLDS.nodes : 0) |
  (visitor.way ? HOLDS.ways : 0) |
  (visitor.relation ? HOLDS.relations : 0);

/** Opens a PBF file. Throws NetworkImportError when it is none, cut off, or needs unknown features. */
export async function openPbf(handle: FileHandle, fileBytes: number): Promise<OsmFile> {
  const blobs = await findBlobs(handle, fileBytes);
  const header = blobs[0];
  if (!header) throw new NetworkImportError('not-osm', 'the file is empty');
  checkHeader(await unpack(await readAt(handle, header.start, header.bytes)));
  const data = blobs.filter(({ type }) => type === 'OSMData');
  const cache = new Map<BlobPlace, Buffer>();
  let cachedBytes = 0;

  const load = async (place: BlobPlace): Promise<Buffer> => {
    const cached = cache.get(place);
    if (cached) return cached;
    const block = await unpack(await readAt(handle, place.start, place.bytes));
    if (cachedBytes + block.length <= CACHE_BYTES) {
      cachedBytes += block.length;
      cache.set(place, block);
    }
    return block;
  };

  return {
    bytes: fileBytes,
    close: () => handle.close(),
    async read(visitor, wayIds, onBytes) {
      const counts: OsmCounts = { nodes: 0, ways: 0, relations: 0 };
      const mask = wanted(visitor);
      const todo = data.filter(({ holds }) => holds === undefined || (holds & mask) !== 0);
      const loading: Promise<Buffer>[] = [];
      try {
        for (const [index, place] of todo.entries()) {
          for (let next = index + loading.length; next < todo.length && loading.length < AHEAD; next++) {
            const block = load(todo[next] as BlobPlace);
            // One that fails while another is waited for is an error in its turn; till then Node must not end for it.
            block.catch(() => undefined);
            loading.push(block);
          }
          const block = await (loading.shift() as Promise<Buffer>);
          place.holds = decoding(() => readBlock(block, visitor, wayIds, counts));
          onBytes(place.start + place.bytes);
        }
      } finally {
        // What was read ahead of a damaged block has nobody to wait for it.
        await Promise.allSettled(loading);
      }
      return counts;
    },
  };
}
