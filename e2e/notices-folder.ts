import path from 'node:path';

/** Where the portal under test reads its notices (NOTICES_DIR); the journeys write them there. */
export const noticesFolder = path.join(import.meta.dirname, '..', 'test-results', 'notices');
