import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';

/** Pictures are packed already; rows shrink well at the quickest level. */
const GZIP_LEVEL = 1;

export interface ArchiveWriter {
  /** Resolves when the archive can take the next entry. */
  add: (name: string, bytes: Uint8Array) => Promise<void>;
  close: () => Promise<void>;
}

/** Opens a gzip tar to write, for its owner's eyes alone. The file must not be there yet. */
export function createArchive(file: string): ArchiveWriter {
  const tar = pack();
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600 });
  const written = pipeline(tar, createGzip({ level: GZIP_LEVEL }), target);
  // Whoever adds or closes meets its fault.
  written.catch(() => {});
  return {
    add: (name, bytes) => {
      const added = new Promise<void>((resolve, reject) => {
        // An entry falls with its archive, whose own fault says why.
        const fail = (error: Error) => void written.then(() => reject(error), reject);
        const sink = tar.entry({ name, size: bytes.byteLength }, (error) =>
          error ? fail(error) : resolve(),
        );
        sink.on('error', fail);
        sink.end(bytes);
      });
      // An archive that can't be written would never ask for more.
      return Promise.race([written, added]);
    },
    close: async () => {
      tar.finalize();
      await written;
    },
  };
}

interface ReadOptions {
  /** Called with the bytes of the file that were read since the last call. */
  onRead?: (bytes: number) => void;
  signal?: AbortSignal;
}

/** The entries of a gzip tar, one after the other. Throws where it is cut off or damaged. */
export async function* readArchive(
  file: string,
  { onRead, signal }: ReadOptions,
): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const tar = extract();
  const source = createReadStream(file);
  source.on('data', (chunk) => onRead?.(chunk.length));
  const feeding = pipeline(source, createGunzip(), tar, { signal });
  // The loop meets its fault, too.
  feeding.catch(() => {});
  for await (const entry of tar) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry) chunks.push(chunk as Uint8Array);
    yield { name: entry.header.name, bytes: Buffer.concat(chunks) };
  }
  await feeding;
}
