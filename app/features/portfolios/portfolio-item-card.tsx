import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ArrowLeft, ArrowRight, GripVertical, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#app/components/button.tsx';
import { Checkbox } from '#app/components/checkbox.tsx';
import { Field } from '#app/components/field.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import type { PortfolioItem } from './find-portfolio.server.ts';
import { MAX_CAPTION } from './portfolio-form.ts';
import css from './portfolio-editor.module.css';

interface PortfolioItemCardProps {
  item: PortfolioItem;
  index: number;
  count: number;
  errors: string[] | undefined;
  onEdit: (part: Partial<PortfolioItem>) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** One picture with its caption: dragged by its handle, or moved by its arrows. */
export function PortfolioItemCard(props: PortfolioItemCardProps) {
  const { t } = useTranslation();
  const { item, index, count, errors, onEdit, onMove, onRemove } = props;
  const { pictureId, alt, isShown } = item;
  const sortable = useSortable({ id: pictureId });
  const place = t('picture {{index}}', { index: index + 1 });
  const name = `items[${index}]`;
  const captionId = `caption-${pictureId}`;
  const style = {
    transform: CSS.Translate.toString(sortable.transform),
    transition: sortable.transition,
  };
  return (
    <li
      ref={sortable.setNodeRef}
      className={css.item}
      style={style}
      data-dragged={sortable.isDragging || undefined}
    >
      <input type="hidden" name={`${name}.pictureId`} value={pictureId} />
      {/* The arrows do the same by keyboard. */}
      <div className={css.picture} {...sortable.listeners}>
        {isShown ? (
          <img src={`/pictures/${pictureId}/thumbnail`} alt={alt} draggable={false} />
        ) : (
          <span className={css.blank}>{t('A teacher looks at this picture first.')}</span>
        )}
        <GripVertical className={css.grip} aria-hidden />
      </div>
      <Field id={captionId} label={t('Caption of {{place}}', { place })} errors={errors}>
        <TextArea
          id={captionId}
          name={`${name}.caption`}
          rows={2}
          maxLength={MAX_CAPTION}
          value={item.caption}
          onChange={(event) => onEdit({ caption: event.currentTarget.value })}
          aria-describedby={`${captionId}-error`}
          aria-invalid={errors ? true : undefined}
        />
      </Field>
      <Checkbox
        id={`process-${pictureId}`}
        name={`${name}.showsProcess`}
        label={t('Show how it came about')}
        checked={item.showsProcess}
        onChange={(event) => onEdit({ showsProcess: event.currentTarget.checked })}
      />
      <div className={css.moves}>
        <Button
          type="button"
          size="small"
          variant="quiet"
          icon={<ArrowLeft aria-hidden />}
          aria-label={t('Move {{place}} earlier', { place })}
          aria-disabled={index === 0 || undefined}
          onClick={() => onMove(index - 1)}
        />
        <Button
          type="button"
          size="small"
          variant="quiet"
          icon={<ArrowRight aria-hidden />}
          aria-label={t('Move {{place}} later', { place })}
          aria-disabled={index === count - 1 || undefined}
          onClick={() => onMove(index + 1)}
        />
        <Button
          type="button"
          size="small"
          variant="quiet"
          icon={<Trash2 aria-hidden />}
          aria-label={t('Take {{place}} out', { place })}
          onClick={onRemove}
        />
      </div>
    </li>
  );
}
