import type { RgbImage } from '#worker/engine/contract/request.ts';
import { detectCanny } from './canny.ts';
import { blurPlane, joinChannels, takeChannels, toGreyImage } from './plane.ts';
import type { Plane } from './plane.ts';

const BLUR_SIGMA_PX = 2;
const THRESHOLDS = { lowThreshold: 30, highThreshold: 70 };
const SHORTEST_STROKE_PX = 20;
const PEN_RADIUS_PX = 2;

/**
 * Scribble, white on black, as if drawn with a thick pen: the longer edges of the blurred picture.
 */
export function drawScribble(image: RgbImage): RgbImage {
  const { widthPx, heightPx } = image;
  const blurred = takeChannels(image).map((channel) => blurPlane(channel, BLUR_SIGMA_PX));
  const edges = detectCanny(joinChannels(blurred), THRESHOLDS).data;
  const data = Float32Array.from({ length: widthPx * heightPx }, (_, pixel) => edges[pixel * 3]!);
  return toGreyImage(widen(dropShortStrokes({ widthPx, heightPx, data })));
}

/** Leaves out strokes of few pixels, which read as dirt. */
function dropShortStrokes({ widthPx, heightPx, data }: Plane): Plane {
  const kept = new Float32Array(data.length);
  const seen = new Uint8Array(data.length);
  for (let first = 0; first < data.length; first++) {
    if (data[first] === 0 || seen[first] === 1) continue;
    const stroke = [first];
    seen[first] = 1;
    for (const pixel of stroke) {
      forEachNear(pixel, 1, widthPx, heightPx, (near) => {
        if (data[near] === 0 || seen[near] === 1) return;
        seen[near] = 1;
        stroke.push(near);
      });
    }
    if (stroke.length >= SHORTEST_STROKE_PX) for (const pixel of stroke) kept[pixel] = 255;
  }
  return { widthPx, heightPx, data: kept };
}

function widen({ widthPx, heightPx, data }: Plane): Plane {
  const wider = new Float32Array(data.length);
  for (let pixel = 0; pixel < data.length; pixel++) {
    if (data[pixel] === 0) continue;
    forEachNear(pixel, PEN_RADIUS_PX, widthPx, heightPx, (near, distancePx) => {
      if (distancePx <= PEN_RADIUS_PX) wider[near] = 255;
    });
  }
  return { widthPx, heightPx, data: wider };
}

/** Visits the pixels of the square around one. */
function forEachNear(
  pixel: number,
  reachPx: number,
  widthPx: number,
  heightPx: number,
  visit: (near: number, distancePx: number) => void,
): void {
  const x = pixel % widthPx;
  const y = (pixel - x) / widthPx;
  for (let ny = Math.max(y - reachPx, 0); ny <= Math.min(y + reachPx, heightPx - 1); ny++) {
    for (let nx = Math.max(x - reachPx, 0); nx <= Math.min(x + reachPx, widthPx - 1); nx++) {
      visit(ny * widthPx + nx, Math.hypot(nx - x, ny - y));
    }
  }
}
