import { Children, type ReactNode } from 'react';
import css from './picture-grid.module.css';

interface PictureGridProps {
  /** Names the list for a screen reader: "Your last pictures". */
  label?: string;
  size?: 'small' | 'medium' | 'large';
  children: ReactNode;
}

/** Picture tiles on a wall: as many beside each other as fit. */
export function PictureGrid({ label, size = 'medium', children }: PictureGridProps) {
  return (
    <ul className={css.grid} data-size={size} aria-label={label}>
      {Children.map(children, (tile) => (
        <li className={css.cell}>{tile}</li>
      ))}
    </ul>
  );
}
