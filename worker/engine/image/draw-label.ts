import sharp from 'sharp';
import type { RgbImage } from '../contract/request.ts';

const MARGIN_PX = 4;
const DOTS_PER_INCH = 90;

/** Writes a text black on white, in the middle of a room, and smaller where the room is too small. */
export async function drawLabel(
  text: string,
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
): Promise<RgbImage> {
  const room = { width: widthPx - 2 * MARGIN_PX, height: heightPx - 2 * MARGIN_PX };
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const letters = await sharp({
    text: {
      text: escaped,
      font: 'sans',
      align: 'centre',
      rgba: true,
      width: room.width,
      dpi: DOTS_PER_INCH,
    },
  })
    .resize({ ...room, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer();
  const background = { width: widthPx, height: heightPx, channels: 3 as const, background: '#fff' };
  const data = await sharp({ create: background })
    .composite([{ input: letters, gravity: 'centre' }])
    .removeAlpha()
    .raw()
    .toBuffer();
  return { widthPx, heightPx, data: new Uint8Array(data) };
}
