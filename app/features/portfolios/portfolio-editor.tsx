import { closestCenter, DndContext, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import type { DragEndEvent } from '@dnd-kit/core';
import { rectSortingStrategy, SortableContext } from '@dnd-kit/sortable';
import { Form } from '@remix-run/react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSay } from '#app/components/use-say.ts';
import { Cluster } from '#app/components/cluster.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Field } from '#app/components/field.tsx';
import { FormError } from '#app/components/form-error.tsx';
import { Notice } from '#app/components/notice.tsx';
import { TextArea } from '#app/components/text-area.tsx';
import { TextInput } from '#app/components/text-input.tsx';
import { UnsavedNotice } from '#app/features/assignments/unsaved-notice.tsx';
import { useAutosave } from '#app/features/assignments/use-autosave.ts';
import { HandIn } from './hand-in.tsx';
import { PictureChooser } from './picture-chooser.tsx';
import { PortfolioItemCard } from './portfolio-item-card.tsx';
import { usePortfolioItems } from './use-portfolio-items.ts';
import type { OwnPortfolio } from './find-portfolio.server.ts';
import css from './portfolio-editor.module.css';

interface PortfolioEditorProps {
  portfolio: OwnPortfolio;
  /** It has just been handed in. */
  done: boolean;
  errors: { form?: string[] } | undefined;
}

/** A pointer that moves less than this presses; further, it drags. */
const DRAG_FROM_PX = 6;

/** Saves itself while its student adds, orders, writes and takes out. */
export function PortfolioEditor({ portfolio, done, errors }: PortfolioEditorProps) {
  const { t } = useTranslation();
  const say = useSay();
  const form = useRef<HTMLFormElement>(null);
  const autosave = useAutosave(form, portfolio.draftRevision);
  const list = usePortfolioItems(portfolio.items, autosave.onChange);
  const { items } = list;
  const ids = items.map(({ pictureId }) => pictureId);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DRAG_FROM_PX } }),
  );
  const drop = ({ active, over }: DragEndEvent) =>
    over && list.move(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));

  return (
    <Form method="post" ref={form} className={css.form} onChange={autosave.onChange}>
      <FormError errors={errors?.form} />
      {done && (
        <Notice tone="success" live="polite" title={t('Handed in')}>
          {t(
            'Your teacher can read it now. What you change later stays with you until you hand it in again.',
          )}
        </Notice>
      )}
      <UnsavedNotice errors={autosave.errors} />
      <input type="hidden" name="draftRevision" value={autosave.revision} />
      <Field id="title" label={t('Title')} errors={autosave.refused.title}>
        <TextInput
          id="title"
          name="title"
          maxLength={80}
          defaultValue={portfolio.title}
          aria-describedby="title-error"
        />
      </Field>
      <Field
        id="introduction"
        label={t('What it is about')}
        note={t('optional')}
        errors={autosave.refused.introduction}
      >
        <TextArea
          id="introduction"
          name="introduction"
          rows={3}
          maxLength={2_000}
          defaultValue={portfolio.introduction}
          aria-describedby="introduction-error"
        />
      </Field>
      {items.length === 0 ? (
        <EmptyState drawing="frames" title={t('No pictures in it yet')}>
          {t('Choose your best ones below.')}
        </EmptyState>
      ) : (
        <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop}>
          <SortableContext items={ids} strategy={rectSortingStrategy}>
            <ol className={css.items} aria-label={t('Pictures of the portfolio')}>
              {items.map((item, index) => (
                <PortfolioItemCard
                  key={item.pictureId}
                  item={item}
                  index={index}
                  count={items.length}
                  errors={autosave.refused[`caption-${item.pictureId}`]}
                  onEdit={(part) => list.edit(item.pictureId, part)}
                  onMove={(to) => list.move(index, to)}
                  onRemove={() => list.remove(index)}
                />
              ))}
            </ol>
          </SortableContext>
        </DndContext>
      )}
      <p className="visually-hidden" role="status">
        {say(list.said)}
      </p>
      <PictureChooser
        pictures={portfolio.attachable.filter(({ id }) => !ids.includes(id))}
        onChoose={({ id, ...picture }) =>
          list.add({ ...picture, pictureId: id, caption: '', showsProcess: false, isShown: true })
        }
      />
      <Cluster>
        <HandIn
          form={form}
          assignments={portfolio.assignments}
          handedInAt={portfolio.handedInAt}
          busy={autosave.isBusy}
        />
        <span className={css.status} role="status">
          {autosave.isBusy ? t('Saving …') : autosave.isSaved ? t('Saved') : ''}
        </span>
      </Cluster>
    </Form>
  );
}
