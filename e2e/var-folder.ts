import path from 'node:path';

/** Where the portal under test keeps its database and keys (VAR_DIR); the journeys of the desk make their accounts there. */
export const varFolder = path.join(import.meta.dirname, '..', 'test-results', 'var');
