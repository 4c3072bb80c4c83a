import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { panBy, WHOLE, zoomAt } from './zoom.ts';

const STEP = 1.5;
const KEY_PAN = 0.1;
const MIDDLE = { x: 0.5, y: 0.5 };
const ARROWS: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: KEY_PAN, y: 0 },
  ArrowRight: { x: -KEY_PAN, y: 0 },
  ArrowUp: { x: 0, y: KEY_PAN },
  ArrowDown: { x: 0, y: -KEY_PAN },
};

export type Zoom = ReturnType<typeof useZoom>;

/**
 * One view for all pictures beside each other. Drag to move, two fingers or Ctrl and the wheel to zoom; arrow
 * keys, `+`, `-` and `0` in a frame that has the focus. Each frame listens to `frame` and, itself, to `onWheel`.
 */
export function useZoom() {
  const [view, setView] = useState(WHOLE);
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const zoomIn = () => setView((now) => zoomAt(now, STEP, MIDDLE));
  const zoomOut = () => setView((now) => zoomAt(now, 1 / STEP, MIDDLE));
  const reset = () => setView(WHOLE);

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    pointers.current.set(event.pointerId, placeOf(event));
  }

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const before = pointers.current.get(event.pointerId);
    if (!before) return;
    const now = placeOf(event);
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    pointers.current.set(event.pointerId, now);
    if (!other) {
      setView((from) => panBy(from, { x: now.x - before.x, y: now.y - before.y }));
      return;
    }
    const factor = distance(now, other) / Math.max(distance(before, other), 0.01);
    setView((from) => zoomAt(from, factor, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }));
  }

  function onPointerUp(event: PointerEvent<HTMLElement>) {
    pointers.current.delete(event.pointerId);
  }

  function onWheel(event: WheelEvent & { currentTarget: Element }) {
    // A trackpad's pinch arrives as a wheel with Ctrl; the wheel alone scrolls the page.
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const at = placeOf(event);
    setView((now) => zoomAt(now, Math.exp(-event.deltaY / 200), at));
  }

  function onKeyDown(event: KeyboardEvent) {
    const arrow = ARROWS[event.key];
    if (arrow && view.scale > 1) setView((now) => panBy(now, arrow));
    else if (event.key === '+' || event.key === '=') zoomIn();
    else if (event.key === '-') zoomOut();
    else if (event.key === '0') reset();
    else return;
    event.preventDefault();
  }

  const frame = {
    onPointerDown,
    onPointerMove,
    onPointerUp,
    onPointerCancel: onPointerUp,
    onKeyDown,
  };
  return { view, zoomIn, zoomOut, reset, frame, onWheel };
}

/** Where in its frame something happens, 0 to 1 each way. */
function placeOf(event: { currentTarget: Element; clientX: number; clientY: number }) {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
}

function distance(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
