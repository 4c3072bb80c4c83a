import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const cores = availableParallelism();
const shared = {
  globalSetup: ['tests/database/global-setup.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

/**
 * Tests beside the code they test run two files at once or more. Those of the whole, in tests/, start sites and
 * workers that fill two cores, so they leave one free, and run after the rest.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'parts',
          include: ['{app,worker,lessons,models,scripts,prisma}/**/*.test.{ts,tsx}'],
          maxWorkers: Math.max(2, cores - 1),
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'whole',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', 'node_modules/**'],
          maxWorkers: Math.max(1, cores - 1),
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
