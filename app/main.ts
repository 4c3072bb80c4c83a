import { createServer } from 'node:http';
import { closeDb } from './platform/db.server.ts';
import { env } from './platform/env.server.ts';
import { log } from './platform/log.server.ts';
import { closeQueue } from './platform/queue.server.ts';
import { createSite } from './server.ts';

const STOP_TIMEOUT_MS = 5_000;

const development = env().NODE_ENV === 'development';
const server = createServer();
const vite = development ? await startVite() : undefined;
server.on('request', await createSite(vite));
server.on('error', stopOnListenError);
server.listen(env().PORT, () => {
  log.info({ port: env().PORT }, 'site listens');
  process.send?.('ready');
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
// A parent that died can't stop this process any more.
process.on('disconnect', () => void stop());

async function startVite() {
  const { createServer: createVite } = await import('vite');
  return createVite({ server: { middlewareMode: true, hmr: { server } } });
}

function stopOnListenError(error: NodeJS.ErrnoException): void {
  const taken = error.code === 'EADDRINUSE';
  console.error(
    taken
      ? `Port ${env().PORT} is in use. Stop the other program, or choose another: PORT=3001 npm start`
      : `The site can't listen on port ${env().PORT}: ${error.message}`,
  );
  process.exit(1);
}

async function stop(): Promise<void> {
  // Open event streams never end by themselves.
  setTimeout(() => process.exit(0), STOP_TIMEOUT_MS).unref();
  server.close();
  server.closeIdleConnections();
  await vite?.close();
  await closeQueue();
  await closeDb();
  process.exit(0);
}
