/** Files out of a zip archive in memory: what elevation tiles and timetables come packed in. */
import { inflateRawSync } from 'node:zlib';

const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;

export const isZip = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 4) === 'PK\x03\x04';

/**
 * Unpacks the files whose name is wanted, found through the archive's directory. Throws when the archive is damaged, a file is packed otherwise
 * than with deflate, or is larger than `mostBytes`.
 */
export function unzip(
  zip: Buffer,
  isWanted: (name: string) => boolean,
  mostBytes: number,
): { name: string; bytes: Buffer }[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + END_BYTES > zip.length) throw new Error('the archive is cut off: it has no directory');
  const found: { name: string; bytes: Buffer }[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength);
    if (isWanted(name)) {
      const method = zip.readUInt16LE(at + 10);
      const header = zip.readUInt32LE(at + 42);
      const start = header + LOCAL_BYTES + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
      const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
      if (method !== 0 && method !== 8) throw new Error(`${name} is packed in a way that is not read here`);
      const bytes = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: mostBytes });
      found.push({ name, bytes });
    }
    at += ENTRY_BYTES + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return found;
}
