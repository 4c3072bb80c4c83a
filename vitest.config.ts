import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['{app,worker,lessons,models,scripts,tests}/**/*.test.{ts,tsx}'] },
});
