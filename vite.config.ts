import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixOptions from './remix.config.js';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

const BROWSER_LIBRARIES = [
  'react',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  'react-dom',
  'react-dom/client',
  '@remix-run/react',
  '@conform-to/react',
  '@conform-to/zod',
  'i18next',
  'lucide-react',
  'react-i18next',
  'zod',
];

export default defineConfig({
  plugins: [remix(remixOptions)],
  // The browser's libraries by name: left to discover them, the development server would also follow the
  // server's half of each route, down to native code, and load React twice when it finds out.
  optimizeDeps: { noDiscovery: true, include: BROWSER_LIBRARIES },
  build: { chunkSizeWarningLimit: 800 },
});
