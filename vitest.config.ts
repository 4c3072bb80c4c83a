import { defineConfig } from 'vitest/config';

/**
 * Tests beside the code they test run two files at once. Those of the whole, in tests/, start sites and workers
 * that fill a computer's cores, so they run one file after the other, and after the rest.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['{app,worker,lessons,models,scripts,prisma}/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/database/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', 'node_modules/**'],
          globalSetup: ['tests/database/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
