import { fork } from 'node:child_process';
import { apiTokenFormSchema } from '#app/features/api-tokens/api-token-form.ts';
import { createApiToken } from '#app/features/api-tokens/create-api-token.server.ts';
import { SCOPE_IDS } from '#app/features/api-tokens/scopes.ts';
import { buildSite } from '../../scripts/build-site.ts';
import { freePort } from '../../scripts/database.ts';
import { killNow } from '../queue/worker-process.ts';

/** The built site in a process and on a port of its own, on this test file's database. */
export async function openSite() {
  await buildSite();
  const port = await freePort();
  const said: string[] = [];
  const site = fork('app/main.ts', {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', PORT: String(port) },
  });
  for (const stream of [site.stdout, site.stderr])
    stream?.on('data', (text) => said.push(String(text)));
  await new Promise<void>((resolve, reject) => {
    site.once('message', () => resolve());
    site.once('exit', () => reject(new Error(said.join(''))));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    /** All that it has logged. */
    said: () => said.join(''),
    close: () => killNow(site),
  };
}

/** A token of a person in a class, as the tokens page makes it. */
export function makeToken(
  user: { id: string },
  classId: string,
  fields: { scopes?: string[]; perMinute?: string } = {},
): Promise<string> {
  const form = apiTokenFormSchema.parse({
    intent: 'create',
    name: 'A script',
    scopes: fields.scopes ?? SCOPE_IDS,
    perMinute: fields.perMinute ?? '600',
  });
  return createApiToken({ user, classId, form });
}

/** Calls the API as a program does. */
export function programOf(siteUrl: string, token?: string) {
  const call = async (method: string, path: string, body?: unknown, headers = {}) =>
    fetch(siteUrl + path, {
      method,
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return {
    get: (path: string) => call('GET', path),
    post: (path: string, body: unknown, headers?: Record<string, string>) =>
      call('POST', path, body, headers),
    delete: (path: string) => call('DELETE', path),
  };
}
