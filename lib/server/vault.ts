/** Sealing of what must not be read in a stolen database: AES-256-GCM, keys that can be changed. */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { varFolder } from './database';
import { environment } from './env';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

export interface Vault {
  /** Seals a text for a purpose; it opens for the same purpose only, so that one person's data cannot be laid into another's row. */
  seal(text: string, purpose: string): string;
  /** Opens what was sealed with any key of the ring. Throws where the key is gone, the purpose is another, or a bit was changed. */
  open(sealed: string, purpose: string): string;
  /** True where it was sealed with an older key than the first. */
  isOld(sealed: string): boolean;
  /** A signature (HMAC-SHA-256) of a text for a use. */
  sign(use: string, text: string): Buffer;
  /** 32 bytes for another use (signatures), always the same while the last key of the ring stays. */
  derive(use: string): Buffer;
}

/**
 * A vault from its ring of keys, `id:base64` separated by commas: the first seals, all open. Throws Error where a key is not 32 bytes or an id comes
 * twice.
 */
export function openVault(ring: string): Vault {
  const keys = new Map<string, Buffer>();
  for (const entry of ring.split(',').map((text) => text.trim())) {
    const [id = '', encoded = ''] = entry.split(':');
    const key = Buffer.from(encoded, 'base64');
    if (!/^[\w-]{1,20}$/.test(id) || key.length !== KEY_BYTES)
      throw new Error('DATA_KEYS: each key is "id:base64 of 32 bytes", separated by commas');
    if (keys.has(id)) throw new Error(`DATA_KEYS: key "${id}" comes twice`);
    keys.set(id, key);
  }
  const [current] = keys;
  const oldest = [...keys.values()].at(-1);
  if (!current || !oldest) throw new Error('DATA_KEYS: no key');
  // Made once: a key given as bytes is taken apart anew each time, which takes several times as long.
  const [currentId, currentKey] = [current[0], createSecretKey(current[1])];
  const derived = new Map<string, KeyObject>();
  const keyFor = (use: string) => {
    const kept = derived.get(use);
    if (kept) return kept;
    const key = createSecretKey(Buffer.from(hkdfSync('sha256', oldest, '', `yuwalk ${use}`, KEY_BYTES)));
    derived.set(use, key);
    return key;
  };
  return {
    seal(text, purpose) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', currentKey, iv).setAAD(Buffer.from(purpose));
      const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${currentId}.${sealed.toString('base64url')}`;
    },
    open(sealed, purpose) {
      const dot = sealed.indexOf('.');
      const key = keys.get(sealed.slice(0, dot));
      if (!key) throw new Error(`DATA_KEYS: key "${sealed.slice(0, dot)}" is not in the ring`);
      const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      return (
        decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      );
    },
    isOld: (sealed) => !sealed.startsWith(`${currentId}.`),
    sign: (use, text) => createHmac('sha256', keyFor(use)).update(text).digest(),
    derive: (use) => keyFor(use).export(),
  };
}

/** A new key for the ring. */
export const makeKey = (id: string) => `${id}:${randomBytes(KEY_BYTES).toString('base64')}`;

/** The ring of this installation: `DATA_KEYS`, else a key made once and kept beside the SQLite file, readable by its owner only. */
export function readKeyRing(): string {
  if (environment.DATA_KEYS) return environment.DATA_KEYS;
  // Instances that share a database must share the keys, which no file of one machine can do.
  if (environment.DATABASE_URL) throw new Error('DATA_KEYS must be set where DATABASE_URL is');
  const file = path.join(varFolder(), 'secret', 'data-keys');
  const read = () => readFileSync(/* turbopackIgnore: true */ file, 'utf8').trim();
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, `${makeKey('k1')}\n`, { mode: 0o600, flush: true });
  try {
    // The first of several processes that start together wins; the others read its key.
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own);
  }
  return read();
}
