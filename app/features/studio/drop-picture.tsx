import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#app/components/field-error.tsx';
import { Notice } from '#app/components/notice.tsx';
import css from './drop-picture.module.css';
import type { Draft } from './draft.ts';
import type { DroppedSettings } from './read-dropped-settings.server.ts';

interface DropPictureProps {
  onSettings: (changes: Partial<Draft>) => void;
}

const ID = 'studio-drop-picture';

/** Takes a picture file that Easel, WebUI or ComfyUI made, and fills the form with the settings in it. */
export function DropPicture({ onSettings }: DropPictureProps) {
  const { t } = useTranslation();
  const reading = useFetcher<{ settings?: DroppedSettings; error?: string }>();
  const [isOver, setIsOver] = useState(false);
  const { settings, error } = reading.data ?? {};
  const fill = useRef(onSettings);
  useEffect(() => {
    fill.current = onSettings;
  });
  useEffect(() => {
    if (settings) fill.current(settings.changes);
  }, [settings]);

  const read = (file: File | undefined) => {
    if (!file) return;
    const form = new FormData();
    form.set('picture', file);
    const options = { method: 'post', encType: 'multipart/form-data' } as const;
    reading.submit(form, { ...options, action: '/read-picture-settings' });
  };
  const hold = (event: DragEvent) => {
    // Without this a browser leaves the page for the picture.
    event.preventDefault();
    setIsOver(true);
  };

  return (
    <div
      className={css.zone}
      data-over={isOver || undefined}
      onDragOver={hold}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        read(event.dataTransfer.files[0]);
      }}
    >
      <label htmlFor={ID} className={css.label}>
        {t('Drop a picture here to use its settings, or choose one')}
      </label>
      <input
        id={ID}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        className={css.file}
        aria-describedby={`${ID}-error`}
        onChange={(event) => {
          read(event.currentTarget.files?.[0]);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
      <FieldError id={`${ID}-error`} errors={error ? [error] : undefined} />
      {settings && (
        <Notice
          tone={settings.left.length > 0 ? 'info' : 'success'}
          live="polite"
          title={t('The form has the picture’s settings.')}
        >
          {settings.left.length > 0 && (
            <>
              <p>{t('These it can’t take, so the picture will differ:')}</p>
              <ul className={css.left}>
                {settings.left.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </>
          )}
        </Notice>
      )}
    </div>
  );
}
