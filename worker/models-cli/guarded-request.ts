import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
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
const PRIVATE = buildPrivateRanges();

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
  const isPrivateLiteral =
    net.isIP(stripBrackets(url.hostname)) > 0 && isPrivate(stripBrackets(url.hostname));
  if (!isKnown || isPrivateLiteral || url.protocol !== 'https:') {
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
  const lookup = mayBePrivate ? undefined : lookupPublic;
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

/** Resolves a name for the connection itself, so that no second answer can slip in between. */
const lookupPublic: net.LookupFunction = (hostname, options, callback) => {
  dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const [first] = addresses;
    if (!first || addresses.some(({ address }) => isPrivate(address))) {
      return callback(notAllowed(hostname), '', 0);
    }
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

/** Whether an address is of this computer or its network, or otherwise no public one. */
export function isPrivate(address: string): boolean {
  return PRIVATE.check(address, net.isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** An IPv4 address that is written as an IPv6 one is checked as what it is. */
function buildPrivateRanges(): net.BlockList {
  const ranges = new net.BlockList();
  const v4 = ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16'];
  v4.push('172.16.0.0/12', '192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/3');
  const v6 = ['::/127', '64:ff9b::/96', 'fc00::/7', 'fe80::/10', 'ff00::/8'];
  for (const range of [...v4, ...v6]) {
    const [network = '', prefix = ''] = range.split('/');
    ranges.addSubnet(network, Number(prefix), net.isIPv6(network) ? 'ipv6' : 'ipv4');
  }
  return ranges;
}

function stripBrackets(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

function notAllowed(host: string): EngineError {
  const message = `The hub sends to ${host}, which is not among the places that models may come from.`;
  return new EngineError('bad-request', message, 'hub');
}
