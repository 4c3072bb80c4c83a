import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import http from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

export const COMMIT = 'c0ffee'.padEnd(40, '0');

/** Answers a request for a file in place of the hub; true where it did. */
export type Fault = (
  file: string,
  bytes: Buffer,
  request: IncomingMessage,
  response: ServerResponse,
) => boolean;

/** A hub on this computer, for tests: serves one folder in the hub's protocol, faults on demand. */
export interface HubServer {
  url: string;
  /** Each file request so far, as `path range`. */
  requests: string[];
  fault: Fault | undefined;
  /** Files to list besides, by path. */
  listedBesides: Map<string, Buffer>;
  close(): Promise<void>;
}

const FILES_A_PAGE = 5;

/** Starts a hub that holds `folder` as the repository `tests/model`. */
export async function startHubServer(folder: string): Promise<HubServer> {
  const files = await readFolder(folder);
  const hub: HubServer = {
    url: '',
    requests: [],
    fault: undefined,
    listedBesides: new Map(),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', hub.url);
    const all = new Map([...files, ...hub.listedBesides]);
    const resolved = new RegExp(`^/tests/model/resolve/${COMMIT}/(.+)$`).exec(url.pathname)?.[1];
    const file = resolved && decodeURIComponent(resolved);
    const bytes = file ? all.get(file) : undefined;
    if (url.pathname === '/api/models/tests/model/revision/main')
      sendJson(response, { sha: COMMIT });
    else if (url.pathname === `/api/models/tests/model/tree/${COMMIT}`)
      sendTree(url, all, response);
    else if (file && bytes) {
      hub.requests.push(`${file} ${request.headers.range ?? ''}`.trim());
      if (!hub.fault?.(file, bytes, request, response)) sendFile(bytes, request, response);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  hub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return hub;
}

export function sendFile(bytes: Buffer, request: IncomingMessage, response: ServerResponse): void {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  const rest = bytes.subarray(from);
  const range = { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` };
  response.writeHead(from > 0 ? 206 : 200, {
    'content-length': rest.length,
    ...(from > 0 ? range : {}),
  });
  response.end(rest);
}

function sendTree(url: URL, files: Map<string, Buffer>, response: ServerResponse): void {
  const from = Number(url.searchParams.get('cursor') ?? 0);
  const listed = [...files].map(([file, bytes]) => ({
    ...{ type: 'file', path: file, size: bytes.length, oid: sumGitBlob(bytes) },
    ...(/\.onnx(_data)?$/.test(file) ? { lfs: { oid: sha256(bytes), size: bytes.length } } : {}),
  }));
  const next = new URL(url);
  next.searchParams.set('cursor', String(from + FILES_A_PAGE));
  if (from + FILES_A_PAGE < listed.length) response.setHeader('link', `<${next.href}>; rel="next"`);
  sendJson(response, listed.slice(from, from + FILES_A_PAGE));
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(value));
}

async function readFolder(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(async (entry) => {
    const place = path.join(entry.parentPath, entry.name);
    return [path.relative(folder, place), await readFile(place)] as const;
  });
  return new Map((await Promise.all(read)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const sumGitBlob = (bytes: Buffer) =>
  createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
