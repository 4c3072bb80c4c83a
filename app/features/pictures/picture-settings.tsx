import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SamplerId, Schedule } from '#worker/engine/contract/request.ts';
import type { PicturePage } from './find-picture.server.ts';
import css from './picture-settings.module.css';
import { SAMPLER_NAMES, SCHEDULE_NAMES } from './sampler-names.ts';

const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** Every setting that made a picture; what differs from its parent is marked. */
export function PictureSettings({ picture }: { picture: PicturePage }) {
  const { t, i18n } = useTranslation();
  const { sampler, schedule, modelHash, pipelineMs, widthPx, heightPx, changedFields } = picture;
  const changed = new Set(changedFields);
  return (
    <section aria-labelledby="picture-settings">
      <h2 id="picture-settings" className={css.heading}>
        {t('Settings')}
      </h2>
      <dl className={css.settings}>
        <Setting name="Seed" isChanged={changed.has('seed')}>
          <code>{picture.seed}</code>
        </Setting>
        <Setting name="Steps" isChanged={changed.has('steps')}>
          {picture.steps}
        </Setting>
        <Setting name="Guidance" isChanged={changed.has('guidance')}>
          {picture.guidance}
        </Setting>
        <Setting name="Sampler" isChanged={changed.has('sampler')}>
          {SAMPLER_NAMES[sampler as SamplerId] ?? sampler}
        </Setting>
        <Setting name="Noise schedule" isChanged={changed.has('schedule')}>
          {t(SCHEDULE_NAMES[schedule as Schedule] ?? schedule)}
        </Setting>
        <Setting name="Size" isChanged={changed.has('widthPx') || changed.has('heightPx')}>
          {widthPx} × {heightPx}
        </Setting>
        <Setting name="Model" isChanged={changed.has('modelId')}>
          {picture.modelId}
          {modelHash && <code className={css.hash}>{modelHash.slice(0, 10)}</code>}
        </Setting>
        {pipelineMs !== null && (
          <Setting name="Time taken">
            {t('{{seconds}} seconds', {
              seconds: (pipelineMs / 1000).toLocaleString(i18n.language, ONE_DIGIT),
            })}
          </Setting>
        )}
      </dl>
    </section>
  );
}

interface SettingProps {
  name: string;
  isChanged?: boolean;
  children: ReactNode;
}

function Setting({ name, isChanged = false, children }: SettingProps) {
  const { t } = useTranslation();
  return (
    <div className={css.setting} data-changed={isChanged || undefined}>
      <dt className={css.name}>
        {t(name)}
        {isChanged && <span className={css.changed}> {t('changed')}</span>}
      </dt>
      <dd className={css.value}>{children}</dd>
    </div>
  );
}
