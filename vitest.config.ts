import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{app,worker,lessons,models,scripts,prisma,tests}/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**', 'node_modules/**'],
    globalSetup: ['tests/database/global-setup.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
