import type { RgbImage } from '#worker/engine/contract/request.ts';
import { toGreyImage } from './plane.ts';

export interface CannyOptions {
  /** A weaker edge counts where it touches a strong one. */
  lowThreshold: number;
  /** Gradients above this are edges. */
  highThreshold: number;
}

/** Each pixel's gradient by Sobel's 3x3, of the colour channel where it is strongest. */
interface Gradients {
  dx: Int16Array;
  dy: Int16Array;
  /** |dx| + |dy|, framed by one pixel of zeros on each side. */
  framed: Int32Array;
}

const [WEAK, EDGE] = [1, 2] as const;
const TAN_22_5 = Math.tan(Math.PI / 8);
const TAN_67_5 = Math.tan((3 * Math.PI) / 8);

/**
 * Edges by Canny, white on black, one pixel wide: what OpenCV's `Canny` gives for an RGB image
 * with its 3x3 aperture and the L1 gradient, and what canny ControlNets are trained on.
 */
export function detectCanny(
  image: RgbImage,
  { lowThreshold, highThreshold }: CannyOptions = { lowThreshold: 100, highThreshold: 200 },
): RgbImage {
  const { widthPx, heightPx } = image;
  const gradients = findGradients(image);
  const marks = new Uint8Array(widthPx * heightPx);
  const strong: number[] = [];
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const pixel = y * widthPx + x;
      const magnitude = gradients.framed[(y + 1) * (widthPx + 2) + x + 1]!;
      if (magnitude <= lowThreshold || !isRidge(gradients, widthPx, x, y)) continue;
      marks[pixel] = magnitude > highThreshold ? EDGE : WEAK;
      if (marks[pixel] === EDGE) strong.push(pixel);
    }
  }
  followEdges(marks, strong, widthPx, heightPx);
  const data = Float32Array.from(marks, (mark) => (mark === EDGE ? 255 : 0));
  return toGreyImage({ widthPx, heightPx, data });
}

function findGradients({ widthPx, heightPx, data }: RgbImage): Gradients {
  const dx = new Int16Array(widthPx * heightPx);
  const dy = new Int16Array(widthPx * heightPx);
  const framed = new Int32Array((widthPx + 2) * (heightPx + 2));
  for (let y = 0; y < heightPx; y++) {
    const above = Math.max(y - 1, 0) * widthPx;
    const below = Math.min(y + 1, heightPx - 1) * widthPx;
    for (let x = 0; x < widthPx; x++) {
      const left = Math.max(x - 1, 0);
      const right = Math.min(x + 1, widthPx - 1);
      const row = y * widthPx;
      for (let channel = 0; channel < 3; channel++) {
        const nw = data[(above + left) * 3 + channel]!;
        const ne = data[(above + right) * 3 + channel]!;
        const sw = data[(below + left) * 3 + channel]!;
        const se = data[(below + right) * 3 + channel]!;
        const west = data[(row + left) * 3 + channel]!;
        const east = data[(row + right) * 3 + channel]!;
        const north = data[(above + x) * 3 + channel]!;
        const south = data[(below + x) * 3 + channel]!;
        const gx = ne + 2 * east + se - nw - 2 * west - sw;
        const gy = sw + 2 * south + se - nw - 2 * north - ne;
        const magnitude = Math.abs(gx) + Math.abs(gy);
        const frame = (y + 1) * (widthPx + 2) + x + 1;
        if (channel > 0 && magnitude <= framed[frame]!) continue;
        framed[frame] = magnitude;
        dx[row + x] = gx;
        dy[row + x] = gy;
      }
    }
  }
  return { dx, dy, framed };
}

/** Whether a pixel's gradient is the largest across its edge. */
function isRidge({ dx, dy, framed }: Gradients, widthPx: number, x: number, y: number): boolean {
  const frameWidth = widthPx + 2;
  const at = (y + 1) * frameWidth + x + 1;
  const magnitude = framed[at]!;
  const gx = dx[y * widthPx + x]!;
  const gy = dy[y * widthPx + x]!;
  const ax = Math.abs(gx);
  const ay = Math.abs(gy);
  if (ay < TAN_22_5 * ax) return magnitude > framed[at - 1]! && magnitude >= framed[at + 1]!;
  if (ay > TAN_67_5 * ax) {
    return magnitude > framed[at - frameWidth]! && magnitude >= framed[at + frameWidth]!;
  }
  const slant = gx < 0 !== gy < 0 ? -1 : 1;
  return (
    magnitude > framed[at - frameWidth - slant]! && magnitude > framed[at + frameWidth + slant]!
  );
}

/** Turns weak pixels into edges where they touch one, all along. */
function followEdges(marks: Uint8Array, strong: number[], widthPx: number, heightPx: number): void {
  for (let next = strong.pop(); next !== undefined; next = strong.pop()) {
    const x = next % widthPx;
    const y = (next - x) / widthPx;
    for (let ny = Math.max(y - 1, 0); ny <= Math.min(y + 1, heightPx - 1); ny++) {
      for (let nx = Math.max(x - 1, 0); nx <= Math.min(x + 1, widthPx - 1); nx++) {
        const neighbour = ny * widthPx + nx;
        if (marks[neighbour] !== WEAK) continue;
        marks[neighbour] = EDGE;
        strong.push(neighbour);
      }
    }
  }
}
