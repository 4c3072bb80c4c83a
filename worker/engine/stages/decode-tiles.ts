import type { RgbImage } from '../contract/request.ts';
import type { FloatTensor } from '../runtime/tensor.ts';
import { BlendedBand } from '../upscale/blended-band.ts';
import { planTiles } from '../upscale/tiles.ts';

export interface DecodeTiling {
  /** Side of a tile, in latents. */
  tile: number;
  /** How far neighbours overlap, in latents: twice what a pixel hangs on, or more. */
  overlap: number;
  /** Pixels to a latent, along each side. */
  scale: number;
}

/** A picture of 768 x 768 pixels: up to here one pass is quicker, and its memory small enough. */
const MOST_LATENTS_AT_ONCE = 96 * 96;
export const DECODE_TILE = { tile: 64, overlap: 24 };

/** Whether latents are decoded in tiles: a decoder's memory grows with the size of what it decodes. */
export function needsTiles({ height, width }: { height: number; width: number }): boolean {
  return height * width > MOST_LATENTS_AT_ONCE;
}

/**
 * Decodes latents tile by tile, so that memory stays that of a tile and of the picture. Tiles overlap
 * and pass into each other. A decoder that acts locally gives the picture of one pass; one that looks
 * at the whole, as Stable Diffusion's middle block does, gives one that differs a little in tone.
 *
 * @param latents [1, channels, height, width]
 * @param decode a tile of latents to three planes in -1..1, `scale` times larger
 * @throws EngineError `run-failed` where the decoder gives numbers that are no colours.
 */
export async function decodeTiles(
  latents: FloatTensor,
  { tile, overlap, scale }: DecodeTiling,
  decode: (tile: FloatTensor) => Promise<FloatTensor>,
): Promise<RgbImage> {
  const [, , height, width] = latents.dims as [number, number, number, number];
  const size = { widthPx: Math.min(tile, width), heightPx: Math.min(tile, height) };
  const fits = Math.min(overlap, size.widthPx / 2, size.heightPx / 2);
  const columns = planTiles(width, size.widthPx, fits, scale);
  const rows = planTiles(height, size.heightPx, fits, scale);
  const band = new BlendedBand({ widthPx: width, heightPx: height }, size, scale);
  for (const row of rows) {
    band.moveTo(row.startPx);
    for (const column of columns) {
      const { data } = await decode(cutTile(latents, column.startPx, row.startPx, size));
      band.add(
        data.map((x) => x * 0.5 + 0.5),
        column,
        row,
      );
    }
  }
  return band.finish();
}

function cutTile(
  { data, dims }: FloatTensor,
  left: number,
  top: number,
  size: { widthPx: number; heightPx: number },
): FloatTensor {
  const [, channels, height, width] = dims as [number, number, number, number];
  const cut = new Float32Array(channels * size.heightPx * size.widthPx);
  for (let channel = 0; channel < channels; channel++) {
    for (let y = 0; y < size.heightPx; y++) {
      const from = (channel * height + top + y) * width + left;
      cut.set(
        data.subarray(from, from + size.widthPx),
        (channel * size.heightPx + y) * size.widthPx,
      );
    }
  }
  return { data: cut, dims: [1, channels, size.heightPx, size.widthPx] };
}
