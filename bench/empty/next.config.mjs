import path from 'node:path';

/** The yardstick of `npm run bench:pages`: what a page of this framework weighs with nothing on it. */
export default {
  poweredByHeader: false,
  turbopack: { root: path.resolve(import.meta.dirname, '../..') },
};
