import { open } from 'node:fs/promises';
import { NetworkImportError } from '../network-import-error';
import type { OsmFile } from './osm-visitor';
import { openPbf } from './read-pbf';
import { openXml } from './read-xml';

/** First bytes of what a browser or a mirror may hand over instead. */
const packed: readonly [bytes: readonly number[], name: string][] = [
  [[0x1f, 0x8b], 'gzip'],
  [[0x42, 0x5a, 0x68], 'bzip2'],
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'xz'],
];

/**
 * Opens an OpenStreetMap file by its content, whatever its name. The caller closes it. Throws NetworkImportError when it cannot be read or
 * is nothing this importer knows.
 */
export async function openOsm(path: string): Promise<OsmFile> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw new NetworkImportError('unreadable', `${path} cannot be opened`, { cause: error });
  });
  try {
    const status = await handle.stat();
    if (!status.isFile()) throw new NetworkImportError('unreadable', `${path} is no file`);
    const head = Buffer.alloc(64);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    if (bytesRead === 0) throw new NetworkImportError('not-osm', 'the file is empty');
    const archive = packed.find(([bytes]) => bytes.every((byte, index) => head[index] === byte));
    if (archive)
      throw new NetworkImportError('not-osm', `the file is packed with ${archive[1]}: unpack it first`);
    const text = head
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trimStart();
    return text.startsWith('<') ? openXml(handle, status.size) : await openPbf(handle, status.size);
  } catch (error) {
    await handle.close();
    throw error;
  }
}
