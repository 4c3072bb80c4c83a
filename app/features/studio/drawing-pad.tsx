import { useEffect, useId, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { RangeField } from '#app/components/range-field.tsx';
import { drawWhite, toPng } from './drawing-bitmap.ts';
import css from './drawing-pad.module.css';
import { DrawingTools } from './drawing-tools.tsx';
import { moveBox, paintMarks } from './marks.ts';
import type { Mark, Shape } from './marks.ts';
import { useLoadedImage } from './use-loaded-image.ts';
import { useMarks } from './use-marks.ts';

interface DrawingPadProps {
  label: string;
  widthPx: number;
  heightPx: number;
  /** Lies under the drawing, which then shows through. */
  pictureUrl?: string | undefined;
  /** A drawing to go on from. */
  baseUrl?: string | undefined;
  /** What the keyboard's box becomes; the first is chosen at first. */
  shapes: readonly Shape[];
  canInvert?: boolean;
  /** White on black, as a PNG in a data URL; empty where nothing is drawn. */
  onDrawn: (dataUrl: string) => void;
}

/**
 * Something to draw on by finger, pen or mouse; by keyboard a box is moved with the arrow keys, sized with
 * Shift, and put down with Enter.
 */
export function DrawingPad(props: DrawingPadProps) {
  const { t } = useTranslation();
  const { label, widthPx, heightPx, pictureUrl, baseUrl, shapes, canInvert, onDrawn } = props;
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { marks, add, undo, redo, canUndo, canRedo } = useMarks();
  const [stroke, setStroke] = useState<Mark & { kind: 'stroke' }>();
  const [erases, setErases] = useState(false);
  const [sizePx, setSizePx] = useState(Math.round(widthPx / 16));
  const [shape, setShape] = useState<Shape>(shapes[0] ?? 'rectangle');
  const [box, setBox] = useState({
    left: Math.round(widthPx / 4),
    top: Math.round(heightPx / 4),
    width: Math.round(widthPx / 2),
    height: Math.round(heightPx / 2),
  });
  const [isKeyed, setIsKeyed] = useState(false);
  const [said, setSaid] = useState('');
  const base = useLoadedImage(baseUrl);

  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    pen.clearRect(0, 0, widthPx, heightPx);
    if (base) drawWhite(pen, base);
    paintMarks(pen, stroke ? [...marks, stroke] : marks);
  }, [marks, stroke, base, widthPx, heightPx]);

  const drawn = useRef(onDrawn);
  useEffect(() => {
    drawn.current = onDrawn;
  });
  useEffect(() => {
    if ((canUndo || canRedo) && canvas.current) drawn.current(toPng(canvas.current));
  }, [marks, canUndo, canRedo]);

  function point(event: PointerEvent<HTMLCanvasElement>): [number, number] {
    const frame = event.currentTarget.getBoundingClientRect();
    const along = (at: number, from: number, length: number, px: number) =>
      Math.round(((at - from) / length) * px);
    return [
      along(event.clientX, frame.left, frame.width, widthPx),
      along(event.clientY, frame.top, frame.height, heightPx),
    ];
  }
  function onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    setIsKeyed(false);
    setStroke({ kind: 'stroke', points: [point(event)], sizePx, erases });
  }
  function onPointerMove(event: PointerEvent<HTMLCanvasElement>) {
    if (!stroke) return;
    const at = point(event);
    setStroke({ ...stroke, points: [...stroke.points, at] });
  }
  function onPointerUp() {
    if (stroke) add(stroke);
    setStroke(undefined);
  }
  function onKeyDown(event: KeyboardEvent) {
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    if (!isUndo && !/^(Arrow|Enter$|Delete$|Backspace$)/.test(event.key)) return;
    event.preventDefault();
    if (isUndo) return event.shiftKey ? redo() : undo();
    setIsKeyed(true);
    if (event.key.startsWith('Arrow')) {
      const within = { width: widthPx, height: heightPx };
      const step = Math.max(1, Math.round(widthPx / 32));
      const moved = moveBox(box, event.key, { resizes: event.shiftKey, step, within });
      setBox(moved);
      setSaid(`${moved.left}, ${moved.top}; ${moved.width} by ${moved.height}`);
      return;
    }
    const takesAway = erases || event.key !== 'Enter';
    const kind = takesAway ? 'filled rectangle' : shape;
    add({ kind, box, sizePx: Math.max(1, sizePx / 2), erases: takesAway });
    setSaid(takesAway ? t('Erased.') : t('Drawn: {{shape}}.', { shape: t(kind) }));
  }

  const boxStyle = {
    '--left': `${(box.left / widthPx) * 100}%`,
    '--top': `${(box.top / heightPx) * 100}%`,
    '--width': `${(box.width / widthPx) * 100}%`,
    '--height': `${(box.height / heightPx) * 100}%`,
  } as CSSProperties;
  return (
    <div className={css.pad}>
      <div
        className={css.sheet}
        style={{ '--ratio': `${widthPx} / ${heightPx}` } as CSSProperties}
        data-over-picture={pictureUrl ? true : undefined}
      >
        {pictureUrl && <img src={pictureUrl} alt="" className={css.picture} />}
        <canvas
          ref={canvas}
          width={widthPx}
          height={heightPx}
          className={css.canvas}
          // A drawing takes its keys itself.
          // eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role
          role="application"
          aria-label={label}
          aria-describedby={`${id}-keys`}
          tabIndex={0}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={onPointerUp}
          onKeyDown={onKeyDown}
        />
        {isKeyed && <span className={css.box} style={boxStyle} aria-hidden />}
      </div>
      <p id={`${id}-keys`} className={css.keys}>
        {t(
          'Draw on it. By keyboard: arrow keys move a box, with Shift they size it, Enter draws, Delete erases.',
        )}
      </p>
      <span className="visually-hidden" role="status">
        {said}
      </span>
      <DrawingTools
        erases={erases}
        onErases={setErases}
        undo={canUndo ? undo : undefined}
        redo={canRedo ? redo : undefined}
        canInvert={canInvert}
        add={add}
        shapes={shapes}
        shape={shape}
        onShape={setShape}
      />
      <RangeField
        id={`${id}-size`}
        label={t('Brush')}
        min={1}
        max={Math.round(widthPx / 3)}
        unit="px"
        value={sizePx}
        onValueChange={setSizePx}
      />
    </div>
  );
}
