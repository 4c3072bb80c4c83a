import { findDrawing } from '#app/features/generations/store-drawing.server.ts';
import { readStoredFile } from '#app/platform/storage.server.ts';
import { UserError } from '#app/platform/user-error.ts';

interface SendDrawingOptions {
  viewerId: string;
  generationId: string;
  field: 'mask' | 'control';
}

/** The mask or control picture of a generation as a PNG, or 404 where this person may not see it. */
export async function sendDrawing(options: SendDrawingOptions): Promise<Response> {
  const headers = { 'Cache-Control': 'private, no-cache', 'X-Content-Type-Options': 'nosniff' };
  try {
    const bytes = await readStoredFile(await findDrawing(options));
    return new Response(new Uint8Array(bytes), {
      headers: { ...headers, 'Content-Type': 'image/png' },
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return new Response(null, { status: 404, headers });
  }
}
