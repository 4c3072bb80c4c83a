import { drawHeatmap } from '#worker/engine/attention/draw-heatmap.ts';
import type { RgbImage } from '#worker/engine/contract/request.ts';
import type { GeneratedPicture } from '#worker/engine/contract/result.ts';
import { drawLabel } from '#worker/engine/image/draw-label.ts';
import { layGrid, squareRows } from '#worker/engine/image/lay-grid.ts';

/** How much of the picture shows through where a word does not act. */
const DIMMED = 0.45;

/** A sheet with the picture and, for each word, the picture with its heat over it. */
export async function drawHeatmapSheet({ image, heatmaps }: GeneratedPicture): Promise<RgbImage> {
  const label = { widthPx: image.widthPx, heightPx: 24 };
  const titled = async (text: string, picture: RgbImage) =>
    layGrid([[await drawLabel(text, label)], [picture]]);
  const cells = [await titled('picture', image)];
  for (const word of heatmaps ?? []) {
    cells.push(await titled(word.text, heat(image, drawHeatmap([word], image))));
  }
  return layGrid(squareRows(cells));
}

/** From the dimmed picture by way of red to yellow. */
function heat(image: RgbImage, strength: Float32Array): RgbImage {
  const data = new Uint8ClampedArray(image.data.length);
  strength.forEach((share, pixel) => {
    const glow = [510 * share, 510 * share - 255, 0];
    for (let c = 0; c < 3; c++) {
      const dimmed = image.data[pixel * 3 + c]! * DIMMED;
      data[pixel * 3 + c] = dimmed + share * (Math.min(Math.max(glow[c]!, 0), 255) - dimmed);
    }
  });
  return { ...image, data: new Uint8Array(data.buffer) };
}
