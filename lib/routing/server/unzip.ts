/** Files out of a zip archive in memory: what elevation tiles and timetables come packed in. */
import { crc32, inflateRawSync } from 'node:zlib';

const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const [LOCAL, ENTRY, END] = ['PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06'] as const;

const isAt = (bytes: Buffer, at: number, signature: string) =>
  bytes.toString('latin1', at, at + signature.length) === signature;

export const isZip = (bytes: Buffer): boolean => isAt(bytes, 0, LOCAL);

/**
 * Unpacks the files whose name is wanted, found through the archive's directory. Throws when the archive is damaged (each file has a checksum), a
 * file is packed otherwise than with deflate, or all together are larger than `mostBytes`: an archive of a few kilobytes can name the same
 * file of gigabytes many times.
 */
export function unzip(
  zip: Buffer,
  isWanted: (name: string) => boolean,
  mostBytes: number,
): { name: string; bytes: Buffer }[] {
  const end = zip.lastIndexOf(Buffer.from(END, 'latin1'));
  if (end < 0 || end + END_BYTES > zip.length) throw new Error('the archive is cut off: it has no directory');
  const found: { name: string; bytes: Buffer }[] = [];
  let left = mostBytes;
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    if (!isAt(zip, at, ENTRY)) throw new Error('the archive is damaged: its directory is not where it says');
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength);
    if (isWanted(name)) {
      const method = zip.readUInt16LE(at + 10);
      const header = zip.readUInt32LE(at + 42);
      if (!isAt(zip, header, LOCAL)) throw new Error(`${name} is not where the directory says`);
      const start = header + LOCAL_BYTES + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
      const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
      if (method !== 0 && method !== 8) throw new Error(`${name} is packed in a way that is not read here`);
      const bytes = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
      left -= bytes.length;
      if (left < 0) throw new Error(`${name} is larger than what is read here`);
      if (crc32(bytes) !== zip.readUInt32LE(at + 16)) throw new Error(`${name} is damaged`);
      found.push({ name, bytes });
    }
    at += ENTRY_BYTES + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return found;
}
