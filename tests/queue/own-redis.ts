import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll } from 'vitest';
import { freePort } from '../../scripts/database.ts';
import { waitUntil } from '../../scripts/wait-until.ts';

/** Whether this machine has a Redis to test against. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

if (hasRedis) {
  const port = await freePort();
  const redis = spawn('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no']);
  await waitUntil(() => answers(port), { timeoutMs: 20_000, what: 'Redis to start' });
  process.env.REDIS_URL = `redis://127.0.0.1:${port}`;
  afterAll(async () => {
    redis.kill();
    await once(redis, 'exit');
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
