/** Which part of a picture shows: the picture is `scale` times its frame, its corner at `x`, `y` frames. */
export interface ZoomView {
  scale: number;
  x: number;
  y: number;
}

export const WHOLE: ZoomView = { scale: 1, x: 0, y: 0 };
export const MOST_ZOOM = 8;

/** Scales about a point of the frame (0 to 1 each way), which stays where it is. */
export function zoomAt(view: ZoomView, factor: number, at: { x: number; y: number }): ZoomView {
  const scale = Math.min(Math.max(view.scale * factor, 1), MOST_ZOOM);
  const grown = scale / view.scale;
  return keepInside({
    scale,
    x: at.x - (at.x - view.x) * grown,
    y: at.y - (at.y - view.y) * grown,
  });
}

/** Moves the picture by parts of the frame; its edges never come inside the frame. */
export function panBy(view: ZoomView, by: { x: number; y: number }): ZoomView {
  return keepInside({ ...view, x: view.x + by.x, y: view.y + by.y });
}

function keepInside({ scale, x, y }: ZoomView): ZoomView {
  const inside = (offset: number) => Math.min(Math.max(offset, 1 - scale), 0);
  return { scale, x: inside(x), y: inside(y) };
}
