import path from 'node:path';

/** Where the portal under test keeps its database and keys (VAR_DIR); journeys lay suggestions there. */
export const varFolder = path.join(import.meta.dirname, '..', 'test-results', 'var');
