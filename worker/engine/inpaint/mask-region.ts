import { EngineError } from '../contract/errors.ts';
import type { MaskImage } from '../contract/request.ts';

export interface Region {
  left: number;
  top: number;
  widthPx: number;
  heightPx: number;
}

/**
 * The part of a picture that is painted at full size: the white of the mask, `paddingPx` around it,
 * and as much more as the shape of the canvas asks for.
 *
 * @throws EngineError `bad-request` where the mask has no white.
 */
export function maskRegion(
  mask: MaskImage,
  paddingPx: number,
  canvas: { widthPx: number; heightPx: number },
): Region {
  const box = whiteBox(mask);
  const spans = {
    x: pad(box.left, box.right, paddingPx, mask.widthPx),
    y: pad(box.top, box.bottom, paddingPx, mask.heightPx),
  };
  const aspect = canvas.widthPx / canvas.heightPx;
  const width = Math.max(spans.x.length, Math.round(spans.y.length * aspect));
  const height = Math.max(spans.y.length, Math.round(spans.x.length / aspect));
  const x = grow(spans.x, width, mask.widthPx);
  const y = grow(spans.y, height, mask.heightPx);
  return { left: x.start, top: y.start, widthPx: x.length, heightPx: y.length };
}

function whiteBox({ widthPx, heightPx, data }: MaskImage) {
  let [left, top, right, bottom] = [widthPx, heightPx, 0, 0];
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      if (data[y * widthPx + x]! < 128) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
    }
  }
  if (right === 0) {
    throw new EngineError(
      'bad-request',
      'The mask is empty: paint over what should change.',
      'mask',
    );
  }
  return { left, top, right, bottom };
}

interface Span {
  start: number;
  length: number;
}

function pad(from: number, to: number, paddingPx: number, most: number): Span {
  const start = Math.max(from - paddingPx, 0);
  return { start, length: Math.min(to + paddingPx, most) - start };
}

/** Makes a span longer around its middle, as far as the picture goes. */
function grow(span: Span, length: number, most: number): Span {
  const wanted = Math.min(length, most);
  const start = span.start - Math.floor((wanted - span.length) / 2);
  return { start: Math.min(Math.max(start, 0), most - wanted), length: wanted };
}
