import type { GenerationRequest } from '#worker/engine/contract/request.ts';

/**
 * Eight of the starter's pictures, with guidance, fill the largest UNet call that still gains by
 * more rows; of larger pictures fewer are drawn at once, so that memory does not grow with their number.
 */
const ROOM_PX = 8 * 128 * 128;

/** Which part of the inference process a picture fills while it is drawn: at most 1. */
export function shareOfRoom({
  widthPx,
  heightPx,
  hires,
}: Pick<GenerationRequest, 'widthPx' | 'heightPx' | 'hires'>): number {
  const scale = hires?.scale ?? 1;
  return Math.min((widthPx * heightPx * scale ** 2) / ROOM_PX, 1);
}
