import path from 'node:path';

/** Where the portal under test keeps its suggestions (VAR_DIR); journeys that need some put them there themselves. */
export const varFolder = path.join(import.meta.dirname, '..', 'test-results', 'var');

/** Key of that installation (DATA_KEYS), so that both can open what is sealed. */
export const dataKeys = `test:${Buffer.alloc(32, 7).toString('base64')}`;
