import { open } from 'node:fs/promises';
import { ServiceImportError } from './service-import-error';

/** A list of a city has some megabytes at most; the runtime cannot hold texts of half a gigabyte. */
const MOST_BYTES = 200 * 1024 * 1024;

const isPacked = (bytes: Buffer) => bytes.toString('latin1', 0, 4) === 'PK\x03\x04';
/** Control characters no text has. */
const isBinary = (text: string) => /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/u.test(text);

/** Text of a file in UTF-8 or, failing that, GB18030. Throws ServiceImportError when it is no text. */
export async function readListText(file: string): Promise<string> {
  const bytes = await readBytes(file);
  if (isPacked(bytes)) throw new ServiceImportError(`${file} is a workbook or an archive: save it as CSV`);
  for (const encoding of ['utf-8', 'gb18030']) {
    let text: string;
    try {
      text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
    if (isBinary(text)) throw new ServiceImportError(`${file} is no text`);
    return text;
  }
  throw new ServiceImportError(`${file} is neither UTF-8 nor GB18030`);
}

async function readBytes(file: string): Promise<Buffer> {
  const unreadable = (error: Error) =>
    new ServiceImportError(`${file} cannot be read: ${error.message}`, { cause: error });
  const handle = await open(file).catch((error: Error) => {
    throw unreadable(error);
  });
  try {
    const { size } = await handle.stat();
    if (size > MOST_BYTES) throw new ServiceImportError(`${file} is too large for a list`);
    return await handle.readFile().catch((error: Error) => {
      throw unreadable(error);
    });
  } finally {
    await handle.close();
  }
}
