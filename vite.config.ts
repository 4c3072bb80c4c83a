import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixOptions from './remix.config.js';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [remix(remixOptions)],
  // Native code that only the server loads; the development server must not try to bundle it.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: { chunkSizeWarningLimit: 800 },
});
