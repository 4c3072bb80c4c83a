import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { EngineError } from '#worker/engine/contract/errors.ts';
import { sizeOf, sumFile } from './file-sum.ts';
import { requestGuarded } from './guarded-request.ts';
import type { HubAccess } from './guarded-request.ts';
import type { HubFile } from './hub-files.ts';

export interface DownloadOptions {
  access: HubAccess;
  /** Called with the number of bytes of this file that are here. */
  onBytes?: (bytes: number) => void;
  signal?: AbortSignal | undefined;
  /** How waiting is done, between attempts. */
  wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** What a failed attempt asks for: another one, after a while. */
class TryAgain extends Error {
  readonly afterMs: number | undefined;

  constructor(message: string, afterMs?: number) {
    super(message);
    this.afterMs = afterMs;
  }
}

const MOST_ATTEMPTS_WITHOUT_BYTES = 5;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 120_000;

/**
 * Downloads a file to `target`, going on from `target.part` where an earlier attempt stopped, and
 * gives it its name once its size and sum are right. Cut connections, 429 and 5xx answers are tried
 * again, with growing waits, for as long as bytes keep coming.
 *
 * @throws EngineError `bad-model` naming the file if its bytes are wrong, `run-failed` if the hub
 *   keeps failing, `cancelled` if `signal` was aborted
 */
export async function downloadFile(
  url: string,
  target: string,
  file: HubFile,
  { access, onBytes, signal, wait = waitFor }: DownloadOptions,
): Promise<void> {
  const part = `${target}.part`;
  await mkdir(path.dirname(target), { recursive: true });
  for (let failures = 0; (await sizeOf(part)) !== file.sizeBytes;) {
    const before = (await sizeOf(part)) ?? 0;
    try {
      await fetchRest(url, part, file, { access, signal, onBytes });
    } catch (error) {
      if (signal?.aborted) throw new EngineError('cancelled', 'The download was cancelled.');
      if (error instanceof EngineError) throw error;
      const hasGrown = ((await sizeOf(part)) ?? 0) > before;
      failures = hasGrown ? 1 : failures + 1;
      if (failures >= MOST_ATTEMPTS_WITHOUT_BYTES) throw gaveUp(file, error);
      const asked = error instanceof TryAgain ? error.afterMs : undefined;
      await wait(Math.min(asked ?? FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS), signal);
    }
  }
  if ((await sumFile(part, file.sum.kind)) !== file.sum.hex) {
    await rm(part);
    const message = `${file.path} arrived damaged: its checksum is not the hub's. Pull again.`;
    throw new EngineError('bad-model', message, file.path);
  }
  await rename(part, target);
}

async function fetchRest(
  url: string,
  part: string,
  file: HubFile,
  { access, signal, onBytes }: Pick<DownloadOptions, 'access' | 'signal' | 'onBytes'>,
): Promise<void> {
  let here = (await sizeOf(part)) ?? 0;
  if (here > file.sizeBytes) {
    await rm(part);
    here = 0;
  }
  const headers: Record<string, string> = here > 0 ? { range: `bytes=${here}-` } : {};
  const response = await requestGuarded(url, access, { headers, signal });
  const continues = checkAnswer(response, file, here);
  if (!continues) here = 0;
  let fault: unknown;
  // A fault of the connection ends the file in order, so that what has arrived is written.
  const arrived = async function* () {
    try {
      for await (const chunk of response as AsyncIterable<Buffer>) {
        here += chunk.length;
        if (here > file.sizeBytes) throw tooLong(file);
        onBytes?.(here);
        yield chunk;
      }
    } catch (error) {
      fault = error;
    }
  };
  await pipeline(arrived, createWriteStream(part, { flags: continues ? 'a' : 'w' }));
  if (fault) throw fault;
  if (here < file.sizeBytes) throw new TryAgain('The connection was cut.');
}

/** Whether the answer goes on from the bytes that are here; otherwise it begins anew. */
function checkAnswer(response: IncomingMessage, file: HubFile, here: number): boolean {
  const { statusCode: status = 0, headers } = response;
  if (status === 200) return false;
  if (status === 206 && headers['content-range']?.startsWith(`bytes ${here}-`)) return true;
  response.destroy();
  if (status === 206 || status === 416) {
    throw new EngineError(
      'bad-model',
      `The hub has another ${file.path} than it listed.`,
      file.path,
    );
  }
  if (status === 429 || status >= 500) {
    const seconds = Number(headers['retry-after'] ?? Number.NaN);
    throw new TryAgain(
      `The hub answered ${status}.`,
      Number.isNaN(seconds) ? undefined : seconds * 1000,
    );
  }
  throw new EngineError('run-failed', `The hub does not give ${file.path} (${status}).`, file.path);
}

async function waitFor(ms: number, signal?: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => {
    throw new EngineError('cancelled', 'The download was cancelled.');
  });
}

function tooLong({ path: name }: HubFile): EngineError {
  return new EngineError('bad-model', `The hub sends more of ${name} than it listed.`, name);
}

function gaveUp({ path: name }: HubFile, cause: unknown): EngineError {
  const message = `${name} could not be downloaded. What has arrived is kept: pull again to go on.`;
  const error = new EngineError('run-failed', message, name);
  error.cause = cause;
  return error;
}
