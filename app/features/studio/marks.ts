/** One thing put on a drawing, in pixels of the drawing. */
export type Mark =
  | { kind: 'stroke'; points: [x: number, y: number][]; sizePx: number; erases: boolean }
  | { kind: Shape; box: Box; sizePx: number; erases: boolean }
  | { kind: 'clear' }
  | { kind: 'invert' };

export type Shape = 'rectangle' | 'ellipse' | 'line' | 'filled rectangle';

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Draws marks in their order, white on nothing; an eraser takes away what is below it. */
export function paintMarks(pen: CanvasRenderingContext2D, marks: readonly Mark[]): void {
  for (const mark of marks) {
    pen.globalCompositeOperation =
      'erases' in mark && mark.erases ? 'destination-out' : 'source-over';
    pen.fillStyle = '#fff';
    pen.strokeStyle = '#fff';
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    paintMark(pen, mark);
  }
  pen.globalCompositeOperation = 'source-over';
}

function paintMark(pen: CanvasRenderingContext2D, mark: Mark): void {
  const { width, height } = pen.canvas;
  if (mark.kind === 'clear') return pen.clearRect(0, 0, width, height);
  if (mark.kind === 'invert') {
    pen.globalCompositeOperation = 'xor';
    return pen.fillRect(0, 0, width, height);
  }
  pen.lineWidth = mark.sizePx;
  pen.beginPath();
  if (mark.kind === 'stroke') {
    const [first, ...rest] = mark.points;
    if (!first) return;
    pen.moveTo(...first);
    // A press without a move is a dot.
    for (const point of rest.length > 0 ? rest : [first]) pen.lineTo(...point);
    return pen.stroke();
  }
  const { left, top, width: wide, height: high } = mark.box;
  if (mark.kind === 'filled rectangle') return pen.fillRect(left, top, wide, high);
  if (mark.kind === 'rectangle') return pen.strokeRect(left, top, wide, high);
  if (mark.kind === 'line') {
    pen.moveTo(left, top);
    pen.lineTo(left + wide, top + high);
  } else {
    pen.ellipse(left + wide / 2, top + high / 2, Math.abs(wide / 2), Math.abs(high / 2), 0, 0, 7);
  }
  pen.stroke();
}

/** An arrow key moves a box by `step`, or with Shift its lower right corner; it stays inside. */
export function moveBox(
  box: Box,
  key: string,
  {
    resizes,
    step,
    within,
  }: { resizes: boolean; step: number; within: { width: number; height: number } },
): Box {
  const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[
    key
  ] ?? [0, 0];
  const [dx, dy] = [x! * step, y! * step];
  const clamp = (value: number, least: number, most: number) =>
    Math.min(most, Math.max(least, value));
  if (resizes)
    return {
      ...box,
      width: clamp(box.width + dx, 1, within.width - box.left),
      height: clamp(box.height + dy, 1, within.height - box.top),
    };
  return {
    ...box,
    left: clamp(box.left + dx, 0, within.width - box.width),
    top: clamp(box.top + dy, 0, within.height - box.height),
  };
}
