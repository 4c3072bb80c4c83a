import { useFetcher } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Field } from '#app/components/field.tsx';
import { useGenerations } from '#app/features/pictures/use-generations.ts';
import css from './studio-panels.module.css';

interface UploadFieldProps {
  id: string;
  /** The picture, once it has been looked at. */
  onPicture: (pictureId: string) => void;
}

/** A picture from this computer. It is looked at before it is shown, as every picture is. */
export function UploadField({ id, onPicture }: UploadFieldProps) {
  const { t } = useTranslation();
  const upload = useFetcher<{ id?: string; error?: string }>();
  const generationId = upload.data?.id;
  const [status] = useGenerations({ ids: generationId ? [generationId] : [] });
  const pictureId = status?.picture?.id;
  const tell = useRef(onPicture);
  useEffect(() => {
    tell.current = onPicture;
  });
  useEffect(() => {
    if (pictureId) tell.current(pictureId);
  }, [pictureId]);

  return (
    <Field
      id={id}
      label={t('Or one from this computer')}
      hint={t('A PNG, JPEG or WebP. Classmates do not see it; your teacher can.')}
      {...(upload.data?.error && { errors: [upload.data.error] })}
    >
      <input
        id={id}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        className={css.file}
        aria-describedby={`${id}-description ${id}-error`}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (!file) return;
          const form = new FormData();
          form.set('picture', file);
          upload.submit(form, {
            method: 'post',
            action: '/uploads',
            encType: 'multipart/form-data',
          });
        }}
      />
      <p role="status" className={css.status}>
        {upload.state !== 'idle' ? t('Sending …') : describe(t, status?.state)}
      </p>
    </Field>
  );
}

function describe(t: TFunction, state: string | undefined): string {
  if (state === 'waiting' || state === 'running') return t('Easel looks at it …');
  if (state === 'held') return t('A teacher looks at this picture first. Choose another for now.');
  if (state === 'failed') return t('This picture could not be read. Try another.');
  return '';
}
