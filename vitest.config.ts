import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['lib/**/*.test.ts', 'scripts/**/*.test.ts', 'messages/**/*.test.ts'],
    reporters: ['default'],
    // No test is timed: on a slow machine one that was given up would go on beside the next.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: ['lib/feedback/server/fixtures/global-setup.ts'],
  },
});
