import type { PartName } from '#worker/engine/control/annotators/part-names.ts';
import { drawPart } from './draw-part.server.ts';

interface SendPartOptions {
  viewerId: string;
  pictureId: string;
  part: PartName;
}

/** A part of a picture as a PNG; 404 where this person may not see the picture or nothing finds the part. */
export async function sendPart(options: SendPartOptions): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
  const png = await drawPart(options);
  if (!png) return new Response(null, { status: 404, headers });
  return new Response(new Uint8Array(png), {
    headers: { ...headers, 'Content-Type': 'image/png' },
  });
}
