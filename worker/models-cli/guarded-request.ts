import http from 'node:http';
import https from 'node:https';
import { isPrivateLiteral, lookupPublic } from '#app/platform/public-address.ts';
import { EngineError } from '#worker/engine/contract/errors.ts';

/** Where models may come from. */
export interface HubAccess {
  /** The hub that the person chose; it may be a mirror within the school, over plain HTTP. */
  hubUrl: string;
  /** Other hosts that the hub may send to, by name or as `.suffix`: public ones, over HTTPS. */
  allowedHosts: readonly string[];
  /** How long a connection may be silent. */
  idleTimeoutMs: number;
}

export const PUBLIC_HUB: HubAccess = {
  hubUrl: 'https://huggingface.co',
  allowedHosts: ['.huggingface.co', '.hf.co'],
  idleTimeoutMs: 30_000,
};

const MOST_REDIRECTS = 5;

/**
 * Sends a GET request and follows its redirects, each checked: to the chosen hub, or to an allowed
 * host over HTTPS whose address is public at the moment of connecting.
 *
 * @throws EngineError `bad-request` for a place that is not allowed; network errors as they come
 */
export async function requestGuarded(
  url: string,
  access: HubAccess,
  options: { headers?: Record<string, string>; signal?: AbortSignal | undefined } = {},
): Promise<http.IncomingMessage> {
  let next = new URL(url);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const isHub = next.origin === new URL(access.hubUrl).origin;
    if (!isHub) assertAllowed(next, access);
    const response = await send(next, access.idleTimeoutMs, isHub, options);
    const { location } = response.headers;
    const isRedirect =
      response.statusCode !== undefined && [301, 302, 303, 307, 308].includes(response.statusCode);
    if (!isRedirect || !location) return response;
    response.destroy();
    next = new URL(location, next);
  }
  throw new EngineError(
    'bad-request',
    'The hub sends from one address to the next without end.',
    'hub',
  );
}

function assertAllowed(url: URL, { allowedHosts }: HubAccess): void {
  const isKnown = allowedHosts.some((host) =>
    host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host,
  );
  if (!isKnown || isPrivateLiteral(url.hostname) || url.protocol !== 'https:') {
    throw notAllowed(url.hostname);
  }
}

function send(
  url: URL,
  idleTimeoutMs: number,
  mayBePrivate: boolean,
  { headers = {}, signal }: { headers?: Record<string, string>; signal?: AbortSignal | undefined },
): Promise<http.IncomingMessage> {
  const client = url.protocol === 'https:' ? https : http;
  const lookup = mayBePrivate ? undefined : lookupPublic(notAllowed);
  return new Promise((resolve, reject) => {
    const request = client.get(
      url,
      { headers: { 'user-agent': 'easel', ...headers }, lookup, signal, agent: false },
      resolve,
    );
    request.setTimeout(idleTimeoutMs, () =>
      request.destroy(new Error('The connection was silent.')),
    );
    request.on('error', reject);
  });
}

function notAllowed(host: string): EngineError {
  const message = `The hub sends to ${host}, which is not among the places that models may come from.`;
  return new EngineError('bad-request', message, 'hub');
}
