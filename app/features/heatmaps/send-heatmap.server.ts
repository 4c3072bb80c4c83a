import { visibleTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { drawHeatmap } from '#worker/engine/attention/draw-heatmap.ts';
import { encodePng } from '#worker/engine/image/image-file.ts';
import { heatColour } from './heat-colours.ts';
import { unpackHeatmap } from './pack-heatmaps.ts';

/** A map has few places, and no more to show in a larger picture. */
const LONGEST_SIDE_PX = 512;

interface SendHeatmapOptions {
  viewerId: string;
  pictureId: string;
  wordIndex: number;
}

/** A word's heatmap as a PNG to lay over the picture; 404 where this person may not see it or there is none. */
export async function sendHeatmap(options: SendHeatmapOptions): Promise<Response> {
  const { viewerId, pictureId, wordIndex } = options;
  const headers = { 'Cache-Control': 'no-store' };
  const found = await db.pictureHeatmaps.findFirst({
    where: {
      pictureId,
      state: 'ready',
      picture: { AND: [{ id: pictureId }, await visibleTo(viewerId)] },
    },
    include: { picture: { select: { widthPx: true, heightPx: true } } },
  });
  const heatmap = found?.values && unpackHeatmap({ ...found, values: found.values }, wordIndex);
  if (!heatmap) return new Response(null, { status: 404, headers });
  const { widthPx, heightPx } = found.picture;
  const scale = Math.min(1, LONGEST_SIDE_PX / Math.max(widthPx, heightPx));
  const size = { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
  const data = new Uint8Array(size.widthPx * size.heightPx * 3);
  drawHeatmap([heatmap], size).forEach((value, pixel) => data.set(heatColour(value), pixel * 3));
  const png = await encodePng({ ...size, data });
  return new Response(new Uint8Array(png), {
    headers: { ...headers, 'Content-Type': 'image/png', 'X-Content-Type-Options': 'nosniff' },
  });
}
