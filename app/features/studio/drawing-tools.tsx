import { Eraser, Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import css from './drawing-pad.module.css';
import type { Mark, Shape } from './marks.ts';

interface DrawingToolsProps {
  erases: boolean;
  onErases: (erases: boolean) => void;
  /** Undefined where there is nothing to take back. */
  undo: (() => void) | undefined;
  redo: (() => void) | undefined;
  canInvert: boolean | undefined;
  add: (mark: Mark) => void;
  shapes: readonly Shape[];
  shape: Shape;
  onShape: (shape: Shape) => void;
}

const tool = { variant: 'secondary', size: 'small', type: 'button' } as const;

/** What can be done on a drawing pad, beside drawing. */
export function DrawingTools(props: DrawingToolsProps) {
  const { t } = useTranslation();
  const { erases, onErases, undo, redo, canInvert, add, shapes, shape, onShape } = props;
  return (
    <>
      <div className={css.tools}>
        <Button
          {...tool}
          aria-pressed={erases}
          icon={<Eraser aria-hidden />}
          onClick={() => onErases(!erases)}
        >
          {t('Eraser')}
        </Button>
        <Button {...tool} icon={<Undo2 aria-hidden />} disabled={!undo} onClick={undo}>
          {t('Undo')}
        </Button>
        <Button {...tool} icon={<Redo2 aria-hidden />} disabled={!redo} onClick={redo}>
          {t('Redo')}
        </Button>
        <Button {...tool} onClick={() => add({ kind: 'clear' })}>
          {t('Clear')}
        </Button>
        {canInvert && (
          <Button {...tool} onClick={() => add({ kind: 'invert' })}>
            {t('Invert')}
          </Button>
        )}
      </div>
      {shapes.length > 1 && (
        <div className={css.tools} role="group" aria-label={t('What Enter draws')}>
          {shapes.map((each) => (
            <Button
              key={t(each)}

              {...tool}
              aria-pressed={each === shape}
              onClick={() => onShape(each)}
            >
              {capitalised(t(each))}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
