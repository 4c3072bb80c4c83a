import { EngineError } from '#worker/engine/contract/errors.ts';
import type { RgbImage } from '#worker/engine/contract/request.ts';
import type { FloatTensor } from '#worker/engine/runtime/tensor.ts';
import { BlendedBand } from './blended-band.ts';
import type { TileSize } from './blended-band.ts';
import { planTiles } from './tiles.ts';
import type { Upscaler } from './upscaler.ts';

export interface UpscaleOptions {
  tilePx?: number;
  /** How far neighbouring tiles overlap: twice what the model sees around a pixel, or more. */
  overlapPx?: number;
  /** Called after each tile. */
  onTile?: (done: number, tiles: number) => void;
  signal?: AbortSignal;
}

const MOST_PIXELS = 8192 * 8192;
/** Models that fold pixels into channels first need sides that this divides. */
const SIDE_MULTIPLE_PX = 4;

/**
 * Enlarges a picture tile by tile, so that memory stays that of a tile and of the result. Tiles
 * overlap and pass into each other, so that no seam shows.
 *
 * @throws EngineError `bad-request` where the result would be over 8192 x 8192 pixels, `cancelled`
 *   where `signal` is aborted between two tiles, `run-failed` where the model gives no numbers
 */
export async function upscaleImage(
  image: RgbImage,
  upscaler: Upscaler,
  { tilePx = 192, overlapPx = 32, onTile, signal }: UpscaleOptions = {},
): Promise<RgbImage> {
  const { scale } = upscaler;
  if (image.widthPx * image.heightPx * scale ** 2 > MOST_PIXELS) {
    const message = 'The enlarged picture would be over 8192 x 8192 pixels.';
    throw new EngineError('bad-request', message, 'upscale');
  }
  const tile = chooseTile(image, upscaler, Math.max(tilePx, 2 * overlapPx));
  const overlap = Math.min(overlapPx, tile.widthPx / 2, tile.heightPx / 2);
  const columns = planTiles(image.widthPx, tile.widthPx, overlap, scale);
  const rows = planTiles(image.heightPx, tile.heightPx, overlap, scale);
  const band = new BlendedBand(image, tile, scale);
  let done = 0;
  for (const row of rows) {
    band.moveTo(row.startPx);
    for (const column of columns) {
      if (signal?.aborted) throw new EngineError('cancelled', 'Enlarging was cancelled.');
      const cut = cutTile(image, column.startPx, row.startPx, tile);
      band.add((await upscaler.enlarge(cut)).data, column, row);
      onTile?.(++done, rows.length * columns.length);
    }
  }
  return band.finish();
}

function chooseTile(image: RgbImage, { fixedTilePx }: Upscaler, tilePx: number): TileSize {
  if (fixedTilePx) return fixedTilePx;
  const fit = (sidePx: number) =>
    Math.ceil(Math.min(sidePx, tilePx) / SIDE_MULTIPLE_PX) * SIDE_MULTIPLE_PX;
  return { widthPx: fit(image.widthPx), heightPx: fit(image.heightPx) };
}

/** A tile as planes in 0..1; what lies past the picture repeats its last pixels, mirrored. */
function cutTile(image: RgbImage, x: number, y: number, tile: TileSize): FloatTensor {
  const { widthPx, heightPx } = tile;
  const plane = widthPx * heightPx;
  const data = new Float32Array(3 * plane);
  for (let ty = 0; ty < heightPx; ty++) {
    const row = mirrorInto(y + ty, image.heightPx) * image.widthPx;
    for (let tx = 0; tx < widthPx; tx++) {
      const from = (row + mirrorInto(x + tx, image.widthPx)) * 3;
      const to = ty * widthPx + tx;
      data[to] = image.data[from]! / 255;
      data[plane + to] = image.data[from + 1]! / 255;
      data[2 * plane + to] = image.data[from + 2]! / 255;
    }
  }
  return { data, dims: [1, 3, heightPx, widthPx] };
}

function mirrorInto(at: number, length: number): number {
  const inPeriod = at % (2 * length);
  return inPeriod < length ? inPeriod : 2 * length - 1 - inPeriod;
}
