import { db } from '#app/platform/db.server.ts';
import { taughtBy } from './picture-access.server.ts';

interface FindPreviewOptions {
  viewerId: string;
  generationId: string;
}

/** The newest step preview (PNG) of a running generation, for its maker and the class's teacher; or null. */
export async function findPreview(options: FindPreviewOptions): Promise<Uint8Array | null> {
  const { viewerId, generationId } = options;
  const preview = await db.generationPreview.findFirst({
    where: {
      generationId,
      generation: {
        state: 'running',
        OR: [{ userId: viewerId }, { class: taughtBy(viewerId) }],
      },
    },
    select: { png: true },
  });
  return preview?.png ?? null;
}
