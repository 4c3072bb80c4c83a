import { expect, it } from 'vitest';
import { MOST_ZOOM, panBy, WHOLE, zoomAt } from './zoom.ts';

it('keeps the point under the pointer where it is', () => {
  const at = { x: 0.25, y: 0.75 };
  const once = zoomAt(WHOLE, 2, at);
  const twice = zoomAt(once, 2, { x: 0.6, y: 0.4 });
  // The place of the picture under a point of the frame: (point - corner) / scale.
  expect((at.x - once.x) / once.scale).toBeCloseTo(0.25);
  expect((at.y - once.y) / once.scale).toBeCloseTo(0.75);
  expect((0.6 - twice.x) / twice.scale).toBeCloseTo((0.6 - once.x) / once.scale);
});

it('never shows what is beside the picture, however far it is pushed', () => {
  const zoomed = zoomAt(WHOLE, 4, { x: 0.5, y: 0.5 });
  expect(panBy(zoomed, { x: 9, y: -9 })).toEqual({ scale: 4, x: 0, y: -3 });
  expect(panBy(WHOLE, { x: 0.4, y: 0.4 })).toEqual(WHOLE);
  expect(zoomAt(zoomed, 0.01, { x: 0.1, y: 0.1 })).toEqual(WHOLE);
  expect(zoomAt(zoomed, 100, { x: 0, y: 0 }).scale).toBe(MOST_ZOOM);
});
