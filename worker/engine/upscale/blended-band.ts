import { EngineError } from '#worker/engine/contract/errors.ts';
import type { RgbImage } from '#worker/engine/contract/request.ts';
import type { TileSpan } from './tiles.ts';

export interface TileSize {
  widthPx: number;
  heightPx: number;
}

/** The rows that tiles still add to; rows above them are finished bytes. */
export class BlendedBand {
  private readonly scale: number;
  private readonly tile: TileSize;
  private readonly result: RgbImage;
  private readonly sums: Float32Array;
  private topPx = 0;

  constructor(image: TileSize, tile: TileSize, scale: number) {
    const widthPx = image.widthPx * scale;
    const heightPx = image.heightPx * scale;
    this.scale = scale;
    this.tile = tile;
    this.result = { widthPx, heightPx, data: new Uint8Array(widthPx * heightPx * 3) };
    this.sums = new Float32Array(widthPx * tile.heightPx * scale * 3);
  }

  /** Finishes the rows above `startPx`, counted before enlarging. */
  moveTo(startPx: number): void {
    const topPx = startPx * this.scale;
    const finished = (topPx - this.topPx) * this.result.widthPx * 3;
    this.write(finished);
    this.sums.copyWithin(0, finished);
    this.sums.fill(0, this.sums.length - finished);
    this.topPx = topPx;
  }

  /** Adds a tile's planes of numbers in 0..1, weighed by its place. */
  add(enlarged: Float32Array, column: TileSpan, row: TileSpan): void {
    const [tileWidth, tileHeight] = [
      this.tile.widthPx * this.scale,
      this.tile.heightPx * this.scale,
    ];
    const { widthPx } = this.result;
    const left = column.startPx * this.scale;
    const visible = Math.min(tileWidth, widthPx - left);
    for (let channel = 0; channel < 3; channel++) {
      for (let y = 0; y < tileHeight; y++) {
        const from = (channel * tileHeight + y) * tileWidth;
        for (let x = 0; x < visible; x++) {
          const weight = row.weights[y]! * column.weights[x]!;
          this.sums[(y * widthPx + left + x) * 3 + channel]! += weight * enlarged[from + x]!;
        }
      }
    }
  }

  /** @throws EngineError `run-failed` where the tiles hold what is no number */
  finish(): RgbImage {
    this.write(this.sums.length);
    return this.result;
  }

  private write(count: number): void {
    const { data, widthPx } = this.result;
    const from = this.topPx * widthPx * 3;
    const end = Math.min(count, data.length - from);
    for (let at = 0; at < end; at++) {
      const value = this.sums[at]!;
      if (Number.isNaN(value)) {
        throw new EngineError('run-failed', 'The model gave no valid picture.');
      }
      data[from + at] = Math.round(Math.min(Math.max(value, 0), 1) * 255);
    }
  }
}
