import path from 'node:path';

/** Where the portal under test keeps its database (VAR_DIR); journeys lay suggestions and accounts there themselves. */
export const varFolder = path.join(import.meta.dirname, '..', 'test-results', 'var');

/** Key of that installation (DATA_KEYS), so that both can open what is sealed. */
export const dataKeys = `test:${Buffer.alloc(32, 7).toString('base64')}`;
