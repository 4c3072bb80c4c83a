import http from 'node:http';
import https from 'node:https';
import { isPrivateLiteral, lookupPublic } from '#app/platform/public-address.ts';
import { isNamedHost } from './check-webhook-url.server.ts';

const TIMEOUT_MS = 10_000;

interface Delivery {
  url: string;
  body: string;
  headers: Record<string, string>;
}

/**
 * Posts a webhook's body and returns the answer's status; its body is not read and redirects are not followed.
 * The address is checked while connecting: a name may lead into the school's network later than it was added.
 */
export function postDelivery({ url, body, headers }: Delivery): Promise<number> {
  const target = new URL(url);
  const mayBePrivate = isNamedHost(target);
  const refuse = () => new Error('The address leads into a private network.');
  if (!mayBePrivate && isPrivateLiteral(target.hostname)) throw refuse();
  const client = target.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const request = client.request(
      target,
      {
        method: 'POST',
        headers: {
          ...headers,
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
          'User-Agent': 'easel',
        },
        agent: false,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(!mayBePrivate && { lookup: lookupPublic(refuse) }),
      },
      (response) => {
        response.destroy();
        resolve(response.statusCode ?? 0);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
