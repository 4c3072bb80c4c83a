import { db } from '#app/platform/db.server.ts';
import { readStoredFile } from '#app/platform/storage.server.ts';
import { conceptsFor } from './concept-access.server.ts';

/**
 * A word as `learned_embeds.safetensors` or a style as a LoRA, for diffusers, WebUI and other tools; 404 where this
 * person may not have it.
 */
export async function sendConceptFile(options: {
  viewerId: string;
  conceptId: string;
}): Promise<Response> {
  const { viewerId, conceptId } = options;
  const concept = await db.concept.findFirst({
    where: { AND: [{ id: conceptId, fileSha256: { not: null } }, conceptsFor(viewerId)] },
    select: { name: true, fileSha256: true },
  });
  if (!concept?.fileSha256) return new Response(null, { status: 404 });
  const bytes = await readStoredFile(concept.fileSha256);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${concept.name}.safetensors"`,
      'Cache-Control': 'private, no-cache',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
