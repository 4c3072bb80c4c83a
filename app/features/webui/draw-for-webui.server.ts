import type { ApiViewer } from '#app/features/api-tokens/find-api-viewer.server.ts';
import { requestBatch } from '#app/features/batches/request-batch.server.ts';
import type { BatchPart } from '#app/features/batches/request-batch.server.ts';
import { waitForGenerations } from '#app/features/generations/wait-for-generations.server.ts';
import { db } from '#app/platform/db.server.ts';
import { readStoredFile } from '#app/platform/storage.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { readPngTexts } from '#worker/engine/metadata/png-text.ts';
import { INFOTEXT_KEY } from '#worker/engine/metadata/infotext.ts';

/** A client of WebUI waits for its picture; a class in front of it may take this long. */
const MOST_WAIT_MS = 15 * 60_000;

const REFUSALS: Record<string, string> = {
  blocked: 'Easel does not draw this prompt. Change its words.',
  held: 'A teacher looks at this picture first. It will be in your gallery.',
  cancelled: 'This was cancelled.',
};

export interface DrawnPicture {
  id: string;
  base64: string;
  seed: number;
  infotext: string;
}

interface DrawOptions {
  viewer: ApiViewer;
  part: BatchPart;
  body: unknown;
  signal: AbortSignal;
}

/**
 * Asks for pictures as the site does and waits for them. Throws a UserError where none came about. One that was
 * interrupted gives those that were ready.
 */
export async function drawForWebui(options: DrawOptions): Promise<DrawnPicture[]> {
  const { viewer, part, body, signal } = options;
  const { user, classId, tokenId } = viewer;
  const batch = await requestBatch({ user, classId, tokenId, parts: [part], body });
  await waitUntilEnded(batch.generationIds, signal);
  return readDrawn(batch.generationIds);
}

export async function waitUntilEnded(ids: string[], signal: AbortSignal): Promise<void> {
  if (await waitForGenerations({ ids, timeoutMs: MOST_WAIT_MS, signal })) return;
  throw new UserError('This takes longer than Easel waits. The picture will be in your gallery.', {
    status: 504,
  });
}

export async function readDrawn(ids: string[]): Promise<DrawnPicture[]> {
  const rows = await db.generation.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      state: true,
      seed: true,
      failure: true,
      pictures: { where: { state: 'approved' }, select: { id: true, sha256: true } },
    },
  });
  const inOrder = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  const drawn = await Promise.all(
    inOrder.flatMap(({ seed, pictures }) =>
      pictures.map(async ({ id, sha256 }) => {
        const bytes = await readStoredFile(sha256);
        const infotext = readPngTexts(bytes).get(INFOTEXT_KEY) ?? '';
        return { id, base64: bytes.toString('base64'), seed: Number(seed), infotext };
      }),
    ),
  );
  if (drawn.length > 0) return drawn;
  const first = inOrder[0];
  const sentence = first?.failure ?? REFUSALS[first?.state ?? ''] ?? 'This picture was not made.';
  throw new UserError(sentence, { status: first?.state === 'failed' ? 500 : 422 });
}
