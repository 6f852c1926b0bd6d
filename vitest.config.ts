import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['lib/**/*.test.ts', 'scripts/**/*.test.ts', 'messages/**/*.test.ts'],
    reporters: ['default'],
    globalSetup: ['lib/feedback/server/fixtures/global-setup.ts'],
  },
});
